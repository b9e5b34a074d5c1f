"""What a build says, as the page's script wants it: tables of small rows that refer to each other by number.

Labels and colours are the ontology's, in both languages; the script has none of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.store.contents import FACTS
from kg.triples.vocabulary import GOV, ID
from kg.view.drawing import PANEL_ONLY
from kg.view.proximity import mentions

if TYPE_CHECKING:
    from kg.store.contents import Contents, FactRow, ObservationRow, RelationRow
    from kg.store.evidence import Evidence, Support
    from kg.triples.vocabulary import Ontology
    from kg.view.drawing import Map
    from kg.view.texts import Texts

_SCHEMES = ("StatusScheme", "MeasureScheme", "NatureScheme", "BoundScheme")
_TERMS = (*FACTS, "indicator", "unit", "year", "rule", "confidence", "statedIn", "measure", "nature", "Report",
          "Sentence", "status", "normalizedValue")
_UNMARKED = "Exact"  # the bound that is not said with a number

Row = list


class Records:
    """The records of a build by number: entities, sentences, mentions, relations, facts, observations."""

    def __init__(self, contents: Contents, evidence: Evidence, ontology: Ontology, texts: Texts, drawn: Map):
        self.contents, self.evidence, self.ontology, self.texts, self.drawn = contents, evidence, ontology, texts, drawn
        inside = set(drawn.iris)
        self.iris = [*drawn.iris, *(iri for iri in contents.entities if iri not in inside)]
        self.place = {iri: i for i, iri in enumerate(self.iris)}
        self._types = [t.name for t in ontology.classes]
        self._sentence = {iri: i for i, iri in enumerate(evidence.sentences)}
        self._report = {iri: i for i, iri in enumerate(texts.iris)}
        self._rules: dict[str, int] = {}

    def as_data(self) -> dict:
        """Everything as JSON-ready data: for each table its columns and rows."""
        relations = self.contents.relations
        used = {r.relation for r in relations}
        return {
            "namespaces": {"id": ID, "gov": GOV},
            "types": [{"name": t.name, "label": self._label(t.name), "colour": t.color, "core": t.core,
                       "drawn": t.name not in PANEL_ONLY} for t in self.ontology.classes],
            "relations": [{"name": name, "label": self._label(name)} for name in self.ontology.relations if name in used],
            "facts": list(FACTS),
            "statuses": list(self.ontology.concepts("StatusScheme")),
            "terms": {name: self._label(name) for name in
                      (*_TERMS, *(c for scheme in _SCHEMES for c in self.ontology.concepts(scheme)))},
            "entity": _table("iri name types aliases code weight mentions", map(self._entity, self._mentions().items())),
            "relation": _table("head kind tail statement", (self._relation(r, sorted(used)) for r in relations)),
            "fact": _table("entity kind value node amount currency statement", map(self._fact, self.contents.facts)),
            "history": _table("entity status year promised report", (
                [self.place[h.entity], h.status, h.year, int(h.promised), self._report.get(h.report, -1)]
                for h in self.contents.history if h.entity in self.place)),
            "observation": _table("iri indicator area year value unit amount unitNode measure nature bound report "
                                  "statement", map(self._observation, self.contents.observations)),
            "sentence": _table("report start end block year", map(self._quoted, self.evidence.sentences.values())),
            "mention": _table("sentence start end", ([self._sentence.get(m.sentence, -1), *self.texts.units(m)]
                                                     for m in self.evidence.mentions.values())),
            "rules": list(self._rules), "relationKinds": sorted(used),
        }

    def _label(self, name: str) -> dict[str, str]:
        return {language: self.ontology.label(name, language) for language in ("zh", "en")}

    def _mentions(self) -> dict[str, list[int]]:
        number = {iri: i for i, iri in enumerate(self.evidence.mentions)}
        return {iri: sorted(number[m] for m in found) for iri, found in mentions(self.iris, self.evidence).items()}

    def _entity(self, item: tuple[str, list[int]]) -> Row:
        iri, found = item
        entity, place = self.contents.entities[iri], self.place[iri]
        weight = self.drawn.weights[place] if place < len(self.drawn.weights) else 0
        return [iri.removeprefix(ID), entity.name, [self._types.index(t) for t in entity.types], list(entity.aliases),
                entity.code, weight, found]

    def _relation(self, row: RelationRow, kinds: list[str]) -> Row:
        return [self.place[row.head], kinds.index(row.relation), self.place[row.tail], self._support(row.support)]

    def _fact(self, row: FactRow) -> Row:
        return [self.place[row.entity], FACTS.index(row.fact), row.value, row.node, row.amount, row.currency,
                self._support(row.support)]

    def _observation(self, row: ObservationRow) -> Row:
        return [row.iri.removeprefix(ID), self.place.get(row.indicator_iri, -1), self.place.get(row.area_iri, -1),
                row.year, row.value, row.unit, row.amount, row.unit_node, row.measure, row.nature,
                "" if row.bound == _UNMARKED else row.bound, self._report.get(row.report, -1), self._support(row.support)]

    def _support(self, support: Support | None) -> Row | None:
        """Rules, confidence and sentences of a statement, and the end of its IRI."""
        if support is None:
            return None
        rules = [self._rules.setdefault(rule, len(self._rules)) for rule in support.rules]
        return [support.iri.rsplit("/", 1)[-1], rules, support.confidence, [self._sentence[s] for s in support.sentences]]

    def _quoted(self, quote) -> Row:
        place = self.texts.place(quote)
        return [place.report, *self.texts.units(quote), place.block, place.year]


def _table(columns: str, rows: Iterable[Row]) -> dict:
    return {"columns": columns.split(), "rows": list(rows)}
