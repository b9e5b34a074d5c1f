"""Graphs of one or more reports: facts, evidence, and both as named graphs, one pair for each report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterable, Iterator, Sequence

from rdflib import Dataset, Graph, Literal, URIRef
from rdflib.term import Node

from kg.triples import vocabulary as v
from kg.triples.iri import statement_iri
from kg.triples.records import Rejected, ReportTriples, Support, Triple
from kg.triples.terms import LABEL, PREF_LABEL, TYPE, chinese, decimal, gov, term

ACTIVITY, AGENT = URIRef(v.ID + "activity/build"), URIRef(v.ID + "agent/govkg")
_STATEMENT, _SUBJECT = term(v.RDF, "Statement"), term(v.RDF, "subject")
_PREDICATE, _OBJECT = term(v.RDF, "predicate"), term(v.RDF, "object")
_QUOTED, _GENERATED = term(v.PROV, "wasQuotedFrom"), term(v.PROV, "wasGeneratedBy")


@dataclass(frozen=True)
class Graphs:
    """What one or more reports say, as rdflib graphs."""

    facts: Graph
    evidence: Graph
    dataset: Dataset
    rejected: tuple[Rejected, ...]


def combine(reports: Sequence[ReportTriples]) -> Graphs:
    """The graphs of several reports. An entity that two of them name is one node with one preferred name; a status
    that a newer report states replaces the older one, which stays in its record and in its report's named graph."""
    labels = _labels(reports)
    statements: dict[Triple, Support] = {}
    superseded = _superseded(reports)
    dataset = _new(Dataset())
    facts, evidence = _new(Graph()), _new(Graph())
    for report in reports:
        own_facts = [*report.facts, *_named(labels, report.labels)]
        own_evidence = [*_supported(report.statements), *report.sources, *_run()]
        _fill(dataset.graph(URIRef(f"{report.report}/facts")), own_facts)
        _fill(dataset.graph(URIRef(f"{report.report}/evidence")), own_evidence)
        _fill(facts, (t for t in own_facts if t not in superseded))
        _fill(evidence, report.sources)
        for triple, support in report.statements.items():
            if triple not in superseded:
                statements.setdefault(triple, Support()).merge(support)
    _fill(evidence, (*_supported(statements), *_run()))
    return Graphs(facts, evidence, dataset, tuple(r for report in reports for r in report.rejected))


def _new(graph: Graph) -> Graph:
    for prefix, namespace in v.PREFIXES.items():
        graph.bind(prefix, namespace, override=True)
    return graph


def _fill(graph: Graph, triples: Iterable[Triple]) -> None:
    graph.addN((s, p, o, graph) for s, p, o in triples)


def _labels(reports: Sequence[ReportTriples]) -> dict[Node, str]:
    """One name for each entity: that of the newest report, then the longest, then the first in code order."""
    found: dict[Node, tuple] = {}
    for report in reports:
        for iri, name in report.labels.items():
            rank = (report.year or 0, len(name), name)
            if iri not in found or rank > found[iri]:
                found[iri] = rank
    return {iri: rank[2] for iri, rank in found.items()}


def _named(labels: dict[Node, str], own: dict[Node, str]) -> Iterator[Triple]:
    for iri in own:
        yield Triple(iri, PREF_LABEL, chinese(labels[iri]))


def _superseded(reports: Sequence[ReportTriples]) -> set[Triple]:
    """Statuses that a newer report has replaced."""
    newest: dict[Node, int] = {}
    stated: list[tuple[Triple, int]] = []
    for report in reports:
        for triple in report.facts:
            if triple.predicate in (gov("status"), gov("aim")):
                stated.append((triple, report.year or 0))
                if triple.predicate == gov("status"):
                    newest[triple.subject] = max(newest.get(triple.subject, 0), report.year or 0)
    latest = {triple for triple, year in stated if year >= newest.get(triple.subject, 0)}
    return {triple for triple, _ in stated} - latest


def _supported(statements: dict[Triple, Support]) -> Iterator[Triple]:
    """Each statement with its parts, sentences, rules and confidence."""
    for (subject, predicate, object_), support in statements.items():
        iri = URIRef(statement_iri(subject.n3(), predicate.n3(), object_.n3()))
        yield Triple(iri, TYPE, _STATEMENT)
        yield Triple(iri, _SUBJECT, subject)
        yield Triple(iri, _PREDICATE, predicate)
        yield Triple(iri, _OBJECT, object_)
        for sentence in support.sentences:
            yield Triple(iri, _QUOTED, sentence)
        for mention in support.mentions:
            yield Triple(iri, gov("mention"), mention)
        for rule in support.rules:
            yield Triple(iri, gov("rule"), Literal(rule))
        yield Triple(iri, gov("confidence"), decimal(f"{support.confidence:.3f}".rstrip("0").rstrip(".")))
        yield Triple(iri, _GENERATED, ACTIVITY)


def _run() -> list[Triple]:
    """The one activity and agent of a run; no clock, so that the same input gives the same bytes."""
    return [Triple(ACTIVITY, TYPE, term(v.PROV, "Activity")), Triple(AGENT, TYPE, term(v.PROV, "SoftwareAgent")),
            Triple(ACTIVITY, term(v.PROV, "wasAssociatedWith"), AGENT), Triple(AGENT, LABEL, Literal("govkg", lang="en"))]
