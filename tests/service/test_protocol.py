"""The requests of the SPARQL 1.1 Protocol test suite, as far as they are about queries, and what else may come.

https://www.w3.org/2009/sparql/docs/tests/summary.html#protocol (the names of the tests are theirs)
"""

import pytest
import rdflib
from rdflib.plugins.sparql.results.csvresults import CSVResultParser
from rdflib.plugins.sparql.results.jsonresults import JSONResultParser
from rdflib.plugins.sparql.results.tsvresults import TSVResultParser
from rdflib.plugins.sparql.results.xmlresults import XMLResultParser

FORM, DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"
FACTS, OTHER = (f"https://w3id.org/govkg/id/report/lanyue_{year}/facts" for year in (2023, 2024))
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
NAMED = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g"


def test_query_get(two_years):
    answer = two_years.client.get("/sparql", params={"query": "ASK {}"})
    assert answer.status_code == 200 and answer.json()["boolean"] is True


def test_query_post_form(two_years):
    assert two_years.client.post("/sparql", data={"query": "ASK {}"}).json()["boolean"] is True


def test_query_post_direct(two_years):
    answer = two_years.client.post("/sparql", content="ASK {}", headers={"Content-Type": DIRECT})
    assert answer.json()["boolean"] is True


@pytest.mark.parametrize("send", [
    lambda client, query, data: client.get("/sparql", params=[("query", query), *data]),
    lambda client, query, data: client.post("/sparql", content=httpx_form([("query", query), *data]),
                                            headers={"Content-Type": FORM}),
    lambda client, query, data: client.post("/sparql", params=data, content=query, headers={"Content-Type": DIRECT}),
], ids=["query_dataset_get", "query_dataset_post_form", "query_dataset_post_direct"])
def test_query_dataset(two_years, send):
    def count(query, *data):
        return [tuple(t["value"] for t in row.values())
                for row in send(two_years.client, query, data).json()["results"]["bindings"]]

    (one,), = count(COUNT, ("default-graph-uri", FACTS))
    (both,), = count(COUNT, ("default-graph-uri", FACTS), ("default-graph-uri", OTHER))
    assert 0 < int(one) < int(both)
    assert count(NAMED, ("named-graph-uri", FACTS)) == [(FACTS,)]
    assert count(NAMED, ("named-graph-uri", FACTS), ("named-graph-uri", OTHER)) == [(FACTS,), (OTHER,)]
    assert count(COUNT, ("named-graph-uri", FACTS)) == [("0",)]  # no default graph is named: it is empty
    assert count(NAMED, ("default-graph-uri", FACTS)) == []


def httpx_form(pairs):
    from urllib.parse import urlencode
    return urlencode(pairs)


def test_query_dataset_full(two_years):
    answer = two_years.client.get("/sparql", params=[
        ("query", "SELECT ?g ?r { ?r a <https://w3id.org/govkg/ontology#Report> . GRAPH ?g { ?r2 a ?c } }"),
        ("default-graph-uri", FACTS), ("named-graph-uri", OTHER)])
    rows = answer.json()["results"]["bindings"]
    assert {row["g"]["value"] for row in rows} == {OTHER} and len({row["r"]["value"] for row in rows}) == 1


def test_query_multiple_dataset(two_years):
    """The dataset of the request holds, whatever the query says."""
    query = f"SELECT DISTINCT ?r FROM <{OTHER}> {{ ?r a <https://w3id.org/govkg/ontology#Report> }}"
    assert two_years.rows(query)[0]["r"].endswith("2024")
    assert two_years.rows(query, **{"default-graph-uri": FACTS})[0]["r"].endswith("2023")


@pytest.mark.parametrize("query, kind", [
    ("SELECT * { ?s ?p ?o } LIMIT 1", "application/sparql-results+json"), ("ASK {}", "application/sparql-results+json"),
    (f"DESCRIBE <{FACTS[:-6]}>", "text/turtle"), ("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 1", "text/turtle"),
], ids=["select", "ask", "describe", "construct"])
def test_query_content_type(two_years, query, kind):
    answer = two_years.query(query)
    assert answer.status_code == 200 and answer.headers["content-type"].split(";")[0] == kind


@pytest.mark.parametrize("method, arguments, status", [
    ("PUT", {"params": {"query": "ASK {}"}}, 405),
    ("DELETE", {"params": {"query": "ASK {}"}}, 405),
    ("GET", {"params": [("query", "ASK {}"), ("query", "SELECT * {}")]}, 400),
    ("POST", {"content": "ASK {}", "headers": {"Content-Type": "text/plain"}}, 415),
    ("POST", {"content": "query=ASK%20%7B%7D"}, 415),
    ("POST", {"content": "ASK {}"}, 415),
    ("POST", {"content": "ASK {}".encode("utf-16"), "headers": {"Content-Type": DIRECT}}, 400),
    ("GET", {"params": {"query": "ASK {"}}, 400),
    ("POST", {"data": {"query": "ASK {"}}, 400),
    ("POST", {"data": {"question": "ASK {}"}}, 400),
    ("POST", {"content": "", "headers": {"Content-Type": DIRECT}}, 400),
    ("GET", {"params": {"query": "ASK {}", "default-graph-uri": "not an IRI"}}, 400),
], ids=["bad_query_method", "delete", "bad_multiple_queries", "bad_query_wrong_media_type", "bad_query_missing_form_type",
        "bad_query_missing_direct_type", "bad_query_non_utf8", "bad_query_syntax", "bad_query_syntax_post", "no_query",
        "empty_query", "bad_graph"])
