"""Rivers, lakes and mountains that the dictionary knows as one word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import rjieba

from kg.extraction.lexicon import load
from kg.extraction.names.candidate import Candidate
from kg.extraction.names.passage import Passage

_LAST = re.compile(r"[湖河江山岛峡湾]")
_NAMES = frozenset(("ns", "nr", "nrt", "nz"))
_IDIOM = "i"  # the dictionary takes some rivers for set phrases; those have four characters
_LONGEST = 5  # characters of such a word


def natural_places(passage: Passage) -> Iterator[Candidate]:
    """A candidate for each word of three characters and more that is a name and ends in 湖, 河, 山 and the like."""
    for match in _LAST.finditer(passage.text, passage.sentence.start + 2, passage.sentence.end):
        end = match.end()
        start = next((at for at in range(end - 1, max(end - _LONGEST, passage.sentence.start) - 1, -1) if at in passage.edges), end)
        if end in passage.edges and end - start >= 3 and _is_name(passage.text[start:end]):
            yield Candidate(start, end, ("Place",), "nature.word", 0.75, passage.sentence.index)


@lru_cache(maxsize=1)
def _phrases() -> frozenset[str]:
    """Turns of phrase that look like names (绿水青山)."""
    return frozenset(entry.text for entry in load("terms") if not entry.columns["types"])


@lru_cache(maxsize=4096)
def _is_name(word: str) -> bool:
    tagged = rjieba.tag(word, False)
    return word not in _phrases() and len(tagged) == 1 \
        and (tagged[0][1] in _NAMES or (tagged[0][1] == _IDIOM and len(word) == 3))
