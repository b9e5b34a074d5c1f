"""Communities come to an end even where the parts of a network are alike, and are the same each time."""

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.graph.communities import communities


def alike(parts, weight):
    """Several rings with a middle each, and one node that all middles know."""
    graph = nx.Graph()
    for part in range(parts):
        nx.add_cycle(graph, [(part, i) for i in range(7)], weight=weight)
        graph.add_weighted_edges_from(((part, "middle"), (part, i), weight / 3) for i in range(7))
        graph.add_edge((part, "middle"), "all", weight=weight / 7)
    return graph


@pytest.mark.parametrize("weight", [1, 0.1, 4 / 3])
def test_equal_parts_are_communities(weight):
    found = communities(alike(6, weight))
    assert {frozenset(p for p, _ in group - {"all"}) for group in found} == {frozenset([p]) for p in range(6)}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12), st.sampled_from([0.1, 1 / 3, 0.7, 1, 4])), max_size=60),
       st.sampled_from([0.3, 0.6, 1, 9.6]))
def test_every_node_is_in_one_community(edges, resolution):
    graph = nx.Graph()
    graph.add_weighted_edges_from(e for e in edges if e[0] != e[1])
    found = communities(graph, resolution)
    assert sorted(node for group in found for node in group) == sorted(graph)
    assert found == communities(graph, resolution)


def test_a_finer_resolution_gives_no_larger_communities():
    graph = alike(4, 1)
    assert max(map(len, communities(graph, 8))) < max(map(len, communities(graph, 0.1)))