def test_bad_requests(two_years, method, arguments, status):
    answer = two_years.client.request(method, "/sparql", **arguments)
    assert answer.status_code == status and answer.text.count("\n") <= 1


def test_a_syntax_error_is_told_with_its_place(two_years):
    assert "line 2, column 1, at “WHEER”" in two_years.query("SELECT ?s\nWHEER { ?s ?p ?o }").text


@pytest.mark.parametrize("send", [
    lambda client, text: client.post("/sparql", data={"update": text}),
    lambda client, text: client.post("/sparql", content=text, headers={"Content-Type": "application/sparql-update"}),
    lambda client, text: client.get("/sparql", params={"update": text}),
    lambda client, text: client.post("/sparql", data={"query": text}),
], ids=["update_post_form", "update_post_direct", "bad_update_get", "as_query"])
@pytest.mark.parametrize("update", ["CLEAR ALL", "INSERT DATA { <a:a> <a:a> <a:a> }", "LOAD <http://example.org/>"])
def test_updates_are_refused(two_years, send, update):
    before = two_years.rows(COUNT)
    answer = send(two_years.client, update)
    assert answer.status_code == 403 and "read-only" in answer.text
    assert two_years.rows(COUNT) == before


def test_service_is_refused(two_years):
    answer = two_years.query("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }")
    assert answer.status_code == 403 and "SERVICE asks another machine" in answer.text


SELECT, CONSTRUCT = "SELECT ?s ?p ?o { ?s ?p ?o FILTER(isIRI(?s)) } ORDER BY ?s ?p ?o LIMIT 5", "CONSTRUCT WHERE { ?s a ?o }"


@pytest.mark.parametrize("accept, kind", [
    (None, "application/sparql-results+json"), ("*/*", "application/sparql-results+json"),
    ("application/sparql-results+json", "application/sparql-results+json"),
    ("application/json", "application/sparql-results+json"), ("application/*", "application/sparql-results+json"),
    ("application/sparql-results+xml", "application/sparql-results+xml"), ("text/xml", "application/sparql-results+xml"),
    ("text/csv", "text/csv"), ("text/tab-separated-values", "text/tab-separated-values"),
    ("text/csv;q=0.4, application/sparql-results+xml;q=0.9", "application/sparql-results+xml"),
    ("image/png, text/csv", "text/csv"), ("image/png", None), ("text/turtle", None), ("nonsense", None),
])
def test_the_accept_header_chooses_the_form_of_rows(two_years, accept, kind):
    answer = two_years.query(SELECT, accept)
    assert answer.status_code == (200 if kind else 406)
    if kind:
        assert answer.headers["content-type"].split(";")[0] == kind and "accept" in answer.headers["vary"].lower()


@pytest.mark.parametrize("accept, kind", [
    (None, "text/turtle"), ("*/*", "text/turtle"), ("text/turtle", "text/turtle"),
    ("application/n-triples", "application/n-triples"), ("application/rdf+xml", "application/rdf+xml"),
    ("application/ld+json", "application/ld+json"), ("application/sparql-results+json", None),
])
def test_the_accept_header_chooses_the_form_of_triples(two_years, accept, kind):
    answer = two_years.query(CONSTRUCT, accept)
    assert answer.status_code == (200 if kind else 406)
    if kind:
        formats = {"application/ld+json": "json-ld", "application/rdf+xml": "xml", "application/n-triples": "nt"}
        found = rdflib.Graph().parse(data=answer.content, format=formats.get(kind, "turtle"))
        assert answer.headers["content-type"].split(";")[0] == kind and len(found) > 50


@pytest.mark.parametrize("accept, parser", [
    ("application/sparql-results+json", JSONResultParser), ("application/sparql-results+xml", XMLResultParser),
    ("text/csv", CSVResultParser), ("text/tab-separated-values", TSVResultParser)])
def test_every_form_says_the_same(two_years, accept, parser):
    """Each is read by the parser of another library."""
    import io

    rows = [tuple(map(str, row)) for row in parser().parse(io.BytesIO(two_years.query(SELECT, accept).content))]
    assert rows == [(r["s"], r["p"], r["o"]) for r in two_years.rows(SELECT)]


@pytest.mark.parametrize("form, kind", [("csv", "text/csv"), ("xml", "application/sparql-results+xml"),
                                        ("text/csv", "text/csv"), ("nonsense", "application/sparql-results+json")])
def test_the_form_can_stand_in_the_address(two_years, form, kind):
    """As several clients put it there; a form that is not known leaves the choice to the Accept header."""
    answer = two_years.client.get("/sparql", params={"query": SELECT, "format": form})
    assert answer.headers["content-type"].split(";")[0] == kind


def test_head_answers_without_a_body(two_years):
    answer = two_years.client.head("/sparql", params={"query": "ASK {}"})
    assert answer.status_code == 200 and answer.content == b""


def test_without_a_query_the_service_describes_itself(two_years):
    described = rdflib.Graph().parse(data=two_years.client.get("/sparql").content, format="turtle")
    sd = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    service, = described.subjects(rdflib.RDF.type, sd.Service)
    assert described.value(service, sd.endpoint) == rdflib.URIRef(f"{two_years.address}/sparql")
    assert sd.SPARQL11Query in described.objects(service, sd.supportedLanguage)
    names = set(map(str, described.objects(None, sd.name)))
    assert {FACTS, OTHER} <= names


def test_browsers_are_led_to_the_editor(two_years):
    answer = two_years.client.get("/sparql", headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert answer.status_code == 303 and answer.headers["location"].endswith("/editor")
