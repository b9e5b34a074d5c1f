"""The integrity constraints of the RDF Data Cube (W3C Recommendation of 2014-01-16, section 11) hold for a build."""

import pytest
from pyoxigraph import RdfFormat, Store

from kg.triples.serialise import turtle

PREFIXES = """PREFIX qb: <http://purl.org/linked-data/cube#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
"""
BROKEN_WHEN = {
    "IC-1 an observation is in other than one data set": """ASK {
        { ?o a qb:Observation FILTER NOT EXISTS { ?o qb:dataSet ?one } } UNION { ?o qb:dataSet ?one, ?two FILTER (?one != ?two) } }""",
    "IC-2 a data set has other than one structure": """ASK {
        { ?d a qb:DataSet FILTER NOT EXISTS { ?d qb:structure ?one } } UNION { ?d qb:structure ?one, ?two FILTER (?one != ?two) } }""",
    "IC-3 a structure has no measure": """ASK { ?s a qb:DataStructureDefinition
        FILTER NOT EXISTS { ?s qb:component [ qb:measure ?measure ] } }""",
    "IC-11 an observation lacks a dimension": """ASK { ?o qb:dataSet/qb:structure/qb:component/qb:dimension ?dimension .
        FILTER NOT EXISTS { ?o ?dimension ?value } }""",
    "IC-12 two observations agree in every dimension": """ASK { ?one qb:dataSet ?set . ?two qb:dataSet ?set
        FILTER (STR(?one) < STR(?two))
        FILTER NOT EXISTS { ?set qb:structure/qb:component/qb:dimension ?dimension .
                            ?one ?dimension ?a . ?two ?dimension ?b FILTER (?a != ?b) } }""",
    "IC-14 an observation lacks a measure": """ASK { ?o qb:dataSet/qb:structure/qb:component/qb:measure ?measure
        FILTER NOT EXISTS { ?o ?measure ?value } }""",
}


@pytest.fixture(scope="module")
def store(sample_build):
    found = Store()
    found.load(turtle(sample_build.graphs.fact_triples).encode(), RdfFormat.TURTLE)
    return found


@pytest.mark.parametrize("broken", BROKEN_WHEN)
def test_a_constraint_of_the_data_cube_holds(store, broken):
    assert not store.query(PREFIXES + BROKEN_WHEN[broken]), broken


def test_a_broken_constraint_would_be_found(sample_build):
    broken = Store()
    graph = turtle(sample_build.graphs.fact_triples)
    broken.load((graph + "<urn:x:1> a <http://purl.org/linked-data/cube#Observation> .").encode(), RdfFormat.TURTLE)
    assert broken.query(PREFIXES + BROKEN_WHEN["IC-1 an observation is in other than one data set"])
