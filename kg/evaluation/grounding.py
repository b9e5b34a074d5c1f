"""Does a graph keep to its ontology and to its text? Measures that need no gold.

Ontology conformance and hallucinations of subject, relation and object as Text2KGBench defines them (Mihindukulasooriya
et al., ISWC 2023, https://doi.org/10.1007/978-3-031-47243-5_14): a triple conforms when its relation is one of the
ontology's; a subject or object is grounded when the sentence, or a concept of the ontology, holds it, each word of it
counting. Work reports leave much unsaid (the government that acts, a project named a sentence before), so what the
sentence lacks may stand elsewhere in the report; both are counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from kg.evaluation.forms import forms, key
from kg.evaluation.subject import Number, Statement, Subject
from kg.triples import vocabulary as v
from kg.triples.vocabulary import FACTS, ontology

_BOOKKEEPING = (v.RDF, v.RDFS, v.SKOS, v.DCTERMS, v.PROV)


@dataclass(frozen=True)
class Ungrounded:
    """A part of a statement that the text does not hold. ``elsewhere``: its report does, but not its sentence."""

    part: str  # subject | relation | object
    text: str
    statement: str
    elsewhere: bool


@dataclass(frozen=True)
class Grounding:
    """What of a graph rests on ontology and text."""

    statements: int
    conforming: int  # statements with a relation of the ontology
    fitting: int  # statements whose ends are of the classes that the relation joins
    ungrounded: tuple[Ungrounded, ...]

    @property
    def conformance(self) -> float:
        """The share of statements whose relation is one of the ontology's."""
        return self.conforming / self.statements if self.statements else 1.0

    def count(self, part: str, elsewhere: bool = False) -> int:
        """How many subjects, relations or objects are nowhere in the text, or not in their own sentence."""
        return sum(u.part == part and u.elsewhere == elsewhere for u in self.ungrounded)


def grounding(subject: Subject, text: str = "") -> Grounding:
    """Hold every relation, fact and number of a graph against ontology and text.

    Args:
        subject: the graph with its evidence.
        text: the reports, for what a sentence leaves unsaid; all quoted sentences are used besides.
    """
    return _Ground(subject, text).grounding()


class _Ground:
    """The text under a graph."""

    def __init__(self, subject: Subject, text: str):
        self.subject = subject
        self.document = key("\n".join([text, *self._titles(), *sorted({q for s in subject.quotes.values() for q in s})]))

    def _titles(self) -> Iterator[str]:
        """What reports are called, and whose they are."""
        for said in self.subject.about.values():
            if v.GOV + "Report" in said.get(v.RDF + "type", ()):
                yield from (*said.get(v.RDFS + "label", ()), *said.get(v.DCTERMS + "title", ()))

    @cached_property
    def _concepts(self) -> frozenset[str]:
        return frozenset(form for (_, name) in ontology().known for form in forms(name))

    def grounding(self) -> Grounding:
        found: list[Ungrounded] = []
        count = conforming = fitting = 0
        for statement, subject, relation, object_ in self._said():
            count += 1
            known = relation in (*ontology().relations, *FACTS, "observation")
            conforming += known
            fitting += known and self._fits(statement, relation)
            written = f"{subject[0]} {relation} {object_[0] if object_ else ''}".rstrip()
            sentence = key("\n".join(self.subject.quotes.get(statement, ())))
            if not known:
                found.append(Ungrounded("relation", relation, written, False))
            for part, names in (("subject", subject), ("object", object_)):
                if names and not self._holds(sentence, names):
                    found.append(Ungrounded(part, names[0], written, self._holds(self.document, names)))
        return Grounding(count, conforming, fitting, tuple(found))

    def _said(self) -> Iterator[tuple[Statement, list[str], str, list[str]]]:
        """Each statement with the names of its subject, its relation, and the names of its object.

        Concepts of the ontology, such as a status, need no text: they come without names.
        """
        for iri, kinds in self.subject.types.items():
            for predicate, objects in self.subject.about[iri].items():
                if kinds and not predicate.startswith(_BOOKKEEPING):
                    for o in objects:
                        relation = predicate.removeprefix(v.GOV)
                        yield (iri, predicate, o), self.subject.names[iri] or [iri], relation, self._written(relation, o)
        for number in self.subject.numbers:
            yield number.statement, self._indicator(number.node), "observation", [_amount(number)]

    def _written(self, relation: str, object_: str) -> list[str]:
        if relation == "investment":
            return self.subject.about.get(object_, {}).get(v.GOV + "amountText", [object_])
        if relation in ("status", "aim", "plansListing"):
            return []
        return self.subject.labels(object_) or [object_]

    def _indicator(self, number: str) -> list[str]:
        indicator = self.subject.about[number].get(v.GOV + "indicator", [""])[0]
        return self.subject.labels(indicator) or [indicator]

    def _fits(self, statement: Statement, relation: str) -> bool:
        iri, _, object_ = statement
        if relation == "observation" or iri not in self.subject.types:
            return True
        sides = [(ontology().domain(relation), iri)]
        if relation in ontology().relations:
            sides.append((ontology().range(relation), object_))
        return all(not allowed or any(ontology().ancestors(kind) & allowed for kind in self.subject.types.get(node, ()))
                   for allowed, node in sides)

    def _holds(self, text: str, names: Iterable[str]) -> bool:
        """Does the text, or a concept of the ontology, hold one of the names, whole or word by word?"""
        written = forms("", names) - {""}
        return any(f in text or f in self._concepts for f in written) \
            or any(all(_in(word, text) for word in _words(f)) for f in written)


_DIGITS = "〇一二三四五六七八九十"
_NUMBER = re.compile(r"[\d.]+")


def _amount(number: Number) -> str:
    """A number as a report may write it, without its sign."""
    return ("" if number.value is None else f"{abs(number.value):.12g}") + number.unit


@lru_cache(maxsize=8192)
def _words(name: str) -> tuple[str, ...]:
    """The words of a name. The unit of an amount counts sign by sign: 6万余处 is 6万处, and 三条 is 3条."""
    import rjieba

    amount = _NUMBER.match(name)
    if amount and amount.end() > 0 and len(name) - amount.end() <= 4:
        return (amount.group(), *name[amount.end():])
    return tuple(rjieba.cut(name))


def _in(word: str, text: str) -> bool:
    """Does a text hold a word? A number must be whole there, or be written in Chinese."""
    if not _NUMBER.fullmatch(word):
        return word in text
    digit = _DIGITS[int(word)] if word.isdigit() and int(word) < len(_DIGITS) else None
    return digit is not None and digit in text or word in _NUMBER.findall(text)
