"""The address restores what is looked at; back and forward go through it."""

from hands import select
from test_filters import shown


def project(build):
    return next(e for e in build.entities if "Project" in e.types)


def test_a_link_restores_selection_and_filters(tab, opened, sample_build):
    name = project(sample_build).name
    tab.locator("#filters select[name=year]").select_option("2024")
    tab.get_by_label("行动计划", exact=True).uncheck()
    select(tab, name)
    there = opened(sample_build, "#" + tab.url.partition("#")[2])
    assert there.locator("#panel h2").inner_text() == name
    assert shown(there) == shown(tab)
    assert not there.get_by_label("行动计划", exact=True).is_checked()
    assert there.locator("#filters select[name=year]").input_value() == "2024"


def test_a_link_restores_each_view(opened, sample_build):
    for view, name in (("text", "原文"), ("tables", "表格"), ("questions", "提问")):
        tab = opened(sample_build, f"#view={view}")
        assert tab.get_by_role("tab", name=name).get_attribute("aria-selected") == "true"
        assert tab.locator(f"#view-{view}").inner_text().strip()


def test_back_and_forward(tab, sample_build):
    name = project(sample_build).name
    select(tab, name)
    tab.get_by_role("tab", name="原文").click()
    tab.get_by_role("button", name="后退").click()
    tab.locator("#view-graph").wait_for()
    assert tab.locator("#panel h2").inner_text() == name
    tab.get_by_role("button", name="后退").click()
    tab.locator("#panel h2", has_text="栖云县2024年政府工作报告").wait_for()
    tab.get_by_role("button", name="前进").click()
    tab.locator("#panel h2", has_text=name).wait_for()


def test_an_address_that_means_nothing_is_passed_over(opened, sample_build):
    tab = opened(sample_build, "#entity=nothing/there&view=graph&degree=-5&near=gone~1&types=,,&edge=x&path=a,b&report=99&year=%00")
    assert tab.locator("#panel h2").is_visible()
    there = opened(sample_build, "#view=text&report=99&find=abc")
    assert there.locator("article").inner_text()


def test_the_dark_can_be_chosen_and_is_kept(tab, opened, sample_build):
    ground = "getComputedStyle(document.body).backgroundColor"
    light = tab.evaluate(ground)
    tab.get_by_role("button", name="深色或浅色").click()
    assert tab.evaluate(ground) != light
    assert opened(sample_build, "#" + tab.url.partition("#")[2]).evaluate(ground) == tab.evaluate(ground)


def test_the_dark_follows_the_system(tab):
    light = tab.evaluate("getComputedStyle(document.body).backgroundColor")
    tab.emulate_media(color_scheme="dark")
    tab.locator('html[data-dark="true"]').wait_for(state="attached")
    assert tab.evaluate("getComputedStyle(document.body).backgroundColor") != light
