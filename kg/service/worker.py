"""A worker: answers one request after the other over a socket, and ends when one takes too long.

Oxigraph cannot be told to stop. A worker is a process of its own, though, so the clock of the system ends it
(``SIGALRM``), and a limit of the system bounds its memory; the server sees the socket close and says why.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox

from kg.errors import KgError, QueryRefused
from kg.service.frames import ASK, DATA, END, HEAD, HELLO, LARGEST, frame, message
from kg.store.queries import refuse, run
from kg.store.questions import answer, named, question, with_values
from kg.store.results import csv_rows, json_lines, tsv_lines

RESULTS = {"json": ox.QueryResultsFormat.JSON, "xml": ox.QueryResultsFormat.XML, "csv": ox.QueryResultsFormat.CSV,
           "tsv": ox.QueryResultsFormat.TSV}
GRAPHS = {"turtle": ox.RdfFormat.TURTLE, "ntriples": ox.RdfFormat.N_TRIPLES, "rdfxml": ox.RdfFormat.RDF_XML,
          "jsonld": ox.RdfFormat.JSON_LD}
_LINES = {"json": json_lines, "tsv": tsv_lines, "csv": csv_rows}
_MEGABYTE = 2**20


class _TooLarge(OSError):
    """The answer is larger than it may be."""


class _Writer:
    """A file that puts what is written into frames of data, up to a number of bytes."""

    def __init__(self, connection: socket.socket, most: int):
        self._connection, self._left, self._held = connection, most, bytearray()

    def write(self, data: bytes) -> int:
        self._left -= len(data)
        if self._left < 0:
            raise _TooLarge
        self._held += data
        if len(self._held) >= LARGEST:
            self.flush()
        return len(data)

    def flush(self) -> None:
        while self._held:
            self._connection.sendall(frame(DATA, bytes(self._held[:LARGEST])))
            del self._held[:LARGEST]


def work(connection: socket.socket, open_store: Callable[[], ox.Store], memory: int) -> None:
    """Answer requests until the connection is closed; ``memory`` is what they may need beside the data, in MB."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    store = open_store()
    _bound_memory(memory)
    connection.sendall(message(HELLO, pid=os.getpid()))
    while (request := _receive(connection)) is not None:
        signal.setitimer(signal.ITIMER_REAL, request["timeout"])
        writer = _Writer(connection, int(request["megabytes"] * _MEGABYTE))
        try:
            said = _answer(store, request, writer)
            writer.flush()
        except _TooLarge:
            said = {"error": f"query refused, its answer is larger than {request['megabytes']:g} MB; ask for less, "
                             "for example with LIMIT", "status": 403}
        except QueryRefused as error:
            said = {"error": str(error), "status": 403}
        except KgError as error:
            said = {"error": str(error), "status": 400}
        except MemoryError:
            said = {"error": "query refused, it needs more memory than it may; ask for less", "status": 503}
        except (ValueError, RuntimeError, OSError) as error:  # what Oxigraph cannot evaluate
            said = {"error": f"the query cannot be answered, {' '.join(str(error).split())[:300]}", "status": 400}
        signal.setitimer(signal.ITIMER_REAL, 0)
        connection.sendall(message(END, **said))


def _answer(store: ox.Store, request: dict, writer: _Writer) -> dict:
    """Write the answer of a request; what there is to say of it."""
    if "question" in request:
        return _answer_question(store, request, writer)
    refuse(request["query"])
    bound = {name: ox.NamedNode(iri) for name, iri in request.get("bound", {}).items()}
    result = run(store, request["query"], bound=bound, default_graphs=request.get("default_graphs"),
                 named_graphs=request.get("named_graphs"))
    graph = isinstance(result, ox.QueryTriples)
    format_ = request["graphs" if graph else "results"]
    kind = "construct" if graph else "ask" if isinstance(result, ox.QueryBoolean) else "select"
    if format_ is None:
        return {"kind": kind, "error": "nothing that the Accept header asks for can be given for this query; "
                                       f"take {' or '.join(GRAPHS if graph else RESULTS)}", "status": 406}
    result.serialize(writer, format=(GRAPHS if graph else RESULTS)[format_])
    return {"kind": kind}


def _answer_question(store: ox.Store, request: dict, writer: _Writer) -> dict:
    """The same for a saved question: its rows, or its text with the values put in."""
    asked = question(request["question"])
    if request["results"] == "sparql":
        writer.write(with_values(store, asked, request["values"]).encode())
        return {"kind": "text"}
    if request["results"] not in _LINES:
        return {"error": f"nothing that the Accept header asks for can be given; take {' or '.join(_LINES)}", "status": 406}
    answered = answer(store, asked, request["values"])
    for line in _LINES[request["results"]](answered if request.get("iris") else named(answered, asked)):
        writer.write(line.encode())
    return {"kind": answered.kind}


def _receive(connection: socket.socket) -> dict | None:
    head = _exactly(connection, HEAD.size)
    if head is None:
        return None
    kind, length = HEAD.unpack(head)
    content = _exactly(connection, length)
    return json.loads(content) if content is not None and kind == ASK else None


def _exactly(connection: socket.socket, count: int) -> bytes | None:
    parts = bytearray()
    while len(parts) < count:
        part = connection.recv(min(count - len(parts), LARGEST))
        if not part:
            return None
        parts += part
    return bytes(parts)


def _bound_memory(megabytes: int) -> None:
    """Let the process grow by so much; systems that do not tell its size are not bounded."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sizes = Path("/proc/self/statm")
    if sys.platform == "linux" and sizes.exists():
        now = int(sizes.read_text().split()[0]) * resource.getpagesize()
        most = now + megabytes * _MEGABYTE
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
