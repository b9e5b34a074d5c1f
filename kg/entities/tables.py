"""The tables of resolution: what is known of names and types, each row a rule with an id and a reason."""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

_FOLDER = Path(__file__).resolve().parent / "rules"


class TypeRule(NamedTuple):
    """How things of one type are named and told apart."""

    type: str
    order: int  # the place of the type among those of one entity
    kind: int  # the same for its identity: what a thing is comes before what is being done to it
    prefixes: frozenset[str]  # kinds of place prefixes that its names may open with
    scope: str  # own | everywhere
    absorbs: frozenset[str]  # types that such a thing does not have beside this one


class Rewrite(NamedTuple):
    """A pattern in names, and what stands for it when names are compared."""

    id: str
    types: frozenset[str]
    pattern: re.Pattern[str]
    replacement: str
    proper: bool  # the canonical name goes without it too
    reason: str


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table.

    >>> rows("types")[0]["type"]
    'Town'
    """
    with (_FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _set(cell: str) -> frozenset[str]:
    return frozenset(cell.split("|")) - {""}


@lru_cache(maxsize=1)
def types() -> dict[str, TypeRule]:
    """What is known of each type."""
    return {r["type"]: TypeRule(r["type"], int(r["order"]), int(r["kind"]), _set(r["prefixes"]), r["scope"], _set(r["absorbs"]))
            for r in rows("types")}


_UNKNOWN = TypeRule("", 99, 99, frozenset(), "own", frozenset())


def type_rule(name: str) -> TypeRule:
    """What is known of a type; a type that is not in the table has names without place prefixes."""
    return types().get(name, _UNKNOWN)


@lru_cache(maxsize=1)
def _compatible() -> frozenset[frozenset[str]]:
    return frozenset(frozenset((r["one"], r["other"])) for r in rows("compatible"))


def compatible(one: frozenset[str] | tuple[str, ...], other: frozenset[str] | tuple[str, ...]) -> bool:
    """May one thing have all these types?

    >>> compatible(("Park",), ("Project",)), compatible(("Enterprise",), ("Project",))
    (True, False)
    """
    known = _compatible()
    return all(a == b or a in one and b in one or a in other and b in other or frozenset((a, b)) in known
               for a in one for b in other)


@lru_cache(maxsize=None)
def rewrites(table: str, kinds: frozenset[str]) -> tuple[Rewrite, ...]:
    """The rewrites of a table (``openings``, ``rewrites`` or ``reductions``) that hold for things of these types, in order."""
    return tuple(rule for rule in _all_rewrites(table) if rule.types & kinds)


@lru_cache(maxsize=None)
def _all_rewrites(table: str) -> tuple[Rewrite, ...]:
    return tuple(Rewrite(r["id"], _set(r["types"]), re.compile(r["pattern"]), r["replacement"],
                         r.get("proper") == "yes", r["reason"]) for r in rows(table))


@lru_cache(maxsize=1)
def reasons() -> dict[str, str]:
    """The reason of every rule of the tables, by its id."""
    return {r["id"]: r["reason"] for table in ("openings", "rewrites", "reductions", "rules") for r in rows(table)}


@lru_cache(maxsize=1)
def singular() -> frozenset[str]:
    """Generic names of which a division has but one, so that the bare name is enough."""
    return frozenset(r["name"] for r in rows("singular"))


@lru_cache(maxsize=1)
def mark_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Patterns of what tells apart names that otherwise agree, by kind."""
    return tuple((r["id"], re.compile(r["pattern"])) for r in rows("marks"))


@lru_cache(maxsize=1)
def known() -> tuple[tuple[re.Pattern[str], frozenset[str]], ...]:
    """Patterns of names that are known everywhere, with the types that they hold for (``*``: all)."""
    return tuple((re.compile(r["pattern"]), _set(r["types"])) for r in rows("known"))


@lru_cache(maxsize=1)
def national_titles() -> tuple[str, ...]:
    """Offices whose holders are known everywhere."""
    return tuple(r["title"] for r in rows("titles"))
