"""From the records of one report to triples, each with what supports it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from rdflib import Literal, URIRef
from rdflib.term import Node

from kg.document.report import Report
from kg.entities.records import Entity, Resolution
from kg.extraction.records import OWN, Extraction, Fact, Observation, Relation
from kg.triples import vocabulary as v
from kg.triples.amounts import amount_triples
from kg.triples.cube import observation_triples, structure_triples
from kg.triples.floor import Floor
from kg.triples.frame import report_triples
from kg.triples.gate import Gate
from kg.triples.iri import digest, entity_iri, report_iri
from kg.triples.records import Rejected, ReportTriples, Support, Triple
from kg.triples.sources import Sources
from kg.triples.terms import (
    ALT_LABEL,
    EXACT_MATCH,
    LABEL,
    NOTATION,
    TYPE,
    chinese,
    gov,
    truth,
    year,
)
from kg.triples.vocabulary import ontology


def map_report(report: Report, extraction: Extraction, resolution: Resolution,
               reasons: Mapping[str, str] | None = None, min_confidence: float = 0.0) -> ReportTriples:
    """The triples of one report: a pure function of its records.

    ``reasons`` are those of a person's corrections, by rule id. What is less sure than ``min_confidence`` is not
    written but rejected.
    """
    return _Mapper(report, extraction, resolution, min_confidence).triples(dict(reasons or {}))


class _Mapper:
    """Entities first, then what is said of them; each statement passes the gate."""

    def __init__(self, report: Report, extraction: Extraction, resolution: Resolution, least: float):
        self.report, self.extraction, self.resolution = report, extraction, resolution
        self.floor = Floor(extraction, resolution, least)
        self.iri = URIRef(report_iri(report.name))
        self.gate = Gate(ontology())
        self.sources = Sources(report, self.iri)
        self.kinds: list[tuple[str, ...]] = []  # the classes of each entity that are written
        self.entities = [URIRef(entity_iri(e.types[0], e.name, e.code or e.scope)) for e in resolution.entities]
        self.facts: dict[Triple, None] = {}
        self.statements: dict[Triple, Support] = {}
        self.labels: dict[Node, str] = {}
        self.rejected: list[Rejected] = []
        self.ordinals: dict[tuple, int] = defaultdict(int)

    def triples(self, reasons: dict[str, str]) -> ReportTriples:
        """Everything that the report says."""
        for iri, entity in zip(self.entities, self.resolution.entities):
            self._entity(iri, entity)
        for relation in self.extraction.relations:
            self._relation(relation)
        for fact in self.extraction.facts:
            self._fact(fact)
        for observation in self.extraction.observations:
            self._observation(observation)
        if self.ordinals:
            self._add(structure_triples())
        own = self.entities[self.resolution.own] if self.resolution.own >= 0 else None
        self._add(report_triples(self.report, self.iri, own, self._publisher()))
        return ReportTriples(str(self.iri), self.report.year, tuple(self.facts), self.statements,
                             tuple(self.sources.triples), self.labels, tuple(self.rejected), reasons)

    def _add(self, triples: list[Triple]) -> None:
        self.facts.update(dict.fromkeys(triples))

    def _state(self, triple: Triple, sentence: int, rule: str, confidence: float) -> Support:
        """Write a triple with its support."""
        self.facts[triple] = None
        support = self.statements.setdefault(triple, Support())
        support.add(self.sources.sentence(sentence), rule, confidence)
        return support

    def _entity(self, iri: URIRef, entity: Entity) -> None:
        kinds = tuple(kind for kind in entity.types if self._type_passes(entity, kind))
        self.kinds.append(kinds)
        if not kinds:
            return
        self.labels.setdefault(iri, entity.name)
        self._add([Triple(iri, TYPE, gov(kind)) for kind in kinds])
        self._add([Triple(iri, LABEL, chinese(entity.name))])
        self._add([Triple(iri, ALT_LABEL, chinese(alias)) for alias in entity.aliases if alias != entity.name])
        if entity.code:
            self._add([Triple(iri, NOTATION, Literal(entity.code))])
        if "Industry" in kinds:
            self._match(iri, "industry", (entity.name, *entity.aliases))
        for kind in kinds:
            named = [i for i in entity.mentions if kind in self.extraction.mentions[i].types] or entity.mentions
            for i in named:
                mention = self.extraction.mentions[i]
                support = self._state(Triple(iri, TYPE, gov(kind)), mention.sentence, mention.rule, mention.confidence)
                support.mentions[self.sources.mention(mention)] = None

    def _type_passes(self, entity: Entity, kind: str) -> bool:
        reason = self.gate.against_type(kind) or self.floor.against_type(len(self.kinds), kind)
        if reason and entity.mentions:
            mention = self.extraction.mentions[entity.mentions[0]]
            self._reject(entity.name, "type", kind, mention.sentence, mention.rule, reason)
        return reason is None

    def _match(self, iri: URIRef, kind: str, names: tuple[str, ...]) -> None:
        """Tie an own concept to the one of the common scheme that has this name or synonym."""
        known = next((c for name in names if (c := ontology().known.get((kind, name)))), None)
        if known:
            self._add([Triple(iri, EXACT_MATCH, URIRef(known))])

    def _end(self, mention: int) -> int:
        """The entity that a mention, or the unsaid own division, stands for; -1 if there is none."""
        return self.resolution.own if mention == OWN else self.resolution.of[mention]

    def _relation(self, relation: Relation) -> None:
        head, tail = self._end(relation.head), self._end(relation.tail)
        if head < 0 or tail < 0:
            self._reject("?", relation.relation, "?", relation.sentence, relation.rule,
                         "the report's own division is not known; give it with --division")
            return
        first, second = self.resolution.entities[head], self.resolution.entities[tail]
        reason = ("nothing is related to itself" if head == tail
                  else self.gate.against_relation(first.types, relation.relation, second.types)
                  or self.floor.against_relation(relation)
                  or self.gate.against_relation(self.kinds[head], relation.relation, self.kinds[tail]))
        if reason:
            self._reject(first.name, relation.relation, second.name, relation.sentence, relation.rule, reason)
        else:
            self._state(Triple(self.entities[head], gov(relation.relation), self.entities[tail]), relation.sentence,
                        relation.rule, relation.confidence)

    def _fact(self, fact: Fact) -> None:
        index = self._end(fact.mention)
        if index < 0:
            return
        entity, iri = self.resolution.entities[index], self.entities[index]
        reason = (self.gate.against_fact(entity.types, fact) or self.floor.against_fact(fact)
                  or self.gate.against_fact(self.kinds[index], fact))
        if reason:
            self._reject(entity.name, fact.fact, fact.value, fact.sentence, fact.rule, reason)
            return
        value, more = self._fact_value(iri, fact)
        self._add(more)
        self._state(Triple(iri, gov(fact.fact), value), fact.sentence, fact.rule, fact.confidence)

    def _fact_value(self, iri: URIRef, fact: Fact) -> tuple[Node, list[Triple]]:
        """The object of a fact, and what is to be said of it."""
        if fact.fact == "investment":
            return amount_triples(iri, fact)
        if fact.fact == "plansListing":
            return truth(True), []
        if fact.fact == "capacity":
            return Literal(fact.value + fact.unit), []
        return gov(fact.value), self._status_record(iri, fact)

    def _status_record(self, iri: URIRef, fact: Fact) -> list[Triple]:
        """A status with its year and report, so that several reports tell a history."""
        when = fact.year or self.report.year
        record = URIRef(f"{v.ID}status/{digest(f'{iri} {fact.fact} {fact.value} {when} {self.iri}')}")
        said = [Triple(record, TYPE, gov("StatusRecord")), Triple(record, gov("recordOf"), iri),
                Triple(record, gov("recordedStatus"), gov(fact.value)), Triple(record, gov("statedIn"), self.iri),
                Triple(record, gov("promised"), truth(fact.fact == "aim"))]
        return said + ([Triple(record, gov("year"), year(when))] if when else [])

    def _observation(self, observation: Observation) -> None:
        index = self._end(observation.area)
        reason = self.gate.against_observation(observation) or self.floor.against_observation(observation)
        if index >= 0 and not self.kinds[index]:
            reason = reason or f"{self.resolution.entities[index].name}, whose number it is, is not written"
        if index < 0:
            reason = reason or "whose number it is, is not known; give the division with --division"
        if reason:
            self._reject(observation.indicator, "observation", observation.value + observation.unit,
                         observation.sentence, observation.rule, reason)
            return
        indicator = self._indicator(observation)
        key = (index, indicator, observation.year, observation.measure, observation.nature)
        self.ordinals[key] += 1
        iri, triples = observation_triples(observation, self.entities[index], indicator, self.ordinals[key], self.iri)
        self._add(triples)
        self._state(Triple(iri, TYPE, URIRef(v.QB + "Observation")), observation.sentence, observation.rule,
                    observation.confidence)

    def _indicator(self, observation: Observation) -> URIRef:
        iri = URIRef(entity_iri("Indicator", observation.indicator))
        if iri not in self.labels:
            self.labels[iri] = observation.indicator
            self._add([Triple(iri, LABEL, chinese(observation.indicator))])
            self._match(iri, "indicator", (observation.indicator,))
        self._state(Triple(iri, TYPE, gov("Indicator")), observation.sentence, observation.rule, observation.confidence)
        return iri

    def _publisher(self) -> URIRef | None:
        """The government that gives the report, where the text names it."""
        division = self.report.division
        if division is None:
            return None
        for iri, entity in zip(self.entities, self.resolution.entities):
            names = (entity.name, *entity.aliases)
            if "PublicBody" in entity.types and any(name.endswith(f"{division.name}人民政府") for name in names):
                return iri
        return None

    def _reject(self, subject: str, predicate: str, object_: str, sentence: int, rule: str, reason: str) -> None:
        place = self.report.sentences[sentence]
        self.rejected.append(Rejected(self.report.name, subject, predicate, object_,
                                      self.report.text[place.start:place.end], rule, reason))
