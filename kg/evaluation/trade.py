"""What a least confidence costs and brings: precision and recall of the statements that remain."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kg.evaluation.corpus import judge
from kg.evaluation.gold import Gold
from kg.evaluation.judging import Judge
from kg.readings import Reading


class Trade(NamedTuple):
    """The statements that are at least this sure, of all kinds together."""

    min_confidence: float
    precision: float
    recall: float
    statements: int


def trades(read: Sequence[tuple[Gold, Reading]], levels: Iterable[float]) -> list[Trade]:
    """For each level precision and recall over all gold, as ``kg build --min-confidence`` would give them."""
    return [_trade(level, [judge(gold, reading, level) for gold, reading in read]) for level in levels]


def _trade(level: float, judges: Sequence[Judge]) -> Trade:
    judged = [j.right for judge in judges for j in judge.judged()]
    wanted = [w.found for judge in judges for w in judge.wanted()]
    return Trade(level, sum(judged) / len(judged) if judged else 1.0, sum(wanted) / len(wanted) if wanted else 1.0,
                 len(judged))
