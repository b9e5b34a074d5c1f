"""What people ask of a network: who matters, what belongs together, what joins what.

Every analysis takes the network of :func:`kg.graph.to_networkx` and gives rows, the same for the same
network: nodes are
numbered before algorithms of networkx see them, whose results would else hang on the order of hashes.
"""

from __future__ import annotations

import difflib
from collections import Counter, deque
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import networkx as nx
import numpy as np

from kg.errors import UnknownEntity
from kg.graph.communities import communities as communities_of

_SAMPLED = 1500  # nodes above which betweenness is estimated from this many (Brandes and Pich 2007)
_NEVER_BETWEEN = ("AdministrativeDivision",)  # the report's own division is next to everything


class Centrality(NamedTuple):
    """How central an entity is; ``betweenness`` is the share of shortest paths that lead through it."""

    name: str
    type: str
    degree: int
    incoming: int
    outgoing: int
    pagerank: float
    betweenness: float
    iri: str


class Community(NamedTuple):
    """Entities that have more relations with each other than with the rest."""

    number: int
    size: int
    hub: str
    types: str  # with their counts
    members: str  # the best connected first


class Bridge(NamedTuple):
    """What joins an entity of one class with one of another."""

    first: str
    second: str
    length: int  # relations on the way
    ways: int  # shortest ways
    through: str  # names on them


class Step(NamedTuple):
    """A relation, as it is said: ``head`` relation ``tail``."""

    step: int
    head: str
    relation: str
    tail: str
    rule: str
    confidence: float


def centrality(network: nx.MultiDiGraph) -> list[Centrality]:
    """Every entity that has relations, by PageRank."""
    plain, iris = _numbered(network)
    rank = pagerank(network)
    sample = min(len(plain), _SAMPLED)
    between = nx.betweenness_centrality(plain, k=sample if sample < len(plain) else None, seed=0)
    rows = [Centrality(data["label"], data["type"], network.degree(iri), network.in_degree(iri),
                       network.out_degree(iri),
                       round(rank[iri], 6), round(between[i], 6), iri)
            for i, iri in enumerate(iris) if (data := network.nodes[iri]) and network.degree(iri)]
    return sorted(rows, key=lambda r: (-r.pagerank, -r.degree, r.iri))


def pagerank(network: nx.MultiDiGraph, damping: float = 0.85, tolerance: float = 1e-10) -> dict[str, float]:
    """PageRank by power iteration (Page et al. 1999); relations count in both directions, each once.

    networkx has it too, but wants scipy for it.

    >>> star = nx.MultiDiGraph([("a", "hub"), ("b", "hub"), ("c", "hub")])
    >>> {node: round(rank, 4) for node, rank in pagerank(star).items()}
    {'a': 0.1734, 'hub': 0.4797, 'b': 0.1734, 'c': 0.1734}
    """
    iris = list(network)
    if not iris:
        return {}
    place = {iri: i for i, iri in enumerate(iris)}
    ends = np.array([(place[a], place[b]) for a, b in network.edges()], dtype=np.int64).reshape(-1, 2)
    source, target = np.concatenate([ends[:, 0], ends[:, 1]]), np.concatenate([ends[:, 1], ends[:, 0]])
    degree = np.bincount(source, minlength=len(iris)).astype(float)
    rank = np.full(len(iris), 1 / len(iris))
    for _ in range(1000):
        share = np.bincount(target, weights=(rank / np.maximum(degree, 1))[source], minlength=len(iris))
        new = (1 - damping) / len(iris) + damping * (share + rank[degree == 0].sum() / len(iris))
        if np.abs(new - rank).sum() < tolerance:
            break
        rank = new
    return {iri: float(value) for iri, value in zip(iris, new)}


def communities(network: nx.MultiDiGraph) -> list[Community]:
    """Communities by Louvain (Blondel et al. 2008), the largest first; isolated entities are in none."""
    plain, iris = _numbered(network)
    plain.remove_nodes_from([n for n in list(plain) if not plain.degree(n)])
    found = communities_of(plain)
    groups = sorted((sorted(group, key=lambda n: (-plain.degree(n), n)) for group in found),
                    key=lambda g: (-len(g), g))
    rows = []
    for number, group in enumerate(groups, 1):
        nodes = [network.nodes[iris[n]] for n in group]
        types = Counter(node["type"] for node in nodes)
        ranked = sorted(types.items(), key=lambda item: (-item[1], item[0]))
        rows.append(Community(number, len(group), nodes[0]["label"],
                              "、".join(f"{name} {count}" for name, count in ranked),
                              "、".join(node["label"] for node in nodes)))
    return rows


