"""Positions for the nodes of a network, so that the browser need not compute any.

Communities (Louvain, Blondel et al. 2008) are laid out one by one, each in a disc of its own, by the
force-directed method of Fruchterman and Reingold (1991), both from networkx, and nodes that came too near to
each other are moved apart. The discs are then packed around the middle, larger ones first, each where it is
nearest to the communities it is linked with; nodes with very many edges stand in the middle of all. Work grows
with the square of a community, not of the network. Everything is seeded: the same network gives the same picture.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np

from kg.graph.communities import communities
from kg.view.packing import pack

Point = tuple[float, float]

SPACING = 64.0  # about the room that a node with its label takes, in pixels at zoom 1
STRETCH = 1.2  # labels are wide, and so are screens
_DENSE = 160  # nodes laid out at once; above 500 networkx wants scipy, which nothing else here needs
_HUB = 12  # edges, at least, of a node that stands in the middle
_SMALL = 4  # a community with fewer nodes joins its nearest neighbour


@dataclass(frozen=True)
class Layout:
    """Where nodes are: whole pixels around (0, 0); and the community of each, by its place in ``discs``."""

    points: tuple[Point, ...]
    community: tuple[int, ...]
    discs: tuple[tuple[float, float, float], ...]  # middle and half height; half width is ``STRETCH`` times that


def lay_out(kinds: Sequence[str], weights: Mapping[tuple[int, int], float]) -> Layout:
    """A picture of a network.

    Args:
        kinds: a word for each node; nodes without edges gather by it.
        weights: how near two nodes should be, by pairs of places in ``kinds``.

    >>> lay_out([], {}).points
    ()
    >>> left, middle, right = lay_out(["a", "b", "a"], {(0, 1): 1, (1, 2): 1}).points
    >>> math.dist(left, middle) < math.dist(left, right)
    True
    """
    graph = nx.Graph()
    graph.add_nodes_from(range(len(kinds)))
    graph.add_weighted_edges_from((a, b, w) for (a, b), w in sorted(weights.items()) if a != b)
    hubs = _hubs(graph)
    groups = _groups(graph, kinds, hubs)
    shapes = [_shape(graph, group, SPACING * 3 if group is hubs else SPACING) for group in groups]
    radii = [max(math.hypot(x, y) for x, y in shape) + SPACING / 2 for shape in shapes]
    centres = pack(radii, _links(graph, groups))
    points: dict[int, Point] = {}
    for group, shape, (x, y) in zip(groups, shapes, centres):
        points.update({node: (round((x + dx) * STRETCH), round(y + dy)) for node, (dx, dy) in zip(group, shape)})
    home = {node: i for i, group in enumerate(groups) for node in group}
    return Layout(tuple(points[n] for n in range(len(kinds))), tuple(home[n] for n in range(len(kinds))),
                  tuple((round(x * STRETCH), round(y), round(r)) for (x, y), r in zip(centres, radii)))


def _hubs(graph: nx.Graph) -> list[int]:
    """Nodes with very many edges, at most three."""
    many = max(_HUB, len(graph) / 20)
    return sorted(n for n, degree in graph.degree if degree > many)[:3]


def _groups(graph: nx.Graph, kinds: Sequence[str], hubs: list[int]) -> list[list[int]]:
    """Hubs, then communities, the largest first, then nodes without edges by their kind."""
    rest = _induced(graph, [n for n in graph if n not in set(hubs)])
    alone: dict[str, list[int]] = {}
    for node in [n for n in rest if not rest.degree(n)]:
        alone.setdefault(kinds[node], []).append(node)
    linked = _induced(rest, [n for n in rest if rest.degree(n)])
    groups = _joined(linked, _communities(linked))
    lonely = sorted(alone.values(), key=lambda g: (-len(g), g))
    return ([hubs] if hubs else []) + groups + lonely


def _communities(graph: nx.Graph, resolution: float = 0.6) -> list[list[int]]:
    """Groups of nodes; those too large to be laid out at once are divided further."""
    if not graph:
        return []
    groups = []
    for found in communities(graph, resolution):
        group = sorted(found)
        if len(group) <= _DENSE:
            groups.append(group)
        elif resolution < 64:
            groups += _communities(_induced(graph, group), resolution * 4)
        else:  # a star of stars has no communities
            groups += [group[i:i + _DENSE] for i in range(0, len(group), _DENSE)]
    return groups


def _joined(graph: nx.Graph, groups: list[list[int]]) -> list[list[int]]:
    """Communities, the largest first; those of a few nodes are one group, where nothing else holds them."""
    large = [g for g in groups if len(g) >= _SMALL]
    small = sorted((g for g in groups if len(g) < _SMALL), key=lambda g: (-len(g), g))
    batches = [[node for group in small[i:i + 12] for node in group] for i in range(0, len(small), 12)]
    return sorted(large, key=lambda g: (-len(g), g)) + batches


def _shape(graph: nx.Graph, nodes: Sequence[int], spacing: float) -> list[Point]:
    """Positions of a community around its own middle."""
    start = dict(zip(nodes, _sunflower(len(nodes))))
    part = _induced(graph, nodes)
    if not part.number_of_edges():
        far = spacing * math.sqrt(len(nodes)) * 0.7
        return [(x * far, y * far) for x, y in start.values()]
    found = nx.spring_layout(part, pos=start, iterations=50, seed=0, scale=None, k=1.2 / math.sqrt(len(nodes)))
    return _apart(np.array([found[n] for n in nodes]), spacing)


def _apart(points: np.ndarray, spacing: float, rounds: int = 40) -> list[Point]:
    """Points scaled to a disc that has room for them, then pushed from each other until none is too near."""
    points = points - points.mean(axis=0)
    far = np.linalg.norm(points, axis=1).max() or 1.0
    points = points * (spacing * 0.6 * math.sqrt(len(points)) / far)
    for _ in range(rounds):
        between = points[:, None] - points[None]
        distance = np.linalg.norm(between, axis=2)
        np.fill_diagonal(distance, np.inf)
        lack = np.clip(spacing - distance, 0, None)
        if lack.max() < 1:
            break
        push = between / np.maximum(distance, 1e-6)[:, :, None] * (lack * 0.3)[:, :, None]
        points = points + push.sum(axis=1)
    return [(float(x), float(y)) for x, y in points - (points.max(axis=0) + points.min(axis=0)) / 2]


def _induced(graph: nx.Graph, nodes: Sequence[int]) -> nx.Graph:
    """The part of a graph on some nodes, in their order (a view of networkx has an order of its own)."""
    part, inside = nx.Graph(), set(nodes)
    part.add_nodes_from(nodes)
    part.add_weighted_edges_from((n, m, data["weight"]) for n in nodes for m, data in graph[n].items()
                                 if n < m and m in inside)
    return part


def _sunflower(count: int) -> list[Point]:
    """Points spread evenly over the unit disc (Vogel 1979), the first in the middle."""
    golden = math.pi * (3 - math.sqrt(5))
    return [(math.sqrt(i / count) * math.cos(i * golden), math.sqrt(i / count) * math.sin(i * golden))
            for i in range(count)]


def _links(graph: nx.Graph, groups: Sequence[Sequence[int]]) -> Counter:
    """How strongly each two groups are linked."""
    home = {n: i for i, group in enumerate(groups) for n in group}
    links: Counter = Counter()
    for a, b, weight in graph.edges(data="weight"):
        if home[a] != home[b]:
            links[min(home[a], home[b]), max(home[a], home[b])] += weight
    return links
