"""Mentions of administrative divisions: the report's own, those above it, its towns, and others by name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from kg.document.gazetteer import Gazetteer, short_name
from kg.document.report import Division, Report
from kg.extraction.lexicon import load
from kg.extraction.names.candidate import Candidate
from kg.extraction.names.passage import Layer, Passage

_WHOLE = {"province": ("全省", "我省"), "city": ("全市", "我市")}
_BEFORE_WHOLE = tuple("安健完")  # 安全县, 健全县乡体系: 全 ends another word
_NATURAL = "河路街山湖江海沟"  # a town that is called like a river or a road is told by its ending only
_SIGHT = re.compile(r"国家|景[区点]|风景|生态|旅游|遗址|窑洞|水库|连接线|互通|引线|新城|改线|[-—至（]|[一二三四]期")  # things that are called like the town
_ROUTE = ("-", "—", "至", "到")
_LISTED = ("、", "和", "与", "及")  # between two towns of a list
_GOES_ON = re.compile(r"[路街道镇乡村桥区县河湖山公集银医中小学园湾港口站场馆楼]|大[道街学]")  # a short name that is part of a longer one


_JOINTS = tuple("、和与及")


class DivisionNames:
    """Finds divisions in the sentences of one report."""

    def __init__(self, report: Report):
        division = report.division
        self._rules: dict[str, str] = {}
        if division is not None:
            self._rules.update({name: "division.county" for name in _neighbours(division)})
            towns = Gazetteer.default().towns(division)
            self._rules.update({town.short: "division.town-short" for town in towns
                                if town.short[-1] not in _NATURAL and town.short not in _homonyms()})
            self._rules.update({town.name: "division.town" for town in towns})
            self._rules.update({name: "division.above" for up in division.above for name in _forms(up)})
        self._rules.update({name: "division.own" for name in report.own_names if len(name) >= 2})
        self._own = Layer(_Names(self._rules).find(report.text) if self._rules else [], len(report.text))
        self._others = Layer(_others().find(report.text), len(report.text))

    def candidates(self, passage: Passage) -> Iterator[Candidate]:
        """A candidate for each name of a division in the sentence."""
        first, last = passage.sentence.start, passage.sentence.end
        for start, end, _ in self._others.within(first, last):
            if start in passage.edges and end in passage.edges and not _GOES_ON.match(passage.text, end):
                yield self._candidate(passage, start, end, "division.other")
        found = self._own.within(first, last)
        towns = [(start, end) for start, end, name in found if self._rules[name].startswith("division.town")]
        for start, end, name in found:
            if self._rules[name] == "division.county" and not _stands_alone(passage, start, end) \
                    or name.startswith("全") and passage.text[start - 1:start] in _BEFORE_WHOLE \
                    or self._rules[name] == "division.town-short" and not _names_town(passage, start, end, towns):
                continue
            yield self._candidate(passage, start, end, self._rules[name])

    def _candidate(self, passage: Passage, start: int, end: int, rule: str) -> Candidate:
        types = ("Town", "AdministrativeDivision") if rule.startswith("division.town") else ("AdministrativeDivision",)
        return Candidate(start, end, types, rule, _CONFIDENCE[rule], passage.sentence.index)


class Named(NamedTuple):
    """A stretch of a text that is one of the names."""

    start: int
    end: int
    name: str


class _Names:
    """A set of names ready for search."""

    def __init__(self, names: Iterable[str]):
        self._names = sorted(names)
        self._automaton = CharwiseDoubleArrayAhoCorasick(self._names, MATCH_KIND_LEFTMOST_LONGEST)

    def find(self, text: str) -> list[Named]:
        """Where the names occur in a text, in order."""
        return [Named(start, end, self._names[i]) for start, end, i in self._automaton.find(text)]


_CONFIDENCE = {"division.own": 0.95, "division.above": 0.9, "division.town": 0.95, "division.town-short": 0.76, "division.county": 0.85,
               "division.other": 0.8}


def _forms(division: Division) -> tuple[str, ...]:
    return tuple(n for n in (division.name, division.short, *_WHOLE.get(division.level, ())) if len(n) >= 2)


def _neighbours(division: Division) -> frozenset[str]:
    """The counties within the division, or those that share the city with it, but for what are common words."""
    around = division if division.level in ("province", "city") else next(iter(division.above), division)
    return Gazetteer.default().counties(around) - _homonyms()


def _stands_alone(passage: Passage, start: int, end: int) -> bool:
    """Is it a word, and not the beginning of a longer name?"""
    return start in passage.edges and (end in passage.edges or end - start > 2) and not _GOES_ON.match(passage.text, end)


def _names_town(passage: Passage, start: int, end: int, towns: Sequence[tuple[int, int]]) -> bool:
    """Does the short name stand for the town: alone in its place, and long enough or beside another town in a list?"""
    if not {start, end} <= passage.edges or _GOES_ON.match(passage.text, end) or _SIGHT.match(passage.text, end) \
            or passage.text[start - 1:start] in _ROUTE:
        return False
    return end - start > 2 or any(passage.text[min(end, b):max(start, a)] in _LISTED for a, b in towns if (a, b) != (start, end))


@lru_cache(maxsize=1)
def _homonyms() -> frozenset[str]:
    return frozenset(entry.text for entry in load("homonyms"))


@lru_cache(maxsize=1)
def _others() -> _Names:
    """Provinces and cities by full and short name, counties by full name, without what are common words."""
    gazetteer = Gazetteer.default()
    counties = {name for name in gazetteer.names_of("county") if len(name) >= 3 and short_name(name) != name}
    return _Names((gazetteer.names_of("province", "city") | counties) - _homonyms())


def town_shorts(report: Report) -> frozenset[str]:
    """Short names of the towns of the report's own county: where they open names, they are no companies."""
    towns = Gazetteer.default().towns(report.division) if report.division is not None else ()
    return frozenset(town.short for town in towns)


def without_unknown_towns(candidates: Iterable[Candidate], report: Report) -> Iterator[Candidate]:
    """Drop what ends like a town (…镇, …乡) but is none of the city's, unless the report names it twice.

    Old reports name towns that have been merged since; a town that is named once only, and not among others, may be a
    turn of phrase.
    """
    candidates, text = tuple(candidates), report.text
    division = report.division
    known = Gazetteer.default().town_names(division) if division is not None and division.code else None
    ends = {c.end for c in candidates if c.types[0] == "Town"}
    starts = {c.start for c in candidates if c.types[0] == "Town"}
    near = {c.sentence for c in candidates if c.types[0] == "Town" and c.rule == "division.town"}  # sentences with a known town
    for candidate in candidates:
        start, end = candidate.start, candidate.end
        doubtful = known is not None and candidate.types[0] == "Town" and candidate.rule.startswith("heads.")
        listed = text[start - 1:start] in _JOINTS and start - 1 in ends or text[end:end + 1] in _JOINTS and end + 1 in starts
        wider = doubtful and any(text[at:end] in known for at in range(start + 1, end - 1))  # 以南张镇
        if not doubtful or text[start:end] in known or not wider and (listed or candidate.sentence in near or text.count(text[start:end]) > 1):
            yield candidate
