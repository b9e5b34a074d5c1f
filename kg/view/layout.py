"""Positions for the nodes of a network, so that the browser need not compute any.

Communities (Louvain, Blondel et al. 2008) are laid out one by one, each in a disc of its own, by the
force-directed method of Fruchterman and Reingold (1991), both from networkx. The discs are then packed around
the middle, larger ones first, each where it is nearest to the communities it is linked with. Work grows with
the square of a community, not of the network. Everything is seeded: the same network gives the same picture.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

import networkx as nx
import numpy as np

Point = tuple[float, float]

SPACING = 70.0  # about the room that a node with its label takes, in pixels at zoom 1
_GAP = 60.0  # between discs
_DENSE = 200  # nodes laid out at once; above 500 networkx wants scipy, which nothing else here needs
_TRIES = 48  # directions tried for each disc
_PACKED = 60  # discs whose place is searched for


def positions(kinds: Sequence[str], edges: Iterable[tuple[int, int]]) -> list[Point]:
    """Positions of nodes, whole pixels around (0, 0).

    Args:
        kinds: a word for each node; nodes without edges gather by it.
        edges: pairs of places in ``kinds``.

    >>> positions([], [])
    []
    >>> left, middle, right = positions(["a", "b", "a"], [(0, 1), (1, 2)])
    >>> math.dist(left, middle) < math.dist(left, right)
    True
    """
    graph = nx.Graph()
    graph.add_nodes_from(range(len(kinds)))
    graph.add_edges_from(sorted({(min(e), max(e)) for e in edges if e[0] != e[1]}))
    alone: dict[str, list[int]] = {}
    for node in [n for n in graph if not graph.degree(n)]:
        alone.setdefault(kinds[node], []).append(node)
        graph.remove_node(node)
    groups = _communities(graph)
    shapes = [_lay_out(graph, group) for group in groups]
    for _, group in sorted(alone.items(), key=lambda item: (-len(item[1]), item[0])):
        groups.append(group)
        shapes.append(_scaled(_sunflower(len(group))))
    radii = [_radius(shape) for shape in shapes]
    result: dict[int, Point] = {}
    for group, shape, (x, y) in zip(groups, shapes, _pack(radii, _links(graph, groups))):
        result.update({node: (x + dx, y + dy) for node, (dx, dy) in zip(group, shape)})
    return [(round(result[n][0]), round(result[n][1])) for n in range(len(kinds))]


def _communities(graph: nx.Graph, resolution: float = 1.0) -> list[list[int]]:
    """Groups of nodes, the largest first; those too large to be laid out at once are divided further."""
    if not graph:
        return []
    groups = []
    for found in nx.community.louvain_communities(graph, resolution=resolution, seed=0):
        group = sorted(found)
        if len(group) <= _DENSE:
            groups.append(group)
        elif resolution < 64:
            groups += _communities(_induced(graph, group), resolution * 4)
        else:  # a star of stars has no communities
            groups += [group[i:i + _DENSE] for i in range(0, len(group), _DENSE)]
    return sorted(groups, key=lambda g: (-len(g), g))


def _lay_out(graph: nx.Graph, nodes: Sequence[int]) -> list[Point]:
    """Positions of a community around its own middle."""
    start = {n: p for n, p in zip(nodes, _sunflower(len(nodes)))}
    found = nx.spring_layout(_induced(graph, nodes), pos=start, iterations=60, seed=0, scale=None,
                             k=1.2 / math.sqrt(len(nodes)))
    return _scaled([tuple(found[n]) for n in nodes])


def _scaled(points: Sequence[Point]) -> list[Point]:
    """Points moved to their middle, in a disc that has room for them."""
    mx, my = (sum(axis) / len(points) for axis in zip(*points))
    far = max(math.hypot(x - mx, y - my) for x, y in points) or 1.0
    scale = SPACING * 0.75 * math.sqrt(len(points)) / far
    return [((x - mx) * scale, (y - my) * scale) for x, y in points]


def _induced(graph: nx.Graph, nodes: Sequence[int]) -> nx.Graph:
    """The part of a graph on some nodes, in their order (a view of networkx has an order of its own)."""
    part, inside = nx.Graph(), set(nodes)
    part.add_nodes_from(nodes)
    part.add_edges_from((n, m) for n in nodes for m in graph[n] if n < m and m in inside)
    return part


def _sunflower(count: int) -> list[Point]:
    """Points spread evenly over the unit disc (Vogel 1979), the first in the middle."""
    golden = math.pi * (3 - math.sqrt(5))
    return [(math.sqrt(i / count) * math.cos(i * golden), math.sqrt(i / count) * math.sin(i * golden))
            for i in range(count)]


def _radius(shape: Sequence[Point]) -> float:
    return max(math.hypot(x, y) for x, y in shape) + SPACING / 2


def _links(graph: nx.Graph, groups: Sequence[Sequence[int]]) -> Counter:
    """How many edges run between each two groups."""
    home = {n: i for i, group in enumerate(groups) for n in group}
    return Counter((min(home[a], home[b]), max(home[a], home[b])) for a, b in graph.edges if home[a] != home[b])


def _pack(radii: Sequence[float], links: Counter) -> list[Point]:
    """Centres of discs that do not overlap: the first near those they are linked with, the rest around them."""
    centres: list[Point] = []
    for i in range(min(len(radii), _PACKED)):
        centres.append(_best_place(i, radii, np.array(centres), links) if centres else (0.0, 0.0))
    outer = max((math.hypot(*c) + r for c, r in zip(centres, radii)), default=0.0)
    rest = radii[_PACKED:]
    while rest:  # a ring at a time; radii fall, so the first of a ring is its widest
        middle = outer + _GAP + rest[0]
        room, angle, placed = 2 * math.pi, 0.0, 0
        while placed < len(rest) and (step := (2 * rest[placed] + _GAP) / middle) <= room - angle:
            centres.append((middle * math.cos(angle + step / 2), middle * math.sin(angle + step / 2)))
            angle, placed = angle + step, placed + 1
        outer, rest = middle + rest[0], rest[placed:]
    return centres


def _best_place(i: int, radii: Sequence[float], centres: np.ndarray, links: Counter) -> Point:
    """Where disc ``i`` touches a placed disc, overlaps none, and is nearest to its links and the middle."""
    placed = np.array(radii[:i])
    reach = radii[i] + placed + _GAP
    angles = 2 * np.pi * np.arange(_TRIES) / _TRIES
    around = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    places = (centres[:, None] + reach[:, None, None] * around).reshape(-1, 2)
    distances = np.linalg.norm(places[:, None] - centres, axis=2)
    free = (distances >= reach - 1e-6).all(axis=1)
    pull = np.array([links[j, i] for j in range(i)], dtype=float)
    cost = distances @ pull / max(pull.sum(), 1.0) + np.linalg.norm(places, axis=1)
    if not free.any():
        return float(np.abs(centres[:, 0]).max() + reach.max()), 0.0
    best = places[free][np.round(cost[free], 6).argmin()]
    return float(best[0]), float(best[1])
