"""A sentence with all that is said in it. Offsets are characters into its own ``text``, end exclusive.

Ends of relations and bearers of facts are ids of spans, anywhere in the file, or ``own``: the report's own
division where the text leaves it unsaid. Beside each id stands the name, for readers and for files that hold
only some of the sentences.
"""

from __future__ import annotations

from dataclasses import dataclass

OWN_ID = "own"


@dataclass(frozen=True, slots=True)
class Span:
    """A mention of an entity."""

    id: str
    start: int
    end: int
    types: tuple[str, ...]  # the main one first
    name: str  # the proper form of what is written
    entity: str  # the canonical name of what it means


@dataclass(frozen=True, slots=True)
class SaidRelation:
    """A relation that the sentence states."""

    head: str
    relation: str
    tail: str
    head_name: str = ""
    tail_name: str = ""


@dataclass(frozen=True, slots=True)
class SaidFact:
    """A fact that the sentence states."""

    subject: str
    fact: str
    value: str
    unit: str = ""
    subject_name: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class SaidNumber:
    """A number that the sentence states; ``value`` is a decimal as a string."""

    start: int
    end: int
    indicator: str
    value: str
    unit: str
    measure: str
    nature: str
    bound: str
    year: int
    area: str
    area_name: str = ""


@dataclass(frozen=True, slots=True)
class AnnotatedSentence:
    """One line of the file; ``rule`` is the id by which evidence cites it when it is used as a correction."""

    file: str
    line: int
    rule: str
    text: str
    report: str = ""
    start: int | None = None  # of the sentence in the text as it was read
    spans: tuple[Span, ...] = ()
    relations: tuple[SaidRelation, ...] = ()
    facts: tuple[SaidFact, ...] = ()
    numbers: tuple[SaidNumber, ...] = ()
    reason: str = "a sentence corrected by hand"
