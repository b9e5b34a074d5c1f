"""One work or campaign on all things of a list: ``东河路、西河路等路段管网敷设``, ``河湖、矿点专项整治``.

The list is part of the name: nobody builds its items apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.lexicon import Match
from kg.extraction.names.boundary import Opening, opening
from kg.extraction.names.candidate import Candidate
from kg.extraction.names.governors import governs
from kg.extraction.names.passage import Passage
from kg.extraction.names.terms import is_program
from kg.extraction.phrases import Clause

_LONGEST = 60  # characters of a name that holds a list
_SUMMED = re.compile(r"(?:等(?:\d+|[一二两三四五六七八九十]+)?|(?<![\d等])\d+(?=[条个处座段]))[条个处座段]?(?:主要|重点|城区|老旧|中小|骨干|农村)?"
                     r"(?:路段|道路|街道|街路|路|街巷|背街小巷|主次干道|主干道|河道|河流|河段|渠道|支渠)")
_WORK = 8  # characters between the noun of the class and that of the work: 路段雨污分流
_WORKS = frozenset(("work", "strict"))
_TREATED = frozenset(("治理", "整治", "综合治理", "综合整治", "系统治理"))  # of rivers and roads: works, no campaigns
_AREAS = ("片区", "小区", "社区", "园区", "景区", "街区", "新区")
_GREENING = re.compile(r"(?:道路|街道|主干道|路网|管网|路灯|雨污水?|环境)?(?:绿化|亮化|美化|硬化|改造|修复|分流|整治|提升)+(?:工程)?")
_CAMPAIGNS = ("专项整治行动", "集中整治行动", "专项治理行动", "综合整治行动", "专项执法行动", "排查整治行动", "专项整治", "综合整治", "集中整治", "专项治理",
              "综合治理", "排查整治", "清理整治", "专项行动", "攻坚行动", "提升行动", "创建行动", "整治行动", "治理行动", "执法行动", "专项检查", "联合执法",
              "专项执法", "创建活动", "评选活动", "专项斗争", "攻坚战", "保卫战", "试点")  # longer ones first
_CAMPAIGN_ENDS = tuple(sorted({word[-2:] for word in _CAMPAIGNS}))
_SWEEPING = re.compile("重点|重要|关键|领域|环节|方面|各类|企业$")
_FIELD = re.compile(r"(?!.*等)[^\W\d_A-Za-z]{2,12}")
_FOUGHT = re.compile("(?:严厉|依法|集中|全面)*(?:打击|整治|查处|治理|清理)")
_WAR_FIELD = 4  # characters of a field that a war is on: 蓝天、碧水保卫战
_TO = re.compile("[至到]")


def joint_works(passage: Passage) -> Iterator[Candidate]:
    """A candidate for each work on a list of roads or places, and each campaign on a list of fields, in the sentence."""
    for clause in passage.clauses:
        if len(clause.items) < 2 and passage.text.find("等", clause.start, clause.end) < 0:
            continue
        heads = passage.heads_within(clause.start, clause.end)
        if any(_is_work(head) for head in heads):
            yield from _summed(passage, clause)
        yield from _in_areas(passage, clause)
        if any(head.entry.text.endswith(_CAMPAIGN_ENDS) for head in heads):
            yield from _campaign(passage, clause)


def _summed(passage: Passage, clause: Clause) -> Iterator[Candidate]:
    """``A路至B、C街等路段管网敷设``: the items before 等, the noun of their class, the work."""
    for noun in _SUMMED.finditer(passage.text, clause.start, clause.end):
        if noun.start() not in passage.edges or noun.end() not in passage.edges:
            continue
        work = _last_work(passage, noun.end(), clause.end)
        start = _list_start(passage, clause, noun.start())
        if work is not None and start is not None and work.end - start <= _LONGEST and work.start - noun.end() <= _WORK:
            end = work.end + 2 * passage.text.startswith("工程", work.end)
            yield Candidate(start, end, ("Project",), f"joint.{work.entry.id}", 0.92, passage.sentence.index)


def _last_work(passage: Passage, start: int, end: int) -> Match | None:
    """The noun of works that the words from here lead to, with no verb between."""
    found = None
    for head in passage.heads_within(start, end):
        if _is_work(head) and head.start - (found.end if found else start) <= _WORK and not _parted(passage, start, head.start):
            found = head
    return found


def _is_work(head: Match) -> bool:
    return head.entry.columns["need"] in _WORKS or head.entry.text in _TREATED


def _parted(passage: Passage, start: int, end: int) -> bool:
    return any(b.entry.columns["class"] in ("govern", "function") for b in passage.boundaries_within(start, end))


def _list_start(passage: Passage, clause: Clause, end: int) -> int | None:
    """Where the list that ends here begins: after the nearest verb that governs it; None without one."""
    for at, stop in reversed([item for item in clause.items if item[0] < end]):
        way = _TO.search(passage.text, at + 2, min(stop, end))  # 东河路至西河路
        begin = opening(passage, at, way.start() if way else min(stop, end), closed=True, joined=True)
        if begin.counted:
            return None
        if begin.governor is not None:
            return begin.start if governs(begin.governor, "builds") or governs(begin.governor, "completes") or governs(begin.governor, "carries-out") else None
    return None


def _in_areas(passage: Passage, clause: Clause) -> Iterator[Candidate]:
    """``A片区、B片区道路绿化``: areas of one kind with one work in all of them."""
    text, (start, end) = passage.text, clause.items[-1]
    kind = next((k for k in _AREAS if len(clause.items) > 1 and text.endswith(k, *clause.items[-2])), None)
    at = text.find(kind, start + 1, end) if kind else -1
    work = _GREENING.match(text, at + len(kind)) if kind and at > 0 else None
    if work is None or text.startswith("等", work.end()):
        return
    first = _list_start(passage, clause, at)
    if first is not None and all(text.endswith(kind, a, b) for a, b in clause.items[:-1] if b > first):
        yield Candidate(first, work.end(), ("Project",), "joint.areas", 0.92, passage.sentence.index)


def _campaign(passage: Passage, clause: Clause) -> Iterator[Candidate]:
    """``开展河湖、矿点专项整治``: short fields before a noun of campaigns."""
    start, end = clause.items[-1]
    head = next((h for h in reversed(passage.heads_within(start, end)) if passage.text.endswith(_CAMPAIGNS, start, h.end)), None)
    if head is None or len(clause.items) < 2 or passage.text.startswith("等", head.end):
        return
    noun = head.end - next(len(word) for word in _CAMPAIGNS if passage.text.endswith(word, start, head.end))
    if not _FIELD.fullmatch(passage.text, start, noun):
        return
    longest = _WAR_FIELD if passage.text[head.end - 1] == "战" else _LONGEST
    fields = [passage.text[start:noun]]
    for at, stop in reversed(clause.items[:-1]):
        begin = _carried(passage, at, stop) or opening(passage, at, stop, campaign=True, closed=True, joined=True)
        fields.append(passage.text[begin.start:stop])
        if not _FIELD.fullmatch(fields[-1]) or is_program(fields[-1]) or any(h.end == stop and h.entry.columns["need"] != "class" for h in passage.heads_within(begin.start, stop)):
            return
        if begin.governor is not None:
            if governs(begin.governor, "carries-out") and max(map(len, fields)) <= longest and not any(map(_SWEEPING.search, fields)):
                yield Candidate(begin.start, head.end, ("Program",), f"joint.{head.entry.id}", 0.92, passage.sentence.index)
            return


def _carried(passage: Passage, start: int, end: int) -> Opening | None:
    """Where the name of a campaign begins that opens with what is fought: 开展|严厉打击违规囤积、…专项整治行动."""
    verb = next((b for b in passage.boundaries_within(start, end) if governs(b, "carries-out")), None)
    return Opening(verb.end, verb, False) if verb is not None and _FOUGHT.match(passage.text, verb.end, end) else None
