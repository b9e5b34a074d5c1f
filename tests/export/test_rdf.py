"""RDF files hold the triples of the build, and other stores read them so."""

import csv
import io
import json
import shutil
import subprocess

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.compare import to_isomorphic

from kg import resources
from kg.export import export
from kg.triples.vocabulary import GOV, RDF, SKOS

COUNTY = "https://w3id.org/govkg/id/administrativedivision/栖云县"
ENTERPRISE = "https://w3id.org/govkg/id/enterprise/栖云县/天禾食品"
GRAPHS = ("turtle", "n-triples", "rdf-xml", "json-ld")
DATASETS = ("n-quads", "trig")
NEW = ("turtle-1.2", "trig-1.2")
FORMATS = {"turtle": ox.RdfFormat.TURTLE, "n-triples": ox.RdfFormat.N_TRIPLES,
           "rdf-xml": ox.RdfFormat.RDF_XML,
           "json-ld": ox.RdfFormat.JSON_LD, "json-ld-framed": ox.RdfFormat.JSON_LD,
           "n-quads": ox.RdfFormat.N_QUADS,
           "trig": ox.RdfFormat.TRIG, "turtle-1.2": ox.RdfFormat.TURTLE, "trig-1.2": ox.RdfFormat.TRIG}

#: How many things there are of each class and relations of each kind, and, as rows without count, the names
#: of what the county organizes; whatever graph they are in.
QUERY = f"""SELECT ?name ?count {{
  {{ SELECT ?name (COUNT(*) AS ?count) {{
    {{ SELECT DISTINCT ?s ?name {{ {{ ?s a ?name }} UNION {{ GRAPH ?g {{ ?s a ?name }} }} }} }}
    UNION
    {{ SELECT DISTINCT ?s ?name ?o {{ {{ ?s ?name ?o }} UNION {{ GRAPH ?g {{ ?s ?name ?o }} }} FILTER(?name IN
    (RELATIONS)) }} }}
  }} GROUP BY ?name }}
  UNION
  {{ SELECT DISTINCT ?name {{
    {{ <{COUNTY}> <{GOV}organizes> ?x . ?x <{SKOS}prefLabel> ?name }}
    UNION {{ GRAPH ?g {{ <{COUNTY}> <{GOV}organizes> ?x . ?x <{SKOS}prefLabel> ?name }} }}
  }} }}
}}"""


@pytest.fixture(scope="session")
def query(relations, tmp_path_factory):
    """A file with the query."""
    path = tmp_path_factory.mktemp("query") / "counts.rq"
    path.write_text(QUERY.replace("RELATIONS", ", ".join(f"<{r}>" for r in relations)), "utf-8")
    return path


def assert_found(text, expected):
    """The answer, as CSV, is what the build holds: counts by type and relation, and Chinese names."""
    rows = [(row["name"], row["count"]) for row in csv.DictReader(io.StringIO(text))]
    counts = {name.removeprefix(GOV): int(count) for name, count in rows if count}
    wanted = expected.types | expected.relations
    assert {name: counts.get(name) for name in wanted} == wanted
    assert {name for name, count in rows if not count} == expected.organized


def triples(path, name):
    """Triples of a file as Oxigraph reads them."""
    return {quad.triple for quad in ox.parse(path=str(path), format=FORMATS[name])}


@pytest.mark.parametrize("name", GRAPHS)
def test_a_graph_holds_the_facts_and_nothing_else(exported, sample_folder, name):
    facts = triples(sample_folder / "graph.ttl", "turtle")
    assert triples(exported(name), name) == facts and len(facts) > 500


@pytest.mark.parametrize("name", GRAPHS)
def test_a_graph_can_hold_the_evidence_too(exported, sample_folder, name):
    both = triples(sample_folder / "graph.ttl", "turtle") | triples(sample_folder / "evidence.ttl", "turtle")
    assert triples(exported(name, content="all"), name) == both
    assert triples(exported(name, content="evidence"), name) == triples(sample_folder / "evidence.ttl",
                                                                        "turtle")


@pytest.mark.parametrize("name", DATASETS)
def test_a_dataset_holds_the_named_graphs(exported, sample_folder, name):
    quads = set(ox.parse(path=str(sample_folder / "dataset.trig"), format=ox.RdfFormat.TRIG))
    assert set(ox.parse(path=str(exported(name)), format=FORMATS[name])) == quads
    facts = {quad for quad in quads if quad.graph_name.value.endswith("/facts")}
    assert set(ox.parse(path=str(exported(name, content="facts")), format=FORMATS[name])) == facts


def test_turtle_is_written_as_the_build_writes_it(exported, sample_folder):
    assert exported("turtle").read_bytes() == (sample_folder / "graph.ttl").read_bytes()
    assert exported("trig").read_bytes() == (sample_folder / "dataset.trig").read_bytes()


def test_a_build_in_memory_is_exported_like_one_in_a_folder(exported, sample_build, tmp_path):
    for name in (*GRAPHS, *DATASETS, *NEW, "json-ld-framed"):
        path = export(sample_build, name, tmp_path / "file")
        assert path.read_bytes() == exported(name).read_bytes(), name


