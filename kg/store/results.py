"""Answers as text: SPARQL 1.1 results as JSON, TSV and CSV, triples as Turtle and N-Triples.

JSON: https://www.w3.org/TR/sparql11-results-json/, TSV and CSV: https://www.w3.org/TR/sparql11-results-csv-tsv/.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

import pyoxigraph as ox

from kg.store.queries import Answer, plain
from kg.store.tables import csv_line
from kg.triples.vocabulary import PREFIXES


def json_lines(answer: Answer) -> Iterator[str]:
    """An answer as SPARQL results in JSON, one line a row, as the rows come."""
    if answer.kind == "ask":
        yield json.dumps({"head": {}, "boolean": next(answer.rows)[0]}) + "\n"
        return
    yield f'{{"head": {json.dumps({"vars": answer.columns})}, "results": {{"bindings": [\n'
    comma = ""
    for row in answer.rows:
        bound = {name: described(term) for name, term in zip(answer.columns, row) if term is not None}
        yield comma + json.dumps(bound, ensure_ascii=False)
        comma = ",\n"
    yield "\n]}}\n"


def described(term: object) -> dict:
    """A term as the JSON results describe it.

    >>> described(ox.Literal("云溪县", language="zh"))
    {'type': 'literal', 'value': '云溪县', 'xml:lang': 'zh'}
    """
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, ox.Triple):
        return {"type": "triple", "value": {part: described(getattr(term, part))
                                            for part in ("subject", "predicate", "object")}}
    said = {"type": "literal", "value": term.value}
    if term.language:
        said["xml:lang"] = term.language
    elif not term.datatype.value.endswith("#string"):
        said["datatype"] = term.datatype.value
    return said


def tsv_lines(answer: Answer) -> Iterator[str]:
    """An answer as SPARQL results in TSV: terms as Turtle writes them, so that nothing of them is lost."""
    yield "\t".join(f"?{name}" for name in answer.columns) + "\n"
    for row in answer.rows:
        yield "\t".join(_term(term) for term in row) + "\n"


def csv_rows(answer: Answer) -> Iterator[str]:
    """An answer as SPARQL results in CSV: values alone, as they are."""
    yield csv_line(answer.columns)
    for row in answer.rows:
        yield csv_line([plain(term) for term in row])


def rdf(answer: Answer, format_: ox.RdfFormat) -> Iterator[str]:
    """The triples of a CONSTRUCT or DESCRIBE, each once and sorted."""
    triples = sorted({ox.Triple(*row) for row in answer.rows}, key=str)
    used = {t.value for triple in triples for t in triple if isinstance(t, ox.NamedNode)} | {
        triple.object.datatype.value for triple in triples if isinstance(triple.object, ox.Literal)}
    prefixes = {p: namespace for p, namespace in PREFIXES.items() if any(iri.startswith(namespace) for iri in used)}
    text = ox.serialize(triples, format=format_, prefixes=prefixes if format_ == ox.RdfFormat.TURTLE else None).decode()
    lines = text.split("\n")
    count = next((i for i, line in enumerate(lines) if not line.startswith("@prefix")), len(lines))
    yield "\n".join((*sorted(lines[:count]), *lines[count:]))


def _term(term: object) -> str:
    if term is None:
        return ""
    if isinstance(term, bool):
        return "true" if term else "false"
    return str(term).replace("\t", "\\t")
