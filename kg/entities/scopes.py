"""Scopes: which division a local thing belongs to, so that two counties' 中心小学 stay two things."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from kg.document.report import Report
from kg.entities.forms import Form
from kg.entities.places import NATION, identity
from kg.entities.tables import known_everywhere, national_titles, type_rule
from kg.extraction.lexicon import load
from kg.extraction.records import Mention

_WRITTEN_OUT = frozenset(("full", "short"))
_LEVELLED = frozenset(("PublicBody", "Event", "Honor"))  # their names open with a level: 县人大, 省级…


def home(report: Report) -> str:
    """The scope of what is local to a report: its division, or the report itself where that is unknown."""
    return identity(report.division) if report.division else report.name


def scope(report: Report, types: Sequence[str], forms: Sequence[Form], mentions: Iterable[Mention]) -> str:
    """The code or name of the division that a thing belongs to; ``""`` for what is known everywhere."""
    if any(_known_everywhere(form.name, types) for form in forms):
        return ""
    if types[0] == "Person" and any(_of_the_nation(report, mention) for mention in mentions):
        return ""
    for form in forms:
        if form.parsed.place == NATION:
            return ""
        if form.parsed.place and (form.parsed.kind in _WRITTEN_OUT or set(types) & _LEVELLED):
            return form.parsed.place
    return home(report) if type_rule(types[0]).scope == "own" else ""


def _known_everywhere(name: str, types: Sequence[str]) -> bool:
    if "Program" in types and name in _common_programs():
        return True
    return known_everywhere(tuple(types)).search(name) is not None


@lru_cache(maxsize=1)
def _common_programs() -> frozenset[str]:
    return frozenset(e.text for e in load("terms") if "Program" in e.list("types"))


def _of_the_nation(report: Report, mention: Mention) -> bool:
    around = report.text[max(0, mention.start - 6):mention.end + 6]
    return any(title in around for title in national_titles())