@pytest.mark.parametrize("name", NEW)
def test_statements_are_reifiers_in_rdf_12(exported, sample_build, name):
    quads = list(ox.parse(path=str(exported(name)), format=FORMATS[name]))
    reified = {q.subject.value: q.object for q in quads if q.predicate.value == RDF + "reifies"}
    for r in sample_build.contents.relations:
        triple = reified[r.support.iri]
        said = (triple.subject.value, triple.predicate.value, triple.object.value)
        assert said == (r.head, GOV + r.relation, r.tail)
    assert not any(q.object == ox.NamedNode(RDF + "Statement") for q in quads)
    quoted = {(q.subject.value, q.object.value) for q in quads if q.predicate.value.endswith("wasQuotedFrom")}
    assert {(r.support.iri, s) for r in sample_build.contents.relations
            for s in r.support.sentences} <= quoted


@pytest.mark.parametrize("name", GRAPHS)
def test_hostile_text_comes_back_as_it_was(hostile, name):
    found = {t.object.value for t in triples(hostile(name), name) if t.subject.value == ENTERPRISE}
    from_conftest = {t.object.value for t in triples(hostile("turtle"), "turtle")
                     if t.subject.value == ENTERPRISE}
    wanted = {v.replace("\x1b", "\ufffd") if name == "rdf-xml" else v for v in from_conftest}
    assert found == wanted and any("DETACH DELETE" in v and "\r\n" in v for v in found)


def test_rdflib_reads_the_same_graph_from_all(exported):
    first = to_isomorphic(rdflib.Graph().parse(exported("turtle"), format="turtle"))
    assert to_isomorphic(rdflib.Graph().parse(exported("rdf-xml"), format="xml")) == first
    assert to_isomorphic(rdflib.Graph().parse(exported("n-triples"), format="nt")) == first


# Readers of their own


@pytest.mark.parametrize(("version", "names"), [("1.1", GRAPHS + DATASETS), ("1.2", NEW)])
def test_jena_finds_the_files_valid(java, exported, version, names):
    java(f"jena-{version}", "riotcmd.riot", "--validate", *map(exported, names))


@pytest.mark.parametrize(("name", "version"), [(n, "1.1")
                         for n in GRAPHS + DATASETS] + [(n, "1.2") for n in NEW])
def test_jena_finds_the_same_in_it(java, exported, expected, query, name, version):
    assert_found(java(f"jena-{version}", "arq.sparql", "--data", exported(name), "--query", query,
                      "--results", "csv"), expected)


@pytest.mark.parametrize("name", ["turtle", "rdf-xml", "json-ld", "trig"])
def test_comunica_finds_the_same_in_it(node, exported, expected, query, name):
    assert_found(node("comunica-sparql-file", exported(name), "-f", query, "-t", "text/csv"), expected)


@pytest.mark.parametrize(("name", "syntax"),
                         [("turtle", "turtle"), ("n-triples", "ntriples"), ("rdf-xml", "rdfxml"),
                                              ("n-quads", "nquads"), ("trig", "trig")])
def test_rapper_reads_as_many_triples(exported, sample_folder, name, syntax):
    if not shutil.which("rapper"):
        pytest.skip("rapper is not installed (Debian's raptor2-utils)")
    done = subprocess.run(["rapper", "-q", "-i", syntax, "-o", "ntriples", exported(name)], check=True,
                          capture_output=True)
    assert done.stderr == b""
    source = {"turtle": "graph.ttl", "n-triples": "graph.ttl", "rdf-xml": "graph.ttl"}.get(name,
                                                                                           "dataset.trig")
    parsed = list(ox.parse(path=str(sample_folder / source),
                           format=FORMATS["turtle" if source == "graph.ttl" else "trig"]))
    assert len(done.stdout.splitlines()) == len(parsed)


def sorted_lists(content):
    """JSON with its arrays in one order: JSON-LD's have none."""
    if isinstance(content, dict):
        return {key: sorted_lists(value) for key, value in content.items()}
    if isinstance(content, list):
        return sorted((sorted_lists(value) for value in content), key=lambda v: json.dumps(v, sort_keys=True))
    return content


def by_id(text):
    return {node["id"]: sorted_lists(node) for node in json.loads(text)["@graph"]}


def test_jsonld_js_reads_the_same_triples(node, exported):
    lines = node("jsonld.cjs", "nquads", exported("json-ld")).splitlines()
    assert sorted(lines) == sorted(exported("n-triples").read_text("utf-8").splitlines())


@pytest.mark.parametrize("content", ["facts", "all"])
def test_jsonld_js_would_compact_it_so(node, exported, content):
    path = exported("json-ld", content=content)
    assert by_id(node("jsonld.cjs", "compact", path,
                      resources.ontology("context.jsonld"))) == by_id(path.read_text("utf-8"))


def test_jsonld_js_would_frame_it_so(node, exported):
    both = exported("json-ld", content="all")
    found = node("jsonld.cjs", "frame", both, resources.ontology("frame.jsonld"),
                 resources.ontology("context.jsonld"))
    assert by_id(found) == by_id(exported("json-ld-framed").read_text("utf-8"))


def test_framed_json_is_plain_to_a_developer(exported, expected):
    """No prefix, no IRI has to be known to read it."""
    entities = by_id(exported("json-ld-framed").read_text("utf-8"))
    county = entities[COUNTY]
    assert county["type"] == "AdministrativeDivision" and county["name"] == "栖云县"
    assert {thing["name"] for thing in county["organizes"]} == expected.organized
    assert all(o["value"] and o["indicator"]["name"] for o in county["observations"])
    quoted = county["statements"][0]["quotedFrom"][0]["selector"]
    assert any("exact" in selector for selector in quoted)
    assert len(entities) == sum(expected.main.values())
