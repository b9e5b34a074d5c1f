"""Communities of a network, by the method of Louvain as networkx has it, in arithmetic that cannot go astray."""

from __future__ import annotations

import math
from collections.abc import Hashable

import networkx as nx

_FINEST = 16  # weights are told apart down to a sixteenth
_PADDING = object()  # a node that fills the sum of weights up


def communities(graph: nx.Graph, resolution: float = 1.0) -> list[set[Hashable]]:
    """The communities of an undirected network (Blondel et al. 2008); the same network gives the same.

    The method of networkx moves a node while that gains anything. Where parts of a network are alike, gains differ
    by rounding errors only, and nodes can be moved round and round without end. So weights are taken as whole
    numbers of sixteenths and a node of its own fills their sum up to a power of two: then every division is exact.

    Args:
        graph: nodes and edges; an edge without ``weight`` counts 1.
        resolution: more gives smaller communities; 1 is modularity as usual.

    >>> [sorted(found) for found in communities(nx.Graph([(1, 2), (2, 3), (1, 3), (4, 5)]))]
    [[1, 2, 3], [4, 5]]
    """
    exact = nx.Graph()
    exact.add_nodes_from(graph)
    exact.add_weighted_edges_from((a, b, max(1, round(weight * _FINEST)))
                                  for a, b, weight in graph.edges(data="weight", default=1))
    size = int(exact.size("weight"))
    if not size:
        return [{node} for node in graph]
    full = 1 << math.ceil(math.log2(size + 1))
    exact.add_edge(_PADDING, _PADDING, weight=full - size)
    evened = max(1, round(resolution * full / size * _FINEST)) / _FINEST  # as strict as without the padding
    found = nx.community.louvain_communities(exact, resolution=evened, seed=0)
    return [community for community in found if _PADDING not in community]
