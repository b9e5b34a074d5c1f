"""Quantities made comparable: 331 亿元 and 3310000 万元 are one amount."""

from __future__ import annotations

import csv
import re
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from kg.triples.vocabulary import PREFIXES

_UNITS = Path(__file__).with_name("units.csv")
_SCALES = {"": 1, "百": 100, "千": 1_000, "万": 10_000, "百万": 1_000_000, "千万": 10_000_000, "亿": 100_000_000,
           "万亿": 1_000_000_000_000}
_SCALED = re.compile(r"(万亿|千万|百万|亿|万|千|百)?(.*)", re.DOTALL)
_COUNT = "unit:NUM"  # what has no unit of its own is counted: 个, 家, 人, 户


class Quantity(NamedTuple):
    """A value in a base unit."""

    value: Decimal
    unit: str  # IRI


def normalise(value: str, unit: str) -> Quantity:
    """The value in its base unit.

    Raises:
        decimal.InvalidOperation: the value is no decimal number.

    >>> normalise("331", "亿元") == normalise("3310000", "万元")
    True
    >>> normalise("1.9", "万人").value
    Decimal('19000')
    """
    amount = Decimal(value)
    known = _known().get(unit)
    if known is None:
        scale, _ = _SCALED.fullmatch(unit).groups()
        factor, iri = Decimal(_SCALES[scale or ""]), _expand(_COUNT)
    else:
        factor, iri = known
    return Quantity(_plain(amount * factor), iri)


def _plain(number: Decimal) -> Decimal:
    """Without an exponent and without trailing zeros after the point."""
    whole = number.to_integral_value()
    return whole.quantize(Decimal(1)) if whole == number else number.normalize()


@lru_cache(maxsize=1)
def _known() -> dict[str, tuple[Decimal, str]]:
    with _UNITS.open(encoding="utf-8", newline="") as file:
        return {row["unit"]: (Decimal(row["factor"]), _expand(row["iri"])) for row in csv.DictReader(file)}


def _expand(name: str) -> str:
    prefix, local = name.split(":", 1)
    return PREFIXES[prefix] + local
