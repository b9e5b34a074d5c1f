"""Tables: sorted, searched, copied, carried away."""

import csv
import io


def rows(tab):
    return [r.split("\t") for r in tab.locator("#view-tables tbody tr").all_inner_texts()]


def test_entities_of_a_type(tab, sample_build):
    tab.get_by_role("tab", name="表格").click()
    tab.get_by_label("选择表格").select_option("Project")
    projects = [e.name for e in sample_build.entities if "Project" in e.types]
    assert sorted(r[0] for r in rows(tab)) == sorted(projects)


def test_a_column_sorts_up_and_down(tab):
    tab.get_by_role("tab", name="表格").click()
    head = tab.locator("th", has_text="提及")
    head.get_by_role("button").click()
    falling = [int(r[-1]) for r in rows(tab)]
    assert falling == sorted(falling, reverse=True) and head.get_attribute("aria-sort") == "descending"
    head.get_by_role("button").click()
    assert [int(r[-1]) for r in rows(tab)] == falling[::-1]


def test_a_search_keeps_the_rows_that_hold_it(tab):
    tab.get_by_role("tab", name="表格").click()
    tab.locator("#view-tables").get_by_label("在表中查找").fill("栖云")
    assert rows(tab) and all(any("栖云" in cell for cell in row) for row in rows(tab))


def test_numbers_stand_by_year_actual_beside_target(opened, years):
    tab = opened(years, "#view=tables&table=observations")
    heads = tab.locator("#view-tables thead th").all_inner_texts()
    assert ["2024 完成", "2024 目标"] == heads[heads.index("2024 完成"):heads.index("2024 完成") + 2]
    tab.locator("#view-tables").get_by_label("在表中查找").fill("地区生产总值 增速")
    assert "6.5%" in rows(tab)[0] and tab.locator("#view-tables svg.chart").count() == 1


def test_csv_holds_what_is_shown(tab, sample_build):
    tab.get_by_role("tab", name="表格").click()
    tab.get_by_label("选择表格").select_option("relations")
    with tab.expect_download() as given:
        tab.get_by_role("button", name="下载 CSV").click()
    text = given.value.path().read_text("utf-8-sig")
    names = {e.iri: e.name for e in sample_build.entities}
    assert {(r[0], r[2]) for r in list(csv.reader(io.StringIO(text)))[1:]} == \
        {(names[r.head], names[r.tail]) for r in sample_build.contents.relations}


def test_a_copy_is_in_the_clipboard(tab):
    tab.get_by_role("tab", name="表格").click()
    tab.get_by_label("选择表格").select_option("Enterprise")
    tab.get_by_role("button", name="复制").click()
    tab.get_by_role("button", name="已复制").wait_for()
    copied = tab.evaluate("navigator.clipboard.readText()")
    assert [line.split("\t")[0] for line in copied.splitlines()[1:]] == [r[0] for r in rows(tab)]


def test_the_filters_hold_for_tables(tab):
    tab.get_by_role("tab", name="表格").click()
    before = len(rows(tab))
    tab.locator("#filters select[name=year]").select_option("2023")
    assert 0 < len(rows(tab)) < before


def test_a_name_leads_to_the_panel_and_the_graph(tab):
    tab.get_by_role("tab", name="表格").click()
    tab.get_by_label("选择表格").select_option("Park")
    name = rows(tab)[0][0]
    tab.locator("#view-tables tbody").get_by_role("button", name=name, exact=True).click()
    assert tab.locator("#panel h2").inner_text() == name
    tab.get_by_role("button", name="在图中看").click()
    assert tab.locator("#canvas").is_visible()
