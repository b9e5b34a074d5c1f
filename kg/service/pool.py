"""The server's side of the workers: hands each query to one, waits, and says what became of it."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from kg.errors import ServiceNotStarted
from kg.service.frames import ASK, DATA, HEAD, HELLO, frame
from kg.service.limits import Limits

_IN_MEMORY = 2**20  # bytes of an answer that are held in memory; the rest waits in a file
_GRACE = 2.0  # seconds after its time in which a worker should have ended by itself


@dataclass
class Outcome:
    """What became of a query: its answer in a file, or an error with the HTTP status that fits it."""

    kind: str = ""  # select | ask | construct
    content: IO[bytes] | None = None
    length: int = 0
    error: str = ""
    status: int = 200

    def text(self) -> str:
        """The answer as text."""
        return self.content.read().decode() if self.content else ""


class _Gone(Exception):
    """The worker has ended in the middle of a request."""


@dataclass
class _Worker:
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    pid: int = 0

    async def receive(self) -> tuple[bytes, bytes]:
        try:
            kind, length = HEAD.unpack(await self.reader.readexactly(HEAD.size))
            return kind, await self.reader.readexactly(length)
        except (asyncio.IncompleteReadError, ConnectionError) as error:
            raise _Gone from error

    def end(self) -> None:
        """End the worker, busy or not."""
        self.writer.close()
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.kill(self.pid, signal.SIGKILL)


class Pool:
    """Workers that answer queries over some sources."""

    def __init__(self, sources: Sequence[Path], limits: Limits):
        self.limits, self.quads = limits, 0
        self._sources = [str(p) for p in sources]
        self._turns = asyncio.Semaphore(limits.workers)
        self._idle: list[_Worker] = []
        self._folder, self._keeper = "", None

    @asynccontextmanager
    async def running(self) -> AsyncIterator[Pool]:
        """The pool with its keeper, which ends with the block.

        Raises:
            ServiceNotStarted: the sources cannot be opened.
        """
        self._folder = tempfile.mkdtemp(prefix="govkg-")
        self._address = str(Path(self._folder) / "keeper")
        self._keeper = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "kg.service.keeper", self._address, str(self.limits.memory), *self._sources,
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE)
        try:
            said = json.loads(await self._keeper.stdout.readline() or b'{"error": "its data could not be opened"}')
            if "error" in said:
                raise ServiceNotStarted(said["error"])
            self.quads = said["quads"]
            yield self
        finally:
            for worker in self._idle:
                worker.end()
            self._keeper.stdin.close()
            await self._keeper.wait()
            shutil.rmtree(self._folder, ignore_errors=True)

    @property
    def alive(self) -> bool:
        """Whether the keeper runs."""
        return self._keeper is not None and self._keeper.returncode is None

    async def ask(self, request: dict) -> Outcome:
        """Have a request answered (see ``kg.service.worker``); every failure is an outcome of its own."""
        try:
            await asyncio.wait_for(self._turns.acquire(), self.limits.patience)
        except asyncio.TimeoutError:
            return Outcome(error=f"too many queries at a time; this one waited {self.limits.patience:g} seconds, try again",
                           status=503)
        try:
            return await self._with_worker(request)
        finally:
            self._turns.release()

    async def _with_worker(self, request: dict) -> Outcome:
        try:
            worker = self._idle.pop() if self._idle else await self._hire()
        except (OSError, _Gone):
            return Outcome(error="the service has lost its data; start it again", status=500)
        start = time.monotonic()
        try:
            outcome = await asyncio.wait_for(self._converse(worker, request), self.limits.seconds + _GRACE)
        except (_Gone, asyncio.TimeoutError):
            worker.end()
            return self._cut_short(time.monotonic() - start)
        except BaseException:  # the client has gone, or the server ends: nobody waits for this any more
            worker.end()
            raise
        self._idle.append(worker)
        return outcome

    async def _hire(self) -> _Worker:
        worker = _Worker(*await asyncio.open_unix_connection(self._address))
        kind, content = await worker.receive()
        if kind != HELLO:
            raise _Gone
        worker.pid = json.loads(content)["pid"]
        return worker

    async def _converse(self, worker: _Worker, request: dict) -> Outcome:
        said = {**request, "timeout": self.limits.seconds, "megabytes": self.limits.megabytes}
        content = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 (closed when it is sent)
        try:
            worker.writer.write(frame(ASK, json.dumps(said).encode()))
            await worker.writer.drain()
            while True:
                kind, data = await worker.receive()
                if kind != DATA:
                    break
                content.write(data)
        except ConnectionError as error:
            raise _Gone from error
        end = json.loads(data)
        if "error" in end:
            content.close()
            return Outcome(error=end["error"], status=end["status"])
        length = content.tell()
        content.seek(0)
        return Outcome(end["kind"], content, length)

    def _cut_short(self, seconds: float) -> Outcome:
        if seconds >= self.limits.seconds * 0.99:
            return Outcome(error=f"query refused, it took longer than {self.limits.seconds:g} seconds; ask for less",
                           status=503)
        return Outcome(error=f"query refused, it needs more than {self.limits.memory} MB of memory; ask for less", status=503)
