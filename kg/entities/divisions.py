"""Divisions and towns: which mentions mean the report's own division, those above it, and its towns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

from kg.document.report import Division, Report
from kg.entities.places import levels, written

_TOWN_ENDINGS = ("街道办事处", "街道", "镇", "乡")


class Gazetteer(Protocol):
    """What resolution asks of the gazetteer of divisions."""

    def towns(self, division: Division) -> Sequence[Division]:
        """The towns of a division."""

    def find(self, name: str, within: Sequence[Division]) -> Division | None:
        """The one division that a name means, seen from a report's own; ``None`` if there are more or none."""


class Known(NamedTuple):
    """A division that mentions may name, and how a form came to mean it."""

    division: Division
    rule: str


class Divisions:
    """The divisions that names in one report stand for."""

    def __init__(self, lineage: Sequence[Division], own_names: Iterable[str] = (),
                 gazetteer: Gazetteer | None = None):
        self.lineage = tuple(lineage)
        self._gazetteer = gazetteer
        self._forms = dict(_lineage_forms(self.lineage, tuple(own_names)))
        self._towns = _town_forms(gazetteer.towns(self.lineage[0]) if gazetteer and self.lineage else ())

    @classmethod
    def of(cls, report: Report, gazetteer: Gazetteer | None = None) -> Divisions:
        """The divisions of a report."""
        own = report.division
        return cls((own, *own.above) if own else (), report.own_names, gazetteer)

    def means(self, name: str, types: Sequence[str]) -> Known | None:
        """The division or town that a form of these types means, if it means one that is known.

        >>> county = Division("云溪县", "county", "990101", (), "云溪")
        >>> Divisions((county,)).means("全县", ("AdministrativeDivision",)).division.code
        '990101'
        """
        if "AdministrativeDivision" in types or "Town" in types:
            known = self._forms.get(name)
            if known is not None:
                return known
        if "Town" in types or "Place" in types or "AdministrativeDivision" in types:
            known = self._towns.get(name)
            if known is not None and ("Town" in types or known.rule == "town-short"):
                return known
        if "AdministrativeDivision" in types and self._gazetteer is not None:
            found = self._gazetteer.find(name, self.lineage)
            return None if found is None else Known(found, "division-gazetteer")
        return None


def full_names(division: Division) -> tuple[str, ...]:
    """A division's name with those of the divisions above it in front.

    >>> city = Division("江州市", "city")
    >>> full_names(Division("云溪县", "county", above=(city, Division("东省", "province"))))
    ('江州市云溪县', '东省江州市云溪县')
    """
    names, name = [], division.name
    for above in division.above:
        if above.level != "country":
            name = above.name + name
            names.append(name)
    return tuple(names)


def _lineage_forms(lineage: Sequence[Division], own_names: Sequence[str]) -> Iterator[tuple[str, Known]]:
    """Forms of the report's divisions; those of nearer ones come last, and so win."""
    for division in reversed(lineage):
        known = Known(division, "division-own" if division is lineage[0] else "division-above")
        for form, kind in levels(division, own_names if division is lineage[0] else ()):
            if kind in ("deictic", "letter"):
                yield form, known
        for above in ("", *_prefix_runs(division)):
            for form, _ in written(division):
                yield above + form, known
    if lineage:
        for name in own_names:
            yield name, Known(lineage[0], "division-own")


def _prefix_runs(division: Division) -> tuple[str, ...]:
    """What may stand in front of a division's name: 江州市, 东省江州市, 江州."""
    runs: list[str] = []
    for above in division.above:
        for form, _ in written(above):
            runs += [form, *(form + run for run in tuple(runs) if run != form)]
    return tuple(dict.fromkeys(runs))


def _town_forms(towns: Sequence[Division]) -> dict[str, Known]:
    """Forms of towns: in full, with 办事处, and without ending where that fits one town only."""
    forms: dict[str, Known | None] = {}
    for town in towns:
        known = Known(town, "town-gazetteer")
        forms[town.name] = known
        if town.name.endswith("街道"):
            forms[town.name + "办事处"] = known
        short = stem(town.name)
        if short:
            forms[short] = None if short in forms else Known(town, "town-short")
    return {form: known for form, known in forms.items() if known is not None}


def stem(town: str) -> str:
    """A town's name without its generic ending, ``""`` if less than two characters remain.

    >>> stem("清源镇"), stem("白石街道办事处"), stem("河镇")
    ('清源', '白石', '')
    """
    for ending in _TOWN_ENDINGS:
        if town.endswith(ending):
            rest = town[:-len(ending)]
            return rest if len(rest) >= 2 else ""
    return ""
