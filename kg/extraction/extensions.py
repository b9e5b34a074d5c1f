"""What the components of govkg put on a spaCy ``Doc`` (``doc._.…``)."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from kg.extraction import serialisation

DOC_EXTENSIONS = {
    "report": None,  # kg.document.report.Report
    "given": (),  # names that a user adds: tuple[GivenName, ...]
    "words": (),  # Words
    "mentions": (),  # tuple[Mention, ...]
    "observations": (),  # tuple[Observation, ...]
    "relations": (),  # tuple[Relation, ...]
    "facts": (),  # tuple[Fact, ...]
}


def register_extensions() -> None:
    """Register the extensions once for the process; harmless when called again."""
    serialisation.register()
    for name, default in DOC_EXTENSIONS.items():
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)
    if not Span.has_extension("confidence"):
        Span.set_extension("confidence", getter=_confidence)


def _confidence(span: Span) -> float | None:
    """How sure the mention at the place of a span is; None where there is none."""
    place = (span.start, span.end)
    return next((m.confidence for m in span.doc._.mentions if (m.start, m.end) == place), None)
