"""JSON-LD by the context of the ontology, compact: one object for each thing, written as the triples come.

The context stands in the file: no reader has to fetch it. Decimal numbers are strings, as JSON's numbers
would become
doubles; whole numbers and truth values are JSON's own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import groupby
from typing import BinaryIO

import pyoxigraph as ox

from kg.export.context import Context, context
from kg.export.format import Options
from kg.export.rdf import chosen
from kg.export.source import Source
from kg.triples import vocabulary as v

_TYPE = v.RDF + "type"


def compact(source: Source, out: BinaryIO, options: Options) -> None:
    """Every subject as an object, one a line."""
    terms = context()
    groups = groupby(chosen(source, options), key=lambda triple: triple.subject)
    write_graph(terms, (node(terms, subject.value, triples) for subject, triples in groups), out)


def write_graph(terms: Context, nodes: Iterable[dict], out: BinaryIO) -> None:
    """A document of nodes, one a line, with the context before them."""
    out.write(b'{"@context": ' + _json(terms.terms) + b',\n"@graph": [')
    out.writelines((b",\n" if i else b"\n") + _json(content) for i, content in enumerate(nodes))
    out.write(b"\n]}\n")


def node(terms: Context, iri: str, triples: Iterable[ox.Triple]) -> dict:
    """What is said of a subject, as an object."""
    types, found = [], {}
    for _, predicate, value in triples:
        if predicate.value == _TYPE:
            types.append(terms.compact(value.value))
        else:
            term, content = terms.entry(predicate.value, value)
            add(found, term.name, content, term.is_set)
    start = {"id": terms.compact(iri, prefixed=True)}
    if types:
        start["type"] = types[0] if len(types) == 1 else types
    return start | {key: found[key] for key in sorted(found)}


def add(found: dict, key: str, value: object, is_set: bool) -> None:
    """One more value of a key: alone, or in an array."""
    if key not in found:
        found[key] = [value] if is_set else value
    elif isinstance(found[key], list):
        found[key].append(value)
    else:
        found[key] = [found[key], value]


def _json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False).encode("utf-8")
