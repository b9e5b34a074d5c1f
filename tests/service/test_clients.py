"""Clients that others made: SPARQLWrapper, rdflib's SPARQLStore, Comunica, and our own ``kg query --endpoint``."""

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import rdflib
import SPARQLWrapper
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, GET, JSON, JSONLD, N3, POST, POSTDIRECTLY, RDFXML, TSV, TURTLE, URLENCODED, XML

NAMES = """PREFIX gov: <https://w3id.org/govkg/ontology#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?name { ?x a gov:Project ; skos:prefLabel ?name } ORDER BY ?name"""
PROJECTS = ["智慧冷库", "滨河路改造", "锂电隔膜一期", "锂电隔膜二期"]
TRIPLES = "PREFIX gov: <https://w3id.org/govkg/ontology#> CONSTRUCT { ?x a gov:Project } WHERE { ?x a gov:Project }"


def wrapper(service, query, form, method=GET, way=URLENCODED):
    client = SPARQLWrapper.SPARQLWrapper(f"{service.address}/sparql")
    client.setQuery(query)
    client.setReturnFormat(form)
    client.setMethod(method)
    client.setRequestMethod(way)
    return client


@pytest.mark.parametrize("method, way", [(GET, URLENCODED), (POST, URLENCODED), (POST, POSTDIRECTLY)])
def test_sparqlwrapper_reads_rows(two_years, method, way):
    found = wrapper(two_years, NAMES, JSON, method, way).queryAndConvert()
    assert [row["name"]["value"] for row in found["results"]["bindings"]] == PROJECTS


@pytest.mark.parametrize("form", [CSV, TSV, XML])
def test_sparqlwrapper_reads_other_forms_of_rows(two_years, form):
    found = wrapper(two_years, NAMES, form).queryAndConvert()
    text = found.toxml() if form == XML else found.decode()
    assert all(name in text for name in PROJECTS)


@pytest.mark.parametrize("form", [TURTLE, N3, RDFXML, JSONLD])
def test_sparqlwrapper_reads_triples(two_years, form):
    found = wrapper(two_years, TRIPLES, form).queryAndConvert()
    graph = found if isinstance(found, rdflib.Graph) else rdflib.Graph().parse(data=found, format="turtle")
    assert len(graph) == len(PROJECTS)


def test_sparqlwrapper_reads_ask_and_errors(two_years):
    assert wrapper(two_years, "ASK {}", JSON).queryAndConvert()["boolean"] is True
    with pytest.raises(SPARQLWrapper.SPARQLExceptions.QueryBadFormed, match="line 1, column 1"):
        wrapper(two_years, "SELEKT * {}", JSON).query()


def test_sparqlwrapper_names_the_dataset(two_years):
    client = wrapper(two_years, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", JSON)
    client.addDefaultGraph("https://w3id.org/govkg/id/report/lanyue_2023/facts")
    one = int(client.queryAndConvert()["results"]["bindings"][0]["n"]["value"])
    client.addDefaultGraph("https://w3id.org/govkg/id/report/lanyue_2024/facts")
    assert 0 < one < int(client.queryAndConvert()["results"]["bindings"][0]["n"]["value"])


def test_rdflib_takes_the_service_for_a_store(two_years):
    graph = rdflib.Graph(SPARQLStore(f"{two_years.address}/sparql"))
    assert [str(row.name) for row in graph.query(NAMES)] == PROJECTS
    projects = list(graph.subjects(rdflib.RDF.type, rdflib.URIRef("https://w3id.org/govkg/ontology#Project")))
    assert len(projects) == len(PROJECTS)


@pytest.mark.parametrize("form", ["table", "csv", "tsv", "json"])
def test_kg_query_asks_an_endpoint(two_years, form):
    done = subprocess.run([sys.executable, "-m", "kg", "query", "--endpoint", f"{two_years.address}/sparql", NAMES,
                           "--format", form], check=True, capture_output=True, text=True)
    assert [name for name in PROJECTS if name in done.stdout] == PROJECTS
    if form == "csv":
        assert list(csv.reader(io.StringIO(done.stdout))) == [["name"], *([name] for name in PROJECTS)]


def test_kg_query_gets_triples_and_truth_from_an_endpoint(two_years):
    def ask(query):
        return subprocess.run([sys.executable, "-m", "kg", "query", "--endpoint", f"{two_years.address}/sparql", query],
                              check=False, capture_output=True, text=True)

    assert len(rdflib.Graph().parse(data=ask(TRIPLES).stdout, format="turtle")) == len(PROJECTS)
    assert ask("ASK {}").stdout.split() == ["answer", "true"]
    broken = ask("SELECT * { ?s ?p }")
    assert broken.returncode == 1 and "answered 400" in broken.stderr and broken.stderr.count("\n") == 1


@pytest.fixture(scope="session")
def comunica(tmp_path_factory):
    """The command of Comunica, from ``KG_COMUNICA`` or npm; nothing of it is kept."""
    given = os.environ.get("KG_COMUNICA") or shutil.which("comunica-sparql")
    if given:
        return given
    if not shutil.which("npm"):
        pytest.skip("npm is not there; set KG_COMUNICA to a comunica-sparql command to run this test")
    folder = tmp_path_factory.mktemp("comunica")
    done = subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--silent", "--prefix", folder,
                           "@comunica/query-sparql@4"], check=False, capture_output=True, text=True, timeout=600)
    command = Path(folder, "node_modules", ".bin", "comunica-sparql")
    if done.returncode or not command.exists():
        pytest.skip("Comunica cannot be installed here; set KG_COMUNICA to a comunica-sparql command to run this test")
    return str(command)


@pytest.mark.parametrize("source", ["sparql@{}/sparql", "{}/sparql"], ids=["as_endpoint", "found_out_by_itself"])
def test_comunica_asks_the_endpoint(two_years, comunica, source):
    done = subprocess.run([comunica, source.format(two_years.address), "-q", NAMES, "-t", "application/sparql-results+json"],
                          check=False, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    rows = json.loads(done.stdout)["results"]["bindings"]
    assert sorted(row["name"]["value"] for row in rows) == sorted(PROJECTS)


def test_comunica_follows_the_pages_of_things(two_years, comunica):
    """Entity pages are Linked Data: a query over one reads its RDF."""
    from urllib.parse import quote

    query = """PREFIX gov: <https://w3id.org/govkg/ontology#>
    SELECT ?project { ?project gov:developedBy ?firm }"""
    done = subprocess.run([comunica, f"{two_years.address}/id/enterprise/{quote('恒岳新材')}", "-q", query,
                           "-t", "application/sparql-results+json"], check=False, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert len(json.loads(done.stdout)["results"]["bindings"]) == 2
