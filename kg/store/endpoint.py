"""SPARQL endpoints and graph stores of others: SPARQL 1.1 Protocol and Graph Store HTTP Protocol.

https://www.w3.org/TR/sparql11-protocol/ and https://www.w3.org/TR/sparql11-http-rdf-update/
"""

from __future__ import annotations

import os
from collections.abc import Mapping

import pyoxigraph as ox
import urllib3

from kg import __version__
from kg.errors import EndpointFailed
from kg.store.queries import Answer, refuse

USER, PASSWORD, TOKEN = "KG_USER", "KG_PASSWORD", "KG_TOKEN"
_RESULTS = {"application/sparql-results+json": ox.QueryResultsFormat.JSON, "application/json": ox.QueryResultsFormat.JSON,
            "application/sparql-results+xml": ox.QueryResultsFormat.XML,
            "text/tab-separated-values": ox.QueryResultsFormat.TSV}
_GRAPHS = {"application/n-triples": ox.RdfFormat.N_TRIPLES, "text/turtle": ox.RdfFormat.TURTLE,
           "application/rdf+xml": ox.RdfFormat.RDF_XML}
_ACCEPT = ("application/sparql-results+json, application/n-triples, text/turtle;q=0.8, "
           "application/sparql-results+xml;q=0.5, application/rdf+xml;q=0.3")


class Endpoint:
    """An endpoint or a graph store, by URL. ``KG_USER`` and ``KG_PASSWORD``, or ``KG_TOKEN``, of the environment
    are sent along where they are set, so that no secret stands on a command line.

    Args:
        url: http or https.
        timeout: seconds that a single request may take.
    """

    def __init__(self, url: str, timeout: float = 60.0):
        if not url.startswith(("http://", "https://")):
            raise EndpointFailed(url, "it is no http or https address", "give one such as http://localhost:7878/query")
        self.url, self._timeout = url, timeout
        self._pool = urllib3.PoolManager(headers=_headers(os.environ), retries=urllib3.Retry(
            total=3, redirect=3, backoff_factor=0.3, status_forcelist=(502, 503, 504), allowed_methods=None,
            raise_on_status=False))

    def ask(self, query: str, name: str = "the query") -> Answer:
        """The endpoint's answer to a query.

        Raises:
            QueryRefused: the query would change data or send the endpoint to another one.
            EndpointFailed: it cannot be reached or does not answer.
        """
        refuse(query, name)
        response = self._send("POST", self.url, body=query.encode(), headers={
            "Content-Type": "application/sparql-query", "Accept": _ACCEPT})
        kind = response.headers.get("Content-Type", "").split(";")[0].strip().lower()
        try:
            return _answer(kind, response.data)
        except (SyntaxError, ValueError, KeyError) as error:
            raise EndpointFailed(self.url, f"it answered with {kind or 'something unnamed'} that cannot be read ({error})",
                                 "is it the address of a SPARQL endpoint?") from error

    def replace(self, graph: str, triples: bytes) -> None:
        """Put N-Triples into a named graph of a graph store, in place of what it holds.

        Raises:
            EndpointFailed: it was not taken.
        """
        self._send("PUT", self._graph(graph), body=triples, headers={"Content-Type": "application/n-triples"})

    def holds(self, graph: str) -> bool:
        """Whether a graph store has a named graph. Stores that do not answer HEAD are taken not to have it."""
        try:
            response = self._pool.request("HEAD", self._graph(graph), timeout=self._timeout,
                                          headers={**self._pool.headers, "Accept": "application/n-triples"})
        except urllib3.exceptions.HTTPError as error:
            raise EndpointFailed(self.url, _reason(error), "is it running, and is the address right?") from error
        return response.status == 200

    def _graph(self, graph: str) -> str:
        from urllib.parse import quote

        return f"{self.url}{'&' if '?' in self.url else '?'}graph={quote(graph, safe='')}"

    def _send(self, method: str, url: str, body: bytes, headers: Mapping[str, str]) -> urllib3.BaseHTTPResponse:
        try:
            response = self._pool.request(method, url, body=body, timeout=self._timeout,
                                          headers={**self._pool.headers, **headers})
        except urllib3.exceptions.HTTPError as error:
            raise EndpointFailed(self.url, _reason(error), "is it running, and is the address right?") from error
        if response.status >= 300:
            said = " ".join(response.data[:600].decode("utf-8", "replace").split())[:200]
            way_out = (f"set {USER} and {PASSWORD}, or {TOKEN}" if response.status in (401, 403) else
                       "is it the right address for this?" if response.status in (404, 405, 415) else "see its log")
            raise EndpointFailed(self.url, f"it answered {response.status} {response.reason or ''}".strip()
                                 + (f" ({said})" if said else ""), way_out)
        return response


def _headers(environment: Mapping[str, str]) -> dict[str, str]:
    said = {"User-Agent": f"govkg/{__version__}"}
    if environment.get(TOKEN):
        said["Authorization"] = f"Bearer {environment[TOKEN]}"
    elif environment.get(USER):
        said |= urllib3.make_headers(basic_auth=f"{environment[USER]}:{environment.get(PASSWORD, '')}")
    return said


def _answer(kind: str, data: bytes) -> Answer:
    if kind in _GRAPHS:
        triples = (quad.triple for quad in ox.parse(data, format=_GRAPHS[kind]))
        return Answer(("subject", "predicate", "object"), (tuple(t) for t in triples), "construct")
    result = ox.parse_query_results(data, format=_RESULTS[kind])
    if isinstance(result, ox.QueryBoolean):
        return Answer(("answer",), iter(((bool(result),),)), "ask")
    return Answer(tuple(v.value for v in result.variables), (tuple(row) for row in result), "select")


def _reason(error: Exception) -> str:
    cause = getattr(error, "reason", None) or error
    return f"it cannot be reached ({' '.join(str(cause).split())[:200]})"
