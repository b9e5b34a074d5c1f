"""Enterprises whose names carry no suffix: their place in the sentence gives them away."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import Iterable, Iterator

from kg.extraction.lexicon import lexicon, load
from kg.extraction.names.boundary import opening
from kg.extraction.names.candidate import Candidate
from kg.extraction.names.heads import particular
from kg.extraction.names.passage import Passage

LONGEST = 10  # characters of a short name
_LEADING = re.compile(r"以([^，。；：为]{2,40}?)(?:等)?(?:企业|公司|集团)?为(?:依托|龙头|引领|骨干|支撑|核心|代表|链主|主体|主导)")
_PARTNER = re.compile(r"[与同和]([^，。；：]{2,30}?)(?:等(?:企业|公司|集团|央企|知名企业)*)?(?:成功|正式|达成|开展|深化)?(?:签约|签订|签署|战略合作|合作)")
_YEARLY = re.compile(r"([\u4e00-\u9fff]{2,8}?)(?:公司|集团)?(?:年产|日产|年加工|年处理)\d")
_TITLE = re.compile(r"企业|工厂|小巨人|单项冠军|瞪羚|独角兽|五百强|500强|技术中心|孵化器|车间|供应商|科学技术|科技进步")


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    """Words that are no company's name: sectors, programmes, bodies."""
    return frozenset(e.text for e in load("terms"))


def enterprises(passage: Passage) -> Iterator[Candidate]:
    """Candidates for enterprises that a pattern of the sentence shows."""
    text, first, last = passage.text, passage.sentence.start, passage.sentence.end
    for pattern, rule, confidence in ((_LEADING, "company.leading", 0.8), (_PARTNER, "company.partner", 0.6),
                                      (_YEARLY, "company.capacity", 0.8)):
        for match in pattern.finditer(text, first, last):
            for start, end in _listed(text, match.start(1), match.end(1)):
                yield from _short_name(passage, start, end, rule, confidence)
    yield from _titled(passage)


def _titled(passage: Passage) -> Iterator[Candidate]:
    """The subject of a verb of getting, where the title is one for enterprises."""
    for clause in passage.clauses:
        for start, end in clause.items:
            verb = _award(passage, start, end)
            if verb is not None and _TITLE.search(passage.text, verb[1], clause.end):
                for a, b in [i for i in clause.items if i[1] < start] + [(start, verb[0])]:
                    yield from _short_name(passage, a, b, "company.titled", 0.8)
                break


def _award(passage: Passage, start: int, end: int) -> tuple[int, int] | None:
    for found in lexicon("honor_verbs").find(passage.text[start:end]):
        a, b = found.start + start, found.end + start
        if found.entry.columns["relation"] == "awarded" and a > start + 1 and (a in passage.starts or b in passage.ends):
            return a, b
    return None


def _listed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for part in re.finditer(r"[^、]+", text[start:end]):
        yield start + part.start(), start + part.end()


def _short_name(passage: Passage, start: int, end: int, rule: str, confidence: float) -> Iterator[Candidate]:
    start = opening(passage, start, end, closed=True).start
    name = passage.text[start:end].strip()
    bare = re.sub(r"[（(].*?[）)]", "", name)
    headed = any(h.end == end and h.entry.columns["need"] != "company" for h in passage.heads_within(start, end))
    if 2 <= len(bare) <= LONGEST and bare not in _common() and particular(bare) and not headed \
            and not re.search(r"[“”，。\d%]|[我本全各]", name):
        yield Candidate(start, start + len(name), ("Enterprise",), rule, confidence, passage.sentence.index)


def recurring_openings(candidates: Iterable[Candidate], text: str) -> dict[str, int]:
    """Openings that several names of projects, parks and products share: mostly who builds them.

    Returns how many different names each opening of two to five characters begins.
    """
    names = {text[c.start:c.end] for c in candidates if c.types[0] in ("Project", "Product", "Park")}
    counts = Counter(name[:length] for name in names for length in range(2, 6) if len(name) > length + 1)
    return {opening_: n for opening_, n in counts.items() if n >= 2}
