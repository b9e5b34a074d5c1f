"""The tables of resolution in ``rules/``: what is known of types and names, each row with its reason."""

from __future__ import annotations

import csv
import re
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

_FOLDER = Path(__file__).resolve().parent / "rules"
_WITH_IDS = ("openings", "rewrites", "reductions", "steps")


class TypeRule(NamedTuple):
    """How things of one type are named and told apart."""

    type: str
    order: int  # the place of the type among those of one entity
    kind: int  # the same for its identity: what a thing is comes before what is being done to it
    prefixes: frozenset[str]  # kinds of place prefixes that its names may open with
    scope: str  # own | everywhere
    bare: str  # the name without its place must be particular, or may be any
    absorbs: frozenset[str]  # types that such a thing does not have beside this one


_UNKNOWN = TypeRule("", 99, 99, frozenset(), "own", "particular", frozenset())


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a table.

    >>> rows("types")[0]["type"]
    'Town'
    """
    with (_FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def cell(text: str) -> frozenset[str]:
    """The values of a cell that holds several, parted by ``|``."""
    return frozenset(text.split("|")) - {""}


@cache
def type_rule(name: str) -> TypeRule:
    """What is known of a type; of one that is not in the table, nothing."""
    for r in rows("types"):
        if r["type"] == name:
            return TypeRule(name, int(r["order"]), int(r["kind"]), cell(r["prefixes"]), r["scope"], r["bare"],
                            cell(r["absorbs"]))
    return _UNKNOWN


def by_order(name: str) -> tuple[int, str]:
    """The sort key that puts the main type first."""
    return type_rule(name).order, name


@lru_cache(maxsize=1)
def _compatible() -> frozenset[frozenset[str]]:
    return frozenset(frozenset((r["one"], r["other"])) for r in rows("compatible"))


@lru_cache(maxsize=4096)
def compatible(one: frozenset[str] | tuple[str, ...], other: frozenset[str] | tuple[str, ...]) -> bool:
    """May one thing have all these types?

    >>> compatible(("Park",), ("Project",)), compatible(("Enterprise",), ("Project",))
    (True, False)
    """
    known = _compatible()
    return all(a == b or a in one and b in one or a in other and b in other or frozenset((a, b)) in known
               for a in one for b in other)


@lru_cache(maxsize=1)
def reasons() -> dict[str, str]:
    """The reason of every rule, by its id."""
    return {r["id"]: r["reason"] for table in _WITH_IDS for r in rows(table)}


@lru_cache(maxsize=1)
def singular() -> frozenset[str]:
    """Generic names of which a division has but one, so that the bare name is enough."""
    return frozenset(r["name"] for r in rows("singular"))


@lru_cache(maxsize=1)
def mark_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Patterns of what tells apart names that otherwise agree, by kind."""
    return tuple((r["id"], re.compile(r["pattern"])) for r in rows("marks"))


@cache
def known_everywhere(types: tuple[str, ...]) -> re.Pattern[str]:
    """What the names of things that are known everywhere have in them, for things of these types."""
    return re.compile("|".join(f"(?:{r['pattern']})" for r in rows("known") if cell(r["types"]) & {"*", *types}))


@lru_cache(maxsize=1)
def national_titles() -> tuple[str, ...]:
    """Offices whose holders are known everywhere."""
    return tuple(r["title"] for r in rows("titles"))
