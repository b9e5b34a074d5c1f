"""The text of the report, its entities marked, linked both ways with the graph."""

from hands import select


def test_the_text_is_the_report_to_the_letter(tab, sample_build):
    tab.get_by_role("tab", name="原文").click()
    shown = tab.evaluate("[...document.querySelectorAll('article > *')].map((e) => e.textContent).join('')")
    assert "".join(shown.split()) == "".join(sample_build.report.raw.split())


def test_mentions_are_marked_where_the_evidence_has_them(tab, sample_build):
    tab.get_by_role("tab", name="原文").click()
    marked = set(tab.locator("article .mention").all_inner_texts())
    mentioned = {quote.text for quote in sample_build.evidence.mentions.values()}
    assert len(marked) > 40 and marked <= mentioned


def test_a_click_on_a_mention_selects_it_in_the_graph(tab):
    tab.get_by_role("tab", name="原文").click()
    mention = tab.locator("article .mention").nth(12)
    words = mention.inner_text()
    mention.click()
    assert words in tab.locator("#panel").inner_text()
    assert mention.get_attribute("class") == "mention selected"
    name = tab.locator("#panel h2").inner_text()
    tab.get_by_role("tab", name="图谱").click()
    assert tab.evaluate("govkg.state.entity") and tab.locator("#panel h2").inner_text() == name


def test_what_is_selected_in_the_graph_is_found_in_the_text(tab, sample_build):
    name = next(e.name for e in sample_build.entities if "Facility" in e.types)
    select(tab, name)
    tab.get_by_role("tab", name="原文").click()
    tab.wait_for_timeout(150)
    chosen = tab.locator("article .mention.selected")
    assert chosen.count() >= 1 and chosen.first.is_visible()
    box, frame = chosen.first.bounding_box(), tab.locator("#view-text").bounding_box()
    assert frame["y"] < box["y"] < frame["y"] + frame["height"]


def test_a_quotation_leads_to_its_place(tab, sample_build):
    name = next(e.name for e in sample_build.entities if "Honor" in e.types)
    select(tab, name)
    sentence = tab.locator("#panel blockquote p").last.inner_text()
    tab.locator("#panel blockquote").last.get_by_role("button", name="在原文中看").click()
    assert sentence in tab.locator("article .found").inner_text()


def test_types_switched_off_are_not_marked(tab):
    tab.get_by_role("tab", name="原文").click()
    before = tab.locator("article .mention").count()
    tab.get_by_label("企业", exact=True).uncheck()
    assert 0 < tab.locator("article .mention").count() < before


def test_each_report_can_be_read(opened, years):
    tab = opened(years, "#view=text")
    tab.get_by_label("选择报告").select_option("1")
    assert "305.1" in tab.locator("article").inner_text()


def test_chapters_can_be_jumped_to(tab, sample_build):
    tab.get_by_role("tab", name="原文").click()
    chapter = [c for c in sample_build.report.chapters if c.level == 1][1]
    tab.get_by_label("跳到章节").select_option(label=chapter.title)
    tab.wait_for_timeout(150)
    box, frame = tab.locator("article h2", has_text=chapter.title).bounding_box(), tab.locator("#view-text").bounding_box()
    assert frame["y"] < box["y"] < frame["y"] + frame["height"]
