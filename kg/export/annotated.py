"""Sentences of the reports with what is marked in them: spans of entities, and relations between spans."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.export.source import Source
from kg.triples.vocabulary import GOV, RDF


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of a sentence that name an entity; ``label`` is its class."""

    start: int
    end: int
    label: str
    entity: str  # IRI
    name: str


@dataclass(frozen=True, slots=True)
class Link:
    """A relation between two spans, by their places in the sentence's list."""

    head: int
    tail: int
    label: str
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Annotated:
    """A sentence; ``start`` and ``end`` are characters of the report as it was read."""

    report: str  # name
    index: int
    start: int
    end: int
    text: str
    part: str  # review, plan …
    spans: tuple[Span, ...]
    links: tuple[Link, ...]


def annotated(source: Source) -> Iterator[Annotated]:
    """Every sentence of every report, those without spans too: models learn from both."""
    from kg.triples.iri import report_iri

    spans, links = _spans(source), _links(source)
    for report in source.build.reports:
        iri = report_iri(report.name)
        quoted = {(q.start, q.end): s for s, q in source.support.sentences.items() if q.report == iri}
        for sentence in report.sentences:
            start, end = report.span(sentence.start, sentence.end)
            found = quoted.get((start, end), "")
            own = tuple(sorted(spans.get(found, ()), key=lambda s: (s.start, s.end, s.label, s.entity)))
            yield Annotated(report.name, sentence.index, start, end, report.raw[start:end], sentence.part,
                            own,
                            tuple(_within(own, links.get(found, ()))))


def _spans(source: Source) -> dict[str, list[Span]]:
    """Mentions of entities by sentence, with offsets in it."""
    found: dict[str, list[Span]] = {}
    sentences, mentions = source.support.sentences, source.support.mentions
    for entity in source.contents.entities.values():
        for kind in entity.types:
            support = source.support.support(entity.iri, RDF + "type", GOV + kind)
            for quote in (mentions[m] for m in support.mentions) if support else ():
                start = sentences[quote.sentence].start
                found.setdefault(quote.sentence, []).append(
                    Span(quote.start - start, quote.end - start, kind, entity.iri, entity.name))
    return found


def _links(source: Source) -> dict[str, list[tuple]]:
    found: dict[str, list[tuple]] = {}
    for r in source.contents.relations:
        said = r.support
        for sentence in said.sentences if said else ():
            link = (r.head, r.relation, r.tail, "|".join(said.rules), said.confidence or 1.0)
            found.setdefault(sentence, []).append(link)
    return found


def _within(spans: tuple[Span, ...], links: list[tuple]) -> Iterator[Link]:
    """Relations both of whose ends the sentence names, between the spans that are nearest to each other."""
    for head, relation, tail, rule, confidence in links:
        pairs = [(abs(a.start - b.start), i, j) for i, a in enumerate(spans) if a.entity == head
                 for j, b in enumerate(spans) if b.entity == tail]
        if pairs:
            _, i, j = min(pairs)
            yield Link(i, j, relation, rule, confidence)
