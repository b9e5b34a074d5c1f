"""A build of a report that nobody gave: as many entities as asked for, with relations, facts, numbers, evidence.

It is made of triples, past extraction, so that names may be anything at all and sizes any; text, sentences and
mentions fit to the letter.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from rdflib import Literal, URIRef

from kg.builds import Build
from kg.document.reader import lay_out
from kg.document.report import Report
from kg.extraction.records import Observation
from kg.triples import vocabulary as v
from kg.triples.cube import observation_triples
from kg.triples.graphs import combine
from kg.triples.iri import entity_iri, mention_iri, report_iri, sentence_iri
from kg.triples.records import ReportTriples, Support, Triple
from kg.triples.terms import LABEL, TYPE, chinese, gov, integer, term

KINDS = ("Project", "Enterprise", "Park", "Facility", "Program", "Town", "Industry", "Honor")
PARAGRAPH, SENTENCE = 12, 4  # names in each


def invented(names: Sequence[str] | int, seed: int = 0) -> Build:
    """A build whose entities have these names (or are numbered); each is named in a sentence of its own report."""
    if isinstance(names, int):
        names = [f"云岭{('项目', '企业', '园区', '车站', '行动')[i % 5]}{i}号" for i in range(names)]
    chance = random.Random(seed)
    text, spans = _text(names)
    report = lay_out(text, name="invented", source="invented.txt", division="云溪县", year=2024, normalise=False)
    return _Writer(report, names, spans, chance).build()


def _text(names: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """A report that names each, twelve in a paragraph, and where it does."""
    text = "云溪县2024年政府工作报告\n各位代表：\n一、2024年工作安排\n"
    spans = []
    for i, name in enumerate(names):
        if i % PARAGRAPH == 0:
            text += f"（{i // PARAGRAPH + 1}）做好第{i // PARAGRAPH + 1}件大事。"
        text += "推进" if i % SENTENCE == 0 else "、"
        spans.append((len(text), len(text) + len(name)))
        text += name
        last = i + 1 == len(names)
        if i % SENTENCE == SENTENCE - 1 or i % PARAGRAPH == PARAGRAPH - 1 or last:
            text += "建设，完成投资3亿元。"
        if i % PARAGRAPH == PARAGRAPH - 1 or last:
            text += "\n"
    return text, spans


class _Writer:
    """The triples of an invented report."""

    def __init__(self, report: Report, names: Sequence[str], spans: list[tuple[int, int]], chance: random.Random):
        self.report, self.names, self.spans, self.chance = report, names, spans, chance
        self.facts: dict[Triple, None] = {}
        self.statements: dict[Triple, Support] = {}
        self.sources: list[Triple] = []
        self.described: set[int] = set()  # sentences
        self.indicators: dict[URIRef, str] = {}
        self.iri = URIRef(report_iri(report.name))
        self.kinds = [KINDS[i % len(KINDS)] for i in range(len(names))]
        self.iris = [URIRef(entity_iri(kind, f"{i}-{name[:20]}")) for i, (kind, name) in enumerate(zip(self.kinds, names))]
        self.sentence_of = self._sentences()

    def build(self) -> Build:
        for i, name in enumerate(self.names):
            self._entity(i, name)
        self._relations()
        for i, kind in enumerate(self.kinds):
            if kind == "Project":
                self._state(Triple(self.iris[i], gov("status"), gov(("Started", "UnderConstruction", "Completed")[i % 3])), i)
        self._numbers()
        labels = {iri: name for iri, name in zip(self.iris, self.names)}
        labels.update(self.indicators)
        triples = ReportTriples(str(self.iri), 2024, tuple(self.facts), self.statements, tuple(self.sources), labels, ())
        given = {"name": self.report.name, "source": self.report.source, "sha256": "0" * 64, "given": {}}
        return Build(lambda: (self.report,), combine([triples]), (), (), (given,))

    def _sentences(self) -> list[int]:
        """For each name the sentence that it stands in; long names may hold the ends of sentences themselves."""
        places = [self.report.span(s.start, s.end) for s in self.report.sentences]
        found, at = [], 0
        for start, _ in self.spans:
            while at + 1 < len(places) and places[at + 1][0] <= start:
                at += 1
            found.append(at)
        return found

    def _entity(self, i: int, name: str) -> None:
        iri = self.iris[i]
        self.facts[Triple(iri, LABEL, chinese(name))] = None
        mention = URIRef(mention_iri(self.report.name, *self.spans[i]))
        sentence = self._sentence(i)
        self.sources += [Triple(mention, TYPE, gov("Mention")), Triple(mention, gov("inSentence"), sentence)]
        self._select(mention, *self.spans[i])
        self._state(Triple(iri, TYPE, gov(self.kinds[i])), i).mentions[mention] = None

    def _relations(self) -> None:
        """A project has a developer and a park near it in the text; half of the enterprises have some honour."""
        honors = [j for j, kind in enumerate(self.kinds) if kind == "Honor"]
        for i, kind in enumerate(self.kinds):
            near = [j for j in range(max(0, i - 8), min(len(self.kinds), i + 9)) if j != i]
            for predicate, wanted in (("developedBy", "Enterprise"), ("locatedIn", "Park")):
                ends = [j for j in near if self.kinds[j] == wanted]
                if kind == "Project" and ends:
                    self._state(Triple(self.iris[i], gov(predicate), self.iris[self.chance.choice(ends)]), i)
            if kind == "Enterprise" and honors and self.chance.random() < 0.5:
                self._state(Triple(self.iris[i], gov("awarded"), self.iris[self.chance.choice(honors)]), i)

    def _numbers(self) -> None:
        """One series over three years, the last of them a target."""
        for year, value in ((2022, "3"), (2023, "4"), (2024, "5")):
            name = "完成投资"
            indicator = URIRef(entity_iri("Indicator", name))
            self.indicators[indicator] = name
            self.facts[Triple(indicator, LABEL, chinese(name))] = None
            self._state(Triple(indicator, TYPE, gov("Indicator")), 0)
            said = Observation(start=0, end=0, indicator=name, year=year, value=value, unit="亿元", measure="Level",
                               nature="Target" if year == 2024 else "Actual", bound="Exact",
                               area=-1, sentence=self.sentence_of[0], rule="invented.number", confidence=0.9)
            iri, triples = observation_triples(said, self.iris[0], indicator, 1, self.iri)
            self.facts.update(dict.fromkeys(triples))
            self._state(Triple(iri, TYPE, term(v.QB, "Observation")), 0)

    def _state(self, triple: Triple, i: int) -> Support:
        self.facts[triple] = None
        support = self.statements.setdefault(triple, Support())
        support.add(self._sentence(i), "invented.rule", 0.9)
        return support

    def _sentence(self, i: int) -> URIRef:
        number = self.sentence_of[i]
        iri = URIRef(sentence_iri(self.report.name, number))
        if number not in self.described:
            self.described.add(number)
            sentence = self.report.sentences[number]
            self.sources.append(Triple(iri, TYPE, gov("Sentence")))
            self._select(iri, *self.report.span(sentence.start, sentence.end))
        return iri

    def _select(self, iri: URIRef, start: int, end: int) -> None:
        place, quote = URIRef(f"{iri}/position"), URIRef(f"{iri}/quote")
        said = [(iri, "hasSource", self.iri), (iri, "hasSelector", place), (iri, "hasSelector", quote),
                (place, "start", integer(start)), (place, "end", integer(end)),
                (quote, "exact", Literal(self.report.raw[start:end]))]
        self.sources += [Triple(subject, term(v.OA, name), value) for subject, name, value in said]
