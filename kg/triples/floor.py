"""The least confidence that a statement must have to be written."""

from __future__ import annotations

from kg.entities.records import Resolution
from kg.extraction.records import OWN, Extraction, Fact, Observation, Relation


class Floor:
    """Says what is too unsure to be written. A statement is as sure as the surest record that says it.

    ``least`` is the confidence, from 0 to 1, below which nothing is written; at 0 everything is.
    """

    def __init__(self, extraction: Extraction, resolution: Resolution, least: float):
        self.least, self._resolution = least, resolution
        self._best: dict[tuple, float] = {}
        if not least:
            return
        for mention, entity in zip(extraction.mentions, resolution.of):
            for kind in mention.types:
                self._note((entity, kind), mention.confidence)
        self._any = {i: max((extraction.mentions[m].confidence for m in e.mentions), default=1.0)
                     for i, e in enumerate(resolution.entities)}
        for relation in extraction.relations:
            self._note(self._relation(relation), relation.confidence)
        for fact in extraction.facts:
            self._note(self._fact(fact), fact.confidence)

    def against_type(self, entity: int, kind: str) -> str | None:
        """Why an entity is not written as one of a class; the report's own division always is."""
        if not self.least or entity == self._resolution.own:
            return None
        return self._against(self._best.get((entity, kind), self._any[entity]))

    def against_relation(self, relation: Relation) -> str | None:
        """Why a relation is not written."""
        return self._against(self._best[self._relation(relation)]) if self.least else None

    def against_fact(self, fact: Fact) -> str | None:
        """Why a fact is not written."""
        return self._against(self._best[self._fact(fact)]) if self.least else None

    def against_observation(self, observation: Observation) -> str | None:
        """Why a number is not written."""
        return self._against(observation.confidence)

    def _against(self, confidence: float) -> str | None:
        return f"its confidence {confidence:g} is below {self.least:g}" if confidence < self.least else None

    def _note(self, key: tuple, confidence: float) -> None:
        self._best[key] = max(self._best.get(key, 0.0), confidence)

    def _end(self, mention: int) -> int:
        return self._resolution.own if mention == OWN else self._resolution.of[mention]

    def _relation(self, relation: Relation) -> tuple:
        return self._end(relation.head), relation.relation, self._end(relation.tail)

    def _fact(self, fact: Fact) -> tuple:
        return self._end(fact.mention), fact.fact, fact.value
