"""The page on a phone's width."""

import pytest
from hands import select


@pytest.fixture
def phone(opened, sample_build):
    return opened(sample_build, width=390, height=780)


def test_nothing_sticks_out(phone, sample_build):
    for view in ("原文", "表格", "提问", "图谱"):
        phone.get_by_role("tab", name=view).click()
        assert phone.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_panel_rises_from_below_and_leaves_the_node_in_sight(phone, sample_build):
    name = next(e.name for e in sample_build.entities if "Enterprise" in e.types)
    select(phone, name)
    phone.wait_for_timeout(150)
    panel = phone.locator("#panel").bounding_box()
    assert panel["width"] == 390 and panel["y"] > 300
    assert phone.evaluate("name => govkg.pixelOf(name).y", name) < panel["y"]
    phone.locator("#panel").get_by_role("button", name="关闭").click()
    assert not phone.locator("#panel").is_visible()


def test_filters_are_a_drawer(phone):
    assert not phone.locator("#filters").is_visible()
    phone.get_by_role("button", name="打开筛选").click()
    phone.get_by_label("企业", exact=True).uncheck()
    assert "types=Enterprise" in phone.url
    phone.locator("#filters").get_by_role("button", name="关闭").click()
    assert not phone.locator("#filters").is_visible()
