"""What the panel of the page shows: facts, relations, numbers and source sentences of each entity."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kg.view.drawing import PANEL_ONLY, drawn

if TYPE_CHECKING:
    from kg.store.contents import Contents, EntityRow, FactRow, ObservationRow
    from kg.store.evidence import Evidence, Quote, Support
    from kg.triples.vocabulary import Ontology

_BOUNDS = {"AtLeast": "≥ ", "AtMost": "≤ ", "About": "约 "}


class Details:
    """The records of a build as the page wants them: small, by number, in the reader's language."""

    def __init__(self, contents: Contents, evidence: Evidence, ontology: Ontology):
        self.contents, self.evidence, self.ontology = contents, evidence, ontology
        on_page = drawn(contents)
        inside = set(on_page)
        self._iris = on_page + [iri for iri in contents.entities if iri not in inside]
        self._place = {iri: i for i, iri in enumerate(self._iris)}
        self._sentence = {iri: i for i, iri in enumerate(evidence.sentences)}
        self.reports = sorted({q.report for q in evidence.sentences.values()})
        self._facts_of: dict[str, list[FactRow]] = {}
        for fact in contents.facts:
            self._facts_of.setdefault(fact.entity, []).append(fact)

    def as_data(self) -> dict:
        """Everything as JSON-ready data; entities and sentences are referred to by their places."""
        return {
            "types": self._types(), "relations": self._relations(),
            "entities": [self._entity(iri) for iri in self._iris],
            "observations": [self._observation(o) for o in self.contents.observations],
            "statements": {r.support.iri: self._support(r.support) for r in self.contents.relations if r.support},
            "sentences": [{"text": q.text, "report": self.reports.index(q.report)}
                          for q in self.evidence.sentences.values()],
        }

    def _types(self) -> list[dict]:
        count = Counter(t for e in self.contents.entities.values() for t in e.types)
        return [{"name": term.name, "label": self.ontology.label(term.name), "colour": term.color,
                 "count": count[term.name], "drawn": term.name not in PANEL_ONLY}
                for term in self.ontology.classes if count[term.name]]

    def _relations(self) -> list[dict]:
        used = {r.relation for r in self.contents.relations}
        return [{"name": n, "label": self.ontology.label(n)} for n in self.ontology.relations if n in used]

    def _entity(self, iri: str) -> dict:
        entity = self.contents.entities[iri]
        return {"label": entity.name, "types": list(entity.types), "aliases": list(entity.aliases),
                "facts": self._facts(entity), "quotes": self._quotes(iri)}

    def _facts(self, entity: EntityRow) -> list[list[str]]:
        rows = [["代码", entity.code]] if entity.code else []
        for fact in self._facts_of.get(entity.iri, ()):
            value = "是" if fact.value == "true" else self.ontology.label(fact.value)
            rows.append([self.ontology.label(fact.fact), value])
        return rows

    def _quotes(self, iri: str) -> list[list]:
        """The sentences that speak of an entity, each with the stretches that name it."""
        marks: dict[int, list[list[int]]] = {}
        for support in self.evidence.about(iri):
            for sentence in support.sentences:
                marks.setdefault(self._sentence[sentence], [])
            for mention in map(self.evidence.mentions.__getitem__, support.mentions):
                marks.setdefault(self._sentence[mention.sentence], []).append(self._within(mention))
        return [[sentence, sorted(found)] for sentence, found in sorted(marks.items())]

    def _within(self, mention: Quote) -> list[int]:
        start = self.evidence.sentences[mention.sentence].start
        return [mention.start - start, mention.end - start]

    def _observation(self, row: ObservationRow) -> dict:
        label = self.ontology.label
        return {"area": self._place.get(row.area_iri, -1), "indicator": self._place.get(row.indicator_iri, -1),
                "period": row.year, "value": f"{_BOUNDS.get(row.bound, '')}{row.value} {row.unit}".strip(),
                "kind": f"{label(row.measure)}·{label(row.nature)}",
                "quotes": [self._sentence[s] for s in row.support.sentences] if row.support else []}

    def _support(self, support: Support) -> dict:
        return {"rule": "、".join(support.rules), "confidence": support.confidence,
                "quotes": [self._sentence[s] for s in support.sentences]}
