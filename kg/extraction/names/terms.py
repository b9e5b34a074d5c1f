"""Names that all reports share: national programmes, sectors, bodies, regions, titles."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extraction.names.candidate import Candidate
from kg.extraction.names.passage import Passage


def known_terms(passage: Passage) -> Iterator[Candidate]:
    """A candidate for each entry of the lexicon of terms in the sentence.

    Entries without a type are turns of phrase that hold a name and name nothing themselves (中国特色).
    """
    for match in passage.within("terms", passage.sentence.start, passage.sentence.end):
        if not match.entry.columns["types"]:
            continue
        yield Candidate(match.start, match.end, match.entry.list("types"), match.entry.id,
                        float(match.entry.columns["confidence"]), passage.sentence.index)
