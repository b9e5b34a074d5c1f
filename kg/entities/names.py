"""Proper names: what is left of a surface without quotes, brackets and spaces, and what tells names apart."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from kg.entities.tables import mark_patterns
from kg.extraction.lexicon import load

_MARKS = re.compile(r"[\s“”\"'‘’「」『』《》〈〉]")
_GLOSS = re.compile(r"[（(【\[]([^（()）【】\[\]]{3,})[）)】\]]$")
_BRACKETS = re.compile(r"[（()）【】\[\]]")
_EDGES = "、，,。；;：:·•-—"
_LONGEST_GENERIC = 24
_PART = re.compile(r"[一二三四五六七八九十\d]+期|[段期线侧处批]$")  # a part of the thing, not another name of it
_NUMBER = re.compile(r"[一二三四五六七八九十\d]")


def proper(surface: str) -> str:
    """The proper form of a name.

    >>> proper("“百日会战”行动"), proper("云溪净水厂（二期）"), proper("文化馆（文化艺术中心）")
    ('百日会战行动', '云溪净水厂二期', '文化馆')
    """
    return split_gloss(surface)[0]


@lru_cache(maxsize=8192)
def split_gloss(surface: str) -> tuple[str, str]:
    """The proper form and the other name that a bracket at the end gives, if it gives one.

    A phase or section in brackets is part of the name, and so is a bracket of one or two characters.
    """
    name = _MARKS.sub("", unicodedata.normalize("NFKC", surface))
    gloss = ""
    found = _GLOSS.search(name)
    if found and found.start() >= 2 and not _PART.search(found[1]):
        name, gloss = name[:found.start()], found[1].strip(_EDGES)
    return _BRACKETS.sub("", name).strip(_EDGES), gloss


@lru_cache(maxsize=8192)
def marks(name: str) -> frozenset[tuple[str, str]]:
    """What tells apart names that otherwise agree: phase, section, capacity, number of a session.

    >>> sorted(marks("年产30万吨水处理剂二期"))
    [('capacity', '30万吨'), ('phase', '二期')]
    """
    if not _NUMBER.search(name):
        return frozenset()
    return frozenset((kind, found) for kind, pattern in mark_patterns() for found in pattern.findall(name))


def contradict(one: frozenset[tuple[str, str]], other: frozenset[tuple[str, str]]) -> bool:
    """Do two names have marks of one kind that differ?

    >>> contradict(marks("云溪大桥一期"), marks("云溪大桥二期")), contradict(marks("云溪大桥"), marks("云溪大桥二期"))
    (True, False)
    """
    if not one or not other or one == other:
        return False
    kinds = {kind for kind, _ in one} & {kind for kind, _ in other}
    return any({m for m in one if m[0] == kind} != {m for m in other if m[0] == kind} for kind in kinds)


@lru_cache(maxsize=1)
def _class_words() -> tuple[frozenset[str], frozenset[str], int]:
    empty = frozenset(e.text for e in load("generic") if e.columns["class"] == "empty")
    heads = frozenset(e.text for e in load("heads"))
    return empty, heads, max(map(len, empty))


@lru_cache(maxsize=8192)
def generic(name: str) -> bool:
    """Does the name say only what kind of thing it is: empty modifiers, then at most one head noun?

    >>> generic("产业园"), generic("重点产业园"), generic("化工产业园")
    (True, True, False)
    """
    if len(name) > _LONGEST_GENERIC:
        return False
    empty, heads, longest = _class_words()
    reached = {0}  # where a run of empty modifiers from the start may end
    for at in range(len(name)):
        if at in reached:
            if name[at:] in heads:
                return True
            reached.update(end for end in range(at + 1, min(at + longest, len(name)) + 1)
                           if name[at:end] in empty or name[at:end].isdigit())
    return len(name) < 2 or len(name) in reached
