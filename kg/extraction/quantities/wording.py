"""The words around numbers: predicates before them, openings that name nothing, verbs and bare nouns.

All words are lexicon entries; the id of the entry that decided is an observation's rule.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Iterable, NamedTuple

from kg.extraction.lexicon import Entry, load

_COMPARISON = re.compile(
    r"(?:(?:同比|环比)|(?:(?<![占同环对类无相])(?:比|较|高于|低于|快于|优于)(?![例重较如特赛喻亚])[^，；。、]{0,18}?)"
    r"|(?:近|这)?\d{1,2}年(?:来|间)?|按可比(?:口径|价格?|价)(?:计算)?|名义|实际|同口径|可比|(?:是|为|相当于)[^，；。、]{1,12}的)$")
_OPENING_PERIOD = re.compile(
    r"(?:比|较)[^，]{2,12}?(?=增加|减少|多|少|提高|新增|净增)|(?:到|截至|截止|自|从|至|比|较|与)?(?:(?:19|20)\d\d年?(?:[—－-](?:19|20)?\d\d年)?(?:\d\d?月)?(?:底|末|初|度|全年|以来|期间)?"
    r"|(?:近|这)(?:\d{1,2}|[两三四五六七八九十]{1,2})年(?:来|间|内)?|(?:\d{1,2}|[两三四五六七八九十]{1,2})年(?:来|间|内)共?|“?十[一二三四五]五”?(?:以来|期间|时期|末|期末|时期末)?)(?:，)?")
_ASPECTS = re.compile(r"(?:[一二三四五六七八九十]{1,2}|\d{1,2})(?:大|个|项|大类)?(?:方面|领域|类)$")  # 办好六个方面28件实事
_NOW = re.compile(r"(?:现在|目前|如今|当前|今年|去年|上年|(?:19|20)\d\d年)的$")  # 达到现在的143万平方米
_MARKS = "、，；： 　（"


class Tail(NamedTuple):
    """A left context without its predicate, and what the predicate says."""

    core: str
    kinds: frozenset[str]  # kinds of quantity_verbs: reach, to, rise, fall, over, under, about, split, share, from
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


@lru_cache(maxsize=None)
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
