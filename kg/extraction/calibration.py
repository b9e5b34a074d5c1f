"""Confidence that means something: of the statements at 0.9, about nine in ten are right.

Rules come with a confidence that only ranks them. ``calibration.csv`` maps it, for each kind of statement, to the share
of right statements that was measured on annotated reports; ``tools/calibrate.py`` makes that file.
"""

from __future__ import annotations

import csv
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from kg.extraction.names.selection import GIVEN
from kg.extraction.records import Extraction

COLUMNS = ("kind", "raw", "seen", "right", "confidence")
KINDS = ("entity", "relation", "fact", "observation")
BY_HAND = (GIVEN, "correction")  # rules that are a person's word: left as they are
_FILE = Path(__file__).with_name("calibration.csv")
_PRIOR = 15  # as many statements of the kind's mean precision are added to each knot: small samples say little
_SUREST = 0.999  # 1 is for what a person has decided


class Knot(NamedTuple):
    """What was measured of statements around one raw confidence."""

    raw: float  # their mean
    seen: int
    right: int
    confidence: float


class Calibration:
    """A rising, piecewise linear map of confidence for each kind of statement.

    >>> steps = Calibration({"fact": (Knot(0.7, 40, 32, 0.8), Knot(0.9, 50, 48, 0.96))})
    >>> [round(steps.confidence("fact", raw), 3) for raw in (0.5, 0.7, 0.8, 0.95)]
    [0.8, 0.8, 0.88, 0.96]
    """

    def __init__(self, knots: Mapping[str, Sequence[Knot]]):
        self.knots = dict(knots)

    def confidence(self, kind: str, raw: float) -> float:
        """The share of statements of a kind that are right, where rules say ``raw``; that itself if none was measured."""
        knots = self.knots.get(kind, ())
        if not knots:
            return raw
        i = bisect_right([k.raw for k in knots], raw)
        if i in (0, len(knots)):
            return knots[min(i, len(knots) - 1)].confidence
        below, above = knots[i - 1], knots[i]
        return below.confidence + (above.confidence - below.confidence) * (raw - below.raw) / (above.raw - below.raw)

    def calibrated(self, extraction: Extraction) -> Extraction:
        """The extraction with calibrated confidences; what a person has said stays as it is."""
        def each(kind: str, records: Iterable) -> tuple:
            return tuple(r if r.rule.startswith(BY_HAND) else
                         replace(r, confidence=round(self.confidence(kind, r.confidence), 3)) for r in records)

        return Extraction(each("entity", extraction.mentions), each("relation", extraction.relations),
                          each("fact", extraction.facts), each("observation", extraction.observations))


def fit(measured: Iterable[tuple[str, float, bool]]) -> Calibration:
    """The calibration of statements of which it is known whether they are right.

    Isotonic regression by pooling adjacent violators (Barlow et al., Statistical Inference under Order Restrictions,
    1972); each pool is drawn towards the mean of its kind by a prior, and the map is linear between the pools.

    Args:
        measured: for each statement its kind, its raw confidence, and whether it is right.

    >>> fit([("fact", 0.7, i % 5 > 0) for i in range(50)] + [("fact", 0.9, True)] * 60).knots["fact"]
    (Knot(raw=0.7, seen=50, right=40, confidence=0.823), Knot(raw=0.9, seen=60, right=60, confidence=0.98))
    """
    by_kind: dict[str, dict[float, list[bool]]] = {}
    for kind, raw, right in measured:
        by_kind.setdefault(kind, {}).setdefault(round(raw, 3), []).append(right)
    return Calibration({kind: _knots(by_kind[kind]) for kind in KINDS if kind in by_kind})


def _knots(levels: Mapping[float, Sequence[bool]]) -> tuple[Knot, ...]:
    seen, right = sum(map(len, levels.values())), sum(map(sum, levels.values()))
    mean = (right + 1) / (seen + 2)  # Laplace: nothing is ever certain

    def share(pool: Sequence[float]) -> float:
        return min(round((pool[1] + _PRIOR * mean) / (pool[0] + _PRIOR), 3), _SUREST)

    pools: list[list[float]] = []  # seen, right, sum of raw confidences
    for raw in sorted(levels):
        pools.append([len(levels[raw]), sum(levels[raw]), raw * len(levels[raw])])
        while len(pools) > 1 and share(pools[-2]) >= share(pools[-1]):
            last = pools.pop()
            pools[-1] = [a + b for a, b in zip(pools[-1], last)]
    return tuple(Knot(round(pool[2] / pool[0], 3), int(pool[0]), int(pool[1]), share(pool)) for pool in pools)


def write(calibration: Calibration, path: Path = _FILE) -> None:
    """Write the table of a calibration."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        for kind, knots in calibration.knots.items():
            writer.writerows((kind, *knot) for knot in knots)


@lru_cache(maxsize=1)
def shipped() -> Calibration:
    """The calibration that the package ships."""
    knots: dict[str, list[Knot]] = {}
    with _FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            knots.setdefault(row["kind"], []).append(
                Knot(float(row["raw"]), int(row["seen"]), int(row["right"]), float(row["confidence"])))
    return Calibration(knots)
