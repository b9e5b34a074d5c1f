"""Decisions of a person, and what became of them: plain records that can be pickled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.annotation import AnnotatedSentence
    from kg.entities.records import Resolution
    from kg.extraction.records import Extraction

ACTIONS = ("merge", "split", "retype", "drop", "add")
RULE = "correction"  # what the rule ids of all corrections begin with


@dataclass(frozen=True, slots=True)
class Decision:
    """One row of a file of corrections. ``rule`` is its id: ``correction.LINE``."""

    rule: str
    file: str
    line: int
    action: str  # one of ACTIONS
    name: str  # the entity, or the indicator of a number
    types: tuple[str, ...] = ()
    relation: str = ""  # local name of a relation or fact, or ``observation``
    object: str = ""  # the other entity, a status, or a value with its unit
    into: str = ""
    quote: str = ""  # the words that an added statement rests on
    report: str = ""  # only in the report of this name
    reason: str = ""


@dataclass(frozen=True)
class Corrections:
    """The corrections of one file: decisions one by one (CSV), or whole sentences annotated anew (JSONL)."""

    file: str = ""
    sha256: str = ""
    decisions: tuple[Decision, ...] = ()
    sentences: tuple[AnnotatedSentence, ...] = ()

    @property
    def reasons(self) -> dict[str, str]:
        """Why, by the ids that evidence cites."""
        return {**{d.rule: d.reason for d in self.decisions}, **{s.rule: s.reason for s in self.sentences}}


NONE: tuple[Corrections, ...] = ()


@dataclass(frozen=True, slots=True)
class Unapplied:
    """A correction that has no effect on a report, and why: what it speaks of may be gone."""

    rule: str
    file: str
    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Dropped:
    """A statement that a person has dropped."""

    subject: str
    predicate: str
    object: str
    sentence: int
    rule: str
    reason: str


@dataclass(frozen=True)
class Outcome:
    """A report's records after the corrections.

    ``applied`` holds the ids of those that had an effect; ``unapplied`` says why the others had none.
    """

    extraction: Extraction
    resolution: Resolution
    applied: frozenset[str] = frozenset()
    unapplied: tuple[Unapplied, ...] = ()
    dropped: tuple[Dropped, ...] = ()
