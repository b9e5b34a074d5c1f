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

from kg.view.answers import answers
from kg.view.drawing import LIMIT, draw, to_pyvis
from kg.view.modules import join
from kg.view.records import Records
from kg.view.texts import Texts, full_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.builds import Build
    from kg.document.report import Report

_ASSETS = Path(__file__).parent / "assets"


def page(build: Build, facts: str | None = None) -> str:
    """The page of a build.

    Args:
        facts: the graph of facts as Turtle, where it is there already; the saved questions are asked of it.
    """
    from kg.triples.vocabulary import ontology

    texts = Texts(build.reports)
    drawn = draw(build.contents, build.evidence, texts)
    network = to_pyvis(build.contents, ontology(), drawn)
    records = Records(build.contents, build.evidence, ontology(), texts, drawn)
    title = _title(build.reports)
    data = {
        "title": title, "reports": texts.as_data(), "options": network.options, "limit": LIMIT, "regions": drawn.regions,
        "nodes": [[node["x"], node["y"], node["size"], node["region"]] for node in network.nodes],
        "questions": answers(_turtle(build) if facts is None else facts, records.place),
        "words": json.loads(_asset("words.json")), **records.as_data(),
    }
    return _filled(title, as_script_data(data))


def _filled(title: str, data: str) -> str:
    library, script = _asset("vis-network.min.js"), _script()
    parts = {
        "title": html.escape(title), "style": _style(), "library": library, "script": script,
        "data": data, "policy": _policy(library, script),
    }
    return re.sub(r"\{\{(\w+)\}\}", lambda m: parts[m[1]], _asset("page.html"))


def _title(reports: Sequence[Report]) -> str:
    """What the page is called: the report's title; of several, the newest, the years and their number."""
    newest = max(reports, key=lambda report: report.year or 0)
    if len(reports) == 1:
        return full_title(newest)
    years = sorted(report.year for report in reports if report.year)
    span = f"（{years[0]}–{years[-1]}）" if years and years[0] != years[-1] else ""
    return f"{full_title(newest)} 等 {len(reports)} 份{span}"


def _turtle(build: Build) -> str:
    from kg.triples.serialise import turtle

    return turtle(build.graphs.fact_triples)


def as_script_data(data: object) -> str:
    """JSON that may stand in a ``<script>`` element: it holds no ``<``, so it cannot end the element.

    >>> as_script_data({"name": "</script>"})
    '{"name":"\\\\u003c/script>"}'
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _policy(*scripts: str) -> str:
    hashes = " ".join(f"'sha256-{base64.b64encode(hashlib.sha256(s.encode()).digest()).decode()}'" for s in scripts)
    return (f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data: blob:; "
            "form-action 'none'; base-uri 'none'")


@cache
def _script() -> str:
    return join({path.stem: _asset(path.name) for path in sorted(_ASSETS.glob("*.js"))
                 if not path.name.endswith(".min.js")})


@cache
def _style() -> str:
    return "".join(_asset(path.name) for path in sorted(_ASSETS.glob("*.css")))


@cache
def _asset(name: str) -> str:
    return (_ASSETS / name).read_text("utf-8")
