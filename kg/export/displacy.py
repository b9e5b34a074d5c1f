"""A page of the sentences with their entities marked, by displaCy, in the colours of the ontology."""

from __future__ import annotations

import html
from itertools import groupby
from typing import BinaryIO

from kg.export.annotated import Annotated, Span, annotated
from kg.export.format import Options
from kg.export.source import Source


def displacy(source: Source, out: BinaryIO, options: Options) -> None:
    """One page, report by report; sentences in which nothing is marked are left out."""
    from spacy import displacy as spacy_displacy

    label = source.ontology.label
    colors = {label(term.name): term.color + "66" for term in source.ontology.classes}
    found = (s for s in annotated(source) if s.spans)
    documents = [{"text": s.text, "ents": _entities(s, label), "title": html.escape(name) if i == 0 else None}
                 for name, group in groupby(found, key=lambda s: s.report) for i, s in enumerate(group)]
    page = spacy_displacy.render(documents, style="ent", page=True, manual=True, jupyter=False,
                                 options={"colors": colors})
    page = page.replace('<html lang="en">', '<html lang="zh">', 1)
    out.write(page.replace("<head>", '<head>\n        <meta charset="utf-8">', 1).encode("utf-8"))


def _entities(sentence: Annotated, label) -> list[dict]:
    """Spans that do not overlap, the longest first, in the order of the text."""
    kept: list[Span] = []
    for span in sorted(sentence.spans, key=lambda s: (s.start - s.end, s.start)):
        if all(span.end <= other.start or other.end <= span.start for other in kept):
            kept.append(span)
    return [{"start": s.start, "end": s.end, "label": label(s.label)}
            for s in sorted(kept, key=lambda s: s.start)]
