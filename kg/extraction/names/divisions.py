"""Mentions of the report's own division, of those above it and of its towns."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Iterator

from kg.document.report import Division, Report
from kg.extraction.names.candidate import Candidate
from kg.extraction.names.passage import Passage

_WHOLE = {"province": "省", "city": "市", "county": "县"}


@lru_cache(maxsize=8)
def _own(names: tuple[str, ...]) -> re.Pattern[str] | None:
    return _alternation(names)


def _alternation(names: tuple[str, ...]) -> re.Pattern[str] | None:
    ordered = sorted({n for n in names if len(n) >= 2}, key=lambda n: (-len(n), n))
    return re.compile("|".join(map(re.escape, ordered))) if ordered else None


def division_names(passage: Passage, report: Report) -> Iterator[Candidate]:
    """Candidates for the own division (我县, 全县, its names) and for those above it (全市, 全省)."""
    own = _own(report.own_names)
    if own is not None:
        yield from _found(passage, own, "division.own", 0.95)
    if report.division is not None:
        above = _own(tuple(name for d in report.division.above for name in _forms(d)))
        if above is not None:
            yield from _found(passage, above, "division.above", 0.9)


def _forms(division: Division) -> tuple[str, ...]:
    whole = {"province": "全省", "city": "全市"}.get(division.level, "")
    return tuple(n for n in (division.name, division.short, whole) if len(n) >= 2)


def _found(passage: Passage, pattern: re.Pattern[str], rule: str, confidence: float) -> Iterator[Candidate]:
    for match in pattern.finditer(passage.text, passage.sentence.start, passage.sentence.end):
        yield Candidate(match.start(), match.end(), ("AdministrativeDivision",), rule, confidence,
                        passage.sentence.index)
