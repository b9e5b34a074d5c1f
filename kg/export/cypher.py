"""A Cypher script for a running Neo4j: constraints, indexes, nodes, relations.

    cypher-shell -u neo4j -f graph.cypher

It merges: run twice, it changes nothing the second time. Values are literals, escaped; nothing of a report
stands outside
of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from typing import BinaryIO

from kg.export import property_graph as pg
from kg.export.format import Options
from kg.export.source import Source

_BATCH = 500  # rows of a statement
_INDEXES = f"""CREATE INDEX entity_name IF NOT EXISTS FOR (n:{pg.ENTITY}) ON (n.name);
CREATE INDEX observation_year IF NOT EXISTS FOR (n:{pg.OBSERVATION}) ON (n.year);
CREATE FULLTEXT INDEX entity_names IF NOT EXISTS FOR (n:{pg.ENTITY}) ON EACH [n.name, n.aliases]
  OPTIONS {{indexConfig: {{`fulltext.analyzer`: 'cjk'}}}};
"""
_ESCAPES = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def cypher(source: Source, out: BinaryIO, options: Options) -> None:
    """Statements, each ended by a semicolon and a line end."""
    out.write(indexes().encode("utf-8"))
    for nodes in (pg.entities(source), pg.reports(source), pg.observations(source)):
        for labels, group in groupby(sorted(nodes, key=lambda n: n.labels), key=lambda n: n.labels):
            rows = ({"iri": node.iri, "set": node.properties} for node in group)
            merge = f"MERGE (n:{labels[0]} {{iri: row.iri}}) SET n += row.set SET n:{':'.join(labels)}"
            _statements(out, rows, merge)
    _relations(out, pg.relations(source), pg.ENTITY)
    _relations(out, pg.links(source), pg.OBSERVATION)


def indexes() -> str:
    """Constraints and indexes: an IRI names one node, names and years are looked up."""
    unique = "".join(f"CREATE CONSTRAINT {label.lower()}_iri IF NOT EXISTS FOR (n:{label}) "
                     "REQUIRE n.iri IS UNIQUE;\n" for label in (pg.ENTITY, pg.REPORT, pg.OBSERVATION))
    return unique + _INDEXES


def _relations(out: BinaryIO, relations: Iterable[pg.Relation], head: str) -> None:
    for type_, group in groupby(sorted(relations, key=lambda r: r.type), key=lambda r: r.type):
        tail = pg.REPORT if type_ == "statedIn" else pg.ENTITY
        rows = ({"head": r.head, "tail": r.tail, "set": r.properties} for r in group)
        _statements(out, rows, f"MATCH (a:{head} {{iri: row.head}}) MATCH (b:{tail} {{iri: row.tail}}) "
                               f"MERGE (a)-[r:{type_}]->(b) SET r += row.set")


def _statements(out: BinaryIO, rows: Iterator[dict], do: str) -> None:
    while batch := list(islice(rows, _BATCH)):
        lines = ",\n".join(map(literal, batch))
        out.write(f"UNWIND [\n{lines}\n] AS row\n{do};\n".encode())


def literal(value: object) -> str:
    r"""A value as a Cypher literal.

    >>> literal({"name": "'} ) DELETE", "list": [1, 2.5, True]})
    "{name: '\\'} ) DELETE', list: [1, 2.5, true]}"
    """
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {literal(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(literal, value)) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return repr(value)
    return "'" + "".join(_ESCAPES.get(c) or (c if c.isprintable() else _escape(c)) for c in str(value)) + "'"


def _escape(character: str) -> str:
    return "".join(f"\\u{int.from_bytes(pair, 'big'):04x}" for pair in _pairs(character.encode("utf-16-be")))


def _pairs(data: bytes) -> Iterator[bytes]:
    return (data[i:i + 2] for i in range(0, len(data), 2))
