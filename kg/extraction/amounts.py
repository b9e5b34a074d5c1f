"""Capacity and investment of projects, as the report writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.extraction.clauses import Reading, Run
from kg.extraction.cues import Cue
from kg.extraction.numbers import Quantity, find_numbers
from kg.extraction.records import Fact, Mention

_MADE_OF_IT = "产能?|加工|处理|生产|出栏|屠宰|供应|供热|供水|供气|发电|制造|存栏|吞吐|周转|回收|利用|焚烧"
_YEARLY = re.compile(rf"[年日](?:{_MADE_OF_IT})(?:能力|量)?(?:(?![值均增])[^\W\d_A-Za-z]){{0,6}}?(?:达到?|为|约|近|超过?)*(?=\s*\d)")
# clauses that may stand between a project and its money or size: where it is, who builds it, how large it is
_BETWEEN = r"(?:(?:位于|坐落|由|占地|规划|总?建筑面积|总?用地|建设|主要建设|采用|分)[^，。；\d]*[\d.]*[^，。；\d]*[，,])"
_DESCRIBED = re.compile(rf"[”》）)]?(?:项目|工程)?[，,]?{_BETWEEN}{{0,3}}$")
_MAKING = re.compile(rf"[”》）)]?(?:项目|工程)?(?:[^，。；]{{0,14}}[，,])?{_BETWEEN}{{0,3}}[^，。；]{{0,8}}(?:建成|投产|达产|竣工)?后?[，,]?(?:将|可|能)?(?:形成|具备|实现|新增|达到|可)$")
# a size within the name of a plant: 20万吨印染, 50兆瓦光伏发电; not a voltage, a length, a class (5000吨级码头)
_SIZED = re.compile(r"(?<![年\d.×xX*])(?:\d+\s*[×xX*]\s*)?\d[\d.]*\s*(?:[万亿]?\s*(?:吨|千瓦|兆瓦|吉瓦|台|辆|套|头|只|件)|[MG]Wh?)(?![级以左位时])")
_INVESTED = re.compile(r"(?P<total>总|计划|预计|估算|概算|拟)?投资(?:总?额)?(?:约|达到?|为|近|超过?|是)*(?=\s*\d)")
_OTHER_MONEY = re.compile(r"(?:完成|到位|年度|累计|固定资产|资产|引资|外商|本年|当年|已|已经|再|每年|民间|技改)(?:完成)?$")
_OF = re.compile(r"(?:以上|左右|余|多)?(?:元)?的[“《]?")
_SIDE = ("位于", "坐落于", "坐落在", "由")  # what stands before a place or a builder
_NEXT_SUM = re.compile(r"^[^、]*[、和]\s*\d[\d.]*\s*[万亿]?美?元的[“《]?$")  # 、3亿元的乙
_SPENT = re.compile(r"(?:以上|左右|余|多)?元?(?:的?资金)?[，,]?")  # 投资900万元，完成了A
_OPENING = re.compile(r"[（(，,：:\s]*(?:该)?(?:项目|工程)?[，,（(]?(?:占地[^，。；]{0,14}、)?$")
_COUNTED = re.compile(r"等|[两二三四五六七八九十\d]+[个项家]")
_RULE_CAPACITY, _RULE_SIZE, _RULE_INVESTMENT = "amounts.capacity", "amounts.size", "amounts.investment"


def amounts(reading: Reading, mentions: tuple[Mention, ...]) -> Iterator[Fact]:
    """Facts ``capacity`` and ``investment`` of the projects of a sentence."""
    text, sentence = reading.text, reading.sentence
    projects = [i for i in reading.mentions if "Project" in mentions[i].types]
    if not projects:
        return
    sized = {i for i in projects if mentions[i].types[0] == "Project"}
    for match in _YEARLY.finditer(text, sentence.start, sentence.end):
        quantity = _quantity(text, match.end())
        i = quantity and _holder(text, match.start(), quantity, projects, mentions)
        if i is not None and quantity is not None and quantity.kind != "money":
            sized.discard(i)
            value = re.sub(r"\s", "", text[match.start():quantity.end])
            yield Fact(i, "capacity", value, sentence.index, _RULE_CAPACITY, 0.9)
    for i in sorted(sized):
        match = _SIZED.search(text, mentions[i].start, mentions[i].end)
        if match is not None:
            yield Fact(i, "capacity", re.sub(r"\s", "", match.group()), sentence.index, _RULE_SIZE, 0.75)
    for match in _INVESTED.finditer(text, sentence.start, sentence.end):
        quantity = _quantity(text, match.end())
        if quantity is None or quantity.kind != "money":
            continue
        if _OTHER_MONEY.search(text, sentence.start, match.start()) and not (match["total"] == "总" and _OF.match(text, quantity.end)):
            continue  # 完成投资3亿元, but not 完成总投资3亿元的甲
        i = _invested(reading, match.start(), quantity, mentions)
        if i is not None:
            yield Fact(i, "investment", quantity.value, sentence.index, _RULE_INVESTMENT, 0.88, unit=quantity.unit)
            yield from _others(reading, i, mentions)


def _others(reading: Reading, first: int, mentions: tuple[Mention, ...]) -> Iterator[Fact]:
    """The money of the items after the first in ``投资3亿元的甲、2亿元的乙``."""
    run = next((run for run in reading.runs if run.first == first), None)
    for before, i in pairwise(run.mentions if run is not None else ()):
        gap = reading.text[mentions[before].end:mentions[i].start]
        money = next(find_numbers(reading.text, mentions[before].end, mentions[i].start), None) if _NEXT_SUM.search(gap) else None
        if money is None:
            return
        if "Project" in mentions[i].types:
            yield Fact(i, "investment", money.value, reading.sentence.index, _RULE_INVESTMENT, 0.85, unit=money.unit)


def _quantity(text: str, at: int) -> Quantity | None:
    """The quantity that begins at ``at``, white space aside."""
    found = next(find_numbers(text, at, min(len(text), at + 24)), None)
    return found if found is not None and not text[at:found.start].strip() else None


def _holder(text: str, start: int, quantity: Quantity, projects: list[int], mentions: tuple[Mention, ...]) -> int | None:
    """The project that a capacity is part of, stands before, or is said of."""
    for i in projects:
        mention = mentions[i]
        if mention.start <= start < mention.end:
            return i
        if quantity.end <= mention.start and re.fullmatch(r"的?[“《]?", text[quantity.end:mention.start]):
            return i
    before = [i for i in projects if mentions[i].end <= start]
    if before:
        gap = text[mentions[before[-1]].end:start]
        if re.fullmatch(r"[”》]?(?:项目|工程)?[，,（(]?(?:建成后|投产后|达产后|可|实现|形成|设计)*", gap) or _DESCRIBED.match(gap) or _MAKING.match(gap):
            return before[-1]
    return None


def _invested(reading: Reading, start: int, quantity: Quantity, mentions: tuple[Mention, ...]) -> int | None:
    """The one project that the money is for; the total of a list is nobody's."""
    text = reading.text
    of = _OF.match(text, quantity.end)
    for run in reading.runs:
        if of and run.start == of.end():
            return _alone(reading, run, run.first, mentions)
        if of and run.start < of.end() <= run.end:
            i = next((i for i in run.mentions if mentions[i].start == of.end()), None)
            return None if i is None else _alone(reading, run, i, mentions)
    if of:
        return None
    spent = _spent(reading, start, quantity)
    if spent is not None:
        return spent.first if "Project" in mentions[spent.first].types else None
    before = [run for run in reading.runs if run.end <= start]
    while len(before) > 1 and text.endswith(_SIDE, 0, before[-1].start):
        before.pop()  # where it is, or who builds it
    if before and len(before[-1].mentions) == 1 and "Project" in mentions[before[-1].first].types:
        gap = text[before[-1].end:start]
        if (_OPENING.fullmatch(gap) or _DESCRIBED.match(gap)) and not _COUNTED.search(gap):
            return before[-1].first
    return None


