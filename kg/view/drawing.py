"""The network as pyvis holds it: nodes with colour, size and position, edges, options."""

from __future__ import annotations

import json
import math
from collections import Counter
from typing import TYPE_CHECKING

from kg.view.layout import positions

if TYPE_CHECKING:
    from pyvis.network import Network

    from kg.store.contents import Contents
    from kg.triples.vocabulary import Ontology

#: Entities drawn at most, the best connected first; more than the browser carries with ease.
LIMIT = 3000

#: Classes whose entities have no node: each number has its indicator, and the network would be full of them.
PANEL_ONLY = ("Indicator",)

OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "hideEdgesOnDrag": True, "keyboard": {"enabled": True, "bindToWindow": False}},
    "nodes": {
        "borderWidth": 0, "borderWidthSelected": 3,
        "font": {"strokeWidth": 3},
        "scaling": {"min": 7, "max": 34,
                    "label": {"enabled": True, "min": 17, "max": 52, "drawThreshold": 7, "maxVisible": 26}},
    },
    "edges": {
        "smooth": False, "width": 1, "selectionWidth": 2,
        "color": {"color": "#9aa7b4", "highlight": "#e4572e", "hover": "#e4572e", "opacity": 0.55},
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.45}},
    },
}


def drawn(contents: Contents) -> list[str]:
    """IRIs of the entities that the network shows: those of a class that is drawn, the best connected first."""
    degree = degrees(contents)
    shown = [iri for iri, entity in contents.entities.items() if not set(entity.types) <= set(PANEL_ONLY)]
    return sorted(sorted(shown, key=lambda iri: -degree[iri])[:LIMIT])


def degrees(contents: Contents) -> Counter:
    """How many relations each entity has."""
    return Counter(end for r in contents.relations for end in (r.head, r.tail))


def to_pyvis(contents: Contents, ontology: Ontology) -> Network:
    """The entities and relations of a build as a pyvis network, laid out, its physics off.

    Node ids are places in ``drawn(contents)``; the same contents give the same network.
    """
    from pyvis.network import Network

    shown = drawn(contents)
    place = {iri: i for i, iri in enumerate(shown)}
    edges = [r for r in contents.relations if r.head in place and r.tail in place]
    degree = degrees(contents)
    colours = {term.name: term.color for term in ontology.classes}
    result = Network(directed=True, height="100%", width="100%", cdn_resources="in_line")
    points = positions([contents.entities[iri].types[0] for iri in shown],
                       [(place[r.head], place[r.tail]) for r in edges])
    for iri, (x, y) in zip(shown, points):
        entity = contents.entities[iri]
        result.add_node(place[iri], entity.name, color=colours[entity.types[0]], x=x, y=y,
                        value=round(math.sqrt(1 + degree[iri]), 3))
    for r in edges:
        result.add_edge(place[r.head], place[r.tail], relation=r.relation,
                        **({"id": r.support.iri} if r.support else {}))
    result.set_options(json.dumps(OPTIONS))
    return result
