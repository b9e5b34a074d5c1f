"""Numbers as reports write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.numbers import chinese_numeral, find_chinese_numbers, find_numbers


def read(text: str) -> list[tuple[str, str, str]]:
    return [(q.value, q.unit, q.bound) for q in find_numbers(text)]


@pytest.mark.parametrize("text, expected", [
    ("完成331亿元", ("331", "亿元", "")),
    ("增长6.5%", ("6.5", "%", "")),
    ("达到1,234.5万元", ("1234.5", "万元", "")),
    ("惠及1.9万人", ("1.9", "万人", "")),
    ("自然增长率5.3‰", ("5.3", "‰", "")),
    ("提高2.1个百分点", ("2.1", "个百分点", "")),
    ("是上年的2.9倍", ("2.9", "倍", "")),
    ("浓度为25.9微克/立方米", ("25.9", "微克/立方米", "")),
    ("装机809万千瓦", ("809", "万千瓦", "")),
    ("接待430万人次", ("430", "万人次", "")),
    ("维修13件（套）", ("13", "件（套）", "")),
    ("人口达到55万", ("55", "万", "")),
])
def test_the_unit_stays_as_written_with_its_scale(text, expected):
    assert read(text) == [expected]


@pytest.mark.parametrize("text, expected", [
    ("设施150余处", ("150", "处", "About")),
    ("经营6万余处", ("6", "万处", "About")),
    ("资金3亿多元", ("3", "亿元", "About")),
    ("不足10多户", ("10", "户", "About")),
    ("增长7%以上", ("7", "%", "AtLeast")),
    ("控制在4.5%以内", ("4.5", "%", "AtMost")),
    ("工厂3家左右", ("3", "家", "About")),
])
def test_words_after_a_number_bound_it(text, expected):
    assert read(text) == [expected]


@pytest.mark.parametrize("text", ["增长5%—6%", "增长5—6%", "增长5%-6%", "增长5%至6%", "增长5%~6%"])
def test_a_range_is_its_lower_end_and_keeps_the_upper(text):
    [quantity] = find_numbers(text)
    assert (quantity.value, quantity.high, quantity.unit, quantity.bound) == ("5", "6", "%", "AtLeast")


@pytest.mark.parametrize("text", ["“6+3”产业", "省道S103", "第13届", "1222工程", "结构为21:45:34", "PM2.5", "2×220吨锅炉"])
def test_names_ordinals_and_ratios_are_no_quantities(text):
    assert read(text) == []


@pytest.mark.parametrize("text", ["20人才", "3成功", "12项目", "8元素"])
def test_a_unit_that_is_the_head_of_another_word_is_none(text):
    assert read(text) == []


def test_chinese_numerals_count_too():
    assert [(q.value, q.unit, q.bound) for q in find_chinese_numbers("新建两所学校、十余座桥梁", 0, 12)] == [
        ("2", "所", ""), ("10", "座", "About")]


@pytest.mark.parametrize("text", ["第三家", "几十家", "一家一户"])
def test_ordinals_and_idioms_are_not_counted(text):
    assert list(find_chinese_numbers(text, 0, len(text))) == []


@given(st.integers(2, 99))
def test_numerals_below_a_hundred_have_their_value(value):
    digits = "零一二三四五六七八九"
    tens, ones = divmod(value, 10)
    written = ("" if tens == 1 else digits[tens]) + "十" if tens else ""
    assert chinese_numeral(written + (digits[ones] if ones else "")) == value


@given(st.decimals(0, 10**6, places=2, allow_nan=False),
       st.sampled_from(["亿元", "%", "家", "公里", "万人次", "个百分点"]))
def test_any_number_with_a_unit_is_found_at_its_place(value, unit):
    text = f"指标达到{value}{unit}，增长"
    [quantity] = find_numbers(text)
    assert quantity.value == str(value) and quantity.unit == unit
    assert text[quantity.start:quantity.end] == f"{value}{unit}"


@given(st.text(alphabet="0123456789.,万亿元%个家余多以上—-（）“”第", max_size=40))
def test_any_text_is_read_and_spans_stay_inside(text):
    for quantity in find_numbers(text):
        assert 0 <= quantity.start < quantity.end <= quantity.suffix_end <= len(text)
        assert float(quantity.value) >= 0
