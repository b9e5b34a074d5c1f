"""Where a name begins: what stands before it in its clause is cut off.

Verbs that report on a name (推进, 实施) and function words end what is to their left. Words that occur within
names as well (建设, 提升) and adverbs (深入) are cut only where they open the stretch.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.extraction.lexicon import Match
from kg.extraction.names.governors import governs
from kg.extraction.names.modifiers import division_names
from kg.extraction.names.passage import Passage

_COUNT = (r"一系列|一大批|第[一二三四五六七八九十]批|(?:第?[\d.]+(?:余|多)?|[一二两三四五六七八九十百]+(?:余|多)?|首|数|几|每|各|多)"
                    r"(?:万|亿)?(?:期(?=“)|个(?!文明)|项|家|条|座|处|所|批|场|次|只|支|台|套|件|名|位|户|公里|亩|万亩)")
_INNER_COUNT = re.compile(r"(?:(?<![A-Za-z])(?<![A-Za-z]\d)\d+(?:余|多)?|[二两三四五六七八九十百]+(?:余|多)?)个(?!文明)|(?<!第)(?:(?<![A-Za-z])(?<![A-Za-z]\d)\d+(?:余|多)?|[二两三四五六七八九十百]+(?:余|多)?)(?:项|家|条|座|处|所|大(?!道|街|桥|队|厦|学|楼|坝|洼|庄|营|屯))")
_JOINTS = frozenset(("和", "与", "及", "以及"))
_PLACES = re.compile(r"[\u4e00-\u9fffA-Z\d]{2,7}")
_ROUTE = re.compile(r"[^\W\d_A-Za-z]{1,8}?(?:\d{2,4}千伏|段|公路|道路|大道|大街|干线|河道|渠道|高速|铁路|高铁|城际|线|快速路|航线|通道|管线)")  # 东河至西河公路
_AFTER_NAME = re.compile(r"[A-Z]|高速|铁路|高铁|城际|公路")  # 湖中G区, 石清上高速
_LEVELS = frozenset("省市县区镇乡村州旗盟人水电路气热车房地厂矿年月会院校园街河城线道山海湖江站场家辖")  # 市和区: words of one character that are things
_KEPT = _JOINTS | {"到", "再", "过"}  # function words that programmes have in their names
_CARRYING = ("实施", "开展", "启动")  # what is said of campaigns
_TITLED = ("项目县", "示范县", "试点县", "示范区", "试点市", "遴选")  # what gets a title is named by itself
_LACKING = ("无", "非", "不")  # 建设无抗养殖基地: right after a verb it opens a name
_SPENT = re.compile(r"投资(?:总?额)?[约达近超]?\d[\d.]*(?:余|多)?[万亿](?:美|港|欧)?元的?(?:建设|兴建|新建|打造|实施|建成|开发)?的?")
_FIRST = re.compile("首[个家座条批]")
_CALLED = ("项目", "工程")  # 甲项目和乙改造 are two
_SIZE = re.compile(r"\d[\d.]*万?(?:吨|千瓦|兆瓦|台|套|辆|头|只)$")  # 日产3000吨和日产5000吨生产线 are two
_PRICED = re.compile(r"(?:计划|估算|预计)?(?:总?投资|占地|建筑面积)(?:总?额|约|达|近|超)?[\d.]+(?:多|余)?[万亿]?(?:元|美元|亩|平方米)")  # 启动投资2亿元的
_BUILDING = ("谋划", "规划", "建设", "新建", "续建", "筹建", "承建", "实施")  # 谋划的甲
_TENS = frozenset("0123456789百千万")  # what stands before 对 that counts pairs
_SECTIONS = frozenset(("至", "到"))  # 云溪至东河段
_SUMMARY = re.compile(r"“[二两三四五六七八九十]+[大个项]")
_SKIPPED = re.compile(rf"(?P<count>{_COUNT})|(?:20|19)\d\d年度?|[（(][一二三四五六七八九十\d]{{1,3}}[)）]|[一二三四五六七八九十]{{1,3}}(?:是(?:要)?|要)|\d{{1,2}}(?:[.．](?!\d+(?:\.\d+)?[万亿%‰千吨公米平个户])|、)|[①-⒛]|\d{{1,2}}月(?:\d{{1,2}}日)?|[省市县区镇乡村][两三四]级|\s+")
_SKIPPED_OPENINGS = frozenset(c for c in map(chr, range(0x3001)) if c.isspace() or c.isdigit()) | set(
    "一二两三四五六七八九十百第首数每各多（(省市县区镇乡村")  # what the pattern can begin with


class Opening(NamedTuple):
    """Where a name starts, the verb just before it if there is one, and whether a count was skipped."""

    start: int
    governor: Match | None
    counted: bool


def opening(passage: Passage, start: int, end: int, *, campaign: bool = False, closed: bool = False,
            joined: bool = False) -> Opening:
    """The place in ``[start, end)`` where a name that reaches to ``end`` begins.

    ``campaign``: names of programmes keep verbs such as 提升 after a governing verb (开展提升…行动).
    ``closed``: the name ends at ``end``, so that a verb which ends there is part of it.
    ``joined``: 和 and 与 are part of the name right after a governing verb, unless a name ends before them; of a
    closed one they are part wherever they stand.
    """
    at, counted = skip(passage.text, start, end)
    governor: Match | None = None
    held = False  # does the name open with the verb that says what is done?
    for boundary in passage.boundaries_within(start, end):
        if boundary.start < at or (
                closed and (boundary.end == end or joined and boundary.entry.text in _JOINTS and boundary.start > at)):
            continue
        if boundary.entry.text in _SECTIONS and boundary.start > at and passage.text[max(end - 1, boundary.end):end + 1].find("段") >= 0:
            continue
        if boundary.entry.text == "对" and boundary.start > at and passage.text[boundary.start - 1] in _TENS:
            continue  # 15万对种鸽
        if boundary.start == start and boundary.entry.text in _JOINTS and passage.text[start - 1] == "、" and start > passage.sentence.start:
            continue  # 清源公司、和润公司
        kind = boundary.entry.columns["class"]
        governed = governor is not None and governor.end == at
        if boundary.start == at and (governed and boundary.entry.text in _LACKING or _opens_unknown(passage, boundary, start, governed)):
            continue
        if governed and boundary.entry.text in (_KEPT if campaign and joined else _JOINTS if joined else _KEPT - _JOINTS if campaign else ()) \
                and not _closes(passage, at, boundary):
            continue
        if campaign and kind == "govern" and passage.text.endswith("新一轮", at - 3, boundary.start):
            continue  # 新一轮突破山区崛起行动
        if governed and campaign and kind == "govern" and _carried_out(passage, governor, boundary, end):
            continue
        if _within_name(passage, boundary, at, end, governed, governed and campaign) or closed and _joins_ends(passage, boundary, at, end):
            continue
        held = held or campaign and governed and boundary.start == at and kind == "soft"
        if held and kind == "govern" and governor is not None and governs(governor, "carries-out") and not governs(boundary, "promotes"):
            continue  # 开展扩大夜间消费专项行动: what the campaign does
        if _cuts(kind, boundary.entry.text, boundary.start, at, keep=campaign and governed and (kind != "soft" or governs(governor, "carries-out"))):
            if kind in ("govern", "soft"):
                governor = boundary
            elif kind == "function" and not (governor is not None and _prices(passage.text, governor, boundary, closed)):
                governor = None
            at, more = skip(passage.text, boundary.end, end)
            counted = more or (counted and kind in ("adverb", "filler", "soft"))
    if passage.enclosed:
        at = max((b for a, b in passage.enclosed if at <= a and b < end and passage.text[a] in "（("
                  and passage.text[a + 1:b - 1].isdigit()), default=at)
    if campaign:
        at = next((a for a, b in passage.enclosed if at < a and b <= end + 1 and _SUMMARY.match(passage.text, a)
                   and passage.text[start - 1:start] == "、"), at)
    else:
        for count in _INNER_COUNT.finditer(passage.text, at + 1, end):
            if not passage.inside(count.start(), count.end()):
                at, counted = count.end(), True
        if not counted and (first := _FIRST.search(passage.text, at + 1, end)):
            at = first.end()  # 全省首个清屏云仓
        if passage.text.find("元", at, end) >= 0 and (spent := _SPENT.search(passage.text, at, end)):
            at = spent.end()  # 恒岳集团投资5亿元建设电子产业园
    return Opening(at, governor, counted)


def _prices(text: str, governor: Match, word: Match, closed: bool) -> bool:
    """Does the word belong to a sum or size between the verb and the name: 启动总投资2亿元的甲, or to the verb alone: 谋划的甲?"""
    return word.entry.text == "的" and _PRICED.fullmatch(text, governor.end, word.start) is not None \
        or word.start == governor.end and (word.entry.text == "总投资" or not closed and word.entry.text == "的" and governor.entry.text.endswith(_BUILDING))


def lone(passage: Passage, place: int) -> bool:
    """Is the character before the place no word that a list could have as an item (清和一号)?"""
    return passage.text[place - 1] not in _LEVELS


def _opens_unknown(passage: Passage, verb: Match, start: int, governed: bool) -> bool:
    """Is the verb of one character the first of an unknown word, in a list or right after a verb: 创盛 in 东垣、创盛碳化硅?"""
    return verb.end - verb.start == 1 and verb.entry.columns["class"] in ("govern", "soft") and verb.entry.text not in "占赴抓" \
        and (governed or verb.start == start and passage.text[start - 1] in "、以") \
        and verb.end + 1 in passage.edges and "\u4e00" <= passage.text[verb.end] <= "\u9fff" and passage.text[verb.end] not in "好大强优新实准"


def _within_name(passage: Passage, boundary: Match, at: int, end: int, governed: bool, campaign: bool) -> bool:
    """Is the word part of the name: 支持 in 实施…支持计划, 和 after one character, 中 before a letter or a kind of road?"""
    kind, place = boundary.entry.columns["class"], boundary.start
    if kind == "govern":
        return campaign and boundary.end == end and place - at >= 4 and passage.text[end:end + 1] != "“"
    if place <= at or boundary.end - place > 1:
        return False
    if boundary.entry.text == "为":  # 抓好中为电池二期
        return governed and place - at == 1
    if boundary.entry.text in _JOINTS:
        return (place - at == 1 or passage.text[at:place - 1] in division_names()) and (lone(passage, place) or passage.text[boundary.end:boundary.end + 1] in tuple("路街桥镇苑园"))
    if boundary.entry.text in ("至", "到"):
        return place - at >= 2 and _ROUTE.match(passage.text, boundary.end) is not None
    if kind != "post":
        return False
    if place - at == 1 or passage.text[place - 1] == "届":
        return lone(passage, place)  # 林上青溪: a name that holds 上; 第七届中东博览会
    return _AFTER_NAME.match(passage.text, boundary.end) is not None or passage.text[at:place] in division_names()  # 某省中恒集团


def _joins_ends(passage: Passage, boundary: Match, at: int, end: int) -> bool:
    """Is the item a stretch between two places: 清口至石岭?"""
    return boundary.entry.text == "至" and boundary.start - at >= 2 and _PLACES.fullmatch(passage.text, boundary.end, end) is not None \
        and _PLACES.fullmatch(passage.text, at, boundary.start) is not None


def _carried_out(passage: Passage, governor: Match, verb: Match, end: int) -> bool:
    """Is a verb part of the name of what is carried out: 实施数字``赋能``制造行动, but not 实施计划,推进……行动?"""
    return governor.entry.text.removesuffix("好").endswith(_CARRYING) and not verb.entry.text.endswith((*_CARRYING, "推进", "打造")) and verb.start - governor.end >= 2 \
        and passage.text[end - 1] != "”" and passage.text.startswith(("行动", "计划"), end)


def _closes(passage: Passage, start: int, joint: Match) -> bool:
    """Does a name end here, so that what follows 和 is another one?"""
    end = joint.start
    return passage.text.startswith(_CALLED, end - 2) or passage.text.endswith(_TITLED, start, end) or passage.text.find("”", start, end) >= 0 or joint.entry.text in "和与" and passage.text.startswith("建设", end - 2) \
        or any(head.end == end for head in passage.heads_within(start, end)) \
        or any(b == end for _, b in passage.enclosed) or _SIZE.search(passage.text, start, end) is not None


def _cuts(kind: str, word: str, place: int, at: int, *, keep: bool) -> bool:
    if kind in ("govern", "function"):
        return True
    if kind == "noun":
        return False  # 开发区: a word that only opens like a verb
    if place == at and keep and kind == "filler":
        return word != "全国"  # 开展全国文明城市创建活动
    if kind == "post":
        return place > at and not keep
    return place == at and (kind == "filler" or not keep)


def skip(text: str, start: int, end: int) -> tuple[int, bool]:
    """Past counts, years, numbering and spaces; and whether there was a count."""
    counted = False
    while start < end and text[start] in _SKIPPED_OPENINGS:
        match = _SKIPPED.match(text, start, end)
        if match is None:
            break
        counted = counted or match["count"] is not None
        start = match.end()
    return start, counted
