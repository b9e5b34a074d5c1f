"""Number expressions: a number as written with its scale, its unit and what bounds it.

Only numbers that a unit, a scale or a percent sign follows are found: a bare number is a name, a date or an
ordinal far more often than a quantity. Units and their kinds are the lexicon ``quantity_units``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.extraction.lexicon import load
from kg.extraction.quantities.patterns import pattern

# patterns begin with a plain class of characters, which the search skips to; what precedes is asked after
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE = r"[百千]?万亿|[十百千]?[万亿]|百(?!分)|千(?![瓦克米伏卡公])"
_NUMBER = re.compile(
    r"(?P<number>\d(?:(?<![A-Za-z\d.+＋\-－—–×*/_第·∶]\d)|(?<=GDP\d))(?:\d{0,2}(?:,\d{3})+|\d*)(?:\.\d+)?)"
    rf"(?:(?:[%‰]|[万亿]?[元吨亩人个家]?)(?:[-－—–~～至]{{1,2}})(?P<high>{_DIGITS}))?"
    rf"(?P<more>[余多来几])?(?P<scale>{_SCALE})?(?P<more_after>[余多来])?")
_SUFFIX = re.compile(r"(?:以上|及以上|以内|之内|及以内|以下|及以下|左右|上下|之上|[多余](?![种样元数边方年少]))")
_CHINESE = re.compile(
    r"(?P<number>[两二三四五六七八九十](?<![第百十千万零一二三四五六七八九两几数].)(?:(?<=十)[一二三四五六七八九]?|十[一二三四五六七八九]?)?)"
    r"(?P<more>[余多])?(?=[家所座条处])")
_RANK = re.compile(r"(?P<mark>[第前])(?P<number>[一二三四五六七八九十]{1,3}|\d{1,3})(?P<unit>[位名强]?)(?=[，。；、）：,;\n]|$)")
_RANKED = pattern("ranked")
_INDEX = pattern("index")
_CLOSERS = "，；。、）\n,;"
_BOUNDS = {"以上": "AtLeast", "及以上": "AtLeast", "之上": "AtLeast", "以内": "AtMost", "之内": "AtMost",
           "及以内": "AtMost", "以下": "AtMost", "及以下": "AtMost", "左右": "About", "上下": "About",
           "多": "About", "余": "About"}
_CHINESE_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2}


@dataclass(slots=True)
class Quantity:
    """A number with its unit; ``end`` excludes a bounding word after it (``以上``), ``suffix_end`` includes it.

    ``kind`` is the kind of unit in the lexicon (``counter``, ``money``, ``percent`` …), ``""`` where only a
    scale (``55万``) follows; ``high`` is the upper end of a range.
    """

    start: int
    end: int
    suffix_end: int
    value: str
    unit: str
    kind: str
    bound: str = ""
    high: str = ""
    rule: str = ""  # id of the unit's entry


@lru_cache(maxsize=1)
def _units() -> dict[str, tuple[str, re.Pattern | None]]:
    """Unit → its kind and what must not follow it."""
    return {entry.text: (entry.columns["kind"],
                         re.compile(entry.columns["unless"]) if entry.columns["unless"] else None)
            for entry in load("quantity_units")}


@lru_cache(maxsize=1)
def _unit_lengths() -> dict[str, tuple[int, ...]]:
    """First character of a unit → the lengths that units with it have, longest first."""
    lengths: dict[str, set[int]] = {}
    for unit in _units():
        lengths.setdefault(unit[0], set()).add(len(unit))
    return {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}


def chinese_numeral(written: str) -> int:
    """The value of a numeral below one hundred.

    >>> [chinese_numeral(n) for n in ("两", "十", "十二", "三十", "四十五")]
    [2, 10, 12, 30, 45]
    """
    tens, ten, ones = written.rpartition("十")
    value = _CHINESE_DIGITS[ones] if ones else 0
    return value + (10 * (_CHINESE_DIGITS[tens] if tens else 1) if ten else 0)


def find_numbers(text: str, start: int = 0, end: int | None = None) -> Iterator[Quantity]:
    """The quantities in a stretch of text, in order.

    >>> [(q.value, q.unit, q.bound) for q in find_numbers("惠及6.1万余人，占80%以上，新建3座")]
    [('6.1', '万人', 'About'), ('80', '%', 'AtLeast'), ('3', '座', '')]
    """
    end = len(text) if end is None else end
    for match in _NUMBER.finditer(text, start, end):
        quantity = _quantity(text, match, end)
        if quantity is not None:
            yield quantity


def find_chinese_numbers(text: str, start: int, end: int) -> Iterator[Quantity]:
    """Counts in Chinese numerals (``两家``, ``十余条``), in order.

    >>> [(q.value, q.unit) for q in find_chinese_numbers("新建两所学校、十二座桥梁", 0, 12)]
    [('2', '所'), ('12', '座')]
    """
    for match in _CHINESE.finditer(text, start, end):
        unit = _unit_at(text, match.end())
        if unit is not None and match.end() + len(unit[0]) <= end:
            close = match.end() + len(unit[0])
            value = str(chinese_numeral(match["number"]))
            yield Quantity(match.start(), close, close, value, *unit, "About" if match["more"] else "",
                           rule=f"quantity_units.{unit[0]}")


def find_ranks(text: str, start: int, end: int) -> Iterator[Quantity]:
    """Places in an order (``居全省第三位``, ``位列全国前10强``), in order.

    >>> [(q.value, q.unit, q.bound) for q in find_ranks("增速居全省第三位、位列全国前10强。", 0, 17)]
    [('3', '位', ''), ('10', '强', 'AtMost')]
    """
    last = -1  # where the last one ended, for 第三位、第五位
    for match in _RANK.finditer(text, start, end):
        goes_on = match.start() == last + 1 and text[last] in "、和"
        if goes_on or _RANKED.search(text, max(start, match.start() - 20), match.start()):
            last = match.end()
            number = match["number"]
            value = number if number.isdecimal() else str(chinese_numeral(number))
            yield Quantity(match.start(), match.end(), match.end(), value, match["unit"], "rank",
                           "AtMost" if match["mark"] == "前" else "", rule="quantity_patterns.ranked")


def _quantity(text: str, match: re.Match, limit: int) -> Quantity | None:
    at, scale = match.end(), match["scale"] or ""
    unit = _unit_at(text, at)
    if unit is None and not scale:
        return _index(text, match, limit)
    if unit is None and (text[at:at + 1].isascii() and text[at:at + 1].isalnum()):
        return None
    name, kind = unit or ("", "")
    close = at + len(name)
    if close > limit:
        return None
    bound = "About" if match["more"] or match["more_after"] else ""
    suffix = _SUFFIX.match(text, close, limit)
    suffix_end = close
    if suffix is not None:
        suffix_end = suffix.end()
        bound = _BOUNDS[suffix.group()]
    high = (match["high"] or "").replace(",", "")
    if high and not bound:
        bound = "AtLeast"
    value = match["number"].replace(",", "")
    return Quantity(match.start(), close, suffix_end, value, scale + name, kind, bound, high,
                    f"quantity_units.{name or scale[-1]}")


def _index(text: str, match: re.Match, limit: int) -> Quantity | None:
    """A bare number is a quantity only where an index has it (``空气综合指数4.8``)."""
    end = match.end()
    if match["high"] or match["more"] or match["more_after"] or (end < limit and text[end] not in _CLOSERS):
        return None
    if not _INDEX.search(text, max(0, match.start() - 12), match.start()):
        return None
    return Quantity(match.start(), end, end, match["number"], "", "index", rule="quantity_patterns.index")


def _unit_at(text: str, at: int) -> tuple[str, str] | None:
    """The longest unit that begins at a place, with a unit that it is divided by, and its kind."""
    units = _units()
    for length in _unit_lengths().get(text[at:at + 1], ()):
        name = text[at:at + length]
        found = units.get(name)
        if found is not None and (found[1] is None or not found[1].match(text, at + length)):
            if text.startswith("（", at + length):
                close = text.find("）", at + length, at + length + 4)
                if close > 0 and text[at + length + 1:close] in units:
                    return text[at:close + 1], found[0]
            return name, found[0]
    return None
