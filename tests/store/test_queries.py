"""Queries over a build: every graph is seen, nothing is changed, and no other machine is asked."""

import contextlib
import socket
import threading

import pyoxigraph as ox
import pytest

from kg.errors import NotABuild, QueryNotUnderstood, QueryRefused
from kg.store.queries import ask, load, plain, refuse

TRIG = """
@prefix ex: <http://example.org/> .
GRAPH ex:facts { ex:a ex:name "云溪县"@zh . ex:b ex:name "清源镇"@zh . }
GRAPH ex:evidence { ex:a ex:quoted ex:s1 . }
""".encode()


@pytest.fixture
def store():
    return load(TRIG, "test")


def rows(answer):
    return [tuple(plain(term) for term in row) for row in answer.rows]


def test_patterns_see_what_all_graphs_say(store):
    answer = ask(store, "PREFIX ex: <http://example.org/> SELECT ?n ?s { ?x ex:name ?n ; ex:quoted ?s }")
    assert answer.columns == ("n", "s")
    assert rows(answer) == [("云溪县", "http://example.org/s1")]


def test_graph_looks_at_one_graph(store):
    answer = ask(store, "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g")
    assert rows(answer) == [("http://example.org/evidence", "1"), ("http://example.org/facts", "2")]


def test_ask_and_construct_give_rows_too(store):
    assert rows(ask(store, "ASK { ?s ?p '云溪县'@zh }")) == [("true",)]
    assert rows(ask(store, "ASK { ?s ?p '云溪县' }")) == [("false",)]
    constructed = ask(store, "CONSTRUCT { ?s a [] } { ?s <http://example.org/quoted> ?o }")
    assert constructed.columns == ("subject", "predicate", "object")
    assert [row[0] for row in rows(constructed)] == ["http://example.org/a"]


def test_an_unbound_variable_is_empty(store):
    assert rows(ask(store, "SELECT ?x ?y { VALUES ?x { 1 } }")) == [("1", "")]


def test_a_syntax_error_says_where(store):
    with pytest.raises(QueryNotUnderstood, match=r"^projects.rq: not a SPARQL 1.1 query; line 1, column 1, at “SELEKT”"):
        ask(store, "SELEKT * {}", "projects.rq")


@pytest.mark.parametrize("query, place", [
    ("SELECT ?o {?s ?p ", "line 1, column 18, at its end: a } is missing"),
    ("SELECT ?o\nWHERE {?s ?p ?o} }", "line 2, column 18, at “}”: not understood from here on"),
    ("SELECT * { ?s foo:bar ?o }", "line 1, column 22, at “?o”: Prefix not found"),
    ("SELECT *\n{ ?s ?p ?o .\n  ?a ?b\n}", "line 3, column 3, at “?a”: not understood from here on"),
    ("SELECT * { ?s ?p ?o . OPTIONL { ?s ?p ?o } }", "line 1, column 23, at “OPTIONL”: not understood from here on"),
    ("SELECT (COUNT(?x) AS ?n) ?y { ?x ?y ?z }", "The SELECT contains a variable that is unbound"),
    ("", "line 1, column 1, at its end: not understood from here on"),
    ("(" * 5000, "line 1, column 1"),
])
def test_a_syntax_error_is_told_so_that_it_is_found(store, query, place):
    with pytest.raises(QueryNotUnderstood) as caught:
        ask(store, query)
    assert place in str(caught.value) and len(str(caught.value)) < 300


def test_from_looks_at_the_graphs_that_it_names(store):
    answer = ask(store, "SELECT * FROM <http://example.org/evidence> { ?s ?p ?o }")
    assert len(rows(answer)) == 1


def test_what_several_graphs_say_is_there_once():
    twice = load(b"<http://g1> { <http://s> <http://p> 1 } <http://g2> { <http://s> <http://p> 1 }", "test")
    assert len(rows(ask(twice, "SELECT * { ?s ?p ?o }"))) == 1
    assert len(rows(ask(twice, "SELECT * { GRAPH ?g { ?s ?p ?o } }"))) == 2


