"""Builds that are too large to be drawn whole, and such as have nothing to draw."""

import pytest
from invented import invented
from test_filters import shown


@pytest.fixture(scope="module")
def large():
    return invented(1300)


@pytest.fixture(autouse=True)
def limit(monkeypatch):
    """A lower limit, so that less time is spent on what is as true of more."""
    monkeypatch.setattr("kg.view.drawing.LIMIT", 1000)
    monkeypatch.setattr("kg.view.page.LIMIT", 1000)


def test_the_most_important_are_drawn_and_it_says_so(opened, large):
    tab = opened(large)
    assert shown(tab)[:2] == (1000, 1300) and "只画出最重要的 1,000 个" in tab.locator("#shown").inner_text()


def test_filters_bring_up_the_others(opened, large):
    tab = opened(large, "#types=Enterprise,Park,Facility,Program,Town,Industry,Honor")
    projects = sum("Project" in e.types for e in large.entities)
    assert shown(tab)[:2] == (projects, 1300) and "只画出" not in tab.locator("#shown").inner_text()


def test_a_report_without_entities_has_a_page(opened, tmp_path):
    import kg

    path = tmp_path / "empty.txt"
    path.write_text("政府工作报告\n各位代表：\n现在，我向大会报告工作，请予审议。一年来，我们坚持稳中求进，高质量发展，改革、民生、建设、项目、工作都有进步。" + "我们要继续努力，不断前进。" * 8 + "\n", "utf-8")
    tab = opened(kg.build(path))
    for view in ("原文", "表格", "提问", "图谱"):
        tab.get_by_role("tab", name=view).click()
    assert shown(tab)[1] < 4
