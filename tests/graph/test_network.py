"""The network of networkx: one node an entity, one edge a relation, plain attributes."""

import subprocess
import sys

from kg.graph import to_networkx


def test_nodes_and_edges_are_those_of_the_build(sample_build):
    graph = to_networkx(sample_build)
    assert set(graph) == set(sample_build.contents.entities)
    assert {(a, b, k) for a, b, k in graph.edges(keys=True)} == {(r.head, r.tail, r.relation)
                                                                 for r in sample_build.contents.relations}
    assert sample_build.network.nodes(data=True) == graph.nodes(data=True)


def test_attributes_are_texts_and_numbers_and_the_same_everywhere(sample_build):
    graph = to_networkx(sample_build)
    nodes, edges = [d for _, d in graph.nodes(data=True)], [d for *_, d in graph.edges(data=True)]
    assert len({frozenset(d) for d in nodes}) == len({frozenset(d) for d in edges}) == 1
    assert {type(v) for d in nodes for v in d.values()} == {str}
    assert {type(v) for d in edges for v in d.values()} == {str, float}


def test_edges_carry_their_statement(sample_build):
    graph = to_networkx(sample_build)
    for r in sample_build.contents.relations:
        data = graph.edges[r.head, r.tail, r.relation]
        assert (data["statement"], data["confidence"]) == (r.support.iri, r.support.confidence)


def test_facts_are_attributes(sample_build):
    graph = to_networkx(sample_build)
    stated = {(f.entity, f.fact): f.value for f in sample_build.contents.facts}
    assert stated and all(value in graph.nodes[entity][fact].split("|")
                          for (entity, fact), value in stated.items())


def test_the_package_gives_it_when_asked():
    code = "import kg, sys; assert 'networkx' not in sys.modules; print(kg.graph.to_networkx, kg.export.export)"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert "to_networkx" in done.stdout and "export" in done.stdout
