"""A folder for ``IMPORT DATABASE`` of the embedded Cypher databases Ladybug and Kuzu.

    import ladybug
    ladybug.Connection(ladybug.Database("graph.lbug")).execute("IMPORT DATABASE 'ladybug'")

There is a table for each class (that of the main type; ``types`` has them all) and for each relation. These
databases read
no lists from CSV that hold any text: several values stand in one string, parted by ``|``, sentences by line
ends.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from kg.export import property_graph as pg
from kg.export.format import Options
from kg.export.neo4j import cell
from kg.export.source import Source
from kg.export.target import Folder

_KINDS = {"string": "STRING", "integer": "INT64", "number": "DOUBLE", "truth": "BOOLEAN", "list": "STRING"}
_READ = "header=true, parallel=false, quote='\"', escape='\"', delim=','"


def ladybug(source: Source, folder: Folder, options: Options) -> None:
    """Schema, copy statements, a file for each table of nodes and each pair of tables that are related."""
    schema, copies, table_of = [], [], {}
    for table, kinds, nodes in _tables(source):
        table_of.update(dict.fromkeys((node.iri for node in nodes), table))
        schema.append(f"CREATE NODE TABLE `{table}`(`iri` STRING, {_columns(kinds)}, PRIMARY KEY(`iri`));")
        copies.append(f"COPY `{table}` FROM '{table}.csv' ({_READ});")
        _write(folder, f"{table}.csv", ["iri", *kinds],
               ([node.iri, *(node.properties.get(key) for key in kinds)] for node in nodes))
    found: dict[str, dict[tuple[str, str], list[pg.Relation]]] = {}
    for r in chain(pg.relations(source), pg.links(source)):
        found.setdefault(r.type, {}).setdefault((table_of[r.head], table_of[r.tail]), []).append(r)
    for type_, pairs in found.items():
        kinds = {} if type_ in pg.LINKS else pg.RELATION_PROPERTIES
        ends = ", ".join(f"FROM `{head}` TO `{tail}`" for head, tail in sorted(pairs))
        schema.append(f"CREATE REL TABLE `{type_}`({ends}{', ' if kinds else ''}{_columns(kinds)});")
        for (head, tail), relations in sorted(pairs.items()):
            name = f"{type_}-{head}-{tail}.csv"
            copies.append(f"COPY `{type_}` FROM '{name}' (from='{head}', to='{tail}', {_READ});")
            _write(folder, name, ["from", "to", *kinds],
                   ([r.head, r.tail, *(r.properties.get(key) for key in kinds)] for r in relations))
    folder.write("schema.cypher", "\n".join(schema) + "\n")
    folder.write("copy.cypher", "\n".join(copies) + "\n")
    folder.write("index.cypher", "")


def _tables(source: Source) -> Iterable[tuple[str, dict[str, str], list[pg.Node]]]:
    """Tables of nodes: one for each class that has entities, reports, observations."""
    of_class: dict[str, list[pg.Node]] = {}
    for node in pg.entities(source):
        types = {"types": list(node.labels[1:])}
        of_class.setdefault(node.labels[1], []).append(node._replace(properties=node.properties | types))
    for table, nodes in sorted(of_class.items()):
        yield table, {**pg.ENTITY_PROPERTIES, "types": "list"}, nodes
    yield pg.REPORT, pg.REPORT_PROPERTIES, list(pg.reports(source))
    yield pg.OBSERVATION, pg.OBSERVATION_PROPERTIES, list(pg.observations(source))


def _columns(kinds: dict[str, str]) -> str:
    return ", ".join(f"`{key}` {_KINDS[kind]}" for key, kind in kinds.items())


def _write(folder: Folder, name: str, header: list[str], rows: Iterable[list]) -> None:
    with folder.open(name) as file:
        for row in chain([header], rows):
            cells = (cell(_joined(key, value)) for key, value in zip(header, row))
            file.write((",".join(cells) + "\n").encode("utf-8"))


def _joined(key: str, value: object) -> object:
    return ("\n" if key == "sentences" else "|").join(value) if isinstance(value, list) else value
