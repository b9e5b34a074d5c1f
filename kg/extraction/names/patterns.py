"""Names with a fixed shape: congresses, plenary meetings, numbered roads, substations.

In patterns ``[^\\W\\d_A-Za-z]`` is a Chinese character, here and elsewhere: Python takes a millisecond to compile the range
of their code points, and hardly any to compile this.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.extraction.lexicon import Entry, load
from kg.extraction.names.candidate import Candidate
from kg.extraction.names.heads import counted_after
from kg.extraction.names.passage import Passage

_COUNTED = re.compile(r"(?<![第\d])(?:\d+|[两二三四五六七八九十]+)[座个项]$")
_TALLY = 5  # characters that a count of substations takes


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[Entry, re.Pattern[str], re.Pattern[str]], ...]:
    """Each entry with the mark that a sentence must hold for it, and its pattern."""
    return tuple((entry, re.compile(entry.columns["mark"]), re.compile(entry.columns["pattern"]))
                 for entry in load("patterns"))


def shaped_names(passage: Passage) -> Iterator[Candidate]:
    """A candidate for each stretch of the sentence that has one of the shapes of the lexicon ``patterns``."""
    start, end = passage.sentence.start, passage.sentence.end
    for entry, mark, pattern in _patterns():
        if mark.search(passage.text, start, end) is None:
            continue  # the mark is much cheaper to look for than the pattern
        for match in pattern.finditer(passage.text, start, end):
            if "Facility" in entry.list("types") and counted_after(passage.text, match.end()):
                continue  # 35千伏变电站6座
            if entry.text == "substation" and _COUNTED.search(passage.text, max(start, match.start() - _TALLY), match.start()):
                continue  # 3座110千伏变电站, but not 第四座
            yield Candidate(_trim(passage, match.start(), match.end()), match.end(), entry.list("types"), entry.id,
                            float(entry.columns["confidence"]), passage.sentence.index)


def _trim(passage: Passage, start: int, end: int) -> int:
    """A shape may begin too far left: verbs and function words are cut off."""
    if passage.text[start] in "第对":
        return start  # 第三次全国…普查
    for boundary in passage.boundaries_within(start, end):
        if boundary.entry.columns["class"] in ("govern", "function", "adverb", "filler"):
            start = boundary.end
    return start