def bridges(network: nx.MultiDiGraph, first: str = "Industry", second: str = "Town",
            longest: int = 4) -> list[Bridge]:
    """What joins entities of two classes: for each pair the shortest ways, those with most ways first.

    Ways lead through entities of other classes only, and never through the division whose report it is.
    """
    plain = _undirected(network)
    kind = {iri: set(data["types"].split("|")) for iri, data in network.nodes(data=True)}
    rows = []
    for start in (iri for iri in network if first in kind[iri]):
        for end, length, parents in _reached(plain, start, {first, second, *_NEVER_BETWEEN}, kind, longest):
            if second in kind[end]:
                ways = list(_ways(parents, start, end))
                through = dict.fromkeys(node for way in ways for node in way)
                rows.append(Bridge(network.nodes[start]["label"], network.nodes[end]["label"], length,
                                   len(ways),
                                   "、".join(network.nodes[n]["label"] for n in through)))
    return sorted(rows, key=lambda b: (-b.ways, b.length, b.first, b.second))


def path(network: nx.MultiDiGraph, start: str, end: str) -> list[Step]:
    """The relations of a shortest way between two entities, whatever their direction; none: there is no way.

    Args:
        start, end: IRIs.
    """
    plain = _undirected(network)
    try:
        nodes = nx.shortest_path(plain, start, end)
    except nx.NetworkXNoPath:
        return []
    steps = []
    for number, (a, b) in enumerate(pairwise(nodes), 1):
        head, tail = (a, b) if network.has_edge(a, b) else (b, a)
        steps.append(_step(network, number, head, tail, min(network[head][tail])))
    return steps


def ego(network: nx.MultiDiGraph, center: str, radius: int = 1) -> list[Step]:
    """The relations around an entity; ``step`` is how far their farther end is.

    Args:
        center: IRI.
        radius: how many relations away an entity may be.
    """
    plain = _undirected(network)
    far = nx.single_source_shortest_path_length(plain, center, cutoff=radius)
    steps = [_step(network, max(far[a], far[b]), a, b, key) for a, b, key in network.edges(keys=True)
             if a in far and b in far]
    return sorted(steps, key=lambda s: (s.step, s.relation, s.head, s.tail))


def find(network: nx.MultiDiGraph, name: str) -> str:
    """The IRI of the entity that has a name, an alias, or this IRI.

    Raises:
        UnknownEntity: none has it, or several have.
    """
    if name in network:
        return name
    found = [iri for iri, data in network.nodes(data=True) if data["label"] == name] or \
        [iri for iri, data in network.nodes(data=True) if name in data["aliases"].split("|")]
    if len(found) == 1:
        return found[0]
    if found:
        raise UnknownEntity(name, f"{len(found)} entities have this name",
                            f"give the IRI of one: {' '.join(found[:5])}")
    labels = dict.fromkeys(data["label"] for _, data in network.nodes(data=True))
    near = difflib.get_close_matches(name, labels, 3) or \
        [label for label in labels if name and name in label][:3]
    raise UnknownEntity(name, "no entity has this name", f"did you mean {'、'.join(near)}?" if near else
                        "`kg query` or `kg export --to csv` list the names")


def _undirected(network: nx.MultiDiGraph) -> nx.Graph:
    """The network without directions and doubles, neighbours in the order of its relations.

    The view that networkx has of it gives them in the order of hashes.
    """
    plain = nx.Graph()
    plain.add_nodes_from(network)
    plain.add_edges_from(network.edges())
    return plain


def _numbered(network: nx.MultiDiGraph) -> tuple[nx.Graph, list[str]]:
    """The network without directions and doubles, its nodes numbered in their order."""
    iris = list(network)
    place = {iri: i for i, iri in enumerate(iris)}
    plain = nx.Graph()
    plain.add_nodes_from(range(len(iris)))
    plain.add_edges_from(sorted({tuple(sorted((place[a], place[b]))) for a, b in network.edges() if a != b}))
    return plain, iris


def _reached(plain: nx.Graph, start: str, ends: set[str], kind: dict[str, set[str]],
             longest: int) -> Iterator[tuple[str, int, dict[str, list[str]]]]:
    """Entities within reach, how far they are, and for each those before it on shortest ways."""
    far, parents, todo = {start: 0}, {}, deque([start])
    while todo:
        node = todo.popleft()
        if far[node] == longest or (node != start and kind[node] & ends):
            continue
        for neighbour in plain[node]:
            if neighbour not in far:
                far[neighbour] = far[node] + 1
                todo.append(neighbour)
            if far[neighbour] == far[node] + 1:
                parents.setdefault(neighbour, []).append(node)
    yield from ((node, far[node], parents) for node in far if node != start)


def _ways(parents: dict[str, list[str]], start: str, end: str) -> Iterator[tuple[str, ...]]:
    """The nodes between two ends, for each shortest way."""
    for parent in parents[end]:
        if parent == start:
            yield ()
        else:
            yield from ((*way, parent) for way in _ways(parents, start, parent))


def _step(network: nx.MultiDiGraph, number: int, head: str, tail: str, key: str) -> Step:
    data = network.edges[head, tail, key]
    return Step(number, network.nodes[head]["label"], data["relation"], network.nodes[tail]["label"],
                data["rule"],
                data["confidence"])
