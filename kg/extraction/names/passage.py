"""A sentence laid out for the search of names: clauses, boundary words, heads, quotes."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

import rjieba

from kg.document.report import Report, Sentence
from kg.extraction.lexicon import Match, lexicon
from kg.extraction.phrases import Clause, clauses, enclosed


@dataclass(slots=True)
class Passage:
    """One sentence with what the finders of names look at; all offsets are of the document."""

    text: str
    sentence: Sentence
    clauses: list[Clause]
    enclosed: list[tuple[int, int]]
    boundaries: list[Match]  # verbs and function words that can end the name to their right
    heads: list[Match]  # nouns that a name can end in
    starts: frozenset[int] = field(repr=False)  # where words begin
    ends: frozenset[int] = field(repr=False)  # where words end
    tags: dict[int, str] = field(repr=False)  # part of speech of the word that ends there

    def inside(self, start: int, end: int) -> bool:
        """Is the stretch within quotes or brackets (marks not counted)?"""
        return any(a < start and end < b for a, b in self.enclosed)

    def boundaries_within(self, start: int, end: int) -> list[Match]:
        """Boundary words in the stretch that are not part of something quoted."""
        return [b for b in self.boundaries if b.start >= start and b.end <= end and not self.inside(b.start, b.end)]

    def heads_within(self, start: int, end: int) -> list[Match]:
        """Head nouns in the stretch."""
        return [h for h in self.heads if h.start >= start and h.end <= end]


def passages(report: Report) -> list[Passage]:
    """All sentences of the report laid out, in order."""
    text = report.text
    starts, tags = _word_edges(text)
    ends = frozenset(tags)
    boundary = _Runner([m for m in lexicon("boundaries").find(text) if _aligned(m, starts, ends)])
    head = _Runner([m for m in lexicon("heads").find(text) if m.end in ends])
    laid_out = []
    for sentence in report.sentences:
        if sentence.part in ("footer", "glossary"):
            continue
        a, b = sentence.start, sentence.end
        laid_out.append(Passage(text, sentence, clauses(text, a, b), enclosed(text, a, b), boundary.within(a, b),
                                head.within(a, b), starts, ends, tags))
    return laid_out


class _Runner:
    """Matches in text order, sliced by position."""

    def __init__(self, matches: list[Match]):
        self._matches = matches
        self._starts = [m.start for m in matches]

    def within(self, start: int, end: int) -> list[Match]:
        return self._matches[bisect_left(self._starts, start):bisect_left(self._starts, end)]


def _word_edges(text: str) -> tuple[frozenset[int], dict[int, str]]:
    """Where words of the dictionary begin, and where they end with which part of speech.

    Unknown words fall into single characters: names of companies and places mostly do.
    """
    starts, tags, at = [], {}, 0
    for word, tag in rjieba.tag(text, False):
        starts.append(at)
        at += len(word)
        tags[at] = tag
    return frozenset(starts), tags


def _aligned(match: Match, starts: frozenset[int], ends: frozenset[int]) -> bool:
    """A boundary word must sit on word edges: both for single characters, one for longer words."""
    if match.end - match.start == 1:
        return match.start in starts and match.end in ends
    return match.start in starts or match.end in ends
