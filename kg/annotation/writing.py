"""What a report says as annotated sentences: one object a sentence, with offsets, rules and confidence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.annotation.records import OWN_ID
from kg.extraction.records import OWN, Fact, Mention, Observation, Relation

if TYPE_CHECKING:
    from kg.readings import Reading


def sentences(reading: Reading) -> Iterator[dict]:
    """The sentences of a report in order, those in which nothing was found too.

    ``text`` is to the letter what was read; ``start`` and ``end`` of the sentence are characters of the whole text
    as it was read, all other offsets are characters of ``text``.
    """
    return _Writer(reading).rows()


class _Writer:
    """The records of a report, grouped by their sentences."""

    def __init__(self, reading: Reading):
        self.reading, self.report = reading, reading.report
        self.found = reading.extraction
        self.by_sentence: dict[int, dict[str, list]] = {}
        for i, mention in enumerate(self.found.mentions):
            self._at(mention.sentence, "spans").append((i, mention))
        for kind in ("relations", "facts", "observations"):
            for record in getattr(self.found, kind):
                self._at(record.sentence, kind).append(record)

    def _at(self, sentence: int, kind: str) -> list:
        return self.by_sentence.setdefault(sentence, {}).setdefault(kind, [])

    def rows(self) -> Iterator[dict]:
        for sentence in self.report.sentences:
            start, end = self.report.span(sentence.start, sentence.end)
            said = self.by_sentence.get(sentence.index, {})
            yield {"report": self.report.name, "sentence": sentence.index, "part": sentence.part, "start": start,
                   "end": end, "text": self.report.raw[start:end],
                   "spans": [self._span(i, m, start) for i, m in said.get("spans", ())],
                   "relations": [self._relation(r) for r in said.get("relations", ())],
                   "facts": [self._fact(f) for f in said.get("facts", ())],
                   "observations": [self._observation(o, start) for o in said.get("observations", ())]}

    def _span(self, index: int, mention: Mention, base: int) -> dict:
        start, end = self.report.span(mention.start, mention.end)
        return {"id": f"m{index}", "start": start - base, "end": end - base, "label": mention.types[0],
                "labels": list(mention.types), "name": mention.name, "entity": self._name(index), **_why(mention)}

    def _relation(self, r: Relation) -> dict:
        return {"head": _id(r.head), "tail": _id(r.tail), "label": r.relation, "head_name": self._name(r.head),
                "tail_name": self._name(r.tail), **_why(r)}

    def _fact(self, f: Fact) -> dict:
        return {"subject": _id(f.mention), "label": f.fact, "value": f.value, "unit": f.unit, "year": f.year,
                "subject_name": self._name(f.mention), **_why(f)}

    def _observation(self, o: Observation, base: int) -> dict:
        start, end = self.report.span(o.start, o.end)
        return {"start": start - base, "end": end - base, "indicator": o.indicator, "value": o.value, "unit": o.unit,
                "measure": o.measure, "nature": o.nature, "bound": o.bound, "year": o.year, "area": _id(o.area),
                "area_name": self._name(o.area), **_why(o)}

    def _name(self, mention: int) -> str:
        """The canonical name of what a mention, or the unsaid own division, means."""
        resolution = self.reading.resolution
        entity = resolution.own if mention == OWN else resolution.of[mention]
        return resolution.entities[entity].name if entity >= 0 else ""


def _id(mention: int) -> str:
    return OWN_ID if mention == OWN else f"m{mention}"


def _why(record: Mention | Relation | Fact | Observation) -> dict:
    return {"rule": record.rule, "confidence": record.confidence}
