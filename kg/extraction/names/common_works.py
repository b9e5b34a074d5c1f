"""One work on all things of a list without a class noun: ``东河路、西河路雨污分流改造``, ``甲村、乙口棚户区改造``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.extraction.lexicon import Match, load
from kg.extraction.names.candidate import Candidate
from kg.extraction.names.enumerations import Enumeration
from kg.extraction.names.modifiers import singles_out
from kg.extraction.names.passage import Passage

WORK = ("work", "strict")  # heads that name a work
_NETS = ("管网", "管线", "管道")
_UTILITY = re.compile(r"(?:城区|县城|城镇|集中|市政|园区|污水|雨水)?(?:供|给|排)?(?:水|热|气|电|暖|供水|供热|供气|雨水|污水|热力|燃气|天然气|电力|通信|通讯|供暖|排水)")
_SHORT = 7  # characters of a name that shares its work with others


@lru_cache(maxsize=1)
def _plain_work() -> re.Pattern[str]:
    """Plain words for a work at the end of a name: what it is done to, how, what is done (lexicon ``treated``)."""
    thing, way, work = ("|".join(e.text for e in load("treated") if e.columns["class"] == kind) for kind in ("thing", "way", "work"))
    return re.compile(f"(?:{thing})+(?:{way})*(?:{work})$")


def common_work(passage: Passage, enumeration: Enumeration) -> Iterator[Candidate]:
    """The candidate for the list with the work that its last item ends in."""
    if len(enumeration.items) < 2 or enumeration.etc or enumeration.governor is None:
        return
    *others, (start, end) = enumeration.items
    works = [h for h in passage.heads_within(start, end) if h.entry.columns["need"] in WORK and passage.text[h.end:end] in ("", "工程", "任务", "建设")]
    work = works[-1] if works else None
    if work is None:
        return
    nets = work.entry.text.endswith(_NETS) and enumeration.group is None and all(_UTILITY.fullmatch(passage.text, a, b) for a, b in others)
    kinds = [_road(passage, a, b) for a, b in others]
    roads = work.end == end and enumeration.group is None and kinds[0] and set(kinds) == {kinds[0]} and kinds[0] in passage.text[start:work.start]
    if nets or roads or _named_alike(passage, others, start, work):
        yield Candidate(others[0][0], work.end, ("Project",), f"enumeration.{work.entry.id}", 0.8, passage.sentence.index)


def _named_alike(passage: Passage, others: list[tuple[int, int]], start: int, work: Match) -> bool:
    """Are all items bare names, or names of places and roads, the last with a plain word for the work?"""
    plain = _plain_work().search(passage.text, start + 2, work.end)
    names = [*others, (start, plain.start() if plain else start)]
    return not any(c in passage.text[slice(*names[-1])] for c in "路街") \
        and all(2 <= b - a <= _SHORT and (_road(passage, a, b) or singles_out(passage.text[a:b])) for a, b in names)


def _road(passage: Passage, start: int, end: int) -> str:
    """The last character of an item that is a road or a river as a whole, else nothing."""
    ends = any(h.end == end and h.entry.columns["need"] in ("road", "place") for h in passage.heads_within(start, end))
    return passage.text[end - 1] if ends else ""
