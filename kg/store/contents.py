"""What a graph of facts says, as plain records: entities, relations, facts, observations.

Views, tables and networks read these; only this module and ``evidence`` know how the graph says it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from rdflib import URIRef
from rdflib.term import Node

from kg.store.evidence import Evidence, Support
from kg.triples import Triple
from kg.triples import vocabulary as v
from kg.triples.vocabulary import FACTS, Ontology


@dataclass(frozen=True, slots=True)
class EntityRow:
    """An entity; ``types`` are local names of ontology classes, in the order of the ontology."""

    iri: str
    name: str
    aliases: tuple[str, ...]
    types: tuple[str, ...]
    code: str


@dataclass(frozen=True, slots=True)
class RelationRow:
    """A relation between two entities; ``relation`` is the local name of a property."""

    head: str
    relation: str
    tail: str
    support: Support | None


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact on one entity; ``value`` as written, or the local name of a status.

    ``node`` is the IRI of what the fact points to, where that is no literal: a status, an amount of money, which
    then has ``amount`` and ``currency``.
    """

    entity: str
    fact: str
    value: str
    support: Support | None
    node: str = ""
    amount: str = ""
    currency: str = ""


@dataclass(frozen=True, slots=True)
class StatusRow:
    """What a report of a year says of an entity's status; ``status`` is a local name."""

    entity: str
    status: str
    year: str
    promised: bool
    report: str  # IRI


@dataclass(frozen=True, slots=True)
class ObservationRow:
    """One number about one thing: ``value`` and ``unit`` as written, ``amount`` in ``amount_unit`` to compare."""

    iri: str
    indicator: str  # name
    indicator_iri: str
    area: str  # name
    area_iri: str
    year: str
    value: str
    unit: str
    amount: str
    amount_unit: str
    measure: str
    nature: str
    bound: str
    support: Support | None
    report: str = ""  # IRI
    unit_node: str = ""  # IRI of ``amount_unit``


class Contents:
    """The records of the triples of facts and their evidence, in a fixed order."""

    def __init__(self, triples: Iterable[Triple], evidence: Evidence, ontology: Ontology):
        self._evidence, self._ontology = evidence, ontology
        self._about: dict[str, dict[str, list[Node]]] = {}
        for s, p, o in triples:
            self._about.setdefault(str(s), {}).setdefault(str(p), []).append(o)

    @cached_property
    def entities(self) -> dict[str, EntityRow]:
        """Entities by IRI, sorted by it."""
        classes = {v.GOV + term.name: term.name for term in self._ontology.classes}
        found = {}
        for subject, said in self._about.items():
            types = {str(t) for t in said.get(v.RDF + "type", ())}
            own = tuple(name for iri, name in classes.items() if iri in types)
            if own:
                found[subject] = EntityRow(
                    subject, _one(said, v.SKOS + "prefLabel"),
                    tuple(sorted(map(str, said.get(v.SKOS + "altLabel", ())))), own, _one(said, v.SKOS + "notation"))
        return dict(sorted(found.items()))

    @cached_property
    def relations(self) -> list[RelationRow]:
        """Relations between entities, sorted by name, head and tail."""
        found = []
        for name in self._ontology.relations:
            predicate = v.GOV + name
            ends = sorted((subject, str(value)) for subject, said in self._about.items()
                          for value in said.get(predicate, ()))
            found += [RelationRow(head, name, tail, self._evidence.support(head, predicate, tail))
                      for head, tail in ends if head in self.entities and tail in self.entities]
        return found

    @cached_property
    def facts(self) -> list[FactRow]:
        """Facts, sorted by entity, then in the order of ``FACTS``."""
        found = []
        for iri in self.entities:
            for fact in FACTS:
                values = self._about[iri].get(v.GOV + fact, ())
                found += sorted((self._fact(iri, fact, value) for value in values), key=lambda row: row.value)
        return found

    @cached_property
    def history(self) -> list[StatusRow]:
        """What each report says of statuses, sorted by entity, year and report."""
        found = [StatusRow(_one(said, v.GOV + "recordOf"), _local(_one(said, v.GOV + "recordedStatus")),
                           _one(said, v.GOV + "year")[:4], _one(said, v.GOV + "promised") == "true",
                           _one(said, v.GOV + "statedIn"))
                 for said in self._about.values() if v.GOV + "recordOf" in said]
        return sorted(found, key=lambda row: (row.entity, row.year, row.report, row.promised, row.status))

    @cached_property
    def observations(self) -> list[ObservationRow]:
        """Observations in the order of their sentences, then by IRI."""
        place = {iri: i for i, iri in enumerate(self._evidence.sentences)}
        found = [self._observation(subject, said) for subject, said in self._about.items()
                 if v.QB + "Observation" in map(str, said.get(v.RDF + "type", ()))]

        def order(row: ObservationRow) -> tuple[int, str]:
            return place[row.support.sentences[0]] if row.support and row.support.sentences else -1, row.iri

        return sorted(found, key=order)

    def counts(self) -> dict[str, dict[str, int]]:
        """How many entities of each type, relations and facts of each kind, and observations of each nature."""
        types = Counter(t for e in self.entities.values() for t in e.types)
        return {"entities": {t.name: types[t.name] for t in self._ontology.classes if types[t.name]},
                "relations": dict(Counter(r.relation for r in self.relations)),
                "facts": {f: n for f, n in ((f, sum(row.fact == f for row in self.facts)) for f in FACTS) if n},
                "observations": dict(sorted(Counter(o.nature for o in self.observations).items()))}

    def _fact(self, iri: str, fact: str, value: Node) -> FactRow:
        said = self._about.get(str(value), {})
        return FactRow(iri, fact, self._written(value), self._evidence.support(iri, v.GOV + fact, value),
                       str(value) if isinstance(value, URIRef) else "",
                       _one(said, v.SCHEMA + "value"), _one(said, v.SCHEMA + "currency"))

    def _observation(self, iri: str, said: dict[str, list[Node]]) -> ObservationRow:
        indicator, area = _one(said, v.GOV + "indicator"), _one(said, v.SDMX_DIMENSION + "refArea")
        return ObservationRow(
            iri, self._name(indicator), indicator, self._name(area), area,
            _one(said, v.SDMX_DIMENSION + "refPeriod")[:4], _one(said, v.SDMX_MEASURE + "obsValue"),
            _one(said, v.GOV + "unit"), _one(said, v.GOV + "normalizedValue"),
            _local(_one(said, v.SDMX_ATTRIBUTE + "unitMeasure")), *(_local(_one(said, v.GOV + part))
                                                                    for part in ("measure", "nature", "bound")),
            self._evidence.support(iri, v.RDF + "type", v.QB + "Observation"), _one(said, v.GOV + "statedIn"),
            _one(said, v.SDMX_ATTRIBUTE + "unitMeasure"))

    def _name(self, iri: str) -> str:
        entity = self.entities.get(iri)
        return entity.name if entity else _local(iri)

    def _written(self, value: Node) -> str:
        """A value as the report writes it: literals as they are, amounts by their text, concepts by name."""
        return _one(self._about.get(str(value), {}), v.GOV + "amountText") or _local(str(value))


def _one(said: dict[str, list[Node]], predicate: str) -> str:
    return min(map(str, said.get(predicate, ())), default="")


def _local(iri: str) -> str:
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1] if iri.startswith("http") else iri
