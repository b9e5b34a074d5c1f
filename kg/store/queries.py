"""SPARQL over a build, by Oxigraph, in memory and read-only.

A store holds each report's facts and evidence as named graphs, and in its default graph what they say together:
a statement that several reports make is there once, and a status that a newer report replaced is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.errors import NotABuild, QueryNotUnderstood, QueryRefused
from kg.store.folder import read_file, read_manifest
from kg.store.syntax import NO_KEYWORD, explain

DATASET = "dataset.trig"

_UPDATES = ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH")


@dataclass(frozen=True)
class Answer:
    """What a query gives: columns and rows of terms, or one truth value, or triples."""

    columns: tuple[str, ...]
    rows: Iterator[tuple[object, ...]]
    kind: str  # select | ask | construct


def open_build(folder: Path) -> ox.Store:
    """The dataset of a build, loaded into memory: what its reports say together, and each one's named graphs.

    Raises:
        NotABuild: the folder holds none, or its graphs are missing or damaged.
    """
    store = ox.Store()
    load_build(store, folder)
    return store


def load_build(store: ox.Store, folder: Path) -> None:
    """Add the graphs of a build to a store; raises as :func:`open_build` does."""
    manifest = read_manifest(folder)
    for file, format_ in ((DATASET, ox.RdfFormat.TRIG), ("graph.ttl", ox.RdfFormat.TURTLE),
                          ("evidence.ttl", ox.RdfFormat.TURTLE)):
        try:
            store.bulk_load(read_file(folder, manifest, file), format=format_)
        except SyntaxError as error:
            raise NotABuild(str(folder), f"{file} cannot be parsed ({error})", "build it again") from error


def load(trig: bytes, name: str) -> ox.Store:
    """A store with the quads of a TriG document; ``name`` is what an error calls it.

    Raises:
        NotABuild: it cannot be parsed.
    """
    store = ox.Store()
    try:
        store.bulk_load(trig, format=ox.RdfFormat.TRIG)
    except SyntaxError as error:
        raise NotABuild(name, f"{DATASET} cannot be parsed ({error})", "build it again") from error
    unite(store)
    return store


def unite(store: ox.Store) -> None:
    """Put what the named graphs say into the default graph as well: once, however many say it."""
    for graph in list(store.named_graphs()):
        triples = store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=graph)
        store.load(triples, format=ox.RdfFormat.N_TRIPLES, to_graph=ox.DefaultGraph())


def refuse(query: str, name: str = "the query") -> None:
    """Refuse what is not a plain question: updates, and ``SERVICE``, which asks other machines.

    >>> refuse("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }")
    Traceback (most recent call last):
    kg.errors.QueryRefused: the query: query refused, SERVICE asks another machine; ask the build itself
    >>> refuse("SELECT ?service { ?service ?p 'SERVICE' } # SERVICE")
    """
    keywords = NO_KEYWORD.sub(" ", query).upper()
    if "SERVICE" in keywords:  # not as a word of its own: parsers do not insist on space around it
        raise QueryRefused(name, "SERVICE asks another machine", "ask the build itself")
    verb = next((w for w in re.findall(r"[A-Z]+\b(?!\s*:)", keywords) if w not in ("BASE", "PREFIX")), "")
    if verb in _UPDATES:
        raise QueryRefused(name, f"{verb} would change data and a build is read-only",
                           "use SELECT, ASK, CONSTRUCT or DESCRIBE")


def ask(store: ox.Store, query: str, name: str = "the query", bound: Mapping[str, object] | None = None) -> Answer:
    """The answer to a SPARQL 1.1 query over all graphs of a store; rows are computed as they are taken.

    Patterns outside ``GRAPH`` see the default graph, or what ``FROM`` names. ``bound`` gives terms for variables of the
    query's projection; they are handed over as terms and never become text.

    Raises:
        QueryRefused: see :func:`refuse`.
        QueryNotUnderstood: the query does not parse; the message has line and column.
    """
    refuse(query, name)
    result = run(store, query, name, bound)
    if isinstance(result, ox.QueryBoolean):
        return Answer(("answer",), iter(((bool(result),),)), "ask")
    if isinstance(result, ox.QueryTriples):
        return Answer(("subject", "predicate", "object"), (tuple(t) for t in result), "construct")
    return Answer(tuple(v.value for v in result.variables), (tuple(row) for row in result), "select")


def run(store: ox.Store, query: str, name: str = "the query", bound: Mapping[str, object] | None = None,
        default_graphs: Sequence[str] | None = None,
        named_graphs: Sequence[str] | None = None) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    """What Oxigraph says to a query that is known to be harmless (see :func:`refuse`).

    ``default_graphs`` and ``named_graphs`` are the dataset of the SPARQL protocol; either given, the query sees
    those graphs and no others, whatever its own ``FROM`` says.

    Raises:
        QueryNotUnderstood: the query does not parse.
    """
    dataset = {}
    if default_graphs or named_graphs:
        dataset = {"default_graph": [ox.NamedNode(iri) for iri in default_graphs or ()],
                   "named_graphs": [ox.NamedNode(iri) for iri in named_graphs or ()]}
    try:
        return store.query(query, substitutions={ox.Variable(n): t for n, t in (bound or {}).items()}, **dataset)
    except SyntaxError as error:
        raise QueryNotUnderstood(name, explain(str(error), query)) from error


def plain(term: object) -> str:
    """A term as people read it: the value alone, ``_:`` before a blank node's name, nothing when unbound.

    >>> plain(ox.Literal("云溪县", language="zh"))
    '云溪县'
    """
    if term is None:
        return ""
    if isinstance(term, bool):
        return "true" if term else "false"
    if isinstance(term, ox.BlankNode):
        return f"_:{term.value}"
    return term.value if isinstance(term, (ox.NamedNode, ox.Literal)) else str(term)
