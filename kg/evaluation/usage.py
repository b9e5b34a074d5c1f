"""Which entries of the lexicons do reports use? What none uses may go.

Where words are searched by an automaton (names, cues) an entry is used if it was really found, not merely inside a
longer one; words at the ends of a phrase (numbers) if they were looked up there; all others if the text holds them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from kg import resources
from kg.document.report import Report
from kg.entities import Resolution, resolve
from kg.entities.forms import kinds_of
from kg.entities.rewriting import rules
from kg.extraction.cues import ROLES, Cues
from kg.extraction.lexicon import Entry, load, watching
from kg.extraction.names.passage import LAYERS
from kg.extraction.pipeline import extract
from kg.extraction.quantities.wording import Suffixes, words
from kg.extraction.records import Extraction

_TAILS = ("quantity_verbs", "quantity_actions", "quantity_leads", "quantity_nouns")  # asked for at the ends of phrases
_UNITS = "quantity_units"
_STRUCTURE = ("relation_ends",)  # rows that name no words of a text: they are always used
_CLASS_WORDS = ("heads", "generic", "terms")  # what resolution knows names by
_COUNTED = re.compile(r"[\d一二三四五六七八九十百千万亿两多余几]$")


@dataclass(frozen=True)
class Unused:
    """An entry that no report uses, and why it is thought so."""

    id: str
    lexicon: str
    why: str  # "in no report", or "only inside longer words"


def lexicons() -> tuple[str, ...]:
    """The names of all lexicons."""
    return tuple(sorted(path.stem for path in resources.lexicon("").glob("*.csv")))


def unused(reports: Iterable[Report]) -> list[Unused]:
    """The entries of all lexicons that none of the reports uses, in the order of the files."""
    texts, used = [], set()
    for report in reports:
        texts.append(report.text)
        used |= used_in(report)
    text = "\n".join(texts)
    return [Unused(entry.id, name, _why(name, entry, text)) for name in lexicons() if name not in _STRUCTURE
            for entry in load(name) if entry.id not in used]


def _why(name: str, entry: Entry, text: str) -> str:
    return "only inside longer words" if _occurs(name, entry, text) else "in no report"


def used_in(report: Report) -> set[str]:
    """The ids of the entries that a report uses."""
    with watching() as found, _recording() as looked_up:
        extraction = extract(report)
    used = found | looked_up | set(_cues(report.text))
    records = (*extraction.mentions, *extraction.relations, *extraction.facts, *extraction.observations)
    used |= set(_cited({r.rule for r in records}))
    for name in set(lexicons()) - {*LAYERS, *ROLES, *_TAILS, *_STRUCTURE}:
        used |= {entry.id for entry in load(name) if _occurs(name, entry, report.text)}
    return used | set(_of_names(extraction, resolve(report, extraction)))


def _of_names(extraction: Extraction, resolution: Resolution) -> Iterator[str]:
    """The class words that resolution sees: names have lost the quotes and places that the text has."""
    written = {m.name for m in extraction.mentions} | {n for e in resolution.entities for n in (e.name, *e.aliases)}
    cores = {core for e in resolution.entities for n in (e.name, *e.aliases)
             for core, _ in rules("rewrites", kinds_of(e.types)).each(n)}
    text = "\n".join(sorted(written | cores))
    yield from (entry.id for name in _CLASS_WORDS for entry in load(name) if entry.text in text)


def _cited(rules: Iterable[str]) -> Iterator[str]:
    """The entries that rule ids name: ``enumeration.groups.重大项目`` names ``groups.重大项目``."""
    names = set(lexicons())
    for rule in rules:
        parts = rule.split(".")
        yield from (".".join(parts[i:]) for i, part in enumerate(parts) if part in names)


def _cues(text: str) -> Iterator[str]:
    """The entries that cues of a text speak by; one that takes words out of play is used where it does."""
    for cue in Cues(text).within(0, len(text)):
        yield from (entry.id for entry in cue.roles.values())
        yield from (f"{name}.{text[cue.start:cue.end]}" for name in ROLES)


@contextmanager
def _recording() -> Iterator[set[str]]:
    """Give a set that holds, when the block ends, the ids of all entries that phrases were found to end in."""
    seen: set[str] = set()
    lists = [words(name) for name in _TAILS]
    plain = [suffixes.entries for suffixes in lists]
    try:
        for suffixes in lists:
            suffixes.entries = _Recorder(suffixes, seen)
        yield seen
    finally:
        for suffixes, entries in zip(lists, plain):
            suffixes.entries = entries


class _Recorder(dict):
    """Entries by their text that note which of them were asked for and are there."""

    def __init__(self, suffixes: Suffixes, seen: set[str]):
        super().__init__(suffixes.entries)
        self._seen = seen

    def get(self, text: str, default: Entry | None = None) -> Entry | None:
        entry = super().get(text, default)
        if entry is not None:
            self._seen.add(entry.id)
        return entry


def _occurs(name: str, entry: Entry, text: str) -> bool:
    """Does a text hold an entry: its pattern, its unit behind a number, or its words?"""
    pattern = entry.columns.get("pattern")
    if pattern:
        return re.search(pattern.removesuffix("$"), text) is not None
    if name == _UNITS:
        return any(_COUNTED.search(text, max(0, m.start() - 1), m.start()) for m in re.finditer(re.escape(entry.text), text))
    return entry.text in text