def test_terms_are_bound_and_never_become_text(store):
    query = "SELECT ?n ?x { ?x <http://example.org/name> ?n }"
    assert len(rows(ask(store, query, bound={"n": ox.Literal("云溪县", language="zh")}))) == 1
    assert rows(ask(store, query, bound={"n": ox.Literal('"@zh } ; DROP ALL')})) == []


@pytest.mark.parametrize("update", [
    "INSERT DATA { <a:a> <a:a> <a:a> }", "DELETE WHERE { ?s ?p ?o }", "PREFIX a: <a:> drop all",
    "LOAD <http://example.org/>", "CLEAR ALL", "WITH <a:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
])
def test_updates_are_refused(store, update):
    with pytest.raises(QueryRefused, match="would change data"):
        ask(store, update)
    assert len(store) == 6  # three triples in named graphs, and together


@pytest.fixture
def listener():
    """A socket on this machine that knows whether somebody called."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        yield server


@pytest.mark.parametrize("query", [
    "SELECT * { ?s ?p ?o SERVICE <URL> { ?a ?b ?c } }",
    "SELECT * { ?s ?p ?o . SERVICE SILENT <URL> { ?a ?b ?c } }",
    "SELECT * { ?s ?p ?o service<URL>{ ?a ?b ?c } }",
    "PREFIX : <URL> SELECT * { ?s ?p ?o . SERVICE : { ?a ?b ?c } }",
    "PREFIX : <URL> SELECT * { ?s ?p ?o . SERVICE: { ?a ?b ?c } }",
    "PREFIX : <URL> SELECT * { ?s ?p :.SERVICE : { ?a ?b ?c } }",
    "SELECT * { ?s ?p ?o . BIND(<URL> AS ?u) SERVICE ?u { ?a ?b ?c } }",
    "SELECT * { ?s ?p ?o FILTER(?s<?p)SERVICE<URL>{?a ?b ?c} FILTER(?p>?o) }",
    "SELECT * { ?s ?p ?o FILTER(?s != '#') SERVICE <URL> { ?a ?b ?c } }",
    "SELECT * { ?s <http://example.org/\\u0061#x> ?o . SERVICE <URL> { ?a ?b ?c } }",
    "SELECT * { ?s ?p ?o FILTER(?o != '''it's''') SERVICE <URL> { ?a ?b ?c } }",
    "SELECT * { ?s ?p ?o # comment \n SERVICE <URL> { ?a ?b ?c } }",
    "SELECT * { ?s ?p ?o \\u0053ERVICE <URL> { ?a ?b ?c } }",
    "SELECT * { ?s ?p 1SERVICE <URL> { ?a ?b ?c } }",
    "SELECT * FROM <URL> { ?s ?p ?o }",
])
def test_no_query_reaches_for_the_network(store, listener, query):
    url = f"http://127.0.0.1:{listener.getsockname()[1]}/"
    with contextlib.suppress(QueryRefused, QueryNotUnderstood):  # or it runs, and leaves the network alone
        rows(ask(store, query.replace("URL", url)))
    with pytest.raises(TimeoutError):
        listener.accept()


def test_the_listener_would_notice(store, listener):
    """The test above can fail: a query that nobody refused does call."""
    url = f"http://127.0.0.1:{listener.getsockname()[1]}/"
    call = threading.Thread(target=lambda: list(store.query(f"SELECT * {{ SERVICE SILENT <{url}> {{ ?a ?b ?c }} }}")))
    call.start()
    listener.settimeout(5)
    listener.accept()[0].close()
    call.join()


@pytest.mark.parametrize("query", [
    "SELECT ?service { ?service ?p 'SERVICE' }", "PREFIX s: <http://e/> SELECT * { ?s s:SERVICE 'x' } # SERVICE",
    "SELECT * { ?s <http://example.org/SERVICE> ?insert }", "PREFIX drop: <http://e/> SELECT * { ?s drop:all ?o }",
])
def test_harmless_words_are_no_reason_to_refuse(query):
    refuse(query)


def test_a_damaged_dataset_is_named():
    with pytest.raises(NotABuild, match="out: .*dataset.trig cannot be parsed"):
        load(b"<unfinished", "out")
