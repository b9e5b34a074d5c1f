"""The SPARQL 1.1 Protocol: what a request asks, and in which form it wants the answer.

https://www.w3.org/TR/sparql11-protocol/
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl

import mimeparse
from starlette.requests import ClientDisconnect, Request

from kg.service.limits import Limits

#: By the names that workers use, the media types of answers; the last is given to those who take anything.
RESULTS = {"text/tab-separated-values": "tsv", "text/csv": "csv", "text/xml": "xml", "application/xml": "xml",
           "application/sparql-results+xml": "xml", "application/json": "json", "application/sparql-results+json": "json"}
GRAPHS = {"application/ld+json": "jsonld", "text/rdf+n3": "turtle", "application/x-turtle": "turtle",
          "text/plain": "ntriples", "application/rdf+xml": "rdfxml", "application/n-triples": "ntriples",
          "text/turtle": "turtle"}
MEDIA = {"tsv": "text/tab-separated-values; charset=utf-8", "csv": "text/csv; charset=utf-8",
         "xml": "application/sparql-results+xml", "json": "application/sparql-results+json",
         "jsonld": "application/ld+json", "ntriples": "application/n-triples", "rdfxml": "application/rdf+xml",
         "turtle": "text/turtle; charset=utf-8"}
#: What clients call the forms in ``?format=``.
_SHORT = {"ttl": "turtle", "n3": "turtle", "nt": "ntriples", "n-triples": "ntriples", "rdf": "rdfxml", "rdf+xml": "rdfxml",
          "json-ld": "jsonld"}
_SLOWEST = 30.0  # seconds in which a client has to send its query


class BadRequest(Exception):
    """A request that is not answered, with its HTTP status."""

    def __init__(self, status: int, reason: str):
        super().__init__(reason)
        self.status, self.reason = status, reason


@dataclass(frozen=True)
class Asked:
    """A query with its dataset; both empty: the whole store."""

    query: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


async def read(request: Request, limits: Limits) -> Asked | None:
    """What a request to the endpoint asks; nothing when it is a plain GET without a query.

    Raises:
        BadRequest: it is no request for a query.
    """
    parameters = in_address(request)
    query = None
    if request.method == "POST":
        kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
        if kind == "application/sparql-update":
            raise BadRequest(403, "the service is read-only and takes no updates")
        if kind not in ("application/x-www-form-urlencoded", "application/sparql-query"):
            raise BadRequest(415, "POST a form (application/x-www-form-urlencoded) or a query (application/sparql-query)")
        content = await _body(request, limits.characters * (12 if "form" in kind else 4))
        if kind == "application/sparql-query":
            query = content
        else:
            parameters += pairs(content)
    if any(name == "update" for name, _ in parameters):
        raise BadRequest(403, "the service is read-only and takes no updates")
    queries = [value for name, value in parameters if name == "query"] + ([query] if query is not None else [])
    if not queries and request.method == "GET":
        return None
    if len(queries) != 1:
        raise BadRequest(400, f"give one query; the request has {len(queries) or 'none'}")
    if len(queries[0]) > limits.characters:
        raise BadRequest(413, f"the query is longer than {limits.characters:,} characters; ask something shorter")
    graphs = {wanted: tuple(iri(value) for name, value in parameters if name == wanted)
              for wanted in ("default-graph-uri", "named-graph-uri")}
    return Asked(queries[0], *graphs.values())


def in_address(request: Request) -> list[tuple[str, str]]:
    """Names and values in the address of a request.

    Raises:
        BadRequest: they are not UTF-8.
    """
    try:
        return pairs(request.scope["query_string"].decode("utf-8"))
    except UnicodeDecodeError as error:
        raise BadRequest(400, "the address is not UTF-8") from error


def pairs(query: str) -> list[tuple[str, str]]:
    """Names and values of a query string or form.

    Raises:
        BadRequest: it is not UTF-8, or has thousands of fields.

    >>> pairs("query=SELECT+*+%7B%7D&default-graph-uri=")
    [('query', 'SELECT * {}'), ('default-graph-uri', '')]
    """
    try:
        return parse_qsl(query, keep_blank_values=True, errors="strict", max_num_fields=1000)
    except ValueError as error:  # UnicodeDecodeError is one
        raise BadRequest(400, f"the request cannot be read, {error}"[:200]) from error


def iri(value: str) -> str:
    """An IRI as it is, if it is one.

    Raises:
        BadRequest: it is none.
    """
    import pyoxigraph as ox

    try:
        return ox.NamedNode(value).value
    except ValueError as error:
        raise BadRequest(400, f"“{value[:100]}” is no IRI of a graph") from error


def negotiate(accept: str | None, known: Mapping[str, str], given: str = "") -> str | None:
    """The name of the form that ``given`` (``?format=``) names, else that an Accept header prefers; none if none fits.

    >>> negotiate("text/csv;q=0.5, application/sparql-results+xml", RESULTS), negotiate(None, GRAPHS)
    ('xml', 'turtle')
    >>> negotiate("image/png", RESULTS), negotiate("*/*", RESULTS, "tsv")
    (None, 'tsv')
    """
    named = known.get(given) or _SHORT.get(given, given)
    if named in known.values():
        return named
    try:
        best = mimeparse.best_match(list(known), accept or "*/*")
    except ValueError:  # MimeTypeParseException is one
        return None
    return known.get(best)


async def _body(request: Request, most: int) -> str:
    """The body of a request as text."""
    parts = bytearray()

    async def collect() -> None:
        async for part in request.stream():
            parts.extend(part)
            if len(parts) > most:
                raise BadRequest(413, f"the request is larger than {most:,} bytes; ask something shorter")

    try:
        await asyncio.wait_for(collect(), _SLOWEST)
        return parts.decode("utf-8")
    except asyncio.TimeoutError:
        raise BadRequest(408, f"the query did not arrive within {_SLOWEST:g} seconds") from None
    except ClientDisconnect:
        raise BadRequest(400, "the client has gone") from None
    except UnicodeDecodeError as error:
        raise BadRequest(400, f"the query is not UTF-8, {error.reason} at byte {error.start}") from error
