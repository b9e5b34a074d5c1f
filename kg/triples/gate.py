"""The gate: a triple is written only if the ontology allows it. What is kept out is said, with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from kg.extraction.records import Fact, Observation
from kg.triples.vocabulary import Ontology

_FACTS_WITH_STATUS = ("status", "aim")
_WITHOUT_UNIT = ("Rank", "Level")  # a place in an order, and an index
_FIRST_YEAR, _LAST_YEAR = 1949, 2100  # of a report of the People's Republic and of what it may promise


class Gate:
    """Checks statements against domains, ranges and schemes; gives the reason against one, or nothing."""

    def __init__(self, ontology: Ontology):
        self._ontology = ontology
        self._classes = {term.name for term in ontology.classes}
        self._schemes = {name: frozenset(ontology.concepts(scheme)) for name, scheme in
                         (("status", "StatusScheme"), ("measure", "MeasureScheme"), ("nature", "NatureScheme"),
                          ("bound", "BoundScheme"))}

    def against_type(self, kind: str) -> str | None:
        """Why an entity may not be of a class."""
        return None if kind in self._classes else f"{kind} is no class of the ontology"

    def against_relation(self, head: Sequence[str], relation: str, tail: Sequence[str]) -> str | None:
        """Why a relation may not hold between entities of these types."""
        domain, allowed = self._ontology.domain(relation), self._ontology.range(relation)
        if not domain:
            return f"{relation} is no relation of the ontology"
        if not self._fits(head, domain):
            return f"{relation} is not said of {'/'.join(head)}"
        if not self._fits(tail, allowed):
            return f"{relation} does not lead to {'/'.join(tail)}"
        return None

    def against_fact(self, types: Sequence[str], fact: Fact) -> str | None:
        """Why a fact may not be said of an entity of these types."""
        domain = self._ontology.domain(fact.fact)
        if not self._fits(types, domain):
            return f"{fact.fact} is not said of {'/'.join(types)}"
        if fact.fact in _FACTS_WITH_STATUS and fact.value not in self._schemes["status"]:
            return f"{fact.value} is no status"
        if fact.fact == "investment" and _number(fact.value) is None:
            return f"{fact.value} is no amount"
        return None

    def against_observation(self, observation: Observation) -> str | None:
        """Why a number may not stand as an observation."""
        if _number(observation.value) is None:
            return f"{observation.value} is no number"
        if not observation.indicator.strip():
            return "nothing is named that the number measures"
        if not observation.unit.strip() and observation.measure not in _WITHOUT_UNIT:
            return "the number has no unit"
        if not _FIRST_YEAR <= observation.year <= _LAST_YEAR:
            return f"{observation.year} is no year of a report"
        for part in ("measure", "nature", "bound"):
            value = getattr(observation, part)
            if value not in self._schemes[part]:
                return f"{value} is no {part}"
        return None

    def _fits(self, types: Sequence[str], allowed: frozenset[str]) -> bool:
        return any(self._ontology.ancestors(kind) & allowed for kind in types)


def _number(value: str) -> Decimal | None:
    try:
        number = Decimal(value)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
