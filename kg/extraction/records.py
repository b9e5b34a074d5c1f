"""What extraction returns: plain records, picklable, that speak of one report.

Offsets are characters into ``report.text`` (the normalised text), end exclusive. Mentions are referred to
by their place in ``Extraction.mentions``; ``OWN`` stands for the report's own division where the text leaves
it unsaid (“实施……行动” has no subject).
"""

from __future__ import annotations

from dataclasses import dataclass

OWN = -1


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names an entity. ``name`` is its proper form: no quotes, brackets, spaces, generic tail."""

    start: int
    end: int
    name: str
    types: tuple[str, ...]  # local names of ontology classes, the main one first
    sentence: int  # index into report.sentences
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Relation:
    """A directed relation between two mentions (indices, or ``OWN``), stated by a sentence."""

    head: int
    relation: str  # local name of an object property
    tail: int
    sentence: int
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact on one mention: ``status``/``aim`` (a status name), ``capacity``, ``plansListing`` (``true``),
    ``investment`` (the amount as written, ``value`` and ``unit`` apart)."""

    mention: int
    fact: str
    value: str
    sentence: int
    rule: str
    confidence: float
    unit: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Observation:
    """One number about one thing, as written: ``value`` a decimal string (``331``, ``-5.9``), ``unit`` 亿元."""

    start: int  # the number with its unit
    end: int
    indicator: str  # the name of what is measured, normalised
    value: str
    unit: str
    measure: str  # Level | Growth | Increment | Share | Rank
    nature: str  # Actual | Target
    bound: str  # Exact | AtLeast | About | AtMost
    year: int
    sentence: int
    rule: str
    confidence: float
    area: int = OWN  # whose number: a mention, or the report's own division


@dataclass(frozen=True)
class Extraction:
    """All that one report says, in the order of its text."""

    mentions: tuple[Mention, ...] = ()
    relations: tuple[Relation, ...] = ()
    facts: tuple[Fact, ...] = ()
    observations: tuple[Observation, ...] = ()
