"""The words around numbers: predicates before them, openings that name nothing, verbs and bare nouns.

All words are lexicon entries; the id of the entry that decided is an observation's rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from kg.extraction.lexicon import Entry, load
from kg.extraction.quantities.patterns import pattern

_COMPARISON = pattern("comparison")
_OPENING_PERIOD = pattern("opening-period")
_ASPECTS = pattern("aspects")  # 办好六个方面28件实事
_NOW = pattern("now")  # 达到现在的143万平方米
_SAME = re.compile(r"（(?:[^（）]{1,8}，)?下同）$")  # 同比（下同）
_MARKS = "、，；： 　（"


class Tail(NamedTuple):
    """A left context without its predicate, and what the predicate says."""

    core: str
    kinds: frozenset[str]  # kinds of quantity_verbs: reach, to, rise, fall, over, share …
    rule: str  # id of the entry that says most, "" where there is no predicate


class Suffixes:
    """Entries of a lexicon that a string may end (or begin) with, longest first."""

    def __init__(self, name: str):
        self.entries: dict[str, Entry] = {entry.text: entry for entry in load(name)}
        self._opening, self._ending = _lengths(self.entries, 0), _lengths(self.entries, -1)
        self._unless = {text: re.compile(entry.columns["unless"]) for text, entry in self.entries.items()
                        if entry.columns.get("unless")}

    def ending(self, text: str) -> Entry | None:
        """The longest entry that the text ends with."""
        for length in self._ending.get(text[-1:], ()):
            entry = self.entries.get(text[-length:])
            if entry is not None:
                return entry
        return None

    def opening(self, text: str) -> Entry | None:
        """The longest entry that the text begins with, unless what follows makes it another word."""
        for length in self._opening.get(text[:1], ()):
            entry = self.entries.get(text[:length])
            if entry is not None:
                unless = self._unless.get(entry.text)
                if unless is None or not unless.match(text, length):
                    return entry
        return None


def _lengths(texts: Iterable[str], place: int) -> dict[str, tuple[int, ...]]:
    """The character at a place of each text → the lengths that texts with it have, longest first."""
    lengths: dict[str, set[int]] = {}
    for text in texts:
        lengths.setdefault(text[place], set()).add(len(text))
    return {character: tuple(sorted(found, reverse=True)) for character, found in lengths.items()}


@cache
def words(name: str) -> Suffixes:
    """The lexicon ``name``, ready to be asked for openings and endings."""
    return Suffixes(name)


_CHANGES = frozenset(("rise", "fall", "rate", "cut"))
_WEIGHT = ("share", "rate", "cut", "fall", "rise", "to", "from", "over", "under", "about", "split", "reach")


def read_tail(left: str) -> Tail:
    """Take the predicate off the end of the words before a number.

    >>> read_tail("进出口总额同比增长超过")[:2] == ("进出口总额", frozenset({"rise", "over"}))
    True
    """
    verbs, kinds, rule, best = words("quantity_verbs"), set(), "", len(_WEIGHT)
    core = _ASPECTS.sub("", left.rstrip(_MARKS))
    if core.endswith("的"):
        core = without_comparison(_NOW.sub("", core))
    while core:
        entry = verbs.ending(core)
        kind = entry.columns["kind"] if entry else "stop"
        if kind == "stop":
            if core[-1] != "了" or entry:
                break
            core = core[:-1]
            continue
        core = core[:-len(entry.text)].rstrip(_MARKS)
        kinds.add(kind)
        if kind == "share" and entry.text[:2] in ("占比", "比重"):
            return Tail(core + entry.text[:2], frozenset(kinds), entry.id)
        if _WEIGHT.index(kind) < best:
            best, rule = _WEIGHT.index(kind), entry.id
        if kinds & _CHANGES:
            core = without_comparison(core)
    return Tail(core, frozenset(kinds), rule)


def without_comparison(core: str) -> str:
    """The words before a comparison with another time or place.

    >>> without_comparison("城镇化率比2015年"), without_comparison("财政收入同比")
    ('城镇化率', '财政收入')
    """
    core = _SAME.sub("", core)
    while core:
        found = _COMPARISON.search(core)
        if found is None:
            return core
        core = core[:found.start()].rstrip(_MARKS)
    return core


def without_opening(core: str, own_names: tuple[str, ...] = ()) -> str:
    """The words after what only places them: time, scope, adverbs.

    >>> without_opening("2023年全县累计新增高新技术企业")
    '新增高新技术企业'
    """
    leads = words("quantity_leads")
    while core:
        core = core.lstrip(_MARKS + "）”的")
        period = _OPENING_PERIOD.match(core)
        if period is not None and period.end():
            core = core[period.end():]
            continue
        entry = leads.opening(core)
        if entry is not None:
            core = core[len(entry.text):]
            continue
        own = next((name for name in own_names if core.startswith(name)), None)
        if own is None:
            return core
        core = core[len(own):]
    return core


def kind_of(noun: str) -> str:
    """``dependent``, ``total``, ``generic`` or ``""``: what sort of bare noun this is."""
    entry = words("quantity_nouns").entries.get(noun)
    return entry.columns["kind"] if entry else ""


def leading_action(core: str) -> Entry | None:
    """The verb that a phrase opens with (``新增``高新技术企业)."""
    entry = words("quantity_actions").opening(core)
    return entry if entry is not None and entry.columns["kind"] != "preposition" else None


def final_action(core: str) -> Entry | None:
    """The verb or preposition that a phrase ends with, so that its object must follow."""
    return words("quantity_actions").ending(core)
