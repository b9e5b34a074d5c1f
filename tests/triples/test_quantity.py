"""Values in base units."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.triples.quantity import normalise
from kg.triples.vocabulary import GOV, UNIT


@pytest.mark.parametrize("value, unit, number, iri", [
    ("331", "亿元", "33100000000", f"{UNIT}CNY"), ("6782", "万美元", "67820000", f"{UNIT}USD"),
    ("3.5", "万亩", "35000", f"{GOV}Mu"), ("-5.9", "%", "-5.9", f"{UNIT}PERCENT"),
    ("2.4", "个百分点", "2.4", f"{GOV}PercentagePoint"), ("1.9", "万人", "19000", f"{UNIT}NUM"),
    ("12", "个", "12", f"{UNIT}NUM"), ("7.2", "亿斤", "360000000", f"{UNIT}KiloGM"), ("86", "公里", "86", f"{UNIT}KiloM"),
])
def test_a_quantity_in_its_base_unit(value, unit, number, iri):
    quantity = normalise(value, unit)
    assert (format(quantity.value, "f"), quantity.unit) == (number, iri)


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_ten_thousand_of_a_ten_thousandth_is_the_same(value):
    assert normalise(str(value), "亿元").value == normalise(str(value * 10000), "万元").value


@given(st.decimals(min_value=-10**6, max_value=10**6, places=3), st.sampled_from(["亿元", "%", "万亩", "家", "万人次"]))
def test_no_value_needs_an_exponent(value, unit):
    assert "E" not in format(normalise(str(value), unit).value, "f")
    assert isinstance(normalise(str(value), unit).value, Decimal)
