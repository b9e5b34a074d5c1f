"""The year that a number speaks of, and whether it is done or promised."""

from __future__ import annotations

import re

from kg.extraction.quantities.patterns import pattern

_YEAR = pattern("year")
_QUOTED = re.compile(r"“[^”]{6,}”|《[^》]*》")
_PLANS = {"十五": 2005, "十一五": 2010, "十二五": 2015, "十三五": 2020, "十四五": 2025, "十五五": 2030}
_WORDS = {"去年": -1, "上年": -1, "前年": -2, "明年": 1, "今年": 0}
_TERM = pattern("term")
_DONE = pattern("done")
_STANDING = pattern("standing")
_COMPARED = pattern("compared")
_PROMISED = pattern("promised")
_FROM_ENDS = ("年", "底", "末", "初", "的", "由", "从")
_SINCE = pattern("since")
_FROM = pattern("from")
_FROM_BEFORE = pattern("from-before")


def year_of(before: str, default: int | None, report_year: int | None) -> int | None:
    """The last year named before a number that is no point of comparison, or the default.

    >>> year_of("到2025年，产值达到", 2023, 2023), year_of("2016年完成收入，比2011年增长", 2017, 2017)
    (2025, 2016)
    """
    if "年" not in before and "末" not in before and "期" not in before:
        return default
    found = default
    before = _QUOTED.sub("", before)
    segment = before.rfind("；")
    for match in _YEAR.finditer(before):
        reached = match["till"] and match["after"] == "的" and match.end() == len(before)  # 增加到2021年的185亿元
        if match["comparison"] or match["after"] and not reached or 3 < match.start() < segment:
            continue
        year = _named(match, report_year)
        if year is not None:
            found = year
    return _end_of_term(before, found, report_year) if found == default else found


def _end_of_term(before: str, default: int | None, report_year: int | None) -> int | None:
    """A term that is still to come is spoken of by its last year (``今后五年`` of 2021: 2025)."""
    match = _TERM.search(before)
    if match is None or report_year is None:
        return default
    end = report_year + 4 if match["term"] else _PLANS.get(match["plan"], 0)
    return end if end > report_year else default


def base_year(before: str, report_year: int | None) -> int | None:
    """The year of the value that a change starts from (``由2015年的``), where it or the sentence before says so.

    Changes of one sentence that starts from a year all do.

    >>> base_year("总产量由2015年的", 2021), base_year("与2015年相比，总产量由", 2021), base_year("总产量由", 2021)
    (2015, 2015, None)
    >>> base_year("总产量由2015年的3万吨增加到5万吨，单产由", 2021)
    2015
    """
    if not before.endswith(_FROM_ENDS):
        return None
    match = _FROM.search(before) or _SINCE.search(before) or before.endswith(("由", "从")) and _FROM_BEFORE.search(before)
    return _named(match, report_year) if match else None


def _named(match: re.Match, report_year: int | None) -> int | None:
    if match["year"]:
        return int(match["year"])
    if match["plan"]:
        return _PLANS.get(match["plan"])
    return report_year + _WORDS[match["word"]] if report_year is not None else None


def nature_of(before: str, part: str, year: int | None, report_year: int | None, after: str = "") -> str:
    """``Actual`` or ``Target``: by the part of the report unless the words before or after the number say otherwise.

    What describes where the place lies (``与邻县接壤20公里``) is so in a plan too.

    >>> nature_of("目前全县已建成学校", "plan", 2024, 2024), nature_of("建成学校", "plan", 2024, 2024)
    ('Actual', 'Target')
    """
    if year is not None and report_year is not None and year != report_year:
        return "Target" if year > report_year else "Actual"
    if part == "plan":
        before = before[before.rfind("；") + 1:]
        done = _DONE.search(_COMPARED.sub("", before)) or _STANDING.search(before) or _STANDING.match(after)
        return "Actual" if done else "Target"
    if year is not None and year == report_year and _PROMISED.search(before):
        return "Target"
    return "Actual"
