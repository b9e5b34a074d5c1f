"""The service as an ASGI application: what stands at which address."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from kg import __version__
from kg.errors import NotABuild, UnknownQuestion
from kg.service import description, pages
from kg.service.answers import ask_for, refuse, respond
from kg.service.limits import Limits
from kg.service.pool import Pool
from kg.service.protocol import GRAPHS, MEDIA, RESULTS, BadRequest, in_address, negotiate, read
from kg.store.folder import MANIFEST, read_file, read_manifest
from kg.store.names import ONTOLOGY
from kg.store.questions import question, questions
from kg.triples.vocabulary import ID, PREFIXES

_PAGE = {"text/html": "html", "application/xhtml+xml": "html"}
_PAGES = {**_PAGE, "application/json": "jsonld", **GRAPHS}  # those who take anything get Turtle
#: Pages of ours run scripts of ours only and ask nobody but us; YASGUI sets styles from its script.
_POLICY = ("default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
           "font-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'")
_ONTOLOGY = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{ONTOLOGY.value}> {{ ?s ?p ?o }} }}"


@dataclass(frozen=True)
class Settings:
    """How the service is to run.

    Attributes:
        sources: builds, RDF files, or one store on disk.
        limits: what a query may cost.
        origins: web pages of which origins may ask (CORS); ``*`` for all.
        hosts: names that the service answers to, against pages that pretend to be it; empty: any.
    """

    sources: tuple[Path, ...]
    limits: Limits = field(default_factory=Limits)
    origins: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()


def create(settings: Settings, pool: Pool) -> Starlette:
    """The application; ``pool`` is to be running as long as it is served."""
    service = _Service(pool, settings)
    middleware = [Middleware(GZipMiddleware, minimum_size=2000)]
    if settings.origins:
        middleware.insert(0, Middleware(CORSMiddleware, allow_origins=list(settings.origins), allow_methods=["GET", "POST"],
                                        allow_headers=["Accept", "Content-Type"]))
    if settings.hosts:
        middleware.insert(0, Middleware(TrustedHostMiddleware, allowed_hosts=list(settings.hosts)))
    return Starlette(routes=service.routes(), middleware=middleware,
                     exception_handlers={BadRequest: lambda _, error: refuse(error)})


class _Service:
    """The handlers of requests."""

    def __init__(self, pool: Pool, settings: Settings):
        self.pool, self.settings = pool, settings
        self._builds = [p for p in settings.sources if (p / MANIFEST).exists()]
        self._counts: dict[str, list[dict[str, str]]] = {}

    def routes(self) -> list[Route | Mount]:
        """What stands where."""
        return [
            Route("/", self.start), Route("/sparql", self.sparql, methods=["GET", "POST"]), Route("/editor", self.editor),
            Route("/questions", self.list_questions), Route("/questions/{name}", self.question),
            Route("/explore/{place:int}", self.explore), Route("/id/{path:path}", self.entity),
            Route("/ontology", self.ontology), Route("/void", self.void), Route("/.well-known/void", self.void),
            Route("/health", self.health), Mount("/assets", StaticFiles(directory=pages.ASSETS)),
        ]

    async def sparql(self, request: Request) -> Response:
        """The endpoint of the SPARQL 1.1 protocol; without a query its description, or for browsers the editor."""
        asked = await read(request, self.settings.limits)
        if asked is None:
            if negotiate(request.headers.get("accept"), _PAGES) == "html":
                return RedirectResponse(_root(request) + "/editor", 303)
            return await self._described(request, description.service_description)
        form, accept = dict(in_address(request)).get("format", ""), request.headers.get("accept")
        results, graphs = negotiate(accept, RESULTS, form), negotiate(accept, GRAPHS, form)
        outcome = await ask_for(request, self.pool, query=asked.query, results=results, graphs=graphs,
                                default_graphs=asked.default_graphs, named_graphs=asked.named_graphs)
        return respond(outcome, results, graphs)

    async def start(self, request: Request) -> Response:
        """The way in: what is here and where to go."""
        outcome = await ask_for(request, self.pool, question="entity-counts", values={}, results="json", iris=True)
        counts = description.rows(outcome)
        outcome = await ask_for(request, self.pool, question="reports", values={}, results="json", iris=True)
        return _html(pages.render("start.html", _root(request), counts=counts, questions=questions(),
                                  reports=description.rows(outcome), builds=list(enumerate(self._builds)),
                                  version=__version__))

    async def editor(self, request: Request) -> Response:
        """YASGUI."""
        return _html(pages.editor_page(_root(request)))

    async def list_questions(self, request: Request) -> Response:
        """The saved questions, for programs."""
        return JSONResponse([{"id": q.id, "titles": dict(q.titles), "descriptions": dict(q.descriptions), "text": q.text,
                              "parameters": [vars(p) for p in q.parameters]} for q in questions()])

    async def question(self, request: Request) -> Response:
        """A saved question: a form with its answer for people, rows for programs, or its SPARQL."""
        try:
            asked = question(request.path_params["name"])
        except UnknownQuestion as error:
            raise BadRequest(404, str(error)) from error
        values = dict(in_address(request))
        form = values.pop("format", "")
        wanted = form if form == "sparql" else negotiate(request.headers.get("accept"), {**_PAGE, **RESULTS}, form)
        values = {name: value for name, value in values.items() if value.strip()}
        if wanted != "html":
            outcome = await ask_for(request, self.pool, question=asked.id, values=values, results=wanted)
            if wanted == "sparql":
                return Response(outcome.text(), media_type="application/sparql-query")
            return respond(outcome, wanted, None)
        found, error = None, ""
        try:
            outcome = await ask_for(request, self.pool, question=asked.id, values=values, results="json", iris=True)
            found = json.loads(outcome.text())
        except BadRequest as refused:
            if refused.status != 400:
                raise
            error = refused.reason
        return _html(pages.question_page(_root(request), asked, values, found, error), 400 if error else 200)

    async def entity(self, request: Request) -> Response:
        """What is known of a thing: a page, or RDF."""
        iri = ID + request.path_params["path"]
        try:
            ox.NamedNode(iri)
        except ValueError as error:
            raise BadRequest(400, "this address can be no IRI") from error
        wanted = negotiate(request.headers.get("accept"), _PAGES, dict(in_address(request)).get("format", ""))
        if wanted is None:
            raise BadRequest(406, "a thing is told as text/html, text/turtle, application/ld+json, application/n-triples")
        if wanted != "html":
            outcome = await ask_for(request, self.pool, query=pages.DESCRIBED, bound={"entity": iri}, results=None,
                                    graphs="ntriples")
            return self._graph(request, list(ox.parse(outcome.content.read(), format=ox.RdfFormat.N_TRIPLES)), wanted)
        parts = []
        for query in (pages.FACTS, pages.SAID_OF, pages.EVIDENCE, pages.NUMBERS):
            outcome = await ask_for(request, self.pool, query=query, bound={"entity": iri}, results="json", graphs=None)
            parts.append(description.rows(outcome))
            if not any(parts) and len(parts) == 2:
                raise BadRequest(404, "nothing is known of this thing")
        return _html(pages.entity_page(_root(request), iri, *parts))

    async def explore(self, request: Request) -> Response:
        """The exploration page of a build, as it was built."""
        place = request.path_params["place"]
        if place >= len(self._builds):
            raise BadRequest(404, f"there are {len(self._builds)} builds here; the first is /explore/0")
        try:
            content = read_file(self._builds[place], read_manifest(self._builds[place]), "graph.html")
        except NotABuild as error:
            raise BadRequest(500, str(error)) from error
        return HTMLResponse(content)  # it brings a policy of its own

    async def ontology(self, request: Request) -> Response:
        """The ontology, where IRIs of classes and properties lead."""
        form = negotiate(request.headers.get("accept"), _PAGES, dict(in_address(request)).get("format", ""))
        outcome = await ask_for(request, self.pool, query=_ONTOLOGY, results=None, graphs="ntriples")
        return self._graph(request, list(ox.parse(outcome.content.read(), format=ox.RdfFormat.N_TRIPLES)),
                           "turtle" if form == "html" else form)

    async def void(self, request: Request) -> Response:
        """The data, described."""
        return await self._described(request, description.void)

    async def health(self, _: Request) -> Response:
        """Whether the service works."""
        alive = self.pool.alive
        return JSONResponse({"status": "ok" if alive else "failing", "quads": self.pool.quads, "version": __version__},
                            200 if alive else 503)

    async def _described(self, request: Request, describe) -> Response:
        for name, query in description.COUNTS.items():
            if name not in self._counts:
                outcome = await ask_for(request, self.pool, query=query, results="json", graphs=None)
                self._counts[name] = description.rows(outcome)
        form = negotiate(request.headers.get("accept"), _PAGES, dict(in_address(request)).get("format", ""))
        return self._graph(request, describe(_address(request) + "/sparql", self._counts),
                           "turtle" if form == "html" else form)

    def _graph(self, request: Request, triples: Sequence[ox.Triple | ox.Quad], form: str | None) -> Response:
        if not triples:
            raise BadRequest(404, "nothing is known of this thing")
        if form is None:
            raise BadRequest(406, f"take {', '.join(sorted(set(GRAPHS)))}")
        formats = {"turtle": ox.RdfFormat.TURTLE, "ntriples": ox.RdfFormat.N_TRIPLES, "rdfxml": ox.RdfFormat.RDF_XML,
                   "jsonld": ox.RdfFormat.JSON_LD}
        ordered = sorted((getattr(t, "triple", t) for t in triples), key=str)
        content = ox.serialize(ordered, format=formats[form], prefixes=PREFIXES)
        return Response(content, media_type=MEDIA[form], headers={"Vary": "Accept"})


def _html(text: str, status: int = 200) -> Response:
    return HTMLResponse(text, status, {"Content-Security-Policy": _POLICY, "X-Content-Type-Options": "nosniff",
                                       "Referrer-Policy": "no-referrer", "Vary": "Accept"})


def _root(request: Request) -> str:
    return request.scope.get("root_path", "").rstrip("/")


def _address(request: Request) -> str:
    return str(request.base_url).rstrip("/")
