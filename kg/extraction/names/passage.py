"""A sentence laid out for the search of names: clauses, words of the lexicons, quotes."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

import rjieba

from kg.document.report import Report, Sentence
from kg.extraction.lexicon import Match, lexicon
from kg.extraction.phrases import Clause, clauses, enclosed

LAYERS = ("boundaries", "heads", "groups", "predicates", "honor_verbs", "terms")
_UNREAD = frozenset(("footer", "glossary"))


class Layer:
    """Matches of one lexicon in text order, sliced by position."""

    def __init__(self, matches: list[Match]):
        self._matches = matches
        self._starts = [m.start for m in matches]

    def within(self, start: int, end: int) -> list[Match]:
        """The matches that lie in ``[start, end)``."""
        low = bisect_left(self._starts, start)
        found = self._matches[low:bisect_left(self._starts, end, low)]
        if found and found[-1].end > end:
            found.pop()
        return found


@dataclass(slots=True)
class Passage:
    """One sentence with what the finders of names look at; all offsets are of the document."""

    text: str
    sentence: Sentence
    clauses: list[Clause]
    enclosed: list[tuple[int, int]]
    layers: dict[str, Layer] = field(repr=False)
    starts: frozenset[int] = field(repr=False)  # where words begin
    ends: frozenset[int] = field(repr=False)  # where words end

    def within(self, layer: str, start: int, end: int) -> list[Match]:
        """Words of a lexicon that lie in the stretch."""
        return self.layers[layer].within(start, end)

    def inside(self, start: int, end: int) -> bool:
        """Is the stretch within quotes or brackets (marks not counted)?"""
        for a, b in self.enclosed:
            if a < start and end < b:
                return True
        return False

    def boundaries_within(self, start: int, end: int) -> list[Match]:
        """Boundary words in the stretch that are not part of something quoted."""
        found = self.layers["boundaries"].within(start, end)
        return [b for b in found if not self.inside(b.start, b.end)] if self.enclosed else found

    def heads_within(self, start: int, end: int) -> list[Match]:
        """Nouns in the stretch that a name can end in."""
        return self.layers["heads"].within(start, end)


def passages(report: Report) -> list[Passage]:
    """All sentences of the report that can hold names, laid out, in order."""
    text = report.text
    starts, ends = _word_edges(text)
    layers = {name: Layer(_matches(name, text, starts, ends)) for name in LAYERS}
    return [Passage(text, sentence, clauses(text, sentence.start, sentence.end),
                    enclosed(text, sentence.start, sentence.end), layers, starts, ends)
            for sentence in report.sentences if sentence.part not in _UNREAD]


def _matches(name: str, text: str, starts: frozenset[int], ends: frozenset[int]) -> list[Match]:
    found = lexicon(name).find(text)
    if name == "heads":
        return [m for m in found if m.end in ends]
    if name in ("groups", "predicates"):
        return found
    return [m for m in found if _aligned(m, starts, ends)]


def _word_edges(text: str) -> tuple[frozenset[int], frozenset[int]]:
    """Where words of the dictionary begin and end.

    Unknown words fall into single characters: names of companies and places mostly do.
    """
    edges, at = [0], 0
    for word in rjieba.cut(text, False):
        at += len(word)
        edges.append(at)
    return frozenset(edges[:-1]), frozenset(edges[1:])


def _aligned(match: Match, starts: frozenset[int], ends: frozenset[int]) -> bool:
    """A word must sit on word edges: both for single characters, one for longer words."""
    if match.end - match.start == 1:
        return match.start in starts and match.end in ends
    return match.start in starts or match.end in ends
