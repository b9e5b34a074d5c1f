"""Lexicons: tables of general language, and fast search for their entries in a text.

A lexicon is a CSV file in ``lexicons/`` with a column ``text``; the other columns are its own. The id of an
entry is the name of its file and its text (``heads.产业园``): evidence cites it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from typing import NamedTuple

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from kg import resources


class Entry(NamedTuple):
    """One row of a lexicon."""

    id: str
    text: str
    columns: dict[str, str]

    def list(self, column: str) -> tuple[str, ...]:
        """A column that holds several values, parted by ``|``."""
        return _values(self.columns.get(column, ""))


@cache
def _values(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


class Match(NamedTuple):
    """A stretch of a text that is an entry of a lexicon."""

    start: int
    end: int
    entry: Entry


_match = partial(tuple.__new__, Match)  # without a step in Python for each


@cache
def load(name: str) -> tuple[Entry, ...]:
    """All entries of the lexicon ``name``.

    >>> [entry.text for entry in load("heads")][:2]
    ['产业园', '产业园区']
    """
    with resources.lexicon(f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(Entry(f"{name}.{row['text']}", row["text"], row) for row in csv.DictReader(file))


class Lexicon:
    """The entries of a lexicon with an automaton that finds the longest of them from left to right."""

    def __init__(self, entries: tuple[Entry, ...]):
        self.entries = entries
        self._automaton = CharwiseDoubleArrayAhoCorasick([e.text for e in entries], MATCH_KIND_LEFTMOST_LONGEST)

    def find(self, text: str) -> list[Match]:
        """The entries that occur in a text, in order, without overlap."""
        return self.matches(self.spans(text))

    def spans(self, text: str) -> list[tuple[int, int, int]]:
        """What ``find`` finds, as bare starts, ends and places of entries, so that many can be sifted before they are made."""
        spans = self._automaton.find(text)
        if _seen is not None:  # what is sifted out later counts too: it keeps shorter words from being found
            _seen.update(self.entries[i].id for _, _, i in spans)
        return spans

    def matches(self, spans: Iterable[tuple[int, int, int]]) -> list[Match]:
        """The matches of spans that ``spans`` found."""
        entries = self.entries
        return [_match((start, end, entries[i])) for start, end, i in spans]


_seen: set[str] | None = None  # ids of entries that were found, while somebody wants to know


@contextmanager
def watching() -> Iterator[set[str]]:
    """Give a set that holds, when the block ends, the ids of all entries that lexicons found in it.

    >>> with watching() as found:
    ...     _ = lexicon("heads").find("云溪化工产业园区")
    >>> sorted(found)
    ['heads.产业园区']
    """
    global _seen
    _seen = set()
    try:
        yield _seen
    finally:
        _seen = None


@cache
def lexicon(name: str) -> Lexicon:
    """The lexicon ``name`` ready for search.

    >>> [match.entry.id for match in lexicon("heads").find("云溪化工产业园区")]
    ['heads.产业园区']
    """
    return Lexicon(load(name))