def _spent(reading: Reading, start: int, quantity: Quantity) -> Run | None:
    """The one thing that is made with the money that opens the clause: ``投资900万元，完成了A建设``, ``投资900万元建设A``."""
    text = reading.text
    position = next((k for k, run in enumerate(reading.runs) if run.start >= quantity.end), None)
    if position is None or not any(clause.start == start for clause in reading.clauses):
        return None
    run = reading.runs[position]
    made = _made(run)
    if len(run.mentions) > 1 or made is None or not _SPENT.fullmatch(text, quantity.end, made.start) or run.start - made.end > 4:
        return None
    others = reading.runs[position + 1:position + 2]
    return None if any(r.clause == run.clause or r.clause == run.clause + 1 and _made(r) for r in others) else run


def _made(run: Run) -> Cue | None:
    """The verb before the run that says that it is made."""
    return next((c for c in run.before if "stages" in c.roles), None)


def _alone(reading: Reading, run: Run, i: int, mentions: tuple[Mention, ...]) -> int | None:
    """The project, if the next item of its enumeration has money of its own, or there is none."""
    if "Project" not in mentions[i].types:
        return None
    text, position = reading.text, run.mentions.index(i)
    if position + 1 < len(run.mentions):
        following = text[mentions[i].end:mentions[run.mentions[position + 1]].start]
        return i if "投资" in following or _NEXT_SUM.search(following) else None
    behind = reading.behind(run)
    return None if position == 0 and re.match(r"等?[^，。；]{0,4}?[两二三四五六七八九十\d]+[个项条]", behind) else i
