"""The graph that is measured: its entities, relations, facts and numbers, and the sentences that speak for each.

Every statement keeps its subject, predicate and object as strings, so that evidence can be asked about it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.errors import NotAGraph
from kg.evaluation.forms import forms, key
from kg.triples import vocabulary as v

CORE = ("Enterprise", "Park", "Project", "Town", "Program")
SUPPORT = ("PublicBody", "Person", "AdministrativeDivision", "Place", "Facility", "Industry", "Product", "Honor", "Event")
RELATIONS = ("developedBy", "locatedIn", "inIndustry", "focusesOn", "partOf", "awarded", "seeks", "produces", "leads",
             "holdsOffice", "organizes")
_PLAIN_FACTS = ("status", "aim", "plansListing", "capacity")

Statement = tuple[str, str, str]


@dataclass(frozen=True)
class Number:
    """An observation of the graph, its parts as they are compared."""

    node: str
    indicator: frozenset[str]
    year: str
    value: float | None
    unit: str
    measure: str
    nature: str
    label: str

    @property
    def statement(self) -> Statement:
        return self.node, v.RDF + "type", v.QB + "Observation"

    def __str__(self) -> str:
        return f"{self.label} {self.value:g}{self.unit} {self.measure} {self.nature} {self.year}" \
            if self.value is not None else self.label


class Subject:
    """A graph laid out for measuring, with its evidence where there is some.

    Attributes:
        types: the classes of each entity that count.
        names: its preferred name, then the others.
        quotes: for each statement the sentences it is quoted from, to the letter; no entry without evidence.
        rules, confidence: what evidence says of each statement besides.
    """

    def __init__(self, facts: Iterable[Statement], evidence: Iterable[Statement] = ()):
        self.about: dict[str, dict[str, list[str]]] = {}
        for s, p, o in facts:
            self.about.setdefault(s, {}).setdefault(p, []).append(o)
        self.types: dict[str, frozenset[str]] = {}
        for iri, said in self.about.items():
            kinds = {t.removeprefix(v.GOV) for t in said.get(v.RDF + "type", ())} & {*CORE, *SUPPORT}
            if kinds:
                self.types[iri] = frozenset(kinds)
        self.names = {e: self.labels(e) for e in self.types}
        self.forms = {e: forms(n[0], n[1:]) if n else frozenset() for e, n in self.names.items()}
        self.by_form: dict[str, list[str]] = {}
        for e, found in self.forms.items():
            for form in found:
                self.by_form.setdefault(form, []).append(e)
        self.relations = {(s, r, o) for r in RELATIONS for s, o in self._pairs(v.GOV + r)}
        self.facts = set(self._facts())
        self.numbers = [self._number(iri, said) for iri, said in sorted(self.about.items())
                        if v.QB + "Observation" in said.get(v.RDF + "type", ())]
        self.quotes: dict[Statement, list[str]] = {}
        self.rules: dict[Statement, tuple[str, ...]] = {}
        self.confidence: dict[Statement, float] = {}
        self._read_evidence(evidence)
        self._flat = {q: key(q) for found in self.quotes.values() for q in found}

    def labels(self, iri: str) -> list[str]:
        """The names of a node, the preferred one first."""
        said = self.about.get(iri, {})
        return [*said.get(v.SKOS + "prefLabel", ()), *said.get(v.SKOS + "altLabel", ())]

    def quoted_in(self, statement: Statement, text: str | None) -> bool | None:
        """Is the statement quoted from the text (a key)? ``None`` when no evidence speaks of it; yes of no text."""
        if text is None:
            return True
        quotes = self.quotes.get(statement)
        return None if quotes is None else any(self._flat[q] in text for q in quotes)

    def _pairs(self, predicate: str) -> Iterator[tuple[str, str]]:
        for s, said in self.about.items():
            for o in said.get(predicate, ()):
                yield s, o

    def _facts(self) -> Iterator[tuple[str, str, str]]:
        for fact in _PLAIN_FACTS:
            for s, o in self._pairs(v.GOV + fact):
                yield s, fact, o.split("#")[-1]
        for s, o in self._pairs(v.GOV + "investment"):
            yield s, "investment", self.about.get(o, {}).get(v.GOV + "amountText", [o])[0]

    def fact_statements(self, entity: str, fact: str, value: str) -> tuple[Statement, ...]:
        """The statements by which evidence may speak of a fact."""
        predicate = v.GOV + fact
        if fact == "investment":
            return tuple((entity, predicate, o) for o in self.about[entity].get(predicate, ())
                         if value in (o, *self.about.get(o, {}).get(v.GOV + "amountText", ())))
        return (entity, predicate, v.GOV + value), (entity, predicate, value)

    def _number(self, iri: str, said: dict[str, list[str]]) -> Number:
        def one(predicate: str) -> str:
            return said.get(predicate, [""])[0]

        def local(predicate: str) -> str:
            return one(predicate).split("#")[-1].lower()

        labels = self.labels(one(v.GOV + "indicator"))
        value = one(v.SDMX_MEASURE + "obsValue")
        return Number(iri, forms(labels[0], labels[1:]) if labels else frozenset(), one(v.SDMX_DIMENSION + "refPeriod")[:4],
                      float(value) if value else None, key(one(v.GOV + "unit")), local(v.GOV + "measure"),
                      local(v.GOV + "nature"), labels[0] if labels else "?")

    def _read_evidence(self, triples: Iterable[Statement]) -> None:
        said: dict[str, dict[str, list[str]]] = {}
        for s, p, o in triples:
            said.setdefault(s, {}).setdefault(p, []).append(o)
        for parts in said.values():
            if v.RDF + "Statement" not in parts.get(v.RDF + "type", ()):
                continue
            statement = tuple(parts.get(v.RDF + part, [""])[0] for part in ("subject", "predicate", "object"))
            self.rules[statement] = tuple(sorted(parts.get(v.GOV + "rule", ())))
            self.confidence[statement] = max(map(float, parts.get(v.GOV + "confidence", ["0"])))
            for sentence in parts.get(v.PROV + "wasQuotedFrom", ()):
                quotes = self.quotes.setdefault(statement, [])
                for selector in said.get(sentence, {}).get(v.OA + "hasSelector", ()):
                    quotes += said.get(selector, {}).get(v.OA + "exact", ())


def read_subject(path: Path) -> Subject:
    """The graph of a build folder or of a file, with ``evidence.ttl`` beside it where there is one.

    Raises:
        NotAGraph: the file cannot be parsed, or its ending names no format of graphs.
        NotABuild: the folder holds no build.
    """
    if path.is_dir():
        from kg.store.folder import read_manifest

        read_manifest(path)
        path = path / "graph.ttl"
    evidence = path.with_name("evidence.ttl")
    return Subject(_parse(path), _parse(evidence) if evidence.exists() else ())


def subject_of(build) -> Subject:
    """The graph of a build in memory (:class:`kg.builds.Build`)."""
    return Subject(_plain(build.graphs.fact_triples), _plain(build.graphs.evidence_triples))


def _plain(triples: Iterable) -> Iterator[Statement]:
    for s, p, o in triples:
        yield str(s), str(p), str(o)


def _parse(path: Path) -> Iterator[Statement]:
    format_ = ox.RdfFormat.from_extension(path.suffix.lstrip("."))
    if format_ is None:
        raise NotAGraph(path.name, f"“{path.suffix}” names no format", "give .ttl, .nt, .nq, .trig, .rdf or .jsonld")
    try:
        seen = {(t.subject.value, t.predicate.value, t.object.value) for t in ox.parse(path=str(path), format=format_)}
    except (SyntaxError, ValueError) as error:
        raise NotAGraph(path.name, " ".join(str(error).split()), "mend it or build it again") from error
    yield from sorted(seen)
