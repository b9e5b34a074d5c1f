"""People: who gives the report, and whose title follows their name (总书记, 院士)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import rjieba

from kg.document.report import Report
from kg.extraction.names.candidate import Candidate
from kg.extraction.names.passage import Passage


def speaker_names(passage: Passage, report: Report) -> Iterator[Candidate]:
    """Where the sentence names the speaker of the report."""
    if not report.speaker:
        return
    for match in _spaced(report.speaker).finditer(passage.text, passage.sentence.start, passage.sentence.end):
        yield Candidate(match.start(), match.end(), ("Person",), "header.speaker", 0.95, passage.sentence.index)


@lru_cache(maxsize=8)
def _spaced(name: str) -> re.Pattern[str]:
    """The name, spaces between its characters or not."""
    return re.compile(r"\s*".join(map(re.escape, name)))


_TITLE = re.compile(r"(?:总书记|书记|省长|市长|县长|区长|主席|总理|副总理|委员长|部长|同志|院士|教授|烈士|先生|女士)(?![办质楼级室杯热])")
_LENGTHS = (2, 3, 4)  # characters of a name


def titled_names(passage: Passage) -> Iterator[Candidate]:
    """A candidate for each name of a person, as the dictionary tells it, that stands just before a title."""
    for match in _TITLE.finditer(passage.text, passage.sentence.start, passage.sentence.end):
        end = match.start()
        start = next((at for at in range(end - 1, max(end - 5, passage.sentence.start) - 1, -1) if at in passage.edges), end)
        if end - start in _LENGTHS and _is_person(passage.text[start:end]):
            yield Candidate(start, end, ("Person",), "people.titled", 0.85, passage.sentence.index)


@lru_cache(maxsize=1024)
def _is_person(word: str) -> bool:
    tagged = rjieba.tag(word, False)
    return len(tagged) == 1 and tagged[0][1] == "nr"
