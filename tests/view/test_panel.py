"""The panel: all that is known, and the sentences it rests on."""

import pytest

from kg.triples.vocabulary import ontology


@pytest.fixture
def built(sample_build):
    """The relation of a project to its developer."""
    return next(r for r in sample_build.contents.relations if r.relation == "developedBy")


def click_node(tab, name):
    """Click a node of the graph where it is painted."""
    tab.wait_for_timeout(150)  # the graph may still be moving
    place = tab.evaluate("name => govkg.pixelOf(name)", name)
    tab.mouse.click(place["x"], place["y"])
    tab.locator("#panel h2", has_text=name).wait_for()


def test_at_first_it_says_what_the_report_is_about(tab, sample_build):
    panel = tab.locator("#panel").inner_text()
    assert sample_build.report.division.name in panel and "2024" in panel and "最受关注" in panel and "主题" in panel


def test_a_click_on_a_node_shows_type_facts_and_sentences(tab, sample_build, built):
    entity = sample_build.contents.entities[built.head]
    click_node(tab, entity.name)
    panel = tab.locator("#panel")
    assert ontology().label("Project") in panel.locator(".chips").inner_text()
    status = next(f for f in sample_build.contents.facts if f.entity == entity.iri and f.fact == "status")
    assert ontology().label(status.value) in panel.locator("dl").first.inner_text()
    quotes = {sample_build.evidence.sentences[s].text for support in sample_build.evidence.about(entity.iri)
              for s in support.sentences}
    assert set(panel.locator("blockquote p").all_inner_texts()) == quotes
    assert entity.name in panel.locator("mark").all_inner_texts()


def test_a_sentence_names_its_report_and_chapter(tab, sample_build, built):
    click_node(tab, sample_build.contents.entities[built.head].name)
    source = tab.locator("#panel blockquote cite").first.inner_text()
    assert source.startswith("栖云县2024年政府工作报告 › ") and sample_build.report.chapters[0].title in source


def test_relations_are_links_in_both_directions(tab, sample_build, built):
    project, enterprise = (sample_build.contents.entities[i].name for i in (built.head, built.tail))
    click_node(tab, project)
    tab.locator("#panel .links").get_by_role("button", name=enterprise, exact=True).click()
    assert tab.locator("#panel h2").inner_text() == enterprise
    tab.locator("#panel .links").get_by_role("button", name=project, exact=True).click()
    assert tab.locator("#panel h2").inner_text() == project


def test_a_relation_shows_its_sentence_rule_and_confidence(tab, sample_build, built):
    project, enterprise = (sample_build.contents.entities[i].name for i in (built.head, built.tail))
    click_node(tab, project)
    tab.get_by_role("button", name=f"依据: {ontology().label('developedBy')} {enterprise}").click()
    panel = tab.locator("#panel")
    assert panel.locator("h2").inner_text() == ontology().label("developedBy")
    assert built.support.rules[0] in panel.inner_text() and str(built.support.confidence) in panel.inner_text()
    assert panel.locator("blockquote p").inner_text() == sample_build.evidence.sentences[built.support.sentences[0]].text
    assert enterprise in "".join(panel.locator("mark").all_inner_texts())


def test_a_click_on_an_edge_shows_it(tab, sample_build, built):
    ends = [sample_build.contents.entities[i].name for i in (built.head, built.tail)]
    click_node(tab, ends[0])
    tab.get_by_role("button", name="一步邻域").click()
    tab.wait_for_timeout(150)
    (x, y), (a, b) = (tuple(tab.evaluate("name => { const p = govkg.pixelOf(name); return [p.x, p.y]; }", n)) for n in ends)
    tab.mouse.click((x + a) / 2, (y + b) / 2)
    assert tab.locator("#panel .triple").inner_text().replace("\n", "").startswith(ends[0])


def test_numbers_stand_in_a_table_actual_beside_target(tab, sample_build):
    observation = next(o for o in sample_build.contents.observations if o.nature == "Target" and any(
        p.indicator == o.indicator and p.measure == o.measure and p.nature == "Actual" for p in sample_build.contents.observations))
    tab.locator("#search").fill(observation.indicator)
    tab.keyboard.press("Enter")
    table = tab.locator("#panel table.series")
    assert observation.value in "".join(table.locator("td.aimed").all_inner_texts())
    assert table.locator("thead").inner_text().split() == ["年份", "完成", "目标"]


def test_several_years_have_a_chart(opened, years):
    tab = opened(years)
    tab.locator("#search").fill("地区生产总值")
    tab.keyboard.press("Enter")
    chart = tab.locator("#panel svg.chart").first
    assert chart.get_attribute("aria-label").startswith("地区生产总值") and chart.locator("circle").count() >= 2


def test_several_reports_tell_a_history(opened, years):
    tab = opened(years)
    status = next(h for h in years.contents.history if sum(o.entity == h.entity for o in years.contents.history) > 2)
    tab.locator("#search").fill(years.contents.entities[status.entity].name)
    tab.keyboard.press("Enter")
    assert "状态沿革" in tab.locator("#panel").inner_text()
    assert {"2024", "2025"} & set(tab.locator("#panel section", has_text="状态沿革").locator("dt").all_inner_texts())


def test_closing_it_leads_back_to_the_overview(tab, sample_build, built):
    click_node(tab, sample_build.contents.entities[built.head].name)
    tab.locator("#panel").get_by_role("button", name="关闭").click()
    assert "最受关注" in tab.locator("#panel").inner_text()
