"""Answers over HTTP: outcomes of the pool as responses, and a watch for clients that go away."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse

from kg.service.pool import Outcome, Pool
from kg.service.protocol import MEDIA, BadRequest

_PART = 64 * 1024


async def ask_for(request: Request, pool: Pool, **asked: object) -> Outcome:
    """Have something answered for a client; the worker is ended when the client goes away meanwhile.

    Raises:
        BadRequest: it could not be answered.
    """
    answer = asyncio.ensure_future(pool.ask(asked))
    gone = asyncio.ensure_future(_gone(request))
    try:
        await asyncio.wait({answer, gone}, return_when=asyncio.FIRST_COMPLETED)
        if not answer.done():
            raise BadRequest(499, "the client has gone")
        outcome = answer.result()
    finally:
        for task in (answer, gone):
            task.cancel()
        await asyncio.gather(answer, gone, return_exceptions=True)
    if outcome.error:
        raise BadRequest(outcome.status, outcome.error)
    return outcome


def respond(outcome: Outcome, results: str | None, graphs: str | None) -> Response:
    """The answer, in pieces, so that a slow client holds nothing but its own file."""
    form = graphs if outcome.kind == "construct" else results
    return StreamingResponse(_pieces(outcome), media_type=MEDIA[form],
                             headers={"Content-Length": str(outcome.length), "Vary": "Accept"})


def refuse(error: BadRequest) -> Response:
    """An error as one line of text."""
    headers = {503: {"Retry-After": "5"}, 405: {"Allow": "GET, HEAD, POST, OPTIONS"}}.get(error.status)
    return PlainTextResponse(" ".join(error.reason.split()) + "\n", error.status, headers)


async def _pieces(outcome: Outcome) -> AsyncIterator[bytes]:
    try:
        while piece := outcome.content.read(_PART):
            yield piece
    finally:
        outcome.content.close()


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
