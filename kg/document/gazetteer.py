"""All administrative divisions of China down to townships, with national codes."""

from __future__ import annotations

import csv
import gzip
import re
from functools import lru_cache
from pathlib import Path

from kg.document.report import Division

_DATA = Path(__file__).parent / "data"
_LEVELS = {2: "province", 4: "city", 6: "county", 9: "township"}
_ENDING = re.compile(r"(?:(?:[^\W\d_A-Za-z]族)+自治[区州县旗]|维吾尔自治区|自治[区州县旗]|特别行政区|地区|街道办事处|街道|新区|省|市|县|区|旗|盟|州|镇|乡)$")
_NATIONS = re.compile(r"(?:哈萨克|柯尔克孜|塔吉克|壮族|回族|维吾尔|蒙古族?|藏族|彝族|苗族|土家族|侗族|布依族|瑶族|白族|哈尼族|傣族|傈僳族|朝鲜族|羌族|畲族|满族|黎族|各族)+$")


def short_name(name: str) -> str:
    """A division's name without its generic ending, where two characters stay.

    >>> short_name("云溪县"), short_name("宁夏回族自治区"), short_name("易县")
    ('云溪', '宁夏', '易县')
    """
    stem = _ENDING.sub("", name)
    bare = _NATIONS.sub("", stem)
    stem = bare if len(bare) >= 2 else stem
    return stem if len(stem) >= 2 else name


class Gazetteer:
    """Divisions by code and by name."""

    def __init__(self, data: Path = _DATA):
        with (data / "divisions.csv").open(encoding="utf-8", newline="") as file:
            self._names = {row["code"]: row["name"] for row in csv.DictReader(file)}
        self._townships_file = data / "townships.csv.gz"
        self._codes: dict[str, list[str]] = {}
        for code, name in self._names.items():
            for form in {name, short_name(name)}:
                self._codes.setdefault(form, []).append(code)

    @staticmethod
    @lru_cache(maxsize=1)
    def default() -> Gazetteer:
        """The gazetteer that the package ships, read once."""
        return Gazetteer()

    @property
    def names(self) -> tuple[str, ...]:
        """Full and short names of all provinces, cities and counties, sorted."""
        return tuple(sorted(self._codes))

    def names_of(self, *levels: str) -> frozenset[str]:
        """Full and short names of the divisions of some levels."""
        return frozenset(name for name, codes in self._codes.items() if any(_LEVELS[len(c)] in levels for c in codes))

    def division(self, code: str, name: str | None = None) -> Division:
        """The province, city or county with this code; ``name`` where it was called otherwise.

        Raises:
            KeyError: there is no such code.

        >>> Gazetteer.default().division("110101").above[0].name
        '北京市'
        """
        own = self._names[code]
        above = tuple(self.division(code[:n]) for n in (4, 2) if n < len(code) and code[:n] in self._names)
        called = name or own
        return Division(called, _LEVELS[len(code)], code, above, short_name(called))

    def named(self, name: str) -> tuple[Division, ...]:
        """All divisions with this full or short name, also where the ending has changed (县 that became 区)."""
        codes = self._codes.get(name)
        if codes is None:
            stem = short_name(name)
            codes = [c for c in self._codes.get(stem, ()) if stem != name and _alike(name, self._names[c])]
            return tuple(self.division(code, name) for code in codes)
        return tuple(self.division(code) for code in codes)

    def find(self, name: str, within: Division | None = None) -> Division | None:
        """The division of this name, if there is exactly one (within a larger one, if given).

        >>> Gazetteer.default().find("东城区").code
        '110101'
        """
        found = self.named(name)
        exact = tuple(d for d in found if d.name == name) or found
        if within is not None:
            exact = tuple(d for d in exact if d.code.startswith(within.code) and d.code != within.code)
        return exact[0] if len(exact) == 1 else None

    def counties(self, division: Division) -> frozenset[str]:
        """Full and short names of the counties of a province or city.

        >>> sorted(Gazetteer.default().counties(Gazetteer.default().division("2201")))[:2]
        ['九台', '九台区']
        """
        names = (name for code, name in self._names.items() if len(code) == 6 and code.startswith(division.code))
        return frozenset(form for name in names for form in (name, short_name(name))) if division.code else frozenset()

    def towns(self, division: Division) -> tuple[Division, ...]:
        """The townships of a county, or of a city without counties."""
        if len(division.code) not in (4, 6):
            return ()
        above = (division, *division.above)
        return tuple(Division(name, "township", code, above, short_name(name))
                     for code, name in _townships(self._townships_file, division.code))

    def town_names(self, division: Division) -> frozenset[str]:
        """Full names of all townships of the city that a county belongs to (of the division itself, if larger)."""
        return frozenset(name for _, name in _townships(self._townships_file, division.code[:4]))


@lru_cache(maxsize=256)
def _townships(file: Path, code: str) -> tuple[tuple[str, str], ...]:
    """Codes and names of the townships whose code starts with ``code``; the file is sorted, they stand together."""
    text = _township_lines(file)
    start = text.find(f"\n{code}") + 1 if code else 0
    if not start:
        return ()
    found = []
    for line in text[start:start + 200_000].split("\n"):
        if not line.startswith(code):
            break
        found.append(tuple(line.split(",", 1)))
    return tuple(found)


@lru_cache(maxsize=2)
def _township_lines(file: Path) -> str:
    return "\n" + gzip.decompress(file.read_bytes()).decode("utf-8")


def _alike(name: str, other: str) -> bool:
    """May one be the other's name at another time? 县, 区, 市 and 旗 change into each other, provinces do not."""
    return name[-1] in "县区市旗州盟" and other[-1] in "县区市旗州盟"
