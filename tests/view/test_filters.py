"""The legend as filters: they combine, say what is left, and go in one click."""

import re

from kg.triples.vocabulary import ontology


def shown(tab):
    """How many entities, of how many, and how many relations the graph shows."""
    return tuple(int(n.replace(",", "")) for n in re.findall(r"[\d,]+", tab.locator("#shown").inner_text())[:3])


def of_type(build, *names):
    return [e for e in build.entities if set(e.types) & set(names)]


def test_all_are_shown_at_first(tab, sample_build):
    drawn = [e for e in sample_build.entities if e.types != ("Indicator",)]
    assert shown(tab) == (len(drawn), len(drawn), len(sample_build.contents.relations))


def test_a_type_is_switched_off(tab, sample_build):
    before = shown(tab)[0]
    tab.get_by_label("项目", exact=True).uncheck()
    assert shown(tab)[0] == before - sum(e.types == ("Project",) for e in sample_build.entities)
    assert "types=Project" in tab.url


def test_a_type_is_shown_alone(tab, sample_build):
    tab.locator("#filters .row", has_text="企业").first.hover()
    tab.get_by_role("button", name="只看企业").click()
    assert shown(tab)[0] == len(of_type(sample_build, "Enterprise"))


def test_relations_are_switched_off(tab, sample_build):
    of_kind = sum(r.relation == "organizes" for r in sample_build.contents.relations)
    before = shown(tab)[2]
    tab.get_by_label(ontology().label("organizes"), exact=True).uncheck()
    assert shown(tab)[2] == before - of_kind < before


def test_a_status_keeps_what_has_it(tab, sample_build):
    having = {f.entity for f in sample_build.contents.facts if f.value == "UnderConstruction"}
    tab.get_by_label(ontology().label("UnderConstruction"), exact=True).check()
    assert shown(tab)[0] == len(having) > 0


def test_a_year_keeps_what_is_said_of_it(tab):
    before = shown(tab)[0]
    tab.locator("#filters select[name=year]").select_option("2024")
    first = shown(tab)[0]
    tab.locator("#filters select[name=year]").select_option("2023")
    assert 0 < first < before and 0 < shown(tab)[0] < before


def test_a_town_keeps_what_lies_in_it(tab, sample_build):
    contents = sample_build.contents
    located = next(r for r in contents.relations if r.relation == "locatedIn" and "Town" in contents.entities[r.tail].types)
    tab.locator("#filters select[name=town]").select_option(label=contents.entities[located.tail].name)
    assert 2 <= shown(tab)[0] < 15
    tab.get_by_role("tab", name="表格").click()
    assert tab.locator("#view-tables tbody").get_by_text(contents.entities[located.head].name, exact=True).is_visible()


def test_a_least_degree_keeps_the_connected(tab, sample_build):
    degree = {}
    for r in sample_build.contents.relations:
        for end in (r.head, r.tail):
            degree[end] = degree.get(end, 0) + 1
    tab.locator("#filters input[name=degree]").focus()
    tab.keyboard.press("ArrowRight")
    tab.keyboard.press("ArrowRight")
    assert shown(tab)[0] == sum(n >= 2 for n in degree.values())


def test_filters_combine_and_are_reset_in_one_click(tab):
    all_shown = shown(tab)
    tab.locator("#filters select[name=year]").select_option("2024")
    by_year = shown(tab)[0]
    tab.get_by_label("行动计划", exact=True).uncheck()
    both = shown(tab)[0]
    assert 0 < both < by_year < all_shown[0]
    tab.get_by_role("button", name="重置").click()
    assert shown(tab) == all_shown and not tab.url.partition("#")[2]


def test_what_is_selected_stays_in_sight(tab, sample_build):
    name = of_type(sample_build, "Enterprise")[0].name
    tab.locator("#search").fill(name)
    tab.keyboard.press("Enter")
    before = shown(tab)[0]
    tab.get_by_label("企业", exact=True).uncheck()
    assert shown(tab)[0] == before - sum(e.types == ("Enterprise",) for e in sample_build.entities) + 1


def test_the_page_speaks_english(tab):
    tab.get_by_role("button", name="Switch to English").click()
    assert "entities" in tab.locator("#shown").inner_text()
    assert tab.get_by_label("Enterprise", exact=True).is_visible() and tab.locator("html").get_attribute("lang") == "en"
    tab.get_by_role("button", name="切换为中文").click()
    assert tab.get_by_label("企业", exact=True).is_visible()
