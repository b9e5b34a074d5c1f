"""Evidence read back from a graph: for each statement its sentences, rules, mentions and confidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rdflib import RDF, URIRef
from rdflib.term import Node

from kg.triples import Triple
from kg.triples import vocabulary as v

_GOV, _OA = v.GOV, v.OA
_Said = dict[Node, dict[str, list[Node]]]


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch of a report: where it is in the text as it was read, and what it says."""

    report: str  # IRI
    start: int
    end: int
    text: str
    sentence: str  # IRI of the sentence that it is, or is in


@dataclass(frozen=True, slots=True)
class Support:
    """What speaks for a statement."""

    iri: str
    sentences: tuple[str, ...]  # IRIs, in text order
    mentions: tuple[str, ...]  # IRIs, in text order
    rules: tuple[str, ...]
    confidence: float | None


class Evidence:
    """Statements, sentences and mentions of evidence triples, looked up by what they are about.

    Attributes:
        sentences: sentences by IRI, in text order.
        mentions: mentions by IRI, in text order.
    """

    def __init__(self, triples: Iterable[Triple]):
        said: _Said = {}
        for s, p, o in triples:
            said.setdefault(s, {}).setdefault(str(p), []).append(o)
        kinds: dict[Node, list[Node]] = {}
        for subject, parts in said.items():
            for kind in parts.get(str(RDF.type), ()):
                kinds.setdefault(kind, []).append(subject)
        self.sentences = _quotes(said, kinds.get(URIRef(_GOV + "Sentence"), ()))
        self.mentions = _quotes(said, kinds.get(URIRef(_GOV + "Mention"), ()))
        self._place = {iri: i for quotes in (self.sentences, self.mentions) for i, iri in enumerate(quotes)}
        self._supports: dict[tuple[str, str, str], Support] = {}
        self._about: dict[str, list[Support]] = {}
        for statement in kinds.get(RDF.Statement, ()):
            self._read(str(statement), said[statement])

    def support(self, subject: Node | str, predicate: Node | str, object_: Node | str) -> Support | None:
        """What speaks for a triple, if anything does."""
        return self._supports.get((str(subject), str(predicate), str(object_)))

    def about(self, iri: str) -> list[Support]:
        """What speaks for the statements in which an entity is subject or object."""
        return self._about.get(iri, [])

    def _read(self, iri: str, said: dict[str, list[Node]]) -> None:
        subject, predicate, object_ = (str(said[v.RDF + part][0]) for part in ("subject", "predicate", "object"))
        confidence = said.get(_GOV + "confidence")
        support = Support(iri, self._ordered(said.get(v.PROV + "wasQuotedFrom", ())),
                          self._ordered(said.get(_GOV + "mention", ())), tuple(sorted(map(str, said.get(_GOV + "rule", ())))),
                          max(map(float, confidence)) if confidence else None)
        self._supports[subject, predicate, object_] = support
        for end in {subject, object_}:
            self._about.setdefault(end, []).append(support)

    def _ordered(self, iris: Iterable[Node]) -> tuple[str, ...]:
        return tuple(sorted((str(i) for i in iris if str(i) in self._place), key=self._place.__getitem__))


def _quotes(said: _Said, targets: Iterable[Node]) -> dict[str, Quote]:
    """What the selectors of sentences or mentions select, in text order."""
    found = []
    for target in targets:
        parts, start, end, text = said[target], 0, 0, ""
        for selector in parts.get(_OA + "hasSelector", ()):
            selected = said.get(selector, {})
            if _OA + "exact" in selected:
                text = str(selected[_OA + "exact"][0])
            if _OA + "start" in selected:
                start, end = int(selected[_OA + "start"][0]), int(selected[_OA + "end"][0])
        report, sentence = parts.get(_OA + "hasSource", [""])[0], parts.get(_GOV + "inSentence", [target])[0]
        found.append((str(target), Quote(str(report), start, end, text, str(sentence))))
    return dict(sorted(found, key=lambda item: (item[1].report, item[1].start, item[1].end, item[0])))
