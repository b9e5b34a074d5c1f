"""Finding an entity by name or alias."""

import pytest


@pytest.fixture
def aliased(sample_build):
    """An entity and one of its aliases that its name does not hold."""
    return next((e, a) for e in sample_build.entities for a in e.aliases if a not in e.name)


def test_part_of_a_name_finds_and_enter_selects(tab, sample_build):
    name = next(e.name for e in sample_build.entities if "Project" in e.types and len(e.name) > 6)
    tab.keyboard.press("/")
    tab.keyboard.type(name[1:5])
    tab.locator("#hits li", has_text=name).first.wait_for()
    while tab.locator("#hits li[aria-selected=true]").inner_text().split("\n")[0] != name:
        tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    assert tab.locator("#panel h2").inner_text() == name


def test_an_alias_finds_its_entity(tab, aliased):
    entity, alias = aliased
    tab.get_by_role("combobox", name="搜索名称或别名").fill(alias)
    tab.get_by_role("option").filter(has_text=entity.name).first.click()
    assert tab.locator("#panel h2").inner_text() == entity.name


def test_the_graph_moves_to_what_was_found(tab, sample_build):
    name = next(e.name for e in sample_build.entities if "Facility" in e.types)
    tab.locator("#search").fill(name)
    tab.keyboard.press("Enter")
    tab.wait_for_timeout(150)
    place = tab.evaluate("name => govkg.pixelOf(name)", name)
    box = tab.locator("#canvas").bounding_box()
    assert box["x"] < place["x"] < box["x"] + box["width"] and box["y"] < place["y"] < box["y"] + box["height"]


def test_nothing_found_is_said(tab):
    tab.locator("#search").fill("查无此名甲乙丙")
    assert "没有找到" in tab.locator("#hits").inner_text()
    tab.keyboard.press("Escape")
    assert not tab.locator("#hits").is_visible()


def test_an_indicator_is_found_though_it_has_no_node(tab, sample_build):
    name = sample_build.contents.observations[0].indicator
    tab.locator("#search").fill(name)
    tab.keyboard.press("Enter")
    assert tab.locator("#panel h2").inner_text() == name and tab.locator("#panel table.series").is_visible()
