"""Files of graph tools: complete, of one type an attribute, read alike by igraph, networkx and Gephi."""

import json
import warnings
from collections import Counter
from xml.etree import ElementTree

import networkx as nx
import pytest

from kg.triples.vocabulary import ontology

COUNTY = "https://w3id.org/govkg/id/administrativedivision/栖云县"
ENTERPRISE = "https://w3id.org/govkg/id/enterprise/栖云县/天禾食品"
STAGED = "https://w3id.org/govkg/id/park/栖云县/远航数控装备产业园"


def counts(values):
    return dict(Counter(values))


def test_igraph_reads_graphml(exported, expected):
    igraph = pytest.importorskip("igraph")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        graph = igraph.Graph.Read_GraphML(str(exported("graphml")))
    assert graph.is_directed()
    assert counts(graph.vs["type"]) == expected.main and counts(graph.es["relation"]) == expected.relations
    county = graph.vs.find(id=COUNTY)
    assert county["label"] == "栖云县" and set(county["aliases"].split("|")) == {"全县", "我县", "栖云"}
    organized = {graph.vs[e.target]["label"] for e in graph.es.select(_source=county.index)
                 if e["relation"] == "organizes"}
    assert organized == expected.organized
    assert all(0 < c <= 1 for c in graph.es["confidence"])


def test_networkx_reads_graphml_and_gexf_as_they_were(exported, expected):
    for graph in (nx.read_graphml(exported("graphml")), nx.read_gexf(exported("gexf"))):
        assert counts(kind for _, kind in graph.nodes(data="type")) == expected.main
        assert counts(r for *_, r in graph.edges(data="relation")) == expected.relations
        assert graph.nodes[COUNTY]["label"] == "栖云县"


@pytest.mark.parametrize("name", ["gexf", "graphml"])
def test_gephi_reads_it(java, exported, expected, name):
    lines = [line.split("\t")
             for line in java("gephi", "tests/readers/Gephi.java", exported(name)).splitlines()]
    found = {kind: {row[1]: int(row[2]) for row in lines if row[0] == kind} for kind in ("type", "relation")}
    assert found == {"type": expected.main, "relation": expected.relations}
    nodes = {row[1]: row for row in lines if row[0] == "node"}
    assert nodes[COUNTY][2] == "栖云县" and set(nodes[COUNTY][7].split("|")) == {"全县", "我县", "栖云"}
    color = next(t.color for t in ontology().classes if t.name == "AdministrativeDivision")
    assert nodes[COUNTY][3] == color
    assert float(nodes[COUNTY][4]) == max(float(row[4])
                                          for row in nodes.values())  # the best connected is the largest
    assert len({(row[5], row[6]) for row in nodes.values()}) == len(nodes)  # no two in one place


def test_gephi_sees_the_years_of_a_status(java, exported):
    lines = [line.split("\t")
             for line in java("gephi", "tests/readers/Gephi.java", exported("gexf")).splitlines()]
    stage = next(row[8] for row in lines if row[0] == "node" and row[1] == STAGED)
    assert stage.index("Signed") < stage.index("UnderConstruction") and stage.count(";") == 1


def test_gexf_has_spells_and_no_date_of_writing(exported):
    root = ElementTree.fromstring(exported("gexf").read_bytes())
    space = {"g": "http://www.gexf.net/1.2draft"}
    assert root.find("g:graph", space).get("mode") == "dynamic"
    assert {s.get("start") for s in root.iterfind(".//g:edge//g:spell", space)} == {"2024-01-01"}
    assert root.find("g:meta", space).attrib == {}


@pytest.mark.parametrize("name", ["cytoscape", "node-link"])
def test_json_is_type_clean(exported, name):
    """Every attribute has one type in all nodes, and one in all edges: a number, a truth value or a text."""
    content = json.loads(exported(name).read_text("utf-8"))
    elements = content["elements"] if name == "cytoscape" else content
    for kind in (elements["nodes"], elements.get("edges") or elements["links"]):
        types = {}
        for element in kind:
            for key, value in element.get("data", element).items():
                types.setdefault(key, set()).add(type(value))
        assert all(len(found) == 1 and found <= {str, float, int, bool} for found in types.values()), types
        assert len({frozenset(element.get("data", element))
                    for element in kind}) == 1  # the same keys everywhere


def test_cytoscape_json_has_what_cytoscape_wants(exported, expected):
    elements = json.loads(exported("cytoscape").read_text("utf-8"))["elements"]
    ids = {n["data"]["id"]: n for n in elements["nodes"]}
    assert counts(n["data"]["type"] for n in elements["nodes"]) == expected.main
    assert counts(e["data"]["interaction"] for e in elements["edges"]) == expected.relations
    assert len({e["data"]["id"] for e in elements["edges"]} | set(ids)) == len(ids) + len(elements["edges"])
    assert {ids[e["data"]["target"]]["data"]["name"] for e in elements["edges"]
            if (e["data"]["source"], e["data"]["interaction"]) == (COUNTY, "organizes")} == expected.organized
    assert set(ids[COUNTY]["position"]) == {"x", "y"}


def test_networkx_reads_node_link_json(exported, expected):
    graph = nx.node_link_graph(json.loads(exported("node-link").read_text("utf-8")), edges="links")
    assert graph.is_multigraph() and counts(r for *_, r in graph.edges(data="relation")) == expected.relations
    assert graph.nodes[COUNTY]["label"] == "栖云县"


def test_hostile_names_survive_where_xml_can_hold_them(hostile):
    name = next(d["label"] for i,
                d in nx.node_link_graph(json.loads(hostile("node-link").read_text("utf-8")), edges="links")
                .nodes(data=True) if i == ENTERPRISE)
    assert "\x1b" in name and "<script>" in name
    for graph in (nx.read_graphml(hostile("graphml")), nx.read_gexf(hostile("gexf"))):
        assert " ".join(graph.nodes[ENTERPRISE]["label"].split()) == " ".join(name.replace("\x1b",
                                                                                           "\ufffd").split())
