"""GEXF for Gephi: labels, colours, sizes, positions, and years as dynamic attributes.

A node or edge lives in the years of the reports that speak of it (spells), and ``stage`` of a node has the
years in which reports recorded each status. Gephi shows them on its timeline.
"""

from __future__ import annotations

from typing import BinaryIO

import networkx as nx
from networkx.readwrite.gexf import GEXFWriter

from kg.export.format import Options
from kg.export.networks import drawn, for_xml
from kg.export.source import Source
from kg.store.evidence import Support

_VERSION = "1.2draft"
_APART = ("color", "size", "x", "y")


def gexf(source: Source, out: BinaryIO, options: Options) -> None:
    """GEXF 1.2, by networkx; its date of writing is left out."""
    years = _Years(source)
    graph = for_xml(drawn(source))
    for iri, data in graph.nodes(data=True):
        data |= years.of_node(iri, data["types"].split("|"))
        data["viz"] = {"color": _rgb(data["color"]), "size": data["size"],
                       "position": {"x": data["x"], "y": data["y"], "z": 0.0}}
        for key in _APART:
            del data[key]
    _name_edges(graph, source, years)
    writer = GEXFWriter(version=_VERSION)
    writer.add_graph(graph)
    del writer.xml.find("meta").attrib["lastmodifieddate"]
    writer.write(out)


def _name_edges(graph: nx.MultiDiGraph, source: Source, years: _Years) -> None:
    supports = {(r.head, r.tail, r.relation): r.support for r in source.contents.relations}
    for head, tail, key, data in graph.edges(keys=True, data=True):
        data["id"] = data["statement"]
        data |= years.of_statement(supports[head, tail, key])


class _Years:
    """When what is said was said: the years of reports."""

    def __init__(self, source: Source):
        self._source = source
        self._stages: dict[str, list[tuple[str, str, str]]] = {}
        for record in source.history.statuses:
            if record.year and not record.promised:
                row = (record.status, *_span(int(record.year)))
                if row not in self._stages.setdefault(record.entity, []):
                    self._stages[record.entity].append(row)

    def of_node(self, iri: str, types: list[str]) -> dict:
        """Spells of an entity, and its stages."""
        from kg.triples.vocabulary import GOV, RDF

        supports = [self._source.support.support(iri, RDF + "type", GOV + name) for name in types]
        spells = {span for s in supports for span in self.of_statement(s).get("spells", ())}
        stages = self._stages.get(iri)
        return ({"spells": sorted(spells)} if spells else {}) | ({"stage": stages} if stages else {})

    def of_statement(self, support: Support | None) -> dict:
        """Spells of what is supported."""
        quotes = self._source.support.sentences
        reports = {quotes[s].report for s in support.sentences} if support else set()
        years = {self._source.history.reports[r].year for r in reports if r in self._source.history.reports}
        return {"spells": sorted(_span(int(year)) for year in years if year)} if any(years) else {}


def _span(year: int) -> tuple[str, str]:
    """The first and the last day of a year.

    >>> _span(2024)
    ('2024-01-01', '2024-12-31')
    """
    return f"{year:04}-01-01", f"{year:04}-12-31"


def _rgb(color: str) -> dict:
    """``#RRGGBB`` as GEXF has it.

    >>> _rgb("#0072B2")
    {'r': 0, 'g': 114, 'b': 178, 'a': 1.0}
    """
    return {name: int(color[i:i + 2], 16) for name, i in (("r", 1), ("g", 3), ("b", 5))} | {"a": 1.0}
