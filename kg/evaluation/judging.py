"""Judges each statement of a graph by the gold: what is right, what is wrong, and what was missed.

Recall counts the gold's required rows. Precision counts what the graph says of the annotated text: it is right when
the gold has it at all, required or not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from kg.evaluation.forms import forms, key, similar
from kg.evaluation.gold import Gold
from kg.evaluation.subject import CORE, SUPPORT, Number, Statement, Subject
from kg.triples import vocabulary as v

FACTS = ("status", "aim", "plansListing", "capacity", "investment")
_LOOSE = (("organizes", "head"), ("holdsOffice", "tail"))
_WHOLE = ("indicator", "year", "unit", "measure", "nature")


@dataclass(frozen=True)
class Judged:
    """A statement of the graph, and whether the gold has it."""

    statement: Statement
    kind: str  # a class, relation or fact, or ``observation``
    text: str  # as people read it
    right: bool


@dataclass(frozen=True)
class Wanted:
    """A required row of the gold, and whether the graph has it."""

    row: dict
    kind: str
    text: str
    found: bool


class Judge:
    """A graph beside gold. ``text`` is the annotated text that precision is limited to; ``None``: the whole graph."""

    def __init__(self, subject: Subject, gold: Gold, text: str | None = None):
        self.subject, self.gold = subject, gold
        self.text = key(text) if text else None

    # entities

    @cached_property
    def entities(self) -> tuple[Judged, ...]:
        """Every class that the graph gives an entity, in scope."""
        found = [(iri, kind) for iri, kinds in self.subject.types.items() for kind in (*CORE, *SUPPORT) if kind in kinds]
        return tuple(Judged((iri, v.RDF + "type", v.GOV + kind), kind, f"{self._name(iri)}（{kind}）",
                            any(kind in e["types"] for e in self._named(iri)))
                     for iri, kind in found if self._in_scope(iri, kind))

    @cached_property
    def wanted_entities(self) -> tuple[Wanted, ...]:
        """The entities that must be found; by their first class."""
        return tuple(Wanted(e, e["types"][0], f"{e['name']}（{e['types'][0]}）",
                            any(set(e["types"]) & self.subject.types[b] for b in self.built(e)))
                     for e in self.gold.entities if e["required"])

    def _in_scope(self, iri: str, kind: str) -> bool:
        quoted = self.subject.quoted_in((iri, v.RDF + "type", v.GOV + kind), self.text)
        return any(f in self.text for f in self.subject.forms[iri]) if quoted is None else quoted

    def built(self, entity: dict) -> list[str]:
        """The nodes that an entity of the gold may mean, whatever their classes."""
        return [b for f in forms(entity["name"], entity.get("aliases", ())) for b in self.subject.by_form.get(f, ())]

    def _named(self, iri: str) -> list[dict]:
        """The entities of the gold that a node may mean."""
        return [e for f in self.subject.forms.get(iri, ()) for e in self.gold.by_form.get(f, ())]

    def gold_named(self, name: str) -> list[dict]:
        """The entities of the gold that a name may mean."""
        return [e for f in forms(name) for e in self.gold.by_form.get(f, ())]

    def _name(self, iri: str) -> str:
        return next(iter(self.subject.names.get(iri, ())), iri)

    # relations

    @cached_property
    def relations(self) -> tuple[Judged, ...]:
        """Every relation in scope whose ends are both in the gold: an end that is not is an entity's error."""
        return tuple(Judged((h, v.GOV + r, t), r, f"{self._name(h)} {r} {self._name(t)}",
                            any(self._same(r, self._named(h), self._named(t), g) for g in self.gold.relations))
                     for h, r, t in sorted(self.subject.relations)
                     if self._named(h) and self._named(t)
                     and self.subject.quoted_in((h, v.GOV + r, t), self.text) is not False)

    @cached_property
    def wanted_relations(self) -> tuple[Wanted, ...]:
        """The relations that must be found."""
        ends: dict[str, list[tuple[list[dict], list[dict]]]] = {}
        for h, r, t in self.subject.relations:
            ends.setdefault(r, []).append((self._named(h), self._named(t)))
        return tuple(Wanted(g, g["relation"], f"{g['head']} {g['relation']} {g['tail']}",
                            any(self._same(g["relation"], h, t, g) for h, t in ends.get(g["relation"], ())))
                     for g in self.gold.relations if g["required"])

    @cached_property
    def _own(self) -> frozenset[str]:
        """Names of divisions and bodies: a government and its division stand for each other."""
        return frozenset(e["name"] for e in self.gold.entities if set(e["types"]) & {"AdministrativeDivision", "PublicBody"})

    def _same(self, relation: str, heads: list[dict], tails: list[dict], row: dict) -> bool:
        return (row["relation"] == relation and self._same_end(relation, "head", row["head"], heads)
                and self._same_end(relation, "tail", row["tail"], tails))

    def _same_end(self, relation: str, end: str, name: str, named: list[dict]) -> bool:
        loose = (relation, end) in _LOOSE and name in self._own
        return any(e["name"] == name or (loose and e["name"] in self._own) for e in named)

    # facts

    @cached_property
    def facts(self) -> tuple[Judged, ...]:
        """Every fact in scope on an entity of the gold."""
        return tuple(Judged(self._statement(b, f, value), f, f"{self._name(b)} {f} {value}",
                            any(x["fact"] == f and any(e["name"] == x["entity"] for e in self._named(b))
                                and _same_value(x, value) for x in self.gold.facts))
                     for b, f, value in sorted(self.subject.facts) if self._named(b) and self._fact_in_scope(b, f, value))

    @cached_property
    def wanted_facts(self) -> tuple[Wanted, ...]:
        """The facts that must be found."""
        entities = {e["name"]: e for e in self.gold.entities}
        return tuple(Wanted(x, x["fact"], f"{x['entity']} {x['fact']} {x['value']}", x["entity"] in entities and any(
            f == x["fact"] and _same_value(x, value) and b in self.built(entities[x["entity"]])
            for b, f, value in self.subject.facts))
                     for x in self.gold.facts if x["required"] and x["fact"] in FACTS)

    def _statement(self, entity: str, fact: str, value: str) -> Statement:
        found = self.subject.fact_statements(entity, fact, value)
        return next((s for s in found if s in self.subject.confidence), found[0])

    def _fact_in_scope(self, entity: str, fact: str, value: str) -> bool:
        """Amounts are nodes of their own, which the scorer of the gold asks no evidence about: they are in scope."""
        if fact == "investment":
            return True
        asked = (self.subject.quoted_in(s, self.text) for s in self.subject.fact_statements(entity, fact, value))
        return next((quoted for quoted in asked if quoted is not None), True)

    # numbers

    @cached_property
    def numbers(self) -> tuple[Judged, ...]:
        """Every number in scope."""
        return tuple(Judged(o.statement, "observation", str(o), any(_same_number(x, o) for x in self.gold.observations))
                     for o in self.subject.numbers if self.subject.quoted_in(o.statement, self.text) is not False)

    @cached_property
    def wanted_numbers(self) -> tuple[Wanted, ...]:
        """The numbers that must be found, all their parts right."""
        return self._wanted_numbers(lambda x, o: _same_number(x, o))

    @cached_property
    def wanted_values(self) -> tuple[Wanted, ...]:
        """The numbers that must be found, by value and unit alone."""
        return self._wanted_numbers(lambda x, o: _same_number(x, o, ("unit",)))

    def _wanted_numbers(self, same: Callable[[dict, Number], bool]) -> tuple[Wanted, ...]:
        return tuple(Wanted(x, "observation", f"{x['indicator']} {x['value']}{x['unit']} {x['measure']} {x['nature']} "
                            f"{x['year']}", any(same(x, o) for o in self.subject.numbers))
                     for x in self.gold.observations if x["required"])

    def judged(self) -> Iterator[Judged]:
        """Everything in scope, whatever it is."""
        yield from (*self.entities, *self.relations, *self.facts, *self.numbers)

    def wanted(self) -> Iterator[Wanted]:
        """Everything that must be found, whatever it is."""
        yield from (*self.wanted_entities, *self.wanted_relations, *self.wanted_facts, *self.wanted_numbers)


def _same_value(row: dict, value: str) -> bool:
    return row["fact"] in ("investment", "capacity") or key(str(row["value"])).lower() == key(value).lower()


def _same_number(row: dict, o: Number, parts: Iterable[str] = _WHOLE) -> bool:
    value = row["value"]
    if o.value is None or not isinstance(value, (int, float)) or abs(abs(o.value) - abs(value)) > 1e-9 * max(1, abs(value)):
        return False
    return all(_same_part(row, o, part) for part in parts)


def _same_part(row: dict, o: Number, part: str) -> bool:
    if part == "unit":
        return key(row.get("unit") or "") == o.unit
    if part == "year":
        return str(row["year"]) == o.year
    if part == "indicator":
        return similar(forms(row["indicator"], row.get("indicator_aliases", ())), o.indicator)
    return row[part].lower() == getattr(o, part)
