"""What makes a noun of works (改造, 二期) name one: what it is done to, and that it is called works or so said to be."""

from __future__ import annotations

import re

from kg.extraction.lexicon import Match
from kg.extraction.names.passage import Passage

PLACED = frozenset(("Park", "Place", "Facility", "PublicBody"))  # what is also a project while it is being built
WORKS = frozenset(("any", "built", "road", "place", "work", "strict"))  # heads that say what a works project is on
_PHASE = re.compile("[一二三四五六七]期")
_PARTS = ("主体工程", "土建工程", "路基工程", "配套工程")
ABSTRACT = ("体系", "强省", "强市", "强县", "强区", "能力", "队伍", "文化", "文明", "品牌", "环境", "制度", "机制", "法治", "作风", "人才")
ENDING = ("关闭", "关停", "淘汰", "拆除", "取缔", "停建", "查封")  # works that are done away with
_BUILT = frozenset(("any", "road"))
_THINGS = _BUILT | {"place"}


def told_works(passage: Passage, bare: str, head: Match) -> bool:
    """Is it said to be works without a verb before it: a phase of a thing (清河公园二期), or called 项目 or 工程 (县医院迁建项目)?"""
    return len(bare) >= 3 and (_PHASE.search(head.entry.text) is not None or passage.text.startswith(("项目", "工程"), head.end) or len(bare) > 3 and _named_works(passage.text, head)) \
        and passage.text[head.end:head.end + 3] not in ("项目库", "项目部")


def _named_works(text: str, head: Match) -> bool:
    """Is the noun one of works by itself, and nothing that belongs to works (改造工程质量)?"""
    return head.entry.text.endswith("工程") and head.entry.text not in _PARTS and text[head.end:head.end + 1] in tuple("，。；、和等与及竣完开启全顺正已建投进纳主推")


def on_building(passage: Passage, start: int, head: Match) -> bool:
    """Does a building or body stand right before the noun of works (县医院迁建)?"""
    return any(h.end == head.start and h.entry.columns["need"] in ("any", "body") for h in passage.heads_within(start, head.start))


def on_thing(passage: Passage, start: int, head: Match, *, built: bool = False) -> bool:
    """Does the name of a road, a place or something built stand right before what is done to it (东岭街区保护利用)?

    ``built``: places do not count.
    """
    things = _BUILT if built else _THINGS
    return any(h.end == head.start and h.start > start and h.entry.columns["need"] in things for h in passage.heads_within(start, head.start))


def on_works(passage: Passage, start: int, head: Match) -> bool:
    """Do the words before the head end in a noun of something built or of work on it, or in its phase?"""
    return passage.text.endswith(("期）", "段）"), start, head.start) or any(h.end == head.start and h.start >= start and h.entry.columns["need"] in WORKS
               for h in passage.heads_within(start, head.start))
