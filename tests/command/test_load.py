"""``kg load``: builds into a real graph store (Oxigraph's server) and into a store on disk, broken off and run again."""

import contextlib
import http.server
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from pathlib import Path

import pyoxigraph as ox
import pytest

import kg

COUNTIES = ("栖云", "澜岳", "望溪", "柳川", "沙亭", "岚桥")


@pytest.fixture(scope="module")
def build(tmp_path_factory, sample):
    """A build of several reports, so that there is a middle to break off in."""
    folder = tmp_path_factory.mktemp("load")
    paths = []
    for place in COUNTIES:
        paths.append(folder / f"{COUNTIES.index(place)}.txt")
        paths[-1].write_text(sample.read_text("utf-8").replace("栖云", place), "utf-8")
    return kg.build(paths).save(folder / "build")


@pytest.fixture(scope="module")
def expected(build):
    return set(ox.parse(path=str(build / "dataset.trig"), format=ox.RdfFormat.TRIG))


@contextlib.contextmanager
def oxigraph(folder, port=None):
    """``oxigraph serve`` on a folder; gives its process and address."""
    beside = Path(sys.executable).with_name("oxigraph")
    command = str(beside) if beside.exists() else shutil.which("oxigraph")
    if command is None:
        pytest.skip("oxigraph is not there; install it with: pip install oxigraph")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = port or free.getsockname()[1]
    process = subprocess.Popen([command, "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
                break
            time.sleep(0.1)
        yield process, f"http://127.0.0.1:{port}"
    finally:
        process.kill()
        process.wait()


def content(address):
    """Every quad of the server."""
    request = urllib.request.Request(f"{address}/store", headers={"Accept": "application/n-quads"})
    with urllib.request.urlopen(request) as answer:
        return set(ox.parse(answer.read(), format=ox.RdfFormat.N_QUADS))


@contextlib.contextmanager
def slowly(address, seconds):
    """A proxy that passes requests on after a while, and notes those that change something."""
    class Proxy(http.server.BaseHTTPRequestHandler):
        def pass_on(self):
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            if self.command == "PUT":
                time.sleep(seconds)
            request = urllib.request.Request(address + self.path, data=body or None, method=self.command,
                                             headers={k: v for k, v in self.headers.items() if k in ("Content-Type", "Accept")})
            try:
                with urllib.request.urlopen(request) as answer:
                    status = answer.status
            except urllib.error.HTTPError as error:
                status = error.code
            except OSError:
                status = 500
            if self.command == "PUT" and status < 300:
                noted.append(self.path)
            with contextlib.suppress(OSError):  # the client may have been killed
                self.send_response(status)
                self.send_header("Content-Length", "0")
                self.end_headers()

        do_PUT = do_HEAD = do_GET = pass_on

        def log_message(self, *_):
            """Nothing."""

    noted = []
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Proxy)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", noted
    finally:
        server.shutdown()
        server.server_close()


def start(target, build, journal):
    return subprocess.Popen([sys.executable, "-m", "kg", "load", target, str(build), "--journal", str(journal)],
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def load(target, build, journal):
    process = start(target, build, journal)
    out, err = process.communicate(timeout=120)
    return process.returncode, out, err


def wait_for(noted, count):
    deadline = time.monotonic() + 60
    while len(noted) < count and time.monotonic() < deadline:
        time.sleep(0.01)
    assert len(noted) >= count


def test_a_graph_store_holds_what_was_built(build, expected, tmp_path):
    with oxigraph(tmp_path / "store") as (_, address):
        code, out, err = load(f"{address}/store", build, tmp_path / "journal")
        assert code == 0 and out.startswith(f"{2 * len(COUNTIES)} graphs sent to ") and err == ""
        assert content(address) == expected


def test_a_run_that_is_killed_and_run_again_ends_with_the_same_quads(build, expected, tmp_path):
    with oxigraph(tmp_path / "store") as (_, address), slowly(address, 0.2) as (proxy, noted):
        process = start(f"{proxy}/store", build, tmp_path / "journal")
        wait_for(noted, 4)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert len(noted) < 2 * len(COUNTIES) and content(address) < expected
        code, out, _ = load(f"{proxy}/store", build, tmp_path / "journal")
        assert code == 0 and "were there already" in out
        assert len(noted) <= 2 * len(COUNTIES) + 2  # what was there is not sent again, but for what was under way
        assert content(address) == expected
        assert list((tmp_path / "journal").iterdir()) == []


def test_a_server_that_is_killed_and_started_again_ends_with_the_same_quads(build, expected, tmp_path):
    with oxigraph(tmp_path / "store") as (server, address), slowly(address, 0.2) as (proxy, noted):
        port = int(address.rsplit(":", 1)[1])
        process = start(f"{proxy}/store", build, tmp_path / "journal")
        wait_for(noted, 4)
        server.send_signal(signal.SIGKILL)
        server.wait()
        _, err = process.communicate(timeout=120)
        assert process.returncode == 1 and err.startswith("kg: http") and err.count("\n") == 1
        with oxigraph(tmp_path / "store", port):
            code, _, _ = load(f"{proxy}/store", build, tmp_path / "journal")
            assert code == 0 and content(address) == expected


def test_what_a_server_has_lost_is_sent_again(build, expected, tmp_path):
    with oxigraph(tmp_path / "one") as (_, address), slowly(address, 0.2) as (proxy, noted):
        port = int(address.rsplit(":", 1)[1])
        process = start(f"{proxy}/store", build, tmp_path / "journal")
        wait_for(noted, 4)
        process.kill()
        process.communicate()
    with oxigraph(tmp_path / "another", port) as (_, address), slowly(address, 0) as (proxy2, _):
        journal, = (tmp_path / "journal").iterdir()
        from kg.store.loading import Journal

        Journal(tmp_path / "journal", f"{proxy2}/store").note("x", "y")
        for path in (tmp_path / "journal").iterdir():
            if path != journal:
                path.write_bytes(journal.read_bytes())
        code, _, _ = load(f"{proxy2}/store", build, tmp_path / "journal")
        assert code == 0 and content(address) == expected


def test_graphs_of_others_are_left_alone_and_old_ones_replaced(build, expected, tmp_path):
    graph = min(q.graph_name.value for q in expected)
    with oxigraph(tmp_path / "store") as (_, address):
        for name in (graph, "http://example.org/other"):
            request = urllib.request.Request(f"{address}/store?graph={urllib.request.quote(name, safe='')}", method="PUT",
                                             data=b"<http://e/s> <http://e/p> <http://e/o> .",
                                             headers={"Content-Type": "application/n-triples"})
            urllib.request.urlopen(request).close()
        assert load(f"{address}/store", build, tmp_path / "journal")[0] == 0
        other = ox.Quad(*(ox.NamedNode(f"http://e/{x}") for x in "spo"), ox.NamedNode("http://example.org/other"))
        assert content(address) == expected | {other}


@pytest.mark.parametrize("path, reason", [("/nowhere", "answered 404"), ("/query", "answered 4")])
def test_a_wrong_address_is_one_line(build, tmp_path, path, reason):
    with oxigraph(tmp_path / "store") as (_, address):
        code, out, err = load(address + path, build, tmp_path / "journal")
        assert code == 1 and reason in err and err.count("\n") == 1 and out == ""


def test_nobody_at_the_address_is_one_line(build, tmp_path):
    code, _, err = load("http://127.0.0.1:1/store", build, tmp_path / "journal")
    assert code == 1 and "cannot be reached" in err and err.count("\n") == 1


def test_secrets_come_from_the_environment_and_are_never_shown(tmp_path, build):
    seen = []

    class Guard(http.server.BaseHTTPRequestHandler):
        def do_PUT(self):
            self.rfile.read(int(self.headers["Content-Length"]))
            seen.append(self.headers["Authorization"])
            self.send_error(401)

        def log_message(self, *_):
            """Nothing."""

    server = http.server.HTTPServer(("127.0.0.1", 0), Guard)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    for environment, sent in (({"KG_TOKEN": "s3cret"}, "Bearer s3cret"), ({"KG_USER": "u", "KG_PASSWORD": "s3cret"}, "Basic ")):
        done = subprocess.run([sys.executable, "-m", "kg", "load", f"http://127.0.0.1:{server.server_port}/", str(build)],
                              env={**os.environ, **environment}, check=False, capture_output=True, text=True)
        assert done.returncode == 1 and "set KG_USER" in done.stderr and "s3cret" not in done.stderr
        assert seen[-1].startswith(sent)
    server.shutdown()
    server.server_close()


def test_a_store_on_disk_answers_as_the_build_does(run, build, tmp_path):
    assert run("load", tmp_path / "store", build, "--journal", tmp_path / "journal").code == 0
    for arguments in (("ask", "awards"), ("ask", "targets", "--area", "澜岳县"), ("ask", "evidence", "--entity", "衡岳光电")):
        one, other = (run(*arguments[:2], folder, *arguments[2:]) for folder in (build, tmp_path / "store"))
        assert one.code == other.code == 0 and one.out == other.out and one.out.count("\n") > 1


def test_the_default_graph_on_disk_is_that_of_the_build(run, sample, tmp_path):
    """What a newer report replaced leaves it there as well, with the statement that spoke for it."""
    from kg.store.names import ONTOLOGY
    from kg.store.queries import open_build
    from kg.store.sources import open_store

    text = sample.read_text("utf-8")
    (tmp_path / "1.txt").write_text(text, "utf-8")
    (tmp_path / "2.txt").write_text(text.replace("2024", "2025").replace("2023", "2024").replace("第三次会议", "第四次会议")
                                    .replace("云岭数据中心、远航数控装备产业园等14个项目签约落地",
                                             "云岭数据中心、远航数控装备产业园等14个项目竣工投产"), "utf-8")
    folder = kg.build([tmp_path / "1.txt", tmp_path / "2.txt"]).save(tmp_path / "build")
    assert run("load", tmp_path / "store", folder, "--journal", tmp_path / "journal").code == 0
    default = ox.DefaultGraph()
    built = {q.triple for q in open_build(folder).quads_for_pattern(None, None, None, default)}
    store = open_store(tmp_path / "store")
    terms = {q.triple for q in store.quads_for_pattern(None, None, None, ONTOLOGY)}
    stored = {q.triple for q in store.quads_for_pattern(None, None, None, default)}
    status = ox.NamedNode("https://w3id.org/govkg/ontology#status")
    assert {t for t in stored if t.predicate == status} == {t for t in built if t.predicate == status}
    assert {str(t) for t in built} <= {str(t) for t in stored}
    left = {t for t in stored - terms - built if not isinstance(t.subject, ox.BlankNode)}
    assert {t.predicate.value.rsplit("#", 1)[1] for t in left} <= {"confidence"}  # one for each report that says it


def test_a_store_in_use_is_not_written(build, run, tmp_path):
    from kg.store.disk import in_use

    assert run("load", tmp_path / "store", build, "--journal", tmp_path / "journal").code == 0
    with in_use(tmp_path / "store"):
        result = run("load", tmp_path / "store", build, "--journal", tmp_path / "journal")
    assert result.code == 1 and "another process is using it" in result.err


def test_a_folder_that_holds_something_else_is_left_alone(build, run, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear")
    result = run("load", tmp_path / "mine", build, "--journal", tmp_path / "journal")
    assert result.code == 1 and "it holds something that is not a store" in result.err
    assert [p.name for p in (tmp_path / "mine").iterdir()] == ["letter.txt"]


def test_a_store_is_asked_alone(build, run, tmp_path):
    assert run("load", tmp_path / "store", build, "--journal", tmp_path / "journal").code == 0
    assert "a store on disk is asked alone" in run("query", tmp_path / "store", build, "ASK {}").err


@pytest.mark.parametrize("torn", ["", "{", "[]", '{"a": '])
def test_a_torn_journal_sends_everything_again(build, run, tmp_path, torn):
    from kg.store.loading import Journal

    Journal(tmp_path, str(tmp_path / "store")).note("a", "b")
    for path in tmp_path.glob("*.json"):
        path.write_text(torn)
    assert f"{2 * len(COUNTIES)} graphs sent" in run("load", tmp_path / "store", build, "--journal", tmp_path).out


def test_kg_serve_opens_a_store(build, run, tmp_path):
    assert run("load", tmp_path / "store", build, "--journal", tmp_path / "journal").code == 0
    process = subprocess.Popen([sys.executable, "-m", "kg", "serve", str(tmp_path / "store"), "--port", "0"],
                               stderr=subprocess.PIPE, text=True)
    try:
        address = process.stderr.readline().split()[2]
        with urllib.request.urlopen(f"{address}questions/reports?format=json") as answer:
            assert len(json.load(answer)["results"]["bindings"]) == len(COUNTIES)
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=20)
