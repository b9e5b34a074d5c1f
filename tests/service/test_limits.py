"""The service under stress: queries that never end, that are too large, hostile clients, many at once."""

import asyncio
import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from urllib.parse import urlsplit

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from serving import TWO_YEARS, serving

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a != ?d && ?d != ?g) }"
HUGE = "SELECT * { ?a ?b ?c . ?d ?e ?f }"
GREEDY = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY DESC(?a) ?f ?i"


@pytest.fixture(scope="module")
def bounded():
    """A service with tight limits."""
    with serving(TWO_YEARS, "--timeout", 2, "--max-result", 1, "--max-memory", 200, "--workers", 3) as served:
        yield served


@pytest.fixture(autouse=True)
def still_there(bounded):
    """After each test the service answers as before."""
    yield
    assert bounded.query("ASK {}").json()["boolean"] is True
    assert bounded.client.get("/health").json()["status"] == "ok"


def memory(process):
    """The resident memory of a process and those below it, in MB; nothing where the system does not tell."""
    def below(pid):
        with contextlib.suppress(FileNotFoundError, ProcessLookupError), open(f"/proc/{pid}/task/{pid}/children") as file:
            for child in file.read().split():
                yield int(child)
                yield from below(int(child))

    total = 0
    for pid in (process.pid, *below(process.pid)):
        with contextlib.suppress(FileNotFoundError, ProcessLookupError), open(f"/proc/{pid}/smaps_rollup") as file:
            total += next(int(line.split()[1]) for line in file if line.startswith("Pss:")) / 1024
    return total


def test_a_query_that_never_ends_is_given_up(bounded):
    start = time.monotonic()
    answer = bounded.query(ENDLESS)
    assert answer.status_code == 503 and "longer than 2 seconds" in answer.text
    assert time.monotonic() - start < 6


def test_others_are_answered_meanwhile(bounded):
    async def ask():
        async with httpx.AsyncClient(base_url=bounded.address, timeout=30) as client:
            endless = [asyncio.ensure_future(client.post("/sparql", data={"query": ENDLESS})) for _ in range(2)]
            await asyncio.sleep(0.3)
            start = time.monotonic()
            quick = await client.post("/sparql", data={"query": "ASK {}"})
            waited = time.monotonic() - start
            return quick, waited, await asyncio.gather(*endless)

    quick, waited, endless = asyncio.run(ask())
    assert quick.json()["boolean"] is True and waited < 1
    assert {answer.status_code for answer in endless} == {503}


def test_an_answer_that_is_too_large_is_refused(bounded):
    answer = bounded.query(HUGE)
    assert answer.status_code == 403 and "larger than 1 MB" in answer.text and "LIMIT" in answer.text


def test_memory_is_bounded(bounded):
    if sys.platform != "linux":
        pytest.skip("the system does not bound the memory of a process")
    answer = bounded.query(GREEDY)
    assert answer.status_code == 503 and ("more than 200 MB" in answer.text or "longer than" in answer.text)
    assert memory(bounded.process) < 700


def test_a_query_of_a_megabyte_is_read_and_a_larger_one_refused(bounded):
    padding = "#" + "x" * 999_000 + "\n"
    assert bounded.query(padding + "ASK {}").json()["boolean"] is True
    answer = bounded.query(padding + padding + "ASK {}")
    assert answer.status_code == 413 and "1,000,000" in answer.text
    answer = bounded.client.post("/sparql", content="x" * 30_000_000, headers={"Content-Type": "application/sparql-query"})
    assert answer.status_code == 413


@pytest.mark.parametrize("query", [
    "SELECT * {" + "{" * 5000, "ASK {" + "{" * 20_000 + "}" * 20_001, "SELECT (" * 3000,
    "SELECT * { ?s ?p " + "(" * 50_000, "ASK { FILTER(" + "1+" * 50_000 + "1) }", "ASK { FILTER(" + "!" * 50_000 + "true) }",
    "SELECT * { VALUES ?x {" + "1 " * 400_000 + "} }", "SELECT * { ?s " + "<a:a>/" * 20_000 + "<a:a> ?o }",
    "ASK { FILTER(REGEX('" + "a" * 5000 + "', '(a*)*b')) }", "ASK { ?s ?p '" + "\\u0000" + "' }",
    "SELECT * { BIND(REPLACE('" + "a" * 1000 + "', 'a', '" + "b" * 10_000 + "') AS ?x) }",
])
def test_queries_that_break_parsers_break_nothing(bounded, query):
    answer = bounded.query(query)
    assert answer.status_code in (200, 400, 403, 503) and (answer.status_code == 200 or answer.text.count("\n") == 1)


