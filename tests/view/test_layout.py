"""Positions of nodes: near what they belong to, apart from each other, the same every time."""

import math
from itertools import combinations

from kg.view.layout import SPACING, STRETCH, lay_out


def cliques(count, size):
    """Several groups, each linked within, one weak link from each to the next."""
    weights = {}
    for group in range(count):
        members = range(group * size, (group + 1) * size)
        weights.update({pair: 1.0 for pair in combinations(members, 2)})
        if group:
            weights[group * size - 1, group * size] = 0.1
    return weights


def test_communities_keep_together_and_do_not_overlap():
    drawn = lay_out(["a"] * 40, cliques(4, 10))
    assert [drawn.community[i] for i in range(0, 40, 10)] == [drawn.community[i + 9] for i in range(0, 40, 10)]
    assert len(set(drawn.community)) == 4
    for (x, y, r), (a, b, s) in combinations(drawn.discs, 2):
        assert math.dist((x / STRETCH, y), (a / STRETCH, b)) >= r + s


def test_nodes_are_in_the_disc_of_their_community():
    drawn = lay_out(["a"] * 40, cliques(4, 10))
    for (x, y), community in zip(drawn.points, drawn.community):
        cx, cy, r = drawn.discs[community]
        assert math.dist((x / STRETCH, y), (cx / STRETCH, cy)) <= r + 1


def test_no_two_nodes_hide_each_other():
    drawn = lay_out(["a"] * 60, cliques(3, 20))
    assert min(math.dist(a, b) for a, b in combinations(drawn.points, 2)) > SPACING / 2


def test_a_node_with_very_many_edges_is_in_the_middle():
    weights = {**cliques(4, 10), **{(i, 40): 0.1 for i in range(40)}}
    drawn = lay_out(["a"] * 41, weights)
    assert math.hypot(*drawn.points[40]) < min(math.hypot(*p) for p in drawn.points[:40])


def test_nodes_without_edges_gather_by_kind():
    drawn = lay_out(["a", "b", "a", "b"], {})
    assert drawn.community[0] == drawn.community[2] != drawn.community[1] == drawn.community[3]


def test_the_same_network_gives_the_same_picture():
    assert lay_out(["a"] * 40, cliques(4, 10)) == lay_out(["a"] * 40, dict(reversed(cliques(4, 10).items())))


def test_a_star_of_hundreds_has_a_picture():
    drawn = lay_out(["a"] * 900, {(0, i): 1.0 for i in range(1, 900)})
    assert len(set(drawn.points)) == 900
