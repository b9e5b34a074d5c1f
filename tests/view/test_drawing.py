"""The network as pyvis holds it."""

import re

from pyvis.network import Network

import kg.view
from kg.triples.vocabulary import ontology
from kg.view.drawing import draw, importance
from kg.view.texts import Texts


def test_a_build_is_a_pyvis_network_with_positions_and_without_physics(sample_build):
    network = kg.view.network(sample_build)
    assert isinstance(network, Network)
    assert network.options["physics"]["enabled"] is False
    assert len({(n["x"], n["y"]) for n in network.nodes}) == len(network.nodes) > 50


def test_nodes_have_the_colours_of_the_ontology(sample_build):
    colours = {term.color for term in ontology().classes}
    assert {n["color"] for n in kg.view.network(sample_build).nodes} <= colours


def test_indicators_have_no_node_and_relations_are_edges(sample_build):
    network = kg.view.network(sample_build)
    drawn = [e for e in sample_build.entities if e.types != ("Indicator",)]
    assert sorted(n["label"] for n in network.nodes) == sorted(e.name for e in drawn)
    assert {e["id"] for e in network.edges} == {r.support.iri for r in sample_build.contents.relations}


def test_the_network_writes_itself(sample_build):
    assert re.search(r"new vis\.Network", kg.view.network(sample_build).generate_html())


def test_what_is_said_most_of_is_drawn_largest(sample_build):
    weight = importance(sample_build.contents, sample_build.evidence)
    county = next(e.iri for e in sample_build.entities if "AdministrativeDivision" in e.types)
    network = kg.view.network(sample_build)
    assert max(weight, key=weight.get) == county
    assert max(network.nodes, key=lambda n: n["size"])["label"] == sample_build.contents.entities[county].name


def test_topics_are_the_headings_of_the_report(sample_build):
    drawn = draw(sample_build.contents, sample_build.evidence, Texts(sample_build.reports))
    titles = [title for title, *_ in drawn.regions if title]
    assert len(titles) == len(set(titles)) > 4
    assert sum(title in sample_build.report.text for title in titles) > len(titles) / 2


def test_a_loaded_build_is_drawn_alike(sample_build, sample_folder):
    again = kg.view.network(kg.load(sample_folder))
    assert (again.nodes, again.edges) == (kg.view.network(sample_build).nodes, kg.view.network(sample_build).edges)
