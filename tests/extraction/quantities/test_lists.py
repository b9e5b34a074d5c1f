"""Several numbers for several indicators."""

from __future__ import annotations

import pytest

from kg.extraction.quantities.lists import all_measured, each, heads


@pytest.mark.parametrize("core, expected", [
    ("龙头企业、专业合作社和家庭农场", ["龙头企业", "专业合作社", "家庭农场"]),
    ("省级“单项冠军”“瞪羚”“专精特新”企业", ["省级“单项冠军”企业", "“瞪羚”企业", "“专精特新”企业"]),
    ("一、二、三产业增加值", ["第一产业增加值", "第二产业增加值", "第三产业增加值"]),
])
def test_three_numbers_have_three_heads(core, expected):
    assert heads(core, 3) == expected


@pytest.mark.parametrize("core, expected", [
    ("城乡居民人均可支配收入", ["城镇居民人均可支配收入", "农村居民人均可支配收入"]),
    ("城镇和农村居民人均可支配收入", ["城镇居民人均可支配收入", "农村居民人均可支配收入"]),
    ("银行存、贷款余额", ["银行存款余额", "银行贷款余额"]),
    ("“强基础、严执法”行动和“双百”工程", ["“强基础、严执法”行动", "“双百”工程"]),
])
def test_two_numbers_have_two_heads(core, expected):
    assert heads(core, 2) == expected


def test_words_that_fall_into_other_parts_are_no_heads():
    assert heads("固定资产投资", 2) is None


def test_a_short_part_gets_the_tail_of_the_last():
    assert each("建议和提案办结率") == ["建议办结率", "提案办结率"]


@pytest.mark.parametrize("core, expected", [("城镇居民收入和农民收入", True), ("热线件和信箱来信", False), ("绿地率", False)])
def test_only_a_list_of_indicators_shares_one_number(core, expected):
    assert all_measured(core) is expected
