"""The year a number speaks of, and whether it is done or promised."""

from __future__ import annotations

import pytest

from kg.extraction.quantities.periods import base_year, nature_of, year_of


@pytest.mark.parametrize("before, expected", [
    ("全县生产总值完成", 2023),
    ("2022年，全县生产总值完成", 2022),
    ("到2025年，森林覆盖率达到", 2025),
    ("森林覆盖率比2019年提高", 2023),
    ("自2015年以来，新增就业", 2023),
    ("到“十四五”末，道路里程达到", 2025),
    ("去年，全县接待游客", 2023),
    ("今年，新增就业", 2024),
    ("荣获“2019年全省农村工作先进县”称号，发放资金", 2023),
    ("一期已完工，2020年建成住房，交付使用；全县发放资金", 2023),
    ("今后五年，财政收入达到", 2028),
])
def test_the_year_is_the_last_one_named_that_nothing_is_compared_with(before, expected):
    assert year_of(before, default=2023, report_year=2024) == expected


@pytest.mark.parametrize("before, expected", [
    ("由2019年的", 2019), ("从“十二五”末的", 2015), ("由", None), ("由去年的", 2023), ("增加到2019年的", None)])
def test_a_starting_value_has_a_year_only_where_it_is_said(before, expected):
    assert base_year("粮食总产量" + before, report_year=2024) == expected


@pytest.mark.parametrize("before, part, year, expected", [
    ("生产总值完成", "review", 2023, "Actual"),
    ("生产总值增长", "plan", 2024, "Target"),
    ("目前全县有企业", "plan", 2024, "Actual"),
    ("去年新增就业", "plan", 2023, "Actual"),
    ("新增就业比去年增加", "plan", 2024, "Target"),
    ("到2025年，达到", "review", 2025, "Target"),
    ("我县与青石县接壤", "plan", 2024, "Actual"),
    ("我县高速贯穿全境，新建出入口", "plan", 2024, "Target"),
])
def test_the_part_decides_unless_the_words_say_otherwise(before, part, year, expected):
    assert nature_of(before, part, year, report_year=2024) == expected


def test_a_comparison_before_gives_all_starting_values_their_year():
    before = "与2018年相比，城镇居民收入由9120元增加到15300元，农民收入由"
    assert base_year(before, report_year=2024) == 2018
    assert base_year("与周边县相比，农民收入由", report_year=2024) is None
