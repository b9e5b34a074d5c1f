"""CSV for ``neo4j-admin database import``, with the file of its arguments.

    cd neo4j && neo4j-admin database import full neo4j @import.args
    cypher-shell -f indexes.cypher

Strings are quoted, as they are; values of an array are parted by U+001F, which no text has, so that names may
hold semicolons, commas, quotes and line ends.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from kg.export import property_graph as pg
from kg.export.cypher import indexes
from kg.export.format import Options
from kg.export.source import Source
from kg.export.target import Folder

_BETWEEN = "\x1f"
_KINDS = {"string": "", "integer": ":long", "number": ":double", "truth": ":boolean", "list": ":string[]"}
_ARGUMENTS = """--nodes=entities.csv
--nodes=reports.csv
--nodes=observations.csv
--relationships=relations.csv
--relationships=links.csv
--id-type=string
--array-delimiter=U+001F
--multiline-fields=true
"""


def neo4j(source: Source, folder: Folder, options: Options) -> None:
    """Three files of nodes, two of relations, arguments and indexes."""
    _nodes(folder, "entities.csv", pg.ENTITY_PROPERTIES, pg.entities(source))
    _nodes(folder, "reports.csv", pg.REPORT_PROPERTIES, pg.reports(source))
    _nodes(folder, "observations.csv", pg.OBSERVATION_PROPERTIES, pg.observations(source))
    _relations(folder, "relations.csv", pg.RELATION_PROPERTIES, pg.relations(source))
    _relations(folder, "links.csv", {}, pg.links(source))
    folder.write("import.args", _ARGUMENTS)
    folder.write("indexes.cypher", indexes())


def _nodes(folder: Folder, name: str, kinds: dict[str, str], nodes: Iterable[pg.Node]) -> None:
    header = ["iri:ID", *(f"{key}{_KINDS[kind]}" for key, kind in kinds.items()), ":LABEL"]
    rows = ([node.iri, *(node.properties.get(key) for key in kinds), list(node.labels)] for node in nodes)
    _write(folder, name, header, rows)


def _relations(folder: Folder, name: str, kinds: dict[str, str], relations: Iterable[pg.Relation]) -> None:
    header = [":START_ID", *(f"{key}{_KINDS[kind]}" for key, kind in kinds.items()), ":END_ID", ":TYPE"]
    rows = ([r.head, *(r.properties.get(key) for key in kinds), r.tail, r.type] for r in relations)
    _write(folder, name, header, rows)


def _write(folder: Folder, name: str, header: list[str], rows: Iterable[list]) -> None:
    with folder.open(name) as file:
        for row in chain([header], rows):
            file.write((",".join(map(cell, row)) + "\n").encode("utf-8"))


def cell(value: object) -> str:
    """A value of CSV as Neo4j reads it: nothing where nothing is known.

    >>> cell('云"溪'), cell(True), cell(None), cell(["a;b", "c"]) == '"a;b\\x1fc"'
    ('"云""溪"', 'true', '', True)
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return repr(value)
    text = _BETWEEN.join(v.replace(_BETWEEN, " ") for v in value) if isinstance(value, list) else str(value)
    return '"' + text.replace('"', '""') + '"'
