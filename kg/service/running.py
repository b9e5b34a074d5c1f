"""Running the service: what is checked before it starts, and what it says once it does."""

from __future__ import annotations

import asyncio
import os
import socket
import sys
from collections.abc import Sequence
from pathlib import Path

import uvicorn

from kg.errors import ServiceNotStarted
from kg.service.app import Settings, create
from kg.service.pool import Pool
from kg.store.folder import read_manifest
from kg.store.sources import is_store


def check(sources: Sequence[Path]) -> None:
    """See that there is something to serve, before processes start.

    Raises:
        NotABuild: a folder is none.
        ServiceNotStarted: the system cannot fork.
    """
    if not hasattr(os, "fork"):
        raise ServiceNotStarted("kg serve needs a system that can fork, such as Linux or macOS; on Windows use WSL")
    for path in sources:
        if (path.is_dir() or not path.suffix) and not is_store(path):
            read_manifest(path)


def run(settings: Settings, host: str, port: int, root_path: str = "") -> None:
    """Serve until interrupted; say on stderr where.

    Raises:
        ServiceNotStarted: the address cannot be listened at, or the data cannot be opened.
    """
    with _listening(host, port) as listener:
        asyncio.run(_serve(settings, listener, root_path))


async def _serve(settings: Settings, listener: socket.socket, root_path: str) -> None:
    pool = Pool(settings.sources, settings.limits)
    async with pool.running():
        config = uvicorn.Config(create(settings, pool), root_path=root_path, log_level="error", access_log=False,
                                timeout_keep_alive=15, timeout_graceful_shutdown=5, server_header=False, lifespan="off")
        host, port = listener.getsockname()[:2]
        shown = f"[{host}]" if ":" in host else host
        print(f"Serving at http://{shown}:{port}{root_path}/ (Ctrl-C ends it)", file=sys.stderr, flush=True)
        await uvicorn.Server(config).serve([listener])


def _listening(host: str, port: int) -> socket.socket:
    """A socket that waits for clients."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=1024)
    except OSError as error:  # socket.gaierror, of names that are none, is one
        reason = (error.strerror or str(error)).split(" (while")[0]
        raise ServiceNotStarted(f"http://{host}:{port}/: {reason[:1].lower()}{reason[1:]}; "
                                "choose another --host or --port") from error
