"""Names that try to be more than names do nothing."""

import pytest
from hands import select
from invented import invented

NAMES = [
    "<script>document.title='taken'</script>", "</script><img src=x onerror=alert(1)>", "\"><svg onload=alert(2)>",
    "'; alert(3); '", "javascript:alert(4)", "{{data}}", "=HYPERLINK(\"http://example.org\",\"点我\")", "😀云岭🏭项目",
    "长" * 10_000, "云岭\u202e项目", "a\u2028b\u2029c", "<!--", "]]>", "&lt;b&gt;", "%3Cscript%3E", "__proto__", "constructor",
    "\\\"\\n", "𠮷野家", "\u202e\u202e\u202e",
]


@pytest.fixture(scope="module")
def hostile():
    return invented(NAMES)


def test_the_page_opens_and_is_what_it_is(opened, hostile):
    tab = opened(hostile)
    assert tab.title() == "云溪县2024年政府工作报告" and tab.locator("img").count() == 0
    assert tab.locator("#shown").inner_text().startswith(f"显示 {len(NAMES)} / {len(NAMES)}")


def test_each_name_is_shown_as_it_is_and_marked_in_its_sentence(opened, hostile):
    tab = opened(hostile)
    for entity in hostile.entities:
        if "Indicator" in entity.types:
            continue
        tab.evaluate("iri => { location.hash = `entity=${encodeURIComponent(iri)}`; }", entity.iri.partition("/id/")[2])
        tab.locator("#panel .close").wait_for()
        tab.wait_for_timeout(30)
        assert tab.locator("#panel h2").text_content() == entity.name[:400]
        if len(entity.name) < 1000:  # longer ones go on in the next sentence
            assert entity.name in tab.locator("#panel mark").all_text_contents()


def test_every_view_holds_them(opened, hostile):
    tab = opened(hostile)
    for view in ("原文", "表格", "提问", "图谱"):
        tab.get_by_role("tab", name=view).click()
        tab.wait_for_timeout(100)
    assert tab.title() == "云溪县2024年政府工作报告"


def test_they_are_searched_like_others(opened, hostile):
    tab = opened(hostile)
    select(tab, NAMES[7])
    tab.locator("#search").fill("<script>")
    assert NAMES[0] in tab.locator("#hits").inner_text()


def test_a_spreadsheet_is_not_told_to_compute(opened, hostile):
    tab = opened(hostile, "#view=tables")
    with tab.expect_download() as given:
        tab.get_by_role("button", name="下载 CSV").click()
    assert "\n\"'=HYPERLINK" in given.value.path().read_text("utf-8")


def test_turtle_of_them_is_turtle(opened, hostile):
    from test_download import triples, turtle

    given = turtle(opened(hostile))
    assert triples(given) <= triples(hostile.graph) and len(given) > 100
