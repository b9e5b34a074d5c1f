"""What stands between an indicator and its number, and the lexicons that know it."""

from __future__ import annotations

import re

import pytest

from kg.extraction.lexicon import load
from kg.extraction.quantities.wording import read_tail, without_opening

KINDS = {
    "quantity_units": {"counter", "people", "money", "length", "area", "volume", "mass", "power", "percent",
                       "points", "times", "container", "air", "time", "label", "scale"},
    "quantity_verbs": {"reach", "to", "rise", "fall", "rate", "cut", "over", "under", "about", "split", "share",
                       "from", "stop"},
    "quantity_leads": {"scope", "time", "adverb"},
    "quantity_actions": {"light", "increment", "action", "preposition"},
    "quantity_nouns": {"dependent", "total", "generic", "aspect"},
}


@pytest.mark.parametrize("name", KINDS)
def test_each_entry_is_there_once_with_a_kind_that_the_code_knows(name):
    entries = load(name)
    assert len({entry.text for entry in entries}) == len(entries)
    assert {entry.columns["kind"] for entry in entries} == KINDS[name]
    for entry in entries:
        re.compile(entry.columns.get("unless") or "")


@pytest.mark.parametrize("left, core, kinds", [
    ("生产总值完成", "生产总值", {"reach"}),
    ("进出口总额同比增长", "进出口总额", {"rise"}),
    ("城镇化率比“十三五”末提高了", "城镇化率", {"rise"}),
    ("失业率控制在", "失业率", {"to"}),
    ("主营业务收入突破", "主营业务收入", {"over"}),
    ("年均增速保持在", "年均", {"to", "rate"}),
    ("数字经济占比达到", "数字经济占比", {"share"}),
    ("新增就业", "新增就业", set()),
    ("企业签约", "企业签约", set()),
])
def test_predicates_come_off_and_words_that_only_look_like_them_stay(left, core, kinds):
    tail = read_tail(left)
    assert (tail.core, tail.kinds) == (core, kinds)


@pytest.mark.parametrize("core, expected", [
    ("预计全年生产总值", "生产总值"), ("2023年底全县森林覆盖率", "森林覆盖率"), ("到位资金", "到位资金"),
    ("近5年专利授权量", "专利授权量"), ("其中制造业投资", "制造业投资"), ("现代农业园区", "现代农业园区"),
])
def test_openings_that_only_place_a_statement_fall_away(core, expected):
    assert without_opening(core) == expected
