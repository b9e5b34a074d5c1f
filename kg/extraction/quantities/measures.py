"""What kind of statement a number makes: level, growth, increment, share or rank, and how it is bounded."""

from __future__ import annotations

from kg.extraction.numbers import Quantity
from kg.extraction.quantities.frames import Frame
from kg.extraction.quantities.patterns import pattern

RELATIVE = frozenset(("percent", "points", "times"))
_BOUNDS = (("over", "AtLeast"), ("under", "AtMost"), ("about", "About"))
_SHARE = pattern("share")
_OF_WHOLE = pattern("of-whole")  # 达到耕地总面积的64%
_RATE = pattern("rate")


def changes(kinds: frozenset[str]) -> bool:
    """Do the verbs tell a change (``增长5%``), not what it led to (``增长到5%``)?"""
    return bool(kinds & {"rate", "cut"}) or bool(kinds & {"rise", "fall"}) and "to" not in kinds


def falls(kinds: frozenset[str]) -> bool:
    """Do the verbs tell a decline?"""
    return "cut" in kinds or "fall" in kinds and "to" not in kinds


def measure_of(frame: Frame, kinds: frozenset[str], name: str, increment: bool, partial: bool) -> str:
    """The measure of a number.

    ``kinds`` are the kinds of the verbs before it, ``increment`` says that one like 新增 governs it,
    ``partial`` that its noun follows it (``90%的村``).
    """
    kind = frame.quantity.kind
    if kind == "rank":
        return "Rank"
    if kind in ("points", "times"):
        return "Growth"
    if kind != "percent":
        return "Increment" if increment or changes(kinds) else "Level"
    if changes(kinds):
        return "Growth"
    partial = partial or bool(_OF_WHOLE.search(frame.left))
    partial = partial or frame.right[:1] == "的" and not _RATE.search(name)
    return "Share" if partial or "share" in kinds or _SHARE.search(name) else "Level"


def bound_of(quantity: Quantity, kinds: frozenset[str]) -> str:
    """How the words before and after a number bound it."""
    if quantity.bound:
        return quantity.bound
    return next((bound for kind, bound in _BOUNDS if kind in kinds), "Exact")
