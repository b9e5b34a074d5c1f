"""The keeper: a process that holds the data and forks a worker for each connection.

    python -m kg.service.keeper SOCKET MEMORY SOURCE...

The data are read once; workers share the keeper's memory (copy on write) and cost no more than what their
queries need. A store on disk is opened by each worker. The keeper says on standard output that it is ready, as
one line of JSON, and ends when its standard input is closed, which it is when the server ends, however it does.
"""

from __future__ import annotations

import json
import os
import select
import signal
import socket
import sys
import traceback
import warnings
from collections.abc import Callable
from contextlib import nullcontext, suppress
from pathlib import Path
from typing import NoReturn

import pyoxigraph as ox

from kg.errors import KgError
from kg.service.worker import work
from kg.store.disk import in_use
from kg.store.names import with_ontology
from kg.store.sources import is_store, open_sources


def main(arguments: list[str]) -> int:
    """Open the sources, say so, and fork until standard input ends."""
    address, memory, *paths = arguments
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server's to handle; it then closes our standard input
    try:
        sources = [Path(p) for p in paths]
        held = in_use(sources[0]) if is_store(sources[0]) else nullcontext()
        with held:
            return _keep(address, sources, int(memory))
    except KgError as error:
        print(json.dumps({"error": str(error)}), flush=True)
        return 1


def _keep(address: str, sources: list[Path], memory: int) -> int:
    open_store, quads = _store(sources)
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    listener.bind(address)
    os.chmod(address, 0o600)
    listener.listen(64)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the system buries workers
    print(json.dumps({"quads": quads}), flush=True)
    while True:
        ready, _, _ = select.select([listener, sys.stdin], [], [])
        if sys.stdin in ready:
            return 0
        connection, _ = listener.accept()
        if _fork() == 0:
            listener.close()
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            _be_worker(connection, open_store, memory)
        connection.close()


def _store(paths: list[Path]) -> tuple[Callable[[], ox.Store], int]:
    """How a worker gets at the data, and how many quads there are."""
    store = open_sources(paths)
    count = len(store)
    if is_store(paths[0]):
        del store
        return lambda: open_sources(paths), count
    with_ontology(store)
    return lambda: store, count


def _fork() -> int:
    with warnings.catch_warnings():
        # Loading used threads that now sleep; a worker needs none of them, and none holds a lock.
        warnings.simplefilter("ignore", DeprecationWarning)
        return os.fork()


def _be_worker(connection: socket.socket, open_store: Callable[[], ox.Store], memory: int) -> NoReturn:
    """Work until the server is done with this worker.

    What the allocator writes to stderr when memory is short is dropped, since the server tells it better; a
    fault of ours is not.
    """
    faults = os.fdopen(os.dup(2), "w")
    null = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(null, stream)
    try:
        with suppress(BrokenPipeError, ConnectionResetError):  # the server has gone, or has given this query up
            work(connection, open_store, memory)
    except BaseException:  # noqa: BLE001 (the process ends here; whatever it was is told first)
        traceback.print_exc(file=faults)
        faults.flush()
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
