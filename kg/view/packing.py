"""Discs put side by side: the first in the middle, each next one as near as can be to those it is linked with."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np

Point = tuple[float, float]

GAP = 36.0  # between discs
_TRIES = 48  # directions tried for each disc
_SEARCHED = 60  # discs whose place is searched for; the rest stands around them in rings


def pack(radii: Sequence[float], links: Counter) -> list[Point]:
    """Centres of discs that do not overlap.

    Args:
        radii: of the discs, by falling importance.
        links: how strongly two discs are linked, by pairs of places in ``radii``, the smaller first.

    >>> first, second = pack([10, 5], Counter())
    >>> round(math.dist(first, second)) == 10 + 5 + GAP
    True
    """
    centres: list[Point] = []
    for i in range(min(len(radii), _SEARCHED)):
        centres.append(_best_place(i, radii, np.array(centres), links) if centres else (0.0, 0.0))
    outer = max((math.hypot(*c) + r for c, r in zip(centres, radii)), default=0.0)
    rest = list(radii[_SEARCHED:])
    while rest:  # a ring at a time, as wide as its widest disc
        widest = max(rest[:40])
        middle = outer + GAP + widest
        angle, placed = 0.0, 0
        while placed < len(rest) and rest[placed] <= widest and \
                (step := (2 * rest[placed] + GAP) / middle) <= 2 * math.pi - angle:
            centres.append((middle * math.cos(angle + step / 2), middle * math.sin(angle + step / 2)))
            angle, placed = angle + step, placed + 1
        if not placed:  # a disc wider than its ring
            centres.append((middle, 0.0))
            placed = 1
        outer, rest = middle + max(rest[:placed]), rest[placed:]
    return centres


def _best_place(i: int, radii: Sequence[float], centres: np.ndarray, links: Counter) -> Point:
    """Where disc ``i`` touches a placed disc, overlaps none, and is nearest to its links and the middle."""
    placed = np.array(radii[:i])
    reach = radii[i] + placed + GAP
    angles = 2 * np.pi * np.arange(_TRIES) / _TRIES
    around = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    places = (centres[:, None] + reach[:, None, None] * around).reshape(-1, 2)
    distances = np.linalg.norm(places[:, None] - centres, axis=2)
    free = (distances >= reach - 1e-6).all(axis=1)
    pull = np.array([links[j, i] for j in range(i)], dtype=float)
    cost = distances @ pull / max(pull.sum(), 1.0) + np.linalg.norm(places, axis=1)
    if not free.any():
        return float(np.abs(centres[:, 0]).max() + reach.max()), 0.0
    best = places[free][np.round(cost[free], 6).argmin()]
    return float(best[0]), float(best[1])
