"""Sentences that a person has annotated anew take the place of what was found in them.

What the person left as it was keeps its rule; what is new cites the correction; what is gone is noted.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.annotation import AnnotatedSentence, SaidFact, SaidNumber, SaidRelation
from kg.annotation.records import OWN_ID
from kg.corrections.records import Dropped, Unapplied
from kg.document.report import Report
from kg.extraction.records import OWN, Extraction, Fact, Mention, Observation, Relation

SURE = 1.0  # the confidence of what a person says


class Sentences:
    """The annotated sentences that a report holds, and the extraction corrected by them.

    Attributes:
        applied: ids of those that the report holds, whether or not they changed anything.
        unapplied: those that it does not hold, or that speak of spans that are nowhere.
        dropped: statements that are gone.
    """

    def __init__(self, report: Report, extraction: Extraction, given: Iterable[AnnotatedSentence]):
        self.report, self.extraction = report, extraction
        self.applied: set[str] = set()
        self.unapplied: list[Unapplied] = []
        self.dropped: list[Dropped] = []
        self.at = dict(self._placed(given))
        self.mentions: list[Mention | None] = [None if m.sentence in self.at else m for m in extraction.mentions]
        self.by_id: dict[str, int] = {}
        self.names: dict[str, int] = {}

    def corrected(self) -> Extraction:
        """The extraction with these sentences as they were annotated."""
        if not self.at:
            return self.extraction
        for index, sentence in self.at.items():
            self._spans(index, sentence)
        for i, mention in enumerate(self.mentions):
            if mention is not None:
                self.names.setdefault(mention.name, i)
        relations = [r for r in self.extraction.relations if r.sentence not in self.at]
        facts = [f for f in self.extraction.facts if f.sentence not in self.at]
        observations = [o for o in self.extraction.observations if o.sentence not in self.at]
        for index, sentence in self.at.items():
            relations += self._said(index, sentence, sentence.relations, self._relation, self.extraction.relations)
            facts += self._said(index, sentence, sentence.facts, self._fact, self.extraction.facts)
            observations += self._said(index, sentence, sentence.numbers, self._number, self.extraction.observations)
        return self._in_order(relations, facts, observations)

    def _placed(self, given: Iterable[AnnotatedSentence]) -> Iterable[tuple[int, AnnotatedSentence]]:
        """Each annotated sentence with the index of the report's sentence that reads the same."""
        reads: dict[str, list[int]] = {}
        for s in self.report.sentences:
            start, end = self.report.span(s.start, s.end)
            reads.setdefault(self.report.raw[start:end], []).append(s.index)
        for sentence in given:
            found = reads.get(sentence.text, ())
            if not found or (sentence.report and sentence.report != self.report.name):
                self._in_vain(sentence, "no report holds this sentence")
                continue
            self.applied.add(sentence.rule)
            yield min(found, key=lambda i: abs(self._start(i) - (sentence.start or 0))), sentence

    def _start(self, index: int) -> int:
        sentence = self.report.sentences[index]
        return self.report.span(sentence.start, sentence.end)[0]

    def _in_vain(self, sentence: AnnotatedSentence, reason: str) -> None:
        self.unapplied.append(Unapplied(sentence.rule, sentence.file, sentence.line, reason))

    def _clean(self, index: int, start: int, end: int) -> tuple[int, int]:
        """A stretch of an annotated sentence as one of the normalised text."""
        base, origins = self._start(index), self.report.clean.origins
        low = bisect_left(origins, base + start)
        return low, max(low + 1, bisect_left(origins, base + end))

    def _spans(self, index: int, sentence: AnnotatedSentence) -> None:
        before = {(m.start, m.end, frozenset(m.types), m.name): i for i, m in enumerate(self.extraction.mentions)
                  if m.sentence == index}
        for span in sentence.spans:
            start, end = self._clean(index, span.start, span.end)
            known = before.pop((start, end, frozenset(span.types), span.name), None)
            if known is not None:
                self.mentions[known] = self.extraction.mentions[known]
                self.by_id[span.id] = known
            else:
                self.by_id[span.id] = len(self.mentions)
                self.mentions.append(Mention(start, end, span.name, span.types, index, sentence.rule, SURE))
        for i in before.values():
            gone = self.extraction.mentions[i]
            self._drop(gone.name, "type", "|".join(gone.types), index, sentence)

    def _drop(self, subject: str, predicate: str, object_: str, index: int, sentence: AnnotatedSentence) -> None:
        self.dropped.append(Dropped(subject, predicate, object_, index, sentence.rule, f"dropped: {sentence.reason}"))

    def _said(self, index: int, sentence: AnnotatedSentence, rows: Sequence, record, before: Sequence) -> list:
        """The records of one kind that a sentence has now."""
        known = {_content(r): r for r in before if r.sentence == index}
        found = []
        for row in rows:
            new = record(index, sentence, row)
            if new is not None:
                found.append(known.pop(_content(new), new))
        for gone in known.values():
            subject, predicate, object_ = self._written(gone)
            self._drop(subject, predicate, object_, index, sentence)
        return found

    def _written(self, record: Relation | Fact | Observation) -> tuple[str, str, str]:
        if isinstance(record, Relation):
            return self._name(record.head), record.relation, self._name(record.tail)
        if isinstance(record, Fact):
            return self._name(record.mention), record.fact, record.value + record.unit
        return record.indicator, "observation", record.value + record.unit

    def _name(self, mention: int) -> str:
        return "own" if mention == OWN else self.extraction.mentions[mention].name

    def _end(self, sentence: AnnotatedSentence, id_: str, name: str) -> int | None:
        """The mention that an id means: by the file, else by name."""
        if id_ == OWN_ID:
            return OWN
        found = self.by_id.get(id_, self.names.get(name))
        if found is None:
            self.applied.discard(sentence.rule)
            self._in_vain(sentence, f"no span has the id {id_}" + (f" or the name “{name}”" if name else ""))
        return found

    def _relation(self, index: int, sentence: AnnotatedSentence, row: SaidRelation) -> Relation | None:
        head = self._end(sentence, row.head, row.head_name)
        tail = self._end(sentence, row.tail, row.tail_name)
        if head is None or tail is None:
            return None
        return Relation(head, row.relation, tail, index, sentence.rule, SURE)

    def _fact(self, index: int, sentence: AnnotatedSentence, row: SaidFact) -> Fact | None:
        subject = self._end(sentence, row.subject, row.subject_name)
        return None if subject is None else Fact(subject, row.fact, row.value, index, sentence.rule, SURE, row.unit,
                                                 row.year)

    def _number(self, index: int, sentence: AnnotatedSentence, row: SaidNumber) -> Observation | None:
        area = self._end(sentence, row.area, row.area_name)
        start, end = self._clean(index, row.start, row.end)
        return None if area is None else Observation(start, end, row.indicator, row.value, row.unit, row.measure,
                                                     row.nature, row.bound, row.year, index, sentence.rule, SURE, area)

    def _in_order(self, relations: list[Relation], facts: list[Fact], observations: list[Observation]) -> Extraction:
        """The extraction in text order; what speaks of a mention that is gone goes with it."""
        kept = [i for i, m in enumerate(self.mentions) if m is not None]
        kept.sort(key=lambda i: (self.mentions[i].start, -self.mentions[i].end, self.mentions[i].types))
        place = {OWN: OWN, **{old: new for new, old in enumerate(kept)}}
        return Extraction(
            tuple(self.mentions[i] for i in kept),
            tuple(sorted((replace(r, head=place[r.head], tail=place[r.tail]) for r in relations
                          if r.head in place and r.tail in place),
                         key=lambda r: (r.sentence, r.head, r.relation, r.tail))),
            tuple(sorted((replace(f, mention=place[f.mention]) for f in facts if f.mention in place),
                         key=lambda f: (f.sentence, f.mention, f.fact, f.value))),
            tuple(sorted((replace(o, area=place.get(o.area, OWN)) for o in observations), key=lambda o: (o.start, o.end))))


def _content(record: Relation | Fact | Observation) -> tuple:
    """What a record says, whatever rule and confidence it has."""
    if isinstance(record, Relation):
        return record.head, record.relation, record.tail
    if isinstance(record, Fact):
        return record.mention, record.fact, record.value, record.unit
    return (record.start, record.end, record.indicator, record.value, record.unit, record.measure, record.nature,
            record.bound, record.year, record.area)
