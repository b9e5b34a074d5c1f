"""The network as pyvis holds it: nodes with colour, size and position, edges, options."""

from __future__ import annotations

import json
import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.view.layout import STRETCH, lay_out
from kg.view.proximity import mentions, proximity
from kg.view.regions import titles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyvis.network import Network

    from kg.store.contents import Contents
    from kg.store.evidence import Evidence
    from kg.triples.vocabulary import Ontology
    from kg.view.texts import Texts

#: Entities with a position of their own, the most important first; the page shows as many at once.
LIMIT = 5000

#: Classes whose entities have no node: each number has its indicator, and the network would be full of them.
PANEL_ONLY = ("Indicator",)

OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "multiselect": False, "selectConnectedEdges": False,
                    "hideEdgesOnDrag": True, "keyboard": {"enabled": False}, "zoomSpeed": 0.7},
    "nodes": {"shape": "dot", "borderWidth": 0, "borderWidthSelected": 3, "font": {"strokeWidth": 3, "size": 13}},
    "edges": {
        "smooth": False, "width": 1, "selectionWidth": 2,
        "color": {"color": "#9aa7b4", "highlight": "#e4572e", "hover": "#e4572e", "opacity": 0.55},
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.45}},
    },
}


@dataclass(frozen=True)
class Map:
    """Where the entities of a build are drawn.

    Attributes:
        iris: the entities, the most important first.
        weights: their importance.
        points: positions in pixels at zoom 1.
        regions: title, middle, half width and half height of each community.
        region: for each entity its community.
    """

    iris: tuple[str, ...]
    weights: tuple[int, ...]
    points: tuple[tuple[float, float], ...]
    regions: tuple[tuple[str, float, float, float, float], ...]
    region: tuple[int, ...]


def importance(contents: Contents, evidence: Evidence) -> dict[str, int]:
    """How much a report is about each entity: its mentions, and twice its relations, facts and numbers."""
    said: Counter = Counter({iri: len(found) for iri, found in mentions(contents.entities, evidence).items()})
    for relation in contents.relations:
        said[relation.head] += 2
        said[relation.tail] += 2
    for fact in contents.facts:
        said[fact.entity] += 2
    for observation in contents.observations:
        said[observation.area_iri] += 2
    return {iri: said[iri] for iri in contents.entities}


def draw(contents: Contents, evidence: Evidence, texts: Texts) -> Map:
    """The map of a build; the same build gives the same map."""
    weight = importance(contents, evidence)
    iris = [iri for iri, entity in contents.entities.items() if not set(entity.types) <= set(PANEL_ONLY)]
    iris = sorted(iris, key=lambda iri: -weight[iri])[:LIMIT]
    place = {iri: i for i, iri in enumerate(iris)}
    paragraphs = {iri: texts.paragraph(quote) for iri, quote in evidence.sentences.items()}
    found = lay_out([contents.entities[iri].types[0] for iri in iris],
                    proximity(place, contents, evidence, paragraphs))
    members: list[list[int]] = [[] for _ in found.discs]
    for node, group in enumerate(found.community):
        members[group].append(node)
    named = titles(members, _headings(iris, evidence, texts), [contents.entities[iri].name for iri in iris])
    regions = tuple((title, x, y, round(r * STRETCH), r) for title, (x, y, r) in zip(named, found.discs))
    return Map(tuple(iris), tuple(weight[iri] for iri in iris), found.points, regions, found.community)


def radius(weight: float) -> float:
    """The radius of a node, in pixels at zoom 1: areas grow with importance, within bounds.

    >>> radius(0), radius(10_000)
    (5.0, 30.0)
    """
    return round(min(5.0 + 1.6 * math.sqrt(max(weight - 1, 0)), 30.0), 1)


def to_pyvis(contents: Contents, ontology: Ontology, drawn: Map) -> Network:
    """The entities and relations of a build as a pyvis network, laid out, its physics off.

    Node ids are places in ``drawn.iris``; edges carry the local name of the relation and have the IRI of their
    statement as id.
    """
    from pyvis.network import Network

    place = {iri: i for i, iri in enumerate(drawn.iris)}
    colours = {term.name: term.color for term in ontology.classes}
    result = Network(directed=True, height="100%", width="100%", cdn_resources="in_line")
    for iri, (x, y), weight, region in zip(drawn.iris, drawn.points, drawn.weights, drawn.region):
        entity = contents.entities[iri]
        result.add_node(place[iri], entity.name, color=colours[entity.types[0]], x=x, y=y, size=radius(weight),
                        region=region)
    for r in contents.relations:
        if r.head in place and r.tail in place:
            result.add_edge(place[r.head], place[r.tail], relation=r.relation, **({"id": r.support.iri} if r.support else {}))
    result.set_options(json.dumps(OPTIONS))
    return result


def _headings(iris: Sequence[str], evidence: Evidence, texts: Texts) -> dict[int, Counter[str]]:
    """Under which headings each entity is mentioned, and how often."""
    found: dict[int, Counter[str]] = {}
    topics: dict[str, str] = {}
    for node, (_, quotes) in enumerate(mentions(iris, evidence).items()):
        counter = found.setdefault(node, Counter())
        for mention in quotes:
            sentence = evidence.mentions[mention].sentence
            if sentence not in topics:
                report, block, _ = texts.place(evidence.sentences[sentence])
                topics[sentence] = texts.topic(report, block)
            counter[topics[sentence]] += 1
    return found
