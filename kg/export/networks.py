"""Networks for graph tools: GraphML, Cytoscape JSON, node-link JSON, by networkx."""

from __future__ import annotations

import json
from collections import Counter
from io import BytesIO
from typing import BinaryIO

import networkx as nx

from kg.export.characters import xml_text
from kg.export.format import Options
from kg.export.source import Source
from kg.graph.network import to_networkx

_LARGEST, _SMALLEST = 40.0, 8.0  # diameters of nodes


def drawn(source: Source) -> nx.MultiDiGraph:
    """The network with what a drawing needs, and labels for people.

    Nodes also have ``type_label`` (Chinese), ``degree``, ``color`` (#RRGGBB, of the class), ``size`` and the
    position ``x``, ``y``; edges ``label`` (Chinese), ``weight`` 1 and ``sentence``, the first that says so.
    """
    from kg.view.layout import lay_out

    graph, ontology = to_networkx(source.contents), source.ontology
    colors = {term.name: term.color for term in ontology.classes}
    place = {iri: i for i, iri in enumerate(graph)}
    near = Counter((place[a], place[b]) for a, b in graph.edges())
    points = lay_out([kind for _, kind in graph.nodes(data="type")], near).points
    most = max((degree for _, degree in graph.degree()), default=0) or 1
    for (iri, data), (x, y) in zip(graph.nodes(data=True), points):
        degree = graph.degree(iri)
        size = _SMALLEST + (_LARGEST - _SMALLEST) * (degree / most) ** 0.5
        data |= {"type_label": ontology.label(data["type"]), "degree": degree, "color": colors[data["type"]],
                 "size": round(size, 2), "x": float(x), "y": float(y)}
    for relation in source.contents.relations:
        data = graph.edges[relation.head, relation.tail, relation.relation]
        quotes = relation.support.sentences[:1] if relation.support else ()
        data |= {"label": ontology.label(relation.relation), "weight": 1.0,
                 "sentence": "".join(source.support.sentences[iri].text for iri in quotes)}
    return graph


def for_xml(graph: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """The network without characters that XML cannot hold; it is changed and returned."""
    for data in (*(d for _, d in graph.nodes(data=True)), *(d for *_, d in graph.edges(data=True))):
        data.update({key: xml_text(value) for key, value in data.items() if isinstance(value, str)})
    return graph


def graphml(source: Source, out: BinaryIO, options: Options) -> None:
    """GraphML; edges have ids of their own, and no attribute has two types."""
    graph = for_xml(drawn(source))
    buffer = BytesIO()
    nx.write_graphml(graph, buffer, edge_id_from_attribute="statement", named_key_ids=False)
    out.write(buffer.getvalue())


def cytoscape(source: Source, out: BinaryIO, options: Options) -> None:
    """JSON of Cytoscape and Cytoscape.js: elements with data and positions."""
    graph = drawn(source)
    nodes = [{"data": {"id": iri, "name": data["label"], **data},
              "position": {"x": data["x"], "y": data["y"]}}
             for iri, data in graph.nodes(data=True)]
    edges = [{"data": {"id": data["statement"], "source": head, "target": tail,
                       "interaction": data["relation"],
                       **data}} for head, tail, data in graph.edges(data=True)]
    _json({"data": {"name": _title(source)}, "directed": True, "multigraph": True,
           "elements": {"nodes": nodes, "edges": edges}}, out)


def node_link(source: Source, out: BinaryIO, options: Options) -> None:
    """Node-link JSON of networkx (``edges="links"``), as D3 likes it."""
    _json(nx.node_link_data(drawn(source), edges="links"), out)


def _title(source: Source) -> str:
    return "、".join(report.label for report in source.history.reports.values())


def _json(content: object, out: BinaryIO) -> None:
    out.write(json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False).encode("utf-8") + b"\n")
