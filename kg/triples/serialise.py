"""Graphs as text: sorted, with prefixes, the same bytes for the same graph."""

from __future__ import annotations

from typing import Iterable

import pyoxigraph as ox
from rdflib import Dataset, Graph, Literal, URIRef
from rdflib.term import Node

from kg.triples.vocabulary import PREFIXES


def turtle(graph: Graph) -> str:
    """A graph as Turtle, subject by subject."""
    return _write(_sorted(graph), ox.RdfFormat.TURTLE)


def trig(dataset: Dataset) -> str:
    """A dataset as TriG, graph by graph."""
    quads = []
    for graph in sorted(dataset.graphs(), key=lambda g: str(g.identifier)):
        if isinstance(graph.identifier, URIRef) and len(graph):
            name = ox.NamedNode(str(graph.identifier))
            quads += [ox.Quad(t.subject, t.predicate, t.object, name) for t in _sorted(graph)]
    return _write(quads, ox.RdfFormat.TRIG)


def _sorted(graph: Graph) -> list[ox.Triple]:
    """The triples of a graph in the order of their N-Triples form, types first within a subject."""
    terms: dict[Node, tuple[str, ox.NamedNode | ox.Literal]] = {}

    def known(term: Node) -> tuple[str, ox.NamedNode | ox.Literal]:
        if term not in terms:
            made = _term(term)
            terms[term] = (str(made), made)
        return terms[term]

    rows = [(known(s), known(p), known(o)) for s, p, o in graph]
    rows.sort(key=lambda row: (row[0][0], row[1][0], row[2][0]))
    return [ox.Triple(s[1], p[1], o[1]) for s, p, o in rows]


def _term(term: Node) -> ox.NamedNode | ox.Literal:
    if isinstance(term, URIRef):
        return ox.NamedNode(str(term))
    if isinstance(term, Literal):
        if term.language:
            return ox.Literal(str(term), language=term.language)
        return ox.Literal(str(term), datatype=ox.NamedNode(str(term.datatype))) if term.datatype else ox.Literal(str(term))
    raise TypeError(f"{term!r} is neither an IRI nor a literal; graphs have no blank nodes")


def _write(triples: Iterable[ox.Triple | ox.Quad], format_: ox.RdfFormat) -> str:
    return ox.serialize(triples, format=format_, prefixes=PREFIXES).decode("utf-8")
