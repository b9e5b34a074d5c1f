"""Running the service: what is checked before it starts, and what it says once it does."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import uvicorn

from kg.errors import ServiceNotStarted
from kg.store.folder import MANIFEST, read_manifest
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
            if not (path / MANIFEST).exists():  # pragma: no cover (read_manifest has said so)
                raise ServiceNotStarted(f"{path}: no build")


class Server:
    """uvicorn, with a word on where it listens and errors as those of the command."""

    def __init__(self, config: uvicorn.Config):
        self._config = config

    def serve(self) -> None:
        """Serve until interrupted.

        Raises:
            ServiceNotStarted: the address is taken, or the data cannot be opened.
        """
        server = _Announcing(self._config)
        try:
            server.run()
        except SystemExit as error:  # uvicorn's way to say that it could not start
            raise ServiceNotStarted(server.reason or "the service could not start") from error
        except KeyboardInterrupt:
            pass
        if not server.started:
            raise ServiceNotStarted(server.reason or "the service could not start")


class _Announcing(uvicorn.Server):
    reason = ""

    async def startup(self, sockets=None) -> None:
        await super().startup(sockets)
        if self.started:
            for server in self.servers:
                for listening in server.sockets:
                    host, port = listening.getsockname()[:2]
                    shown = f"[{host}]" if ":" in host else host
                    print(f"Serving at http://{shown}:{port}{self.config.root_path}/ (Ctrl-C ends it)", file=sys.stderr,
                          flush=True)
