"""A build as a property graph: nodes with labels, relations with evidence and confidence as properties.

Entities, reports and observations are nodes. An observation is joined to the entity whose number it is
(``refArea``), to what it measures (``ofIndicator``) and to the report that says so (``statedIn``).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kg.export.source import Source
from kg.store.contents import EntityRow, RelationRow
from kg.store.evidence import Support
from kg.triples.iri import statement_iri
from kg.triples.vocabulary import GOV

ENTITY, REPORT, OBSERVATION = "Entity", "Report", "Observation"

#: Properties of nodes and relations and what they hold: string, integer, number, truth, list (of strings).
ENTITY_PROPERTIES = {"name": "string", "aliases": "list", "code": "string", "status": "list", "aim": "list",
                     "investment": "list", "capacity": "list", "plansListing": "truth"}
REPORT_PROPERTIES = {"name": "string", "title": "string", "year": "integer", "issued": "string",
                     "source": "string"}
OBSERVATION_PROPERTIES = {"name": "string", "year": "integer", "value": "number", "unit": "string",
                          "amount": "number",
                          "amountUnit": "string", "measure": "string", "nature": "string", "bound": "string",
                          "confidence": "number", "rules": "list", "sentences": "list"}
RELATION_PROPERTIES = {"statement": "string", "confidence": "number", "rules": "list", "sentences": "list",
                       "reports": "list"}
LINKS = ("refArea", "ofIndicator", "statedIn")


class Node(NamedTuple):
    """A node; the first label says what table it is in, the next its main type."""

    iri: str
    labels: tuple[str, ...]
    properties: dict[str, object]


class Relation(NamedTuple):
    """A relation between two nodes."""

    head: str
    type: str
    tail: str
    properties: dict[str, object]


def entities(source: Source) -> Iterator[Node]:
    """Entities with their names and facts."""
    facts: dict[str, dict[str, list[str]]] = {}
    for fact in source.contents.facts:
        facts.setdefault(fact.entity, {}).setdefault(fact.fact, []).append(fact.value)
    for entity in source.contents.entities.values():
        yield Node(entity.iri, (ENTITY, *entity.types), _entity(entity, facts.get(entity.iri, {})))


def reports(source: Source) -> Iterator[Node]:
    """Reports as documents."""
    for report in source.history.reports.values():
        yield Node(report.iri, (REPORT,), _given(
            {"name": report.label, "title": report.title, "year": int(report.year) if report.year else None,
             "issued": report.issued, "source": report.source}))


def observations(source: Source) -> Iterator[Node]:
    """Numbers as nodes."""
    for o in source.contents.observations:
        said = _evidence(source, o.support)
        yield Node(o.iri, (OBSERVATION,), _given(
            {"name": f"{o.area}{o.indicator}", "year": int(o.year) if o.year else None,
             "value": _number(o.value),
             "unit": o.unit, "amount": _number(o.amount), "amountUnit": o.amount_unit, "measure": o.measure,
             "nature": o.nature, "bound": o.bound, "confidence": said["confidence"], "rules": said["rules"],
             "sentences": said["sentences"]}))


def relations(source: Source) -> Iterator[Relation]:
    """Relations between entities."""
    for r in source.contents.relations:
        yield Relation(r.head, r.relation, r.tail,
                       _given({"statement": _statement(r), **_evidence(source, r.support)}))


def links(source: Source) -> Iterator[Relation]:
    """What joins observations to other nodes."""
    known = source.contents.entities
    for o in source.contents.observations:
        stated = {source.support.sentences[s].report for s in o.support.sentences} if o.support else set()
        for type_, tails in (("refArea", [o.area_iri]), ("ofIndicator", [o.indicator_iri]),
                             ("statedIn", sorted(stated))):
            for tail in tails:
                if tail in known or tail in source.history.reports:
                    yield Relation(o.iri, type_, tail, {})


def _entity(entity: EntityRow, facts: dict[str, list[str]]) -> dict[str, object]:
    return _given({"name": entity.name, "aliases": list(entity.aliases), "code": entity.code,
                   **{fact: facts.get(fact, []) for fact in ("status", "aim", "investment", "capacity")},
                   "plansListing": True if facts.get("plansListing") == ["true"] else None})


def _evidence(source: Source, support: Support | None) -> dict[str, object]:
    if support is None:
        return {"confidence": None, "rules": [], "sentences": [], "reports": []}
    quotes = [source.support.sentences[iri] for iri in support.sentences]
    return {"confidence": support.confidence, "rules": list(support.rules),
            "sentences": [q.text for q in quotes],
            "reports": sorted({q.report for q in quotes})}


def _statement(r: RelationRow) -> str:
    return statement_iri(f"<{r.head}>", f"<{GOV}{r.relation}>", f"<{r.tail}>")


def _number(text: str) -> float | None:
    return float(text) if text else None


def _given(properties: dict[str, object]) -> dict[str, object]:
    """What is known: no empty values."""
    return {key: value for key, value in properties.items() if value not in (None, "", [])}
