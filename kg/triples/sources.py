"""Where the text is that triples rest on: sentences and mentions of a report, with their selectors."""

from __future__ import annotations

from rdflib import Literal, URIRef

from kg.document.report import Report
from kg.extraction.records import Mention
from kg.triples import vocabulary as v
from kg.triples.iri import mention_iri, sentence_iri
from kg.triples.records import Triple
from kg.triples.terms import TYPE, gov, integer, term

_HAS_SOURCE, _HAS_SELECTOR = term(v.OA, "hasSource"), term(v.OA, "hasSelector")
_POSITION, _QUOTE = term(v.OA, "TextPositionSelector"), term(v.OA, "TextQuoteSelector")
_START, _END, _EXACT = term(v.OA, "start"), term(v.OA, "end"), term(v.OA, "exact")


class Sources:
    """Sentences and mentions of one report, described when first asked for."""

    def __init__(self, report: Report, iri: URIRef):
        self._report, self._iri = report, iri
        self.triples: list[Triple] = []
        self._sentences: dict[int, URIRef] = {}
        self._mentions: dict[tuple[int, int], URIRef] = {}

    def sentence(self, index: int) -> URIRef:
        """The IRI of a sentence."""
        if index not in self._sentences:
            sentence = self._report.sentences[index]
            iri = URIRef(sentence_iri(self._report.name, index))
            self._sentences[index] = iri
            self.triples.append(Triple(iri, TYPE, gov("Sentence")))
            self._describe(iri, *self._report.span(sentence.start, sentence.end))
        return self._sentences[index]

    def mention(self, mention: Mention) -> URIRef:
        """The IRI of a mention."""
        place = self._report.span(mention.start, mention.end)
        if place not in self._mentions:
            iri = URIRef(mention_iri(self._report.name, *place))
            self._mentions[place] = iri
            self.triples.append(Triple(iri, TYPE, gov("Mention")))
            self.triples.append(Triple(iri, gov("inSentence"), self.sentence(mention.sentence)))
            self._describe(iri, *place)
        return self._mentions[place]

    def _describe(self, iri: URIRef, start: int, end: int) -> None:
        """Offsets in the text as it was read, and the text between them to the letter."""
        position, quote = URIRef(f"{iri}/position"), URIRef(f"{iri}/quote")
        self.triples += (
            Triple(iri, _HAS_SOURCE, self._iri), Triple(iri, _HAS_SELECTOR, position), Triple(iri, _HAS_SELECTOR, quote),
            Triple(position, TYPE, _POSITION), Triple(position, _START, integer(start)), Triple(position, _END, integer(end)),
            Triple(quote, TYPE, _QUOTE), Triple(quote, _EXACT, Literal(self._report.raw[start:end])))
