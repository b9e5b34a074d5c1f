"""Graphs as text: sorted, with prefixes, the same bytes for the same graph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pyoxigraph as ox
from rdflib import Dataset, Literal, URIRef
from rdflib.term import Node

from kg.triples.vocabulary import PREFIXES


def turtle(triples: Iterable[tuple[Node, Node, Node]]) -> str:
    """A graph, or its triples, as Turtle, subject by subject."""
    return _write(in_order(triples), ox.RdfFormat.TURTLE)


def trig(graphs: Dataset | Mapping[str, Iterable[tuple[Node, Node, Node]]]) -> str:
    """Named graphs as TriG, graph by graph: a dataset, or triples by the IRI of their graph."""
    named = {str(g.identifier): g for g in graphs.graphs() if isinstance(g.identifier, URIRef)} \
        if isinstance(graphs, Dataset) else graphs
    quads = [ox.Quad(t.subject, t.predicate, t.object, ox.NamedNode(name))
             for name in sorted(named) for t in in_order(named[name])]
    return _write(quads, ox.RdfFormat.TRIG)


def in_order(triples: Iterable[tuple[Node, Node, Node]]) -> list[ox.Triple]:
    """Triples in the order of their N-Triples form, without repeats."""
    kept = list(triples)  # terms stay alive, so that their addresses name them: hashing a term of rdflib is slow
    terms: dict[int, tuple[str, ox.NamedNode | ox.Literal]] = {}
    rows = {}
    for triple in kept:
        for term in triple:
            if id(term) not in terms:
                made = _term(term)
                terms[id(term)] = (str(made), made)
        s, p, o = (terms[id(term)] for term in triple)
        rows[s[0], p[0], o[0]] = (s[1], p[1], o[1])
    return [ox.Triple(*rows[key]) for key in sorted(rows)]


def _term(term: Node) -> ox.NamedNode | ox.Literal:
    if isinstance(term, URIRef):
        return ox.NamedNode(str(term))
    if isinstance(term, Literal):
        if term.language:
            return ox.Literal(str(term), language=term.language)
        return ox.Literal(str(term), datatype=ox.NamedNode(str(term.datatype))) if term.datatype else ox.Literal(str(term))
    raise TypeError(f"{term!r} is neither an IRI nor a literal; graphs have no blank nodes")


def _write(triples: Iterable[ox.Triple | ox.Quad], format_: ox.RdfFormat) -> str:
    """The text with its prefixes sorted: the serialiser writes them in an order that changes from run to run."""
    lines = ox.serialize(triples, format=format_, prefixes=PREFIXES).decode("utf-8").split("\n")
    count = next((i for i, line in enumerate(lines) if not line.startswith("@prefix")), len(lines))
    return "\n".join((*sorted(lines[:count]), *lines[count:]))
