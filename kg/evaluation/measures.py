"""Precision, recall and F1 of a graph: the figures that the level of a build is stated in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.evaluation.judging import Judge, Judged, Wanted
from kg.evaluation.subject import CORE, RELATIONS, SUPPORT


@dataclass(frozen=True)
class Measure:
    """One row of the table. ``want`` counts required rows of the gold, ``have`` statements of the graph in scope."""

    name: str
    precision: float
    recall: float
    want: int
    have: int
    value_recall: float | None = None  # of observations: value and unit alone are right

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def measures(judge: Judge, every_type: bool = False) -> list[Measure]:
    """Entities by group and class, relations together and by kind, facts, observations.

    Args:
        judge: the graph beside its gold.
        every_type: also each supporting class and each kind of fact.
    """
    entities, wanted = judge.entities, judge.wanted_entities
    found = [_of(f"entity/{name}", _among(entities, kinds), _among(wanted, kinds)) for name, kinds in
             (("core", CORE), ("support", SUPPORT), *((t, (t,)) for t in CORE))]
    if every_type:
        found += _each("entity", entities, wanted, SUPPORT)
    found.append(_of("relation", judge.relations, judge.wanted_relations))
    found += _each("relation", judge.relations, judge.wanted_relations, RELATIONS, 0.0)
    found.append(_of("fact", judge.facts, judge.wanted_facts))
    if every_type:
        found += _each("fact", judge.facts, judge.wanted_facts, sorted({w.kind for w in (*judge.facts, *judge.wanted_facts)}))
    numbers = _of("observation", judge.numbers, judge.wanted_numbers)
    values = _of("value", judge.numbers, judge.wanted_values).recall
    found.append(Measure(numbers.name, numbers.precision, numbers.recall, numbers.want, numbers.have, values))
    return found


def _among(rows: Iterable, kinds: Iterable[str]) -> list:
    allowed = set(kinds)
    return [row for row in rows if row.kind in allowed]


def _each(group: str, have: Iterable[Judged], want: Iterable[Wanted], kinds: Iterable[str],
          empty: float | None = None) -> list[Measure]:
    """A row for each kind that gold or graph has."""
    found = []
    for kind in kinds:
        h, w = _among(have, (kind,)), _among(want, (kind,))
        if h or w:
            found.append(_of(f"{group}/{kind}", h, w, empty))
    return found


def _of(name: str, have: Iterable[Judged], want: Iterable[Wanted], empty: float | None = None) -> Measure:
    """``empty`` is the precision of nothing; by default 1 when nothing is wanted either."""
    have, want = list(have), list(want)
    nothing = float(not want) if empty is None else empty
    precision = sum(j.right for j in have) / len(have) if have else nothing
    return Measure(name, precision, sum(w.found for w in want) / len(want) if want else 1.0, len(want), len(have))
