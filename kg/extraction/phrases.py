"""Clauses and the items of enumerations: where names can stand.

A sentence is cut at ``，；：`` into clauses and a clause at ``、`` into items. Delimiters inside quotes and
brackets belong to the name (``“强基础、严执法”专项整治``) and do not cut.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_DELIMITER = re.compile(r"[（(]\d{1,2}[）)](?![、，。；])|[①-⒛]|[，,；;：:。！？!?\n、“”‘’《》〈〉（）()【】]|——")
_MARK = re.compile(r"[“”‘’《》〈〉（）()【】]")
_LETTERED = re.compile(r"[A-Z]、[A-Z](?=[级类])|[一二三四五六]、[二三四五六七]期|#、\d{1,2}#|号、\d{1,2}号")
_OPENERS = {"“": "”", "‘": "’", "《": "》", "〈": "〉", "（": "）", "(": "）", "【": "】"}
_CLOSERS = frozenset("”’》〉）)】")


class Clause(NamedTuple):
    """A stretch between clause delimiters; ``items`` are its parts between ``、``."""

    start: int
    end: int
    items: tuple[tuple[int, int], ...]
    opener: str  # the delimiter before it: "" at the start of the sentence


@lru_cache(maxsize=2048)
def clauses(text: str, start: int, end: int) -> tuple[Clause, ...]:
    """The clauses of the stretch ``text[start:end]``, in order.

    >>> t = "推进东河路、西河路等项目，开展“强基础、严执法”整治"
    >>> [[t[a:b] for a, b in c.items] for c in clauses(t, 0, len(t))]
    [['推进东河路', '西河路等项目'], ['开展“强基础、严执法”整治']]

    The clauses of the latest sentences are kept: names, relations and facts are found in the same ones in turn.
    """
    found: list[Clause] = []
    items: list[tuple[int, int]] = []
    clause_start = item_start = start
    opener, depth = "", 0

    def close(at: int, width: int, delimiter: str) -> None:
        nonlocal clause_start, item_start, opener, items
        if at > item_start:
            items.append((item_start, at))
        if items:
            found.append(Clause(clause_start, at, tuple(items), opener))
        items, opener = [], delimiter
        clause_start = item_start = at + width

    for match in _DELIMITER.finditer(text, start, end):
        mark, at = match.group(), match.start()
        if mark in _OPENERS:
            # an opener that is never closed in the sentence encloses nothing
            depth += 1 if _closes(text, mark, at, end) else 0
        elif mark in _CLOSERS:
            depth = max(0, depth - 1)
        elif depth == 0 and mark == "、" and _LETTERED.match(text, max(at - 1, start)):
            continue  # 行业A、B级企业 is one name, 一、二期 and 1#、2#楼 one thing
        elif depth == 0 and mark == "、":
            if at > item_start:
                items.append((item_start, at))
            item_start = at + 1
        elif depth == 0:
            close(at, len(mark), mark)
    close(end, 0, "")
    return tuple(found)


def _closes(text: str, opener: str, at: int, end: int) -> bool:
    closer = _OPENERS[opener]
    place = text.find(closer, at + 1, end)
    if place < 0 and closer == "）":
        place = text.find(")", at + 1, end)
    return place >= 0


def enclosed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The outermost stretches within quotes and brackets, marks included.

    >>> enclosed("推进“双百”行动（一期）", 0, 12)
    [(2, 6), (8, 12)]
    """
    spans, depth, opened = [], 0, start
    for match in _MARK.finditer(text, start, end):
        mark, at = match.group(), match.start()
        if mark in _OPENERS and _closes(text, mark, at, end):
            opened = at if depth == 0 else opened
            depth += 1
        elif mark in _CLOSERS and depth:
            depth -= 1
            if depth == 0:
                spans.append((opened, at + 1))
    return spans
