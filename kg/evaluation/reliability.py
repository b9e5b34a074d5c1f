"""Does confidence mean what it says? Statements of a graph by confidence, beside how many of them are right."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from kg.evaluation.judging import Judge

BOUNDS = (0.0, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0)  # of the bins of a reliability table


class Measured(NamedTuple):
    """A statement of the graph that the gold judges."""

    gold: str
    kind: str  # entity | relation | fact | observation
    confidence: float
    rules: tuple[str, ...]
    right: bool


class Bin(NamedTuple):
    """Statements whose confidence lies in ``[low, high)``; in the last bin 1 itself too."""

    low: float
    high: float
    count: int
    confidence: float  # their mean
    right: float  # the share of them that is right


def measured(judge: Judge) -> Iterator[Measured]:
    """Every statement in scope that has evidence, with whether it is right."""
    for kind, rows in (("entity", judge.entities), ("relation", judge.relations), ("fact", judge.facts),
                       ("observation", judge.numbers)):
        for j in rows:
            if j.statement in judge.subject.confidence:
                yield Measured(judge.gold.name, kind, judge.subject.confidence[j.statement],
                               judge.subject.rules[j.statement], j.right)


def bins(statements: Iterable[Measured]) -> list[Bin]:
    """The reliability table: only bins that hold something."""
    found = []
    rows = list(statements)
    for low, high in pairwise(BOUNDS):
        here = [m for m in rows if low <= m.confidence < high or m.confidence == high == 1]
        if here:
            found.append(Bin(low, high, len(here), sum(m.confidence for m in here) / len(here),
                             sum(m.right for m in here) / len(here)))
    return found


def calibration_error(statements: Sequence[Measured]) -> float:
    """The expected calibration error (Naeini et al., AAAI 2015): how far confidence and truth lie apart on average."""
    if not statements:
        return 0.0
    return sum(b.count * abs(b.confidence - b.right) for b in bins(statements)) / len(statements)


def log_loss(statements: Sequence[Measured]) -> float:
    """The mean negative log likelihood of what is right and wrong; less is better."""
    if not statements:
        return 0.0
    sure = [min(max(m.confidence if m.right else 1 - m.confidence, 1e-6), 1) for m in statements]
    return -sum(map(math.log, sure)) / len(statements)
