"""The component that finds mentions of entities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.document.report import Report
from kg.extraction.given import GivenName, GivenNames
from kg.extraction.names.brands import brands
from kg.extraction.names.campaigns import shared_reforms
from kg.extraction.names.candidate import Candidate
from kg.extraction.names.companies import enterprises, recurring_enterprises
from kg.extraction.names.developers import developers
from kg.extraction.names.divisions import DivisionNames, without_unknown_towns
from kg.extraction.names.financed import financed
from kg.extraction.names.heads import headed_names
from kg.extraction.names.honors import honors
from kg.extraction.names.joint import joint_works
from kg.extraction.names.listed import listed_names
from kg.extraction.names.nature import natural_places
from kg.extraction.names.numbered import numbered_works
from kg.extraction.names.occasions import occasions
from kg.extraction.names.passage import passages
from kg.extraction.names.patterns import shaped_names
from kg.extraction.names.people import praised_people, speaker_names, titled_names
from kg.extraction.names.products import shown_products
from kg.extraction.names.quoted import place_campaigns, quoted_programs, titled_programs
from kg.extraction.names.sectors import sectors
from kg.extraction.names.selection import select
from kg.extraction.names.shared import sharing_names
from kg.extraction.names.terms import known_terms
from kg.extraction.names.winners import winners
from kg.extraction.records import Mention
from kg.extraction.undertakings import undertakings
from kg.extraction.words import Words, segment

SPANS = "govkg"  # the key of the span group that the component fills


def find_mentions(report: Report, given: Iterable[GivenName] = (), words: Words | None = None) -> tuple[Mention, ...]:
    """All mentions of entities in a report, in text order.

    ``given`` are names that a user adds, ``words`` those of the report's text where it was segmented already.
    """
    candidates = list(_candidates(report, words or segment(report.text), GivenNames(given)))
    candidates += recurring_enterprises(candidates, report)
    candidates += developers(candidates, report)
    return undertakings(report, select(report, without_unknown_towns(candidates, report)))


def _candidates(report: Report, words: Words, given: GivenNames) -> Iterator[Candidate]:
    divisions = DivisionNames(report)
    for passage in passages(report, words):
        yield from given.candidates(passage)
        yield from divisions.candidates(passage)
        yield from speaker_names(passage, report)
        yield from titled_names(passage)
        yield from praised_people(passage)
        yield from shaped_names(passage)
        yield from known_terms(passage)
        yield from natural_places(passage)
        yield from sectors(passage)
        yield from headed_names(passage)
        yield from listed_names(passage)
        yield from joint_works(passage)
        yield from numbered_works(passage)
        yield from shared_reforms(passage)
        yield from sharing_names(passage)
        yield from occasions(passage)
        yield from enterprises(passage)
        yield from brands(passage)
        yield from financed(passage)
        yield from shown_products(passage)
        yield from winners(passage)
        yield from honors(passage)
        yield from quoted_programs(passage)
        yield from titled_programs(passage)
        yield from place_campaigns(passage, report)


@Language.component("govkg_entities", requires=["doc._.report", "doc._.words"], assigns=["doc._.mentions", "doc.spans"])
def find_entities(doc: Doc) -> Doc:
    """Put mentions on ``doc._.mentions`` and, one span a type, into ``doc.spans["govkg"]``."""
    doc._.mentions = find_mentions(doc._.report, doc._.given, doc._.words)
    doc.spans[SPANS] = [Span(doc, mention.start, mention.end, label=kind, span_id=mention.rule)
                        for mention in doc._.mentions for kind in mention.types]
    return doc
