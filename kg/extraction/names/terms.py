"""Names that all reports share: national programmes, sectors, bodies, regions, titles."""

from __future__ import annotations

from typing import Iterator

from kg.extraction.lexicon import lexicon
from kg.extraction.names.candidate import Candidate
from kg.extraction.names.passage import Passage


def known_terms(passage: Passage) -> Iterator[Candidate]:
    """A candidate for each entry of the lexicon of terms in the sentence."""
    start, end = passage.sentence.start, passage.sentence.end
    for match in lexicon("terms").find(passage.text[start:end]):
        a, b = match.start + start, match.end + start
        if a in passage.starts or b in passage.ends:
            yield Candidate(a, b, match.entry.list("types"), match.entry.id, float(match.entry.columns["confidence"]),
                            passage.sentence.index)
