"""People whom the report's frame names: who gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.document.report import Report
from kg.extraction.names.candidate import Candidate
from kg.extraction.names.passage import Passage


def speaker_names(passage: Passage, report: Report) -> Iterator[Candidate]:
    """Where the sentence names the speaker of the report."""
    if not report.speaker:
        return
    letters = r"\s*".join(map(re.escape, report.speaker))
    for match in re.finditer(letters, passage.text[passage.sentence.start:passage.sentence.end]):
        start = passage.sentence.start
        yield Candidate(start + match.start(), start + match.end(), ("Person",), "header.speaker", 0.95,
                        passage.sentence.index)