HOSTILE = [b"query=%FF%FE", b"query=ASK%20%7B%7D&query=%00", b"query=" + b"%" * 1000, b"\xff\xfe\x00", b"&" * 5000,
           b"default-graph-uri=x&query=ASK%7B%7D", b"query=ASK%7B%7D&default-graph-uri=" + b"http%3A%2F%2Fe%2F%7D%20DROP"]


@pytest.mark.parametrize("body", HOSTILE)
def test_hostile_forms_are_refused(bounded, body):
    answer = bounded.client.post("/sparql", content=body, headers={"Content-Type": "application/x-www-form-urlencoded"})
    assert 400 <= answer.status_code < 500 and len(answer.text) < 1000


@pytest.mark.parametrize("value", ['"', "}", "} DROP ALL #", "'; --", "\\", "<x>", "?x", "\x01", "a" * 5000, "${x}", "{{7*7}}"])
def test_hostile_values_of_questions_stay_values(bounded, value):
    for form in ("json", "sparql"):
        answer = bounded.client.get("/questions/awards", params={"holder": value, "format": form})
        assert answer.status_code == 400 and "is called" in answer.text and len(answer.text) < 1000
        answer = bounded.client.get("/questions/sentences", params={"word": value, "format": form})
        assert answer.status_code == 200
        if form == "sparql":
            assert bounded.query(answer.text).json()["results"]["bindings"] == []


def raw(service, content, wait=3.0):
    """What comes back for bytes that no client library would send."""
    parts = urlsplit(service.address)
    with (socket.create_connection((parts.hostname, parts.port), timeout=wait) as connection,
          contextlib.suppress(ConnectionError)):
        connection.sendall(content)
        return connection.recv(65536)
    return b""


@pytest.mark.parametrize("content", [
    b"\x00" * 100, b"GET /sparql\r\n\r\n", b"GET /sparql?query=\xff\xfe HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"GET /sparql?query=%FF HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\n\r\n", b"GET /id/%FF%FE HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"a" * 200_000 + b"\r\n\r\n",
    b"GET /questions/targets?year=%FF HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n\r\n",
])
def test_malformed_requests_are_refused(bounded, content):
    answer = raw(bounded, content)
    assert answer == b"" or answer.split()[1][:1] == b"4"


def test_slow_clients_hold_nobody_up(bounded):
    """Fifty clients that send half a request, fifty that do not read their answer."""
    parts = urlsplit(bounded.address)
    held = []
    for i in range(100):
        connection = socket.create_connection((parts.hostname, parts.port))
        if i % 2:
            connection.sendall(b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
                               b"Content-Length: 1000\r\n\r\nSELECT")
        else:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            connection.sendall(b"GET /sparql?query=SELECT%20*%20%7B%3Fs%20%3Fp%20%3Fo%7D%20LIMIT%202500 HTTP/1.1\r\n"
                               b"Host: localhost\r\n\r\n")
        held.append(connection)
    time.sleep(1)
    start = time.monotonic()
    assert bounded.query("ASK {}").json()["boolean"] is True
    assert time.monotonic() - start < 1.5
    for connection in held:
        connection.close()


def test_two_hundred_clients_at_once(two_years):
    async def ask():
        limits = httpx.Limits(max_connections=200)
        async with httpx.AsyncClient(base_url=two_years.address, timeout=60, limits=limits) as client:
            return await asyncio.gather(*(client.post("/sparql", data={
                "query": f"SELECT ?s {{ ?s ?p ?o }} ORDER BY ?s LIMIT {i + 1}"}) for i in range(200)))

    answers = asyncio.run(ask())
    assert [len(a.json()["results"]["bindings"]) for a in answers] == list(range(1, 201))
    if sys.platform == "linux":
        assert memory(two_years.process) < 700


def test_two_hundred_endless_queries_are_told_so(bounded):
    """More than can be answered in time: each is refused in the end, none is left waiting."""
    async def ask():
        limits = httpx.Limits(max_connections=200)
        async with httpx.AsyncClient(base_url=bounded.address, timeout=60, limits=limits) as client:
            return await asyncio.gather(*(client.post("/sparql", data={"query": ENDLESS}) for _ in range(200)))

    start = time.monotonic()
    answers = asyncio.run(ask())
    assert {a.status_code for a in answers} == {503} and time.monotonic() - start < 30
    assert {"longer than" in a.text or "too many queries" in a.text for a in answers} == {True}
    assert all("retry-after" in a.headers for a in answers)


