"""Mentions of administrative divisions: the report's own, those above it, its towns, and others by name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Iterable, Iterator

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from kg.document.gazetteer import Gazetteer, short_name
from kg.document.report import Division, Report
from kg.extraction.lexicon import load
from kg.extraction.names.candidate import Candidate
from kg.extraction.names.passage import Passage

_WHOLE = {"province": ("全省", "我省"), "city": ("全市", "我市")}
_GOES_ON = re.compile(r"[路街道镇乡村桥区县河湖山公集银医中小学园湾港口站场馆楼]|大[道街学]")  # a short name that is part of a longer one


class DivisionNames:
    """Finds divisions in the sentences of one report."""

    def __init__(self, report: Report):
        division = report.division
        forms: dict[str, str] = {name: "division.other" for name in _others()}
        if division is not None:
            forms.update({town.name: "division.town" for town in Gazetteer.default().towns(division)})
            forms.update({name: "division.above" for up in division.above for name in _forms(up)})
        forms.update({name: "division.own" for name in report.own_names if len(name) >= 2})
        self._rules = forms
        self._names = tuple(sorted(forms))
        self._automaton = CharwiseDoubleArrayAhoCorasick(list(self._names), MATCH_KIND_LEFTMOST_LONGEST)

    def candidates(self, passage: Passage) -> Iterator[Candidate]:
        """A candidate for each name of a division in the sentence."""
        base = passage.sentence.start
        for start, end, i in self._automaton.find(passage.text[base:passage.sentence.end]):
            rule = self._rules[self._names[i]]
            a, b = base + start, base + end
            if rule == "division.other" and not (a in passage.edges and b in passage.edges
                                                 and not _GOES_ON.match(passage.text, b)):
                continue
            types = ("Town", "AdministrativeDivision") if rule == "division.town" else ("AdministrativeDivision",)
            yield Candidate(a, b, types, rule, _CONFIDENCE[rule], passage.sentence.index)


_CONFIDENCE = {"division.own": 0.95, "division.above": 0.9, "division.town": 0.95, "division.other": 0.8}


def _forms(division: Division) -> tuple[str, ...]:
    return tuple(n for n in (division.name, division.short, *_WHOLE.get(division.level, ())) if len(n) >= 2)


@lru_cache(maxsize=1)
def _others() -> frozenset[str]:
    """Provinces and cities by full and short name, counties by full name, without what are common words."""
    gazetteer = Gazetteer.default()
    upper = {name for name in gazetteer.names if any(len(d.code) <= 4 for d in gazetteer.named(name))}
    counties = {name for name in gazetteer.names if len(name) >= 3 and short_name(name) != name}
    return frozenset((upper | counties) - {entry.text for entry in load("homonyms")})


def without_unknown_towns(candidates: Iterable[Candidate], report: Report) -> Iterator[Candidate]:
    """Drop what ends like a town (…镇, …乡) but is none of the city's, unless the report names it twice.

    Old reports name towns that have been merged since; a town that is named once only may be a turn of phrase.
    """
    division = report.division
    known = Gazetteer.default().town_names(division) if division is not None and division.code else None
    for candidate in candidates:
        name = report.text[candidate.start:candidate.end]
        doubtful = known is not None and candidate.types[0] == "Town" and candidate.rule.startswith("heads.")
        if not doubtful or name in known or report.text.count(name) > 1:
            yield candidate
