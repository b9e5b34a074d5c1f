"""``kg query``: where the query comes from, how the answer looks, what is refused."""

import csv
import gzip
import io
import json
import subprocess
import sys

import pytest
import rdflib

NAMES = """PREFIX gov: <https://w3id.org/govkg/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?name { ?x a gov:Town ; skos:prefLabel ?name } ORDER BY ?name"""


def bindings(result):
    return json.loads(result.out)["results"]["bindings"]


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
    assert [row["name"] for row in bindings(result)] == [{"type": "literal", "value": town, "xml:lang": "zh"}
                                                         for town in towns]


def test_a_query_can_come_from_standard_input(sample_folder, towns):
    done = subprocess.run([sys.executable, "-m", "kg", "query", sample_folder, "-", "--format", "csv"],
                          input=NAMES.encode(), check=False, capture_output=True)
    assert done.stdout.decode().split() == ["name", *towns]


def test_the_table_is_for_people(run, sample_folder, towns):
    result = run("query", sample_folder, NAMES, "--format", "table")
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
    rows = bindings(run("query", sample_folder, query, "--format", "json"))
    assert rows and all(row["quote"]["value"] for row in rows)


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


def test_without_a_terminal_rows_are_csv_and_triples_turtle(run, sample_folder, towns):
    assert run("query", sample_folder, NAMES).out.split() == ["name", *towns]
    turtle = run("query", sample_folder, "CONSTRUCT { ?s a ?o } WHERE { ?s a ?o }").out
    assert len(rdflib.Graph().parse(data=turtle, format="turtle")) > 100


def test_tsv_keeps_terms_whole(run, sample_folder, towns):
    result = run("query", sample_folder, NAMES, "--format", "tsv")
    assert result.out.splitlines() == ["?name", *(f'"{town}"@zh' for town in towns)]


def test_formats_for_triples_are_not_for_rows(run, sample_folder):
    result = run("query", sample_folder, NAMES, "--format", "turtle")
    assert result.code == 2 and "--format turtle is for CONSTRUCT and DESCRIBE" in result.err


def test_ask_is_answered_with_a_truth_value(run, sample_folder):
    assert json.loads(run("query", sample_folder, "ASK {}", "--format", "json").out) == {"head": {}, "boolean": True}
    assert run("query", sample_folder, "ASK { ?s ?p 'nothing' }").out.split() == ["answer", "false"]


def test_a_limit_is_told_when_it_cuts(run, sample_folder, towns):
    cut = run("query", sample_folder, NAMES, "--limit", 1)
    assert cut.out.split() == ["name", towns[0]] and "only the first 1 rows" in cut.err
    assert run("query", sample_folder, NAMES, "--limit", len(towns)).err == ""


def test_several_builds_and_files_are_asked_as_one(run, sample_folder, tmp_path):
    (tmp_path / "more.ttl").write_text("<http://example.org/x> a <http://example.org/Thing> .", "utf-8")
    (tmp_path / "more.nq").write_text("<http://e/s> <http://e/p> <http://e/o> <http://e/g> .\n", "utf-8")
    with gzip.open(tmp_path / "packed.nt.gz", "wt", encoding="utf-8") as file:
        file.write("<http://e/s2> <http://e/p> <http://e/o> .\n")
    query = """PREFIX gov: <https://w3id.org/govkg/ontology#>
    SELECT ?s { { ?s a gov:Report } UNION { ?s a <http://example.org/Thing> } UNION { ?s <http://e/p> ?o } } ORDER BY ?s"""
    result = run("query", sample_folder, tmp_path / "more.ttl", tmp_path / "more.nq", tmp_path / "packed.nt.gz", query)
    assert result.out.split() == ["s", "http://e/s", "http://e/s2", "http://example.org/x",
                                  "https://w3id.org/govkg/id/report/qiyun_2024"]


@pytest.mark.parametrize("name, content, reason", [
    ("broken.ttl", "<unfinished", "it cannot be parsed"),
    ("broken.nt.gz", "not gzip", "not a gzipped file"),
    ("notes.docx", "", "its name does not say which RDF it is"),
    ("far.jsonld", '{"@context": "http://example.org/c", "a": 1}', "it cannot be parsed"),
])
def test_a_file_that_is_no_rdf_is_one_line(run, tmp_path, name, content, reason):
    (tmp_path / name).write_text(content, "utf-8")
    result = run("query", tmp_path / name, NAMES)
    assert result.code == 1 and name in result.err and reason in result.err and result.err.count("\n") == 1


def test_a_missing_file_is_one_line(run, tmp_path):
    result = run("query", tmp_path / "none.ttl", NAMES)
    assert result.code == 1 and "no such file" in result.err and result.err.count("\n") == 1


def test_an_endpoint_is_not_asked_beside_folders(run):
    assert run("query", "--endpoint", "http://127.0.0.1:1/", "output", NAMES).code == 2


def test_an_endpoint_that_is_not_there_is_one_line(run):
    for address, reason in (("http://127.0.0.1:1/", "cannot be reached"), ("file:///etc/passwd", "no http or https")):
        result = run("query", "--endpoint", address, NAMES)
        assert result.code == 1 and reason in result.err and result.err.count("\n") == 1
