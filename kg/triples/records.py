"""What mapping gives: triples, what supports each, and what the gate kept out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from rdflib.term import Node


class Triple(NamedTuple):
    """Subject, predicate, object."""

    subject: Node
    predicate: Node
    object: Node


@dataclass(slots=True)
class Support:
    """What speaks for a triple."""

    sentences: dict[Node, None] = field(default_factory=dict)  # IRIs in text order
    rules: dict[str, None] = field(default_factory=dict)
    mentions: dict[Node, None] = field(default_factory=dict)  # IRIs in text order
    confidence: float = 0.0

    def add(self, sentence: Node, rule: str, confidence: float) -> None:
        """One more sentence that says so."""
        self.sentences[sentence] = None
        self.rules[rule] = None
        self.confidence = max(self.confidence, confidence)

    def merge(self, other: Support) -> None:
        """The support that another report gives as well."""
        self.sentences.update(other.sentences)
        self.rules.update(other.rules)
        self.mentions.update(other.mentions)
        self.confidence = max(self.confidence, other.confidence)


@dataclass(frozen=True, slots=True)
class Rejected:
    """A statement that the gate kept out of the graph."""

    report: str
    subject: str
    predicate: str
    object: str
    sentence: str
    rule: str
    reason: str


@dataclass(frozen=True)
class ReportTriples:
    """The graph of one report: facts, the support of those that came from text, and where the text is."""

    report: str  # IRI
    year: int | None
    facts: tuple[Triple, ...]
    statements: dict[Triple, Support]
    sources: tuple[Triple, ...]  # sentences and mentions with their selectors
    labels: dict[Node, str]  # the preferred name of each entity
    rejected: tuple[Rejected, ...]
    reasons: dict[str, str] = field(default_factory=dict)  # of a person's corrections, by rule id
