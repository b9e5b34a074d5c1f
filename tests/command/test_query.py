"""``kg query``: where the query comes from, how the answer looks, what is refused."""

import csv
import io
import json
import subprocess
import sys

import pytest

NAMES = """PREFIX gov: <https://w3id.org/govkg/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?name { ?x a gov:Town ; skos:prefLabel ?name } ORDER BY ?name"""


@pytest.fixture
def towns(sample_build):
    """The towns of the sample report."""
    return sorted(e.name for e in sample_build.entities if "Town" in e.types)


def test_a_query_file_is_run(run, sample_folder, tmp_path, towns):
    (tmp_path / "towns.rq").write_text("\ufeff" + NAMES, "utf-8")
    result = run("query", sample_folder, tmp_path / "towns.rq", "--format", "csv")
    assert result.code == 0 and towns
    assert list(csv.reader(io.StringIO(result.out))) == [["name"], *([town] for town in towns)]


def test_a_query_can_be_given_as_it_is(run, sample_folder, towns):
    result = run("query", sample_folder, NAMES, "--format", "json")
    assert json.loads(result.out) == [{"name": town} for town in towns]


def test_a_query_can_come_from_standard_input(sample_folder, towns):
    done = subprocess.run([sys.executable, "-m", "kg", "query", sample_folder, "-", "--format", "csv"],
                          input=NAMES.encode(), check=False, capture_output=True)
    assert done.stdout.decode().split() == ["name", *towns]


def test_the_table_is_for_people(run, sample_folder, towns):
    result = run("query", sample_folder, NAMES)
    assert all(town in result.out for town in towns) and "─" in result.out


def test_without_a_folder_the_build_in_output_is_asked(run, sample_folder, tmp_path, monkeypatch, towns):
    (tmp_path / "output").symlink_to(sample_folder)
    monkeypatch.chdir(tmp_path)
    assert run("query", NAMES, "--format", "csv").out.split() == ["name", *towns]


def test_evidence_is_asked_beside_facts(run, sample_folder):
    query = """PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX prov: <http://www.w3.org/ns/prov#>
    PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX gov: <https://w3id.org/govkg/ontology#>
    SELECT ?s ?quote { ?s gov:status ?o . ?statement rdf:subject ?s ; rdf:predicate gov:status ; rdf:object ?o ;
    prov:wasQuotedFrom/oa:hasSelector/oa:exact ?quote }"""
    rows = json.loads(run("query", sample_folder, query, "--format", "json").out)
    assert rows and all(row["quote"] for row in rows)


@pytest.mark.parametrize("query, reason", [
    ("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }", "SERVICE asks another machine"),
    ("DROP ALL #{}", "DROP would change data"),
    ("SELECT { }", "not a SPARQL 1.1 query"),
    ("nowhere.rq", "nowhere.rq: the query cannot be read"),
])
def test_what_cannot_be_answered_is_one_line(run, sample_folder, query, reason):
    result = run("query", sample_folder, query)
    assert result.code == 1 and reason in result.err and result.err.count("\n") == 1 and result.out == ""


def test_a_folder_without_a_build_is_one_line(run, tmp_path):
    result = run("query", tmp_path, NAMES)
    assert result.code == 1 and "it has no build.json" in result.err and result.err.count("\n") == 1


def test_a_query_that_never_ends_is_given_up(sample_folder):
    query = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a != ?d && ?d != ?g) }"
    done = subprocess.run([sys.executable, "-m", "kg", "query", sample_folder, query, "--timeout", "0.5"],
                          check=False, capture_output=True, text=True, timeout=30)
    assert done.returncode == 1 and done.stderr.startswith("kg: ") and "longer than 0.5 seconds" in done.stderr


def test_too_many_arguments_are_wrong_usage(run):
    assert run("query", "a", "b", "c").code == 2
