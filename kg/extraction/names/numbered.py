"""Works that a list numbers: ``完成6项工程：⑴清河大街南延（至南外环）⑵县医院迁建``. Each item is one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.names.boundary import opening
from kg.extraction.names.candidate import Candidate
from kg.extraction.names.heads import particular
from kg.extraction.names.passage import Passage

_LEAD = re.compile(r"[\d一二三四五六七八九十]+[项件个](?:[^，。；：]{0,8}(?:工程|项目))?(?:建设)?：$|(?:工程|项目)[\d一二三四五六七八九十]+[项件个]：$")
_LEAD_REACH = 24  # characters before the first mark
_MARK = re.compile(r"[①-⒛]|[（(]\d{1,2}[)）]")
_EXTENT = re.compile(r"(?:项目|(?<!设施)建设|(?:工程|项目)建设)$|(?:开工|规划)建设$|投入使用$|(?:竣工|建成|完工|开工)$")
_PURPOSE = re.compile(r"[，。；的]|\d[\d.]*(?:万|亿)?[户人名元]|以上|提高|发放|免费|补助|覆盖")
_ALL = ("整治", "改造", "亮化", "绿化", "硬化", "治理")  # done to all that the item names
_LONGEST = 24


def numbered_works(passage: Passage) -> Iterator[Candidate]:
    """Candidates for the items of a numbered list whose lead counts works."""
    led = False
    for clause in passage.clauses:
        if _MARK.fullmatch(clause.opener) is None:
            continue
        first = clause.start - len(clause.opener)
        led = led or _LEAD.search(passage.text, max(passage.sentence.start, first - _LEAD_REACH), first) is not None
        if not led or passage.text[clause.end:clause.end + 1] in ("，", "："):
            continue
        bracket = next((a for a, b in passage.enclosed if clause.start < a and b == clause.end), clause.end)
        said = _EXTENT.search(passage.text, clause.start, bracket)
        end = said.start() if said else bracket
        begin = opening(passage, clause.start, end, closed=True, joined=True)
        name = passage.text[begin.start:end]
        if len(clause.items) == 1 and begin.start == clause.start and 4 <= len(name) <= _LONGEST and _PURPOSE.search(name) is None \
                and ("和" not in name or name.endswith(_ALL)) and particular(name, built=True):
            yield Candidate(begin.start, end, ("Project",), "numbered.works", 0.8, passage.sentence.index)
