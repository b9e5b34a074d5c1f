"""Candidates for mentions, before the document decides."""

from __future__ import annotations

from typing import NamedTuple


class Candidate(NamedTuple):
    """A span that may name an entity of the given types, found by the rule with this id."""

    start: int
    end: int
    types: tuple[str, ...]
    rule: str
    confidence: float
    sentence: int
    name: str = ""  # the proper form where it is not what stands in the text
