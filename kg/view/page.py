"""The exploration page: one HTML file that holds everything and asks for nothing.

Text of reports enters it in two places only, both safe: JSON in which ``<`` is escaped, so that no tag can
begin there, and the title, escaped as HTML. The script writes it to the document as text, never as markup. A
Content-Security-Policy allows the page's own scripts, by their hashes, and no network.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from rdflib import Graph, URIRef
from rdflib.term import Node

from kg.triples.vocabulary import DCTERMS, RDFS, SKOS
from kg.view.details import Details
from kg.view.drawing import to_pyvis

if TYPE_CHECKING:
    from kg.builds import Build

_ASSETS = Path(__file__).parent / "assets"


def page(build: Build) -> str:
    """The page of a build."""
    from kg.triples.vocabulary import ontology

    network = to_pyvis(build.contents, ontology())
    details = Details(build.contents, build.evidence, ontology())
    reports = [_frame(build.graph, iri) for iri in details.reports]
    title = "、".join(report["title"] for report in reports[:3]) + (" 等" if len(reports) > 3 else "")
    data = {"title": title, "reports": reports, "nodes": network.nodes, "edges": network.edges,
            "options": network.options, **details.as_data()}
    library, script = _asset("vis-network.min.js"), _asset("page.js")
    parts = {
        "title": html.escape(title), "style": _asset("page.css"), "library": library, "script": script,
        "data": as_script_data(data), "policy": _policy(library, script),
    }
    return re.sub(r"\{\{(\w+)\}\}", lambda m: parts[m[1]], _asset("page.html"))


def _frame(graph: Graph, iri: str) -> dict:
    """The title of a report and what is known of it as a document."""
    def one(subject: Node, predicate: str) -> str:
        return min(map(str, graph.objects(subject, URIRef(predicate))), default="")

    report = URIRef(iri)
    place = one(URIRef(one(report, DCTERMS + "spatial")), SKOS + "prefLabel")
    facts = [["行政区", place], ["年份", one(report, DCTERMS + "temporal")], ["日期", one(report, DCTERMS + "issued")],
             ["文件", one(report, DCTERMS + "source")]]
    return {"title": one(report, RDFS + "label"), "facts": [row for row in facts if row[1]]}


def as_script_data(data: object) -> str:
    """JSON that may stand in a ``<script>`` element: it holds no ``<``, so it cannot end the element.

    >>> as_script_data({"name": "</script>"})
    '{"name":"\\\\u003c/script>"}'
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _policy(*scripts: str) -> str:
    hashes = " ".join(f"'sha256-{base64.b64encode(hashlib.sha256(s.encode()).digest()).decode()}'" for s in scripts)
    return f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data: blob:"


@cache
def _asset(name: str) -> str:
    return (_ASSETS / name).read_text("utf-8")