def test_who_leaves_takes_the_query_along():
    with serving(TWO_YEARS, "--timeout", 60, "--workers", 1) as service:
        with pytest.raises(httpx.ReadTimeout):
            service.client.post("/sparql", data={"query": ENDLESS}, timeout=0.7)
        start = time.monotonic()
        assert service.query("ASK {}").json()["boolean"] is True
        assert time.monotonic() - start < 5


def test_a_killed_server_leaves_no_process_behind():
    if sys.platform != "linux":
        pytest.skip("processes are counted in /proc")
    with serving(TWO_YEARS, "--timeout", 3) as service:
        assert service.query("ASK {}").json()["boolean"] is True
        with open(f"/proc/{service.process.pid}/task/{service.process.pid}/children") as file:
            keeper = int(file.read().split()[0])
        service.process.send_signal(signal.SIGKILL)
        service.process.wait()
        deadline = time.monotonic() + 10
        while os.path.exists(f"/proc/{keeper}") and time.monotonic() < deadline:
            with open(f"/proc/{keeper}/stat") as file:
                if file.read().rsplit(")", 1)[1].split()[0] == "Z":
                    break
            time.sleep(0.1)
        else:
            assert not os.path.exists(f"/proc/{keeper}")


ATOMS = st.sampled_from(["SELECT", "ASK", "CONSTRUCT", "*", "{", "}", "?s", "?p", "?o", "a", ".", ";", "FILTER", "(", ")", "<", ">",
                         "'x'", '"', "\\", "GRAPH", "UNION", "OPTIONAL", "VALUES", "1e9", "SERVICE", "DROP", "LIMIT 1", "#", "\n",
                         "ORDER BY", "GROUP BY", "COUNT(*)", "AS", "<http://e/>", "gov:", "PREFIX", "BIND", "||", "!", "^", "/", "+"])


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.lists(ATOMS, max_size=25).map(" ".join) | st.text(max_size=200) | st.binary(max_size=200).map(
    lambda b: b.decode("latin-1")))
def test_no_query_breaks_the_service(bounded, query):
    answer = bounded.query(query)
    assert answer.status_code in (200, 400, 403, 503)
    assert answer.status_code == 200 or answer.text.count("\n") == 1


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(path=st.text(max_size=60), accept=st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=40).map(str.strip),
       query=st.dictionaries(st.sampled_from(["query", "format", "year", "holder", "default-graph-uri", "x"]), st.text(max_size=30)))
def test_no_address_breaks_the_service(bounded, path, accept, query):
    for start in ("/id/", "/questions/", "/sparql", "/explore/", "/assets/", "/"):
        try:
            answer = bounded.client.get(httpx.URL(start).copy_with(
                path=start + path.replace("\x00", ""), params=query), headers={"Accept": accept})
        except (httpx.InvalidURL, httpx.UnsupportedProtocol, UnicodeEncodeError):
            continue
        assert answer.status_code < 500, (start, path, accept, query, answer.text)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=st.text(min_size=1, max_size=80))
def test_no_value_of_a_question_is_ever_more_than_a_value(bounded, value):
    before = bounded.rows("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    for name, parameter in (("awards", "holder"), ("evidence", "property"), ("targets", "year"), ("sentences", "word")):
        for form in ("csv", "sparql"):
            answer = bounded.client.get(f"/questions/{name}", params={parameter: value, "format": form})
            assert answer.status_code in (200, 400)
            if form == "sparql" and answer.status_code == 200:
                assert bounded.query(answer.text).status_code == 200
    assert bounded.rows("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }") == before


@pytest.mark.parametrize("arguments, reason", [
    (["nowhere"], "there is no such folder"), (["none.ttl"], "no such file"), (["--workers", "0"], "0 is not in the range"),
])
def test_what_cannot_be_served_is_one_line(tmp_path, arguments, reason):
    done = subprocess.run([sys.executable, "-m", "kg", "serve", "--port", "0", *arguments], cwd=tmp_path, check=False,
                          capture_output=True, text=True, timeout=30)
    assert done.returncode != 0 and reason in done.stderr and done.stderr.count("\n") == 1


def test_a_port_that_is_taken_is_told(bounded):
    port = str(urlsplit(bounded.address).port)
    done = subprocess.run([sys.executable, "-m", "kg", "serve", str(TWO_YEARS), "--port", port], check=False,
                          capture_output=True, text=True, timeout=30)
    assert done.returncode == 1 and "in use" in done.stderr and done.stderr.count("\n") == 1
