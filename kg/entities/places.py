"""Place prefixes of names: 云溪县化工产业园, 云溪化工产业园, 县级…, 全省…, and which place each stands for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kg.document.report import Division, Report
from kg.entities.tables import rows

NATION = "nation"
_DEPTH = {"country": 0, "province": 1, "city": 2, "county": 3, "township": 4}
# the word that 我县, 全市, 省级 use for a division whose name has this ending; longest endings first
_LEVEL_WORDS = (("特别行政区", "区"), ("自治区", "自治区"), ("自治州", "州"), ("自治县", "县"), ("自治旗", "旗"), ("地区", "地区"),
                ("新区", "区"), ("省", "省"), ("市", "市"), ("盟", "盟"), ("州", "州"), ("县", "县"), ("区", "区"), ("旗", "旗"),
                ("街道", "街道"), ("镇", "镇"), ("乡", "乡"))


_WORDS = frozenset(word for _, word in _LEVEL_WORDS)
_SHORT_RESTS = frozenset("委")  # the one organ whose short name is one character: 县委


class Prefix(NamedTuple):
    """What an opening of a name says."""

    place: str  # code or name of the division; "" for an opening that only looks like a place
    kind: str  # full | short | level | deictic | letter | town | none
    depth: int  # 0 for the nation, 4 for a town


class Parsed(NamedTuple):
    """A name taken apart: the narrowest place that it opens with, how that is written, and the rest."""

    place: str
    kind: str
    rest: str


def identity(division: Division) -> str:
    """What a division is known by: its code, or its name where that is unknown."""
    return division.code or division.name


def level_word(division: Division) -> str:
    """The word for the level of a division.

    >>> level_word(Division("云溪县", "county")), level_word(Division("云溪自治县", "county"))
    ('县', '县')
    """
    return next((word for end, word in _LEVEL_WORDS if division.name.endswith(end) and division.name != end), "")


def levels(division: Division, own_names: Iterable[str] = ()) -> Iterator[tuple[str, str]]:
    """Openings that name the level of a division, with their kinds: 我县, 全县, 县级, 县.

    ``own_names``: how a text calls the division; 我县 there says that 县 means it, whatever its name is today.

    >>> dict(levels(Division("云溪县", "county")))["全县"], dict(levels(Division("云溪区", "county"), ["我县"]))["县级"]
    ('deictic', 'level')
    """
    word = level_word(division)
    words = ["自治区", "区"] if word == "自治区" else [word] if word else []
    words += [name[1:] for name in own_names if name[:1] in "我全本" and name[1:] in _WORDS and name[1:] not in words]
    for each in words:
        for row in rows("levels"):
            if row["ending"] in ("*", each):
                yield row["form"].replace("{e}", each), row["kind"]


def written(division: Division) -> Iterator[tuple[str, str]]:
    """Names of a division with their kinds: in full and short.

    >>> list(written(Division("云溪县", "county", short="云溪")))
    [('云溪县', 'full'), ('云溪', 'short')]
    """
    yield division.name, "full"
    if len(division.short) >= 2 and division.short != division.name:
        yield division.short, "short"


class Prefixes:
    """The place prefixes that names of one report may open with."""

    def __init__(self, prefixes: Mapping[str, Prefix], own: str = ""):
        self._prefixes = dict(prefixes)
        self.own = own  # the place that is the report's own division
        self._lengths = sorted({len(p) for p in self._prefixes}, reverse=True)

    @classmethod
    def of(cls, report: Report, towns: Iterable[tuple[str, str]] = ()) -> Prefixes:
        """The prefixes of a report: its division, those above it, and towns given as (name, code or name)."""
        return cls.of_divisions(_lineage(report), towns, report.own_names)

    @classmethod
    def of_divisions(cls, lineage: Sequence[Division], towns: Iterable[tuple[str, str]] = (),
                     own_names: Iterable[str] = ()) -> Prefixes:
        """The same from the divisions themselves, nearest first. What is nearer wins: 市 in a city's report is it."""
        found: dict[str, Prefix] = {}
        for i, division in enumerate(lineage):
            place, depth = identity(division), _DEPTH.get(division.level, 3)
            own = tuple(own_names) if i == 0 else ()
            for form, kind in (*written(division), *levels(division, own), *((n, "short") for n in own if len(n) >= 2)):
                found.setdefault(form, Prefix(place if kind != "none" else "", kind, depth))
        for row in rows("levels"):
            if row["ending"] == NATION:
                found.setdefault(row["form"], Prefix(NATION, row["kind"], 0))
        for name, place in towns:
            found.setdefault(name, Prefix(place, "town", 4))
        return cls(found, identity(lineage[0]) if lineage else "")

    def parse(self, name: str, kinds: frozenset[str]) -> Parsed:
        """Take the places off a name's opening, from the widest to the narrowest; a name must remain.

        >>> county = Division("云溪县", "county", "990101", (Division("江州市", "city", "990100"),), "云溪")
        >>> prefixes = Prefixes.of_divisions((county, *county.above))
        >>> prefixes.parse("江州市云溪县化工产业园", frozenset(("full", "short")))
        Parsed(place='990101', kind='full', rest='化工产业园')
        """
        place, how, at, depth = "", "", 0, -1
        while True:
            prefix, length = self._longest(name, at)
            rest = name[at + length:]
            if prefix is None or prefix.depth <= depth or (len(rest) < 2 and rest not in _SHORT_RESTS):
                return Parsed(place, how, name[at:])
            if prefix.kind not in kinds and not (prefix.kind == "deictic" and "full" in kinds):
                return Parsed(place, how, name[at:])
            place, how, depth = prefix.place, prefix.kind, prefix.depth
            at += length

    def _longest(self, name: str, at: int) -> tuple[Prefix | None, int]:
        for length in self._lengths:
            prefix = self._prefixes.get(name[at:at + length])
            if prefix is not None and at + length <= len(name):
                return (None, 0) if prefix.kind == "none" else (prefix, length)
        return None, 0


def _lineage(report: Report) -> tuple[Division, ...]:
    return () if report.division is None else (report.division, *report.division.above)
