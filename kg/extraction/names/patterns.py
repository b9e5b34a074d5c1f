"""Names with a fixed shape: congresses, plenary meetings, numbered roads, substations."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Iterator

from kg.extraction.lexicon import Entry, load
from kg.extraction.names.candidate import Candidate
from kg.extraction.names.passage import Passage


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[Entry, re.Pattern[str]], ...]:
    return tuple((entry, re.compile(entry.columns["pattern"])) for entry in load("patterns"))


def shaped_names(passage: Passage) -> Iterator[Candidate]:
    """A candidate for each stretch of the sentence that has one of the shapes of the lexicon ``patterns``."""
    for entry, pattern in _patterns():
        for match in pattern.finditer(passage.text, passage.sentence.start, passage.sentence.end):
            start = _trim(passage, match.start(), match.end())
            yield Candidate(start, match.end(), entry.list("types"), entry.id, float(entry.columns["confidence"]),
                            passage.sentence.index)


def _trim(passage: Passage, start: int, end: int) -> int:
    """A shape may begin too far left: verbs and function words are cut off."""
    for boundary in passage.boundaries_within(start, end):
        if boundary.entry.columns["class"] in ("govern", "function", "adverb"):
            start = boundary.end
    return start
