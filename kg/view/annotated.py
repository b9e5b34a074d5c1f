"""The text of a report with its entities marked: in the terminal's colours, or as a page by displaCy."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from kg.document.report import Report
from kg.extraction.records import Mention
from kg.triples.vocabulary import ontology

if TYPE_CHECKING:
    from rich.text import Text

_TINT = "55"  # the alpha of a background: text stays readable on it
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_MARK = ('<mark class="entity" title="{hint}" style="background: {bg}; padding: 0.1em 0.3em; border-radius: 0.35em;">{text}'
         '<span style="font-size: 0.75em; opacity: 0.8; margin-left: 0.4em">{label}</span></mark>')


def colors() -> dict[str, str]:
    """The colour of each class, ``#RRGGBB``, as the ontology gives it."""
    return {term.name: term.color for term in ontology().classes}


def paragraphs(report: Report, mentions: Sequence[Mention]) -> Iterator[tuple[str, list[tuple[int, int, Mention]]]]:
    """Each paragraph as it was read, with the mentions in it at offsets of its own, outer ones first."""
    ordered = sorted(mentions, key=lambda m: (m.start, -m.end))
    for paragraph in report.paragraphs:
        base, end = report.span(paragraph.start, paragraph.end)
        inside = [m for m in ordered if paragraph.start <= m.start and m.end <= paragraph.end]
        places = [(*report.span(m.start, m.end), m) for m in inside]
        yield report.raw[base:end], [(a - base, b - base, m) for a, b, m in places]


def colored(text: str, found: Sequence[tuple[int, int, Mention]], clean: Callable[[str], str]) -> Text:
    """A paragraph for a terminal with colours; inner names keep their colour within outer ones.

    ``clean`` takes control characters out of the text, one for one.
    """
    from rich.text import Text

    marked = Text(clean(text))
    for start, end, mention in found:
        marked.stylize(f"bold {colors()[mention.types[0]]}", start, end)
    return marked


def bracketed(text: str, found: Sequence[tuple[int, int, Mention]], clean: Callable[[str], str]) -> str:
    """A paragraph for a terminal without colours: outer names in brackets, with their class.

    >>> m = Mention(2, 5, "云溪县", ("AdministrativeDivision",), 0, "r", 0.9)
    >>> bracketed("建设云溪县", [(2, 5, m)], str)
    '建设【云溪县|行政区】'
    """
    pieces, at = [], 0
    for start, end, mention in _outer(found):
        pieces += [clean(text[at:start]), "【", clean(text[start:end]), "|", label(mention), "】"]
        at = end
    return "".join((*pieces, clean(text[at:])))


def label(mention: Mention) -> str:
    """The classes of a mention in Chinese."""
    return "/".join(ontology().label(kind) for kind in mention.types)


def legend(mentions: Sequence[Mention]) -> list[tuple[str, str, int]]:
    """For each class that occurs its label, colour and how many mentions have it first."""
    counts = Counter(m.types[0] for m in mentions)
    return [(ontology().label(t.name), t.color, counts[t.name]) for t in ontology().classes if counts[t.name]]


def page(report: Report, mentions: Sequence[Mention]) -> str:
    """An HTML page by displaCy: outer names on the colour of their class, the rule when pointed at; all escaped."""
    from spacy import displacy
    from spacy.util import escape_html

    documents = []
    for text, found in paragraphs(report, mentions):
        ents = [{"start": start, "end": end, "label": label(m), "params": {
            "bg": colors()[m.types[0]] + _TINT, "hint": escape_html(f"{m.name} · {m.rule} · {m.confidence:g}")}}
            for start, end, m in _outer(found)]
        documents.append({"text": _CONTROL.sub("\ufffd", text), "ents": ents, "settings": {"lang": "zh"}})
    html = displacy.render(documents, style="ent", manual=True, page=True, jupyter=False, options={"template": _MARK})
    return html.replace("<title>displaCy</title>", f"<title>{escape_html(report.title or report.name)}</title>", 1)


def _outer(found: Sequence[tuple[int, int, Mention]]) -> Iterator[tuple[int, int, Mention]]:
    """Mentions that lie in no other."""
    reached = 0
    for start, end, mention in found:
        if start >= reached:
            yield start, end, mention
            reached = end
