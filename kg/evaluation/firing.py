"""How often rules fire, and how often they are right."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.evaluation.reliability import Measured
from kg.evaluation.subject import Statement, Subject
from kg.triples import vocabulary as v

KINDS = ("entity", "relation", "fact", "observation")


@dataclass
class Firing:
    """One rule: the statements that cite it by kind, and of those that the gold judges, how many are right."""

    rule: str
    counts: Counter = field(default_factory=Counter)
    judged: int = 0
    right: int = 0

    @property
    def statements(self) -> int:
        """All statements that cite the rule."""
        return sum(self.counts.values())

    @property
    def precision(self) -> float | None:
        """The share of its judged statements that is right; ``None`` where none was judged."""
        return self.right / self.judged if self.judged else None


def firings(subjects: Iterable[Subject], judged: Iterable[Measured] = ()) -> list[Firing]:
    """The rules that evidence cites, those that fire most first."""
    found: dict[str, Firing] = {}
    counts: dict[str, Counter] = defaultdict(Counter)
    for subject in subjects:
        for statement, rules in subject.rules.items():
            kind = _kind(statement)
            for rule in rules if kind else ():
                counts[rule][kind] += 1
    for rule, kinds in counts.items():
        found[rule] = Firing(rule, kinds)
    for m in judged:
        for rule in m.rules:
            firing = found.setdefault(rule, Firing(rule))
            firing.judged += 1
            firing.right += m.right
    return sorted(found.values(), key=lambda f: (-f.statements, f.rule))


def _kind(statement: Statement) -> str:
    """What a statement says; nothing for the indicators of numbers, which fire with their numbers."""
    _, predicate, object_ = statement
    if predicate == v.RDF + "type":
        if object_ == v.GOV + "Indicator":
            return ""
        return "observation" if object_ == v.QB + "Observation" else "entity"
    return "fact" if predicate.removeprefix(v.GOV) in v.FACTS else "relation"
