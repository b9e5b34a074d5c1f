"""Enumerations: their items, the verb that governs them, the class noun and the predicate that close them.

加快推进A、B等N个项目建设: the class noun (项目) types A and B; without one the predicate does (A、B竣工投产), or the
governing verb with a noun of building (启动A、B建设).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import rjieba

from kg.extraction.lexicon import Match
from kg.extraction.names.boundary import lone, opening
from kg.extraction.names.heads import particular
from kg.extraction.names.passage import Passage
from kg.extraction.names.terms import is_program, is_sector
from kg.extraction.phrases import Clause

_COUNT = re.compile(r"(?:第?[\d.]+|[一二两三四五六七八九十百]+|多|数|几|一批|首批)(?:余|多)?(?:个|项|家|户|条|座|处|所|大|类|种|名|支|批|段|宗)?$")
_TOP = ("特等企业", "特等公司", "特等项目", "特等品牌")  # 云巴斯特等企业: the name ends in 特
_COUNT_ENDS = frozenset("0123456789.一二两三四五六七八九十百多数几批余个项家户条座处所大类种名支段宗")  # what a count can end in
_COUNTED_AFTER = re.compile(r"(?:数量|总数)?(?:已?增至|增加[到至]|扩[大展][到至]|拓展[到至]|达到?|共)?(?:[\d.]+|[一二两三四五六七八九十]+[个项家])")
_ADVERBS = re.compile(r"(?:\d{1,2}月(?:份|底|初|中旬)?(?:之?前)?|[一二三四]季度(?:末|前)?|[上下]半年|年初|年中|月底前|年内|年底前?|正在|基本|全面|全部|已经?|即将|尽快|早日|顺利|如期|力争|正式|成功|相继|陆续|先后|主体|加快|抓紧|持续|均|将|都|任务|主体结构|以?及|同步|一并|双双|同时|按期|按时|提前|要?[在于](?=\d)|将[在于]|要[在于]?|力争在|争取在|可)+$")
_AFTER_BUILDING = re.compile(r"(?:取得|顺利|稳步|加快|进展|完成|有序|全面|基本|扎实|正|加速|提速|成效|项目|工程|投资|与|年|资金|用地|高潮|攻坚|中|不断|迈|的|"
                             r"[》”、。；]|工作|进度|步伐|任务|力度|速度|进程|前期|手续|等|$|并|和|及|，)")
_SUMMARY = re.compile(r"“[二两三四五六七八九十\d]+[大个项]")
_MADE, _CALLED = frozenset(("Product", "Industry")), 4  # 等农产品加工项目: characters up to the class noun that counts
_TOWARDS = frozenset(("向", "对", "由", "把"))  # 等政策向园区倾斜
_THINGS = frozenset(("any", "built", "road", "body", "place"))  # heads that a class noun may end in
_COMMON = frozenset(("n", "v", "vn", "a", "d", "l", "an", "i"))  # parts of speech of common words
_ADJECTIVES = 20  # characters between 等 and a class noun that adjectives with 、 are before
_MODIFIER = 8  # characters between a count and its class noun: 3个省级重点园区
_ALONGSIDE = re.compile(r"零部件|零配件|辅助|附属|附带|周边|两侧|沿线|幼儿园")
_ATTACHED = re.compile(r"零部件|零配件|关键部件|辅助|配套|附属|附带|周边|公用|公共|相关|引道|连接|接线|管网|设施|两侧|沿线|绿化|支线|景观|幼儿园")  # what is built along with a thing
_JOINED = re.compile(r"以及|和|与|及")
_TWICE = re.compile(r"(项目)(和|与|以及|及)(?=[\u4e00-\u9fffA-Z\d]{3,20}项目)")
_TREATED = ("绿化", "亮化", "美化", "整治", "修复", "防护")
_MAIN = "主体工程"  # part of the name but after 等
_WORKS = "工程"  # a class noun right after 等 only: A、B等工程


class Enumeration(NamedTuple):
    """Items that share a governor and a tail."""

    items: tuple[tuple[int, int], ...]
    governor: Match | None
    group: Match | None  # the class noun
    predicate: Match | None  # what is said of the items, or the noun of building after them
    listed: bool  # with 等, or with several items
    etc: bool  # with 等
    counted: bool  # it opens or closes with a count: one item alone is then a class of things


class Tail(NamedTuple):
    """What follows the last name of an enumeration."""

    core: int  # where the last name ends
    etc: bool
    group: Match | None
    predicate: Match | None
    counted: bool = False


def enumerations(passage: Passage, clause: Clause, *, typed_only: bool = False) -> Iterator[Enumeration]:
    """The enumerations of a clause; a single governed name counts as one of one item.

    ``typed_only``: only those that a class noun or a predicate closes.
    """
    for items in _stretches(passage, clause):
        yield from _governed(passage, items, typed_only)


def _stretches(passage: Passage, clause: Clause) -> Iterator[list[tuple[int, int]]]:
    """The items of a clause, cut where 等 or a stage closes some of them: ``A、B等项目和C、D等工程``, ``A竣工、B投产``."""
    etcs = passage.text.find("等", clause.start, clause.end) >= 0
    staged = len(clause.items) > 1 and passage.holds("predicates")
    if not etcs and not staged:
        yield from _twice_called(passage, clause)  # the usual case
        return
    items: list[tuple[int, int]] = []
    for start, end in clause.items:
        if items and items[-1][1] >= end:
            continue
        etc = _etc(passage, start, end) if etcs else None
        if etc is not None:
            end = _with_class_noun(passage, etc, end, clause)
        joint = _next_list(passage, etc, end) if etc is not None else None
        if joint is not None:
            yield [*items, (start, joint.start())]
            items, start, etc = [], joint.end(), _etc(passage, joint.end(), end)
        items.append((start, end))
        if staged and etc is None and end < clause.end and _staged(passage, start, end) and not _goes_on(passage, end + 1) \
                or etc is not None and (_first(passage, "groups", etc, end) or _first(passage, "predicates", etc, end)):
            yield items
            items = []
    if items:
        yield items


def _staged(passage: Passage, start: int, end: int) -> bool:
    """Does the item end in a stage: ``A项目竣工``?"""
    return any(p.end == end and p.start >= start + 2 and p.entry.columns["class"] == "done" for p in passage.within("predicates", start, end))


def _goes_on(passage: Passage, place: int) -> bool:
    """Does another stage open the next item: ``A竣工、投产``?"""
    return any(p.start == place for p in passage.within("predicates", place, min(place + 8, passage.sentence.end)))


def _twice_called(passage: Passage, clause: Clause) -> Iterator[list[tuple[int, int]]]:
    """The items, cut where each has its own class noun: ``支持A项目和B项目``."""
    items: list[tuple[int, int]] = []
    for start, end in clause.items:
        joint = _TWICE.search(passage.text, start + 2, end) if passage.text.find("项目", start, end) >= 0 else None
        if joint is not None and not passage.inside(joint.start(), joint.end()):
            yield [*items, (start, joint.end(1))]
            items, start = [], joint.end(2)
        items.append((start, end))
    yield items


def _with_class_noun(passage: Passage, etc: int, end: int, clause: Clause) -> int:
    """The end of the item that holds the class noun, where adjectives stand before it: ``A、B等一批大规模、高品质项目``."""
    if _first(passage, "groups", etc, end) or _first(passage, "predicates", etc, end):
        return end
    noun = _first(passage, "groups", end, min(clause.end, etc + _ADJECTIVES))
    return next((b for a, b in clause.items if noun is not None and a <= noun.start < b), end)


def _next_list(passage: Passage, etc: int, end: int) -> re.Match[str] | None:
    """The joint right after the class noun that follows 等, if another 等 or item comes behind it."""
    noun = _class_noun(passage, _nearby(passage, etc + 1, min(end, etc + 28)), end)
    joint = _JOINED.match(passage.text, noun.end, end) if noun is not None else None
    return joint if joint is not None and joint.end() in passage.edges and end - joint.end() >= 4 else None


def _governed(passage: Passage, items: list[tuple[int, int]], typed_only: bool) -> Iterator[Enumeration]:
    """The enumerations of adjoining items: each verb that governs begins one, the tail of the last item closes the last."""
    tail = _tail(passage, *items[-1])
    if typed_only and tail.group is None and tail.predicate is None:
        return
    items[-1] = (items[-1][0], tail.core)
    items = [part for start, end in items for part in _parts(passage, start, end, alone=len(items) == 1)]
    counted = False
    run: list[tuple[int, int]] = []
    governor: Match | None = None
    for start, end in items:
        begin = opening(passage, start, end, closed=True, joined=True)
        counted = counted or (begin.counted and not run)
        if run and (begin.governor is None or begin.governor.entry.columns["class"] != "govern"):
            run.append((begin.start, end))
            continue
        if run:
            yield Enumeration(tuple(run), governor, None, None, len(run) > 1, False, counted)
        run, governor, counted = [(begin.start, end)], begin.governor, begin.counted
    if run:
        yield Enumeration(tuple(run), governor, tail.group, tail.predicate, tail.etc or len(run) > 1, tail.etc,
                          counted or tail.counted)


def _parts(passage: Passage, start: int, end: int, *, alone: bool) -> list[tuple[int, int]]:
    """The stretch cut at 和, 与, 及, 以及 where these stand as words of their own outside quotes."""
    cuts = [start]
    for match in _JOINED.finditer(passage.text, start, end):
        word = match.start() in passage.edges and match.end() in passage.edges \
            and not _paired(passage.text, cuts[-1], match, end, alone) and not _inner(passage, cuts[-1], match.start())
        if word and match.start() - cuts[-1] >= 2 and end - match.end() >= 2 \
                and not passage.inside(match.start(), match.end()):
            cuts += [match.start(), match.end()]
    cuts.append(end)
    parts = list(zip(cuts[::2], cuts[1::2]))
    if passage.text.find("”“", start, end) < 0:
        return parts
    marks = {m.start() + 1 for m in re.finditer("”“", passage.text[start:end])}  # “A”“B”等品牌: two names
    return [(a, b) for left, right in parts for a, b in pairwise(sorted({left, right, *(start + k for k in marks if left < start + k < right)}))]


def _inner(passage: Passage, start: int, place: int) -> bool:
    """Does one character that is no item of its own stand between a verb and the joint: 建成清和一号?"""
    return lone(passage, place) and any(v.end == place - 1 and v.entry.columns["class"] == "govern" for v in passage.boundaries_within(start, place))


def _paired(text: str, start: int, joint: re.Match, end: int, alone: bool) -> bool:
    """Is what follows the joint one common word and no item of its own: ``恒岳屠宰和饲料``, but not ``电池和管件``?"""
    if joint.group() in ("和", "与") and text.endswith(_TREATED, joint.end(), end) and one_word(text[start:joint.start()]):
        return True  # 园区和村庄绿化
    return (one_word(text[joint.end():end]) and not one_word(text[start:joint.start()])) \
        or joint.group() == "及" and (_ATTACHED if alone else _ALONGSIDE).match(text, joint.end(), end) is not None


def one_word(name: str) -> bool:
    """Is the name a single common word of the dictionary?

    >>> one_word("饲料"), one_word("恒岳")
    (True, False)
    """
    words = rjieba.tag(name, False)
    return len(words) == 1 and words[0][1] in _COMMON


def _tail(passage: Passage, start: int, end: int) -> Tail:
    text = passage.text
    got = next((v for v in passage.within("honor_verbs", start + 2, end) if v.entry.columns["strength"] == "sure"), None)
    if got is not None and not passage.inside(got.start, got.end):
        etc = _etc(passage, start, got.start)
        group = _class_noun(passage, _nearby(passage, etc + 1, min(got.start, etc + 28)), got.start) if etc is not None else None
        if group is not None:
            return Tail(etc, True, group, None)  # A、B等3个项目入选…
        group = _group(passage, start, got.start) if etc is None else None
        core = _before_count(text, start, group.start) if group is not None else got.start
        if group is not None and core < group.start and group.end == got.start:
            return Tail(trimmed(text, start, core), False, group, None, True)  # A、B2家企业入选…
        return Tail(got.start, False, None, None)  # A、B入选国家级园区: the class noun is the title's
    summary = _summary(passage, start, end)
    if summary is not None:
        return summary
    etc = _etc(passage, start, end)
    if etc is not None:
        group = _class_noun(passage, _nearby(passage, etc + 1, min(end, etc + 28)), end)
        if group is not None and group.start > etc + 1 and group.entry.text == _WORKS:
            group = None
        after = group.end if group else etc + 1
        return Tail(etc, True, group, _first(passage, "predicates", after, end))
    group = _group(passage, start, end)
    if group is not None:
        core = _before_count(text, start, group.start)
        counted = core < group.start
        if not counted and _COUNTED_AFTER.match(text, group.end, end) or _reported(passage, start, core):
            return Tail(end, False, None, None)  # 国家和省科技项目47项, 甲、乙入选首批示范园区
        if not counted and group.entry.text.endswith("项目") and is_sector(group.entry.text[:-2]):
            core = group.end - 2  # 恒岳粮油购销物流项目: the field is part of the name
        return Tail(trimmed(text, start, core), False, group, _first(passage, "predicates", group.end, end), counted)
    predicate = _predicate(passage, start, end)
    return Tail(trimmed(text, start, predicate.start) if predicate else end, False, None, predicate)


def trimmed(text: str, start: int, end: int) -> int:
    """The end of the name when adverbs between it and its predicate (年内, 正在) are left out."""
    match = _ADVERBS.search(text, start, end)
    return match.start() if match and match.start() > start + 1 else end


def _summary(passage: Passage, start: int, end: int) -> Tail | None:
    """A list that a quoted count sums up: A、B“两大特色产业”, A、B“三个倍增”计划."""
    for a, b in passage.enclosed:
        if start + 1 < a and b <= end and _SUMMARY.match(passage.text, a, b):
            group = _first(passage, "groups", a, end)
            campaigns = [h for h in passage.heads_within(a, b) if h.entry.list("types") == ("Program",)]
            a -= passage.text[a - 1] == "等"
            return Tail(a, True, group or (campaigns[-1] if campaigns else None), None)
    return None


def _etc(passage: Passage, start: int, end: int) -> int | None:
    at = passage.text.find("等", start, end)
    while at >= 0:
        if at > start + 1 and at + 1 in passage.edges and (at in passage.edges or passage.text.startswith(_TOP, at - 1)) and not passage.inside(at, at + 1):
            return at
        at = passage.text.find("等", at + 1, end)
    return None


def _reported(passage: Passage, start: int, end: int) -> bool:
    """Does a verb of getting stand right before the class noun or its count, so that the items are its subject?"""
    return any(v.end == end and v.start > start for v in passage.within("honor_verbs", start, end))


def _first(passage: Passage, layer: str, start: int, end: int) -> Match | None:
    found = passage.within(layer, start, end)
    return next((match for match in found if match.entry.columns["types"]), None)


def _nearby(passage: Passage, start: int, end: int) -> Match | None:
    """The class noun after 等, unless a verb stands before it that leads to something else."""
    group = _first(passage, "groups", start, end)
    if group is not None and group.entry.list("types")[0] in _MADE and group.entry.text != "产品":
        reach = group.end + (_CALLED if passage.text[group.end] not in "类型" else 2 * _CALLED)
        group = next((g for g in passage.within("groups", group.end, min(end, reach)) if g.entry.text == "项目"), group)
    verbs = passage.boundaries_within(start, group.start) if group else ()
    predicates = {match.start for match in passage.within("predicates", start, end) if match.entry.columns["class"] == "done"}
    away = any((v.entry.columns["class"] == "govern" or v.entry.text in _TOWARDS) and v.end <= group.start and v.start not in predicates
               and not v.entry.text.startswith("新") for v in verbs)  # 等新开工项目
    return None if away else group


def _class_noun(passage: Passage, first: Match | None, end: int) -> Match | None:
    """The last of nouns that adjoin, as it says the class: 产业链项目, 乡镇卫生院."""
    noun = first
    while noun is not None and "Town" not in noun.entry.list("types"):  # 甲、乙3个乡镇卫生院 names towns
        after = (*passage.within("groups", noun.end, end)[:1], *passage.heads_within(noun.end, end)[:1])
        following = next((match for match in after if match.start == noun.end), None)
        if following is None or following.entry.columns.get("need", "any") not in _THINGS:
            break
        noun = following
    return noun


def _group(passage: Passage, start: int, end: int) -> Match | None:
    """The class noun of a list without 等: 项目 and 工程 always, others after a count (三大产业)."""
    text = passage.text
    for match in passage.within("groups", start, end):
        if match.start - start < 2 or passage.inside(match.start, match.end) or text[match.start - 1] in "和与及的" \
                or match.entry.text == _MAIN or match.entry.text == _WORKS and text[match.start - 1] not in "大项个":
            continue
        at = _before_count(text, start, match.start)
        counted = at < match.start
        if counted and text[at - 1] in "和与及":
            continue  # 甲路和6座桥梁
        if counted or (match.entry.text.endswith(("项目", "工程")) and match.entry.text != _WORKS and match.end in passage.edges):
            noun = _class_noun(passage, match, end)
            return noun if noun is match or counted else None
    return None


def _before_count(text: str, start: int, at: int) -> int:
    """Where the count before a class noun begins; plain modifiers may stand between them (3个省级园区)."""
    for back in range(min(_MODIFIER, at - start - 2) + 1):
        if text[at - back - 1] not in _COUNT_ENDS:
            continue
        modifier = text[at - back:at]
        if back and (particular(modifier) and not is_program(modifier) or "的" in modifier):
            continue
        match = _COUNT.search(text, start, at - back)
        if match and match.start() > start + 1 and (not back or not match.group()[-1].isnumeric()):
            return match.start()
    return at


def _predicate(passage: Passage, start: int, end: int) -> Match | None:
    text = passage.text
    for match in passage.within("predicates", start, end):
        if not match.entry.columns["types"] or match.start - start < 2 or match.start not in passage.edges \
                or passage.inside(match.start, match.end):
            continue
        if match.entry.columns["class"] == "build" and not _AFTER_BUILDING.match(text[match.end:end]):
            continue
        return match
    return None
