"""Programmes that are named in quotation marks: 打响“……”品牌, 推行“……”模式, 深化“……”改革."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.extraction.lexicon import load
from kg.extraction.names.candidate import Candidate
from kg.extraction.names.governors import governs
from kg.extraction.names.passage import Passage

_ADVANCING = re.compile(r"(?:不断|持续|全面|深入|加快|扎实|稳步|顺利|纵深|常态化|有效)")
_PLAN = re.compile(r"(?:规划|计划|方案|行动|纲要|意见|措施|[一二三四五六七八九十\d]条)(?:[（(].{1,12}[）)])?$")


@lru_cache(maxsize=1)
def _slogans() -> frozenset[str]:
    return frozenset(entry.text for entry in load("slogans"))


def quoted_programs(passage: Passage) -> Iterator[Candidate]:
    """A candidate for each quoted name that a verb of carrying out governs, directly or across 、."""
    previous_end, governed = -1, False
    for start, end in passage.enclosed:
        if passage.text[start] != "“":
            continue
        name = passage.text[start + 1:end - 1]
        between = passage.text[previous_end:start] if previous_end >= 0 else "。"
        carried = governed and len(between) <= 8 and not any(mark in between for mark in "，。；：")
        governed = carried or _governed(passage, start) or _advancing(passage, start, end)
        previous_end = end
        if governed and 2 <= len(name) <= 20 and name not in _slogans():
            yield Candidate(start + 1, end - 1, ("Program",), "quoted.program", 0.7, passage.sentence.index)


def titled_programs(passage: Passage) -> Iterator[Candidate]:
    """A candidate for each plan whose title stands in 《》."""
    for start, end in passage.enclosed:
        if passage.text[start] == "《" and _PLAN.search(passage.text, start, end - 1) and end - start > 8:
            yield Candidate(start + 1, end - 1, ("Program",), "titled.program", 0.8, passage.sentence.index)


def _governed(passage: Passage, at: int) -> bool:
    return any(b.end <= at <= b.end + 8 and governs(b, "promotes")
               and not any(mark in passage.text[b.end:at] for mark in "，。；：、的") for b in passage.within("boundaries", max(passage.sentence.start, at - 12), at))


def _advancing(passage: Passage, start: int, end: int) -> bool:
    """A quoted name that opens a clause and goes ahead: “……”不断加快."""
    opens = start == passage.sentence.start or passage.text[start - 1] in "，。；："
    return opens and bool(_ADVANCING.match(passage.text, end))
