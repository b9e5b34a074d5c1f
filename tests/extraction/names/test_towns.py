"""Towns by their short names, where the gazetteer has the town. All names are invented."""

import pytest

from kg.document.gazetteer import Gazetteer
from kg.document.reader import lay_out
from kg.document.report import Division
from kg.extraction.entities import find_mentions

TOWNS = ("石家岭镇", "清口镇", "槐坪乡", "东清河镇")


@pytest.fixture
def towns(monkeypatch):
    """A function that gives the towns of a text whose county has the invented ones."""
    found = tuple(Division(name, "township", "", (), name[:-1]) for name in TOWNS)
    monkeypatch.setattr(Gazetteer, "towns", lambda self, division: found)
    return lambda text: {m.name for m in find_mentions(lay_out(text, name="sample", division="云溪县", normalise=False)) if "Town" in m.types}


@pytest.mark.parametrize(("text", "names"), [
    ("石家岭污水处理厂正在建设。", {"石家岭"}),
    ("在石家岭现场办公。", {"石家岭"}),
    ("大力扶持清口、槐坪两地发展。", {"清口", "槐坪"}),
    ("大力扶持清口发展。", set()),  # two characters alone may be anything
    ("石家岭水库和石家岭景区面貌一新。", set()),
    ("综合整治东清河河道。", set()),  # a river
])
def test_a_short_name_stands_for_its_town_where_nothing_else_is_called_so(towns, text, names):
    assert towns(text) == names


def test_a_town_that_opens_names_of_works_is_no_company(monkeypatch):
    found = (Division("庞清镇", "township", "", (), "庞清"),)
    monkeypatch.setattr(Gazetteer, "towns", lambda self, division: found)
    text = "加快庞清农机产业园、庞清配件交易中心建设。"
    assert not [m for m in find_mentions(lay_out(text, name="sample", division="云溪县", normalise=False)) if "Enterprise" in m.types]


def test_towns_in_a_list_may_be_unknown_to_the_gazetteer(towns):
    assert {"柳陵乡", "白垣镇"} <= towns("清口镇、柳陵乡、白垣镇创建卫生乡镇。")


def test_a_known_town_is_not_widened_by_what_stands_before_it(towns):
    assert "以清口镇" not in towns("以清口镇、柳陵乡为重点。")


@pytest.mark.parametrize("text", ["加快清口、槐坪两镇建设。", "清口、槐坪两个乡镇入选国家级重点镇。", "支持清口、槐坪二镇发展。"])
def test_a_count_of_towns_closes_their_list(towns, text):
    assert towns(text) == {"清口", "槐坪"}
