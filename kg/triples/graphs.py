"""Graphs of one or more reports: facts, evidence, and both as named graphs, one pair for each report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from rdflib import Dataset, Graph, Literal, URIRef
from rdflib.term import Node

from kg.triples import vocabulary as v
from kg.triples.decisions import decision_triples
from kg.triples.iri import statement_iri
from kg.triples.records import Rejected, ReportTriples, Support, Triple
from kg.triples.terms import LABEL, PREF_LABEL, TYPE, chinese, decimal, gov, term

ACTIVITY, AGENT = URIRef(v.ID + "activity/build"), URIRef(v.ID + "agent/govkg")
_STATEMENT, _SUBJECT = term(v.RDF, "Statement"), term(v.RDF, "subject")
_PREDICATE, _OBJECT = term(v.RDF, "predicate"), term(v.RDF, "object")
_QUOTED, _GENERATED = term(v.PROV, "wasQuotedFrom"), term(v.PROV, "wasGeneratedBy")


class Graphs:
    """What one or more reports say: plain triples, and on demand rdflib graphs of them.

    Attributes:
        fact_triples: the facts alone.
        evidence_triples: statements, sentences, provenance.
        named: both for each report, by the IRI of the named graph.
        rejected: what the gate kept out.
    """

    def __init__(self, fact_triples: Iterable[Triple], evidence_triples: Iterable[Triple],
                 named: dict[str, tuple[Triple, ...]], rejected: Iterable[Rejected]):
        self.fact_triples, self.evidence_triples = tuple(fact_triples), tuple(evidence_triples)
        self.named, self.rejected = named, tuple(rejected)

    @cached_property
    def facts(self) -> Graph:
        """The facts as a graph."""
        return _graph(Graph(), self.fact_triples)

    @cached_property
    def evidence(self) -> Graph:
        """The evidence as a graph."""
        return _graph(Graph(), self.evidence_triples)

    @cached_property
    def dataset(self) -> Dataset:
        """Facts and evidence of each report as named graphs."""
        dataset = Dataset()
        for prefix, namespace in v.PREFIXES.items():
            dataset.bind(prefix, namespace, override=True)
        for name, triples in self.named.items():
            _graph(dataset.graph(URIRef(name)), triples)
        return dataset


def combine(reports: Sequence[ReportTriples]) -> Graphs:
    """The graphs of several reports. An entity that two of them name is one node with one preferred name; a status
    that a newer report states replaces the older one, which stays in its record and in its report's named graph."""
    labels = _labels(reports)
    superseded = _superseded(reports)
    statements: dict[Triple, Support] = {}
    facts: dict[Triple, None] = {}
    evidence: dict[Triple, None] = {}
    named: dict[str, tuple[Triple, ...]] = {}
    reasons = {rule: why for report in reports for rule, why in report.reasons.items()}
    for report in reports:
        own_facts = (*report.facts, *_named(labels, report.labels))
        named[f"{report.report}/facts"] = own_facts
        named[f"{report.report}/evidence"] = (*_supported(report.statements, reasons), *report.sources, *_run())
        facts.update(dict.fromkeys(t for t in own_facts if t not in superseded))
        evidence.update(dict.fromkeys(report.sources))
        for triple, support in report.statements.items():
            if triple not in superseded:
                statements.setdefault(triple, Support()).merge(support)
    evidence.update(dict.fromkeys((*_supported(statements, reasons), *_run())))
    return Graphs(facts, evidence, named, (r for report in reports for r in report.rejected))


def _graph(graph: Graph, triples: Iterable[Triple]) -> Graph:
    for prefix, namespace in v.PREFIXES.items():
        graph.bind(prefix, namespace, override=True)
    graph.addN((s, p, o, graph) for s, p, o in triples)
    return graph


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


def _supported(statements: dict[Triple, Support], reasons: dict[str, str]) -> Iterator[Triple]:
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
        yield from decision_triples(iri, support.rules, reasons)


def _run() -> list[Triple]:
    """The one activity and agent of a run; no clock, so that the same input gives the same bytes."""
    return [Triple(ACTIVITY, TYPE, term(v.PROV, "Activity")), Triple(AGENT, TYPE, term(v.PROV, "SoftwareAgent")),
            Triple(ACTIVITY, term(v.PROV, "wasAssociatedWith"), AGENT), Triple(AGENT, LABEL, Literal("govkg", lang="en"))]
