"""Honours: titles, lists and recognitions that somebody gets or hopes for.

Three roads lead to one: a verb of getting (入选, 获评, 争创) with a title after it; a title that says its rank
(国家级, 全省) and ends in a noun of titles (示范区, 百强县); a title that what follows calls one (……称号, ……创建工作).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from kg.extraction.lexicon import Match, load
from kg.extraction.names.boundary import skip
from kg.extraction.names.candidate import Candidate
from kg.extraction.names.heads import LONGEST
from kg.extraction.names.passage import Passage

_PROVINCES = ("河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾")
_RANK = re.compile(rf"(?=[首第新联国全部河山辽吉黑江浙安福湖广海四贵云陕甘青台省自市区县州旗工农一二三1-5A])(?:首批|第[一二三四五六七八九十]批|首届|新一轮)?(?:联合国|国家级?和省级|国家(?:级|重点)?|全国|部级|(?:{_PROVINCES})?省(?![域会际界道内外直委府])(?:级|重点)?|全省|自治区(?:级)?"
                   r"|全区|市级|全市|区级|县级|州级|旗级|全州|(?:国务院|省政府)(?=[^，。；]{0,12}(?:督查激励|奖))|工信部|农业农村部|[一二三]级[甲乙丙]等|[1-5]A级?|A{3,5}级)")
_BATCH = re.compile(r"[“]?(?:首批|首届|第[一二三四五六七八九十]+[批届])")
_RANK_MARK = re.compile(r"(?=[级国省全部首称创])(?:[级国省全部]|首批|称号|创建)")  # without one of them there is neither rank nor claim
_WIDE_RANK = re.compile(r"世界|国际|全球|亚洲|中国|市(?!级)")
_OWN_RANK = re.compile(r"全[市区县州旗]|[市区县]级(?!以上)")  # ranks that classes of things have too: 全市企业
_CALLED = "称号|荣誉|殊荣|奖牌|金字招牌|桂冠|牌匾|创建(?:活动|行动|攻坚战|攻坚)?|争创|申创|申报|复审|复核|命名|测评|评选|资格"  # what is said of titles only
_TAIL = re.compile(rf"(?P<called>{_CALLED})|之一|(?:顺利|成功|如期|高分|圆满|高票|正式|率先|一次性)*通过|认证|认定|验收|评估|考核|公示|审定|挂牌|建设|工作|任务|行列|范围|序列|步伐|(?:通报)?表[彰扬]|现场核查|和|等"
                   r"|为[^，。；]{0,6}(?:抓手|载体|契机|目标|引领|统领|重点|主线|牵引|龙头)"
                   r"|第?[\d.]+(?:余)?(?:位|个|项|家|处|名|人|件|条|所|次|张|座|种)?(?:以上|左右)?|[”》）)]")
_COUNT_INSIDE = re.compile(r"\d+(?:余|多)?(?:个|家|项|名|种)|累计|共(?=[创培建])|列为|列入|等\d|\d[万亿]?元|要的")
_NEXT = re.compile(r"(?<!国家)(?<!国家级)[和与及](?=全国|国家|全省|省级|市级|中国|[1-5]A)|(?<=”)[和与及]?(?=“)")  # between two titles
_ETC = re.compile(r"等(?![级教职专])")
_WHOSE = re.compile(r"(?:(?:我[国省市县区州旗]|全[国省市县区州])(?=第?[一二三四五六七八九十\d]+[个家项座]))?")  # 成为我省第6个……
_CLAIM = re.compile(rf"(?:{_RANK.pattern})|(?:{_CALLED})")  # without a verb of getting, one of these makes a title
_CREATED = re.compile(r"“([^“”、，]{4,14})”(?:创建|争创|申创)")
_GRANTED = re.compile(r"(?:成功|正式|顺利)*获批(?:建设|设立|实施)?$")
_GOT = re.compile(r"获|取得|荣|夺|成为|列")  # verbs after which a title of a wide region needs no more
_BY = re.compile(r"被[^，。；]{1,10}$")  # 被国家 列为
_LIST_CALLED = re.compile(rf"(?:{_CALLED})(?:工作|任务)?$")
_BRANDED = re.compile(r"“[^”]{2,10}”(?=(?:国家|农产品|中国)*(?:地理标志|证明商标|集体商标|驰名商标|著名商标))")  # whose mark it is
_GRADE = re.compile(r"[1-5]A级?")
_NUMBERED = re.compile(r"(?:\d+|[十百])(?:强|佳|优)$")
_CLOSED = "”》）)"


class Title(NamedTuple):
    """A stretch that may be a title: where it ends, what noun it ends in, whether what follows calls it one."""

    stop: int
    ending: str | None
    called: bool


@lru_cache(maxsize=1)
def _ends() -> dict[str, str]:
    """Nouns that titles end in, with what they need besides a rank: nothing, a verb of getting, or a strong one."""
    return {entry.text: entry.columns["need"] for entry in load("honors")}


def _kinds(text: str, end: int) -> tuple[str, ...]:
    """A trial that somebody is chosen for is a title and a programme."""
    return ("Honor", "Program") if text.endswith("试点", 0, end) else ("Honor",)


def honors(passage: Passage) -> Iterator[Candidate]:
    """Candidates for honours in the sentence."""
    yield from _created(passage)
    if not passage.holds("honor_verbs") \
            and _RANK_MARK.search(passage.text, passage.sentence.start, passage.sentence.end) is None:
        return
    for clause in passage.clauses:
        verbs = passage.within("honor_verbs", clause.start, clause.end)
        if not verbs and (_RANK_MARK.search(passage.text, clause.start, clause.end) is None
                          or _CLAIM.search(passage.text, clause.start, clause.end) is None):
            continue
        verb: Match | None = None
        called = _LIST_CALLED.search(passage.text, max(clause.items[-1][0], clause.end - 8), clause.end) is not None
        shared = False  # has a title with its rank been listed, in a clause that ends in a word said of titles only?
        for start, end in clause.items:
            found = _verb(passage, start, end)
            verb = found or verb
            granted = _GRANTED.search(passage.text, start, end) if found else None  # 国家…平台获批
            stretch = (start, granted.start()) if granted else (found.end if found else start, end)
            titles = list(_titles(passage, *stretch, verb, listed=found is None, called=called))
            if not titles and shared and verb is None:
                titles = list(_further(passage, start, end))
            shared = bool(titles) and called
            yield from titles


def _created(passage: Passage) -> Iterator[Candidate]:
    """Titles in quotes that are told by 创建 after them: ``清源镇、石桥镇“和美茶乡示范区”创建工作``."""
    for title in _CREATED.finditer(passage.text, passage.sentence.start, passage.sentence.end):
        ending = _ending(title[1])
        if ending and (_needs(ending) != "verb" or _RANK.match(title[1])):
            yield Candidate(title.start(1), title.end(1), _kinds(passage.text, title.end(1)), "honor.created", 0.86, passage.sentence.index)


def _verb(passage: Passage, start: int, end: int) -> Match | None:
    """The verb of getting that governs a title in the item: strong ones before weak ones, the last of its kind."""
    last = None
    for match in passage.within("honor_verbs", start, end):
        if passage.inside(match.start, match.end) or match.start > start and _only_tail(passage.text, match.start, end):
            continue
        if last is None or (last.entry.columns["strength"] == "weak" and match.entry.columns["strength"] != "weak"):
            last = match
    ranked = _rank(passage, start, end)
    inside_title = last is not None and ranked is not None and ranked < last.start
    return None if inside_title and last.entry.columns["strength"] == "weak" else last


def _titles(passage: Passage, start: int, end: int, verb: Match | None, *, listed: bool, called: bool) -> Iterator[Candidate]:
    """Titles in the stretch after a verb, or in an item that is ``listed`` after one, or without a verb.

    ``called``: the clause ends in a word that is said of titles only (``获得“A”和“B”称号``).
    """
    text = passage.text
    strength = verb.entry.columns["strength"] if verb is not None else ""
    for a, b in _parts(text, start, end):
        branded = _BRANDED.match(text, a, b)
        if branded is not None and strength:
            yield Candidate(a + 1, branded.end() - 1, ("Product",), verb.entry.id, 0.7, passage.sentence.index)
            a = branded.end()
        at = a if _BATCH.match(text, a, b) else skip(text, _WHOSE.match(text, a, b).end(), b)[0]
        ranked = _rank(passage, at, b)
        governed = verb is not None and (strength != "weak" or verb.entry.text.endswith("为")
                                         and _BY.search(text, passage.sentence.start, verb.start) is not None)
        if ranked is None and not governed and (verb is None or text[at] != "“"):
            continue
        begin = at if ranked is None else _widened(passage, at, ranked, verb) if governed and verb.end == a else ranked
        title = _title(passage, begin, b, whole=governed)
        if not (2 if _GRADE.fullmatch(text, begin, title.stop) else 4) <= title.stop - begin <= LONGEST or _COUNT_INSIDE.search(text, begin, title.stop):
            continue
        direct = verb is not None and (verb.end == a or branded is not None or listed or a > start)
        got = direct and _GOT.match(verb.entry.text) is not None
        if ranked is not None and title.ending and (governed or title.called or _certain(text, begin, title.ending, direct, got)):
            yield Candidate(begin, title.stop, _kinds(passage.text, title.stop), f"honor.{title.ending}", 0.9 if verb else 0.86, passage.sentence.index)
        elif direct and (governed and title.ending and _needs(title.ending) != "rank" or text[begin] == "“" and (title.called or called and got)
                         or strength == "sure" and _is_name(text, ranked == at, begin, title.stop)):
            surely = strength == "sure" and title.ending is not None  # surer than a thing of that noun: 获评山东直播基地
            yield Candidate(begin, title.stop, _kinds(passage.text, title.stop), verb.entry.id, 0.88 if surely else 0.77, passage.sentence.index)


def _widened(passage: Passage, at: int, ranked: int, verb: Match) -> int:
    """Where a title begins whose rank comes later: ``获评“全龄友好路”全国示范县``, ``认定为水乡治理样板省级示范区``."""
    quoted = passage.text[at] == "“" and passage.text[ranked - 1] == "”"
    told = verb.entry.columns["relation"] == "awarded" and verb.entry.text.endswith(("为", "入选"))
    return at if quoted or told and not any(m.entry.columns["class"] == "govern" for m in passage.boundaries_within(at, ranked)) else ranked


def _further(passage: Passage, start: int, end: int) -> Iterator[Candidate]:
    """A title that shares the rank of the one before it in a list: 创建省级文明县城、``园林县城``."""
    title = _title(passage, start, end, whole=True)
    if title.ending and not _needs(title.ending) and 4 <= title.stop - start <= LONGEST:
        yield Candidate(start, title.stop, _kinds(passage.text, title.stop), f"honor.{title.ending}", 0.8, passage.sentence.index)


def _needs(ending: str) -> str:
    return _ends().get(ending, "") or ("verb" if len(ending) == 1 else "")


def _certain(text: str, begin: int, ending: str, direct: bool, got: bool) -> bool:
    """Without a strong verb of getting a title says its rank plainly, and its noun is one of titles, not of things.

    ``direct``: a weak verb (获, 取得, 新增) stands just before it, which is enough for some nouns of things too;
    ``got``: one of getting, which is enough for titles of the country or the world.
    """
    need = _needs(ending)
    if _WIDE_RANK.match(text, begin):
        return got and not need
    return not text.startswith("全", begin) or text[begin + 1] not in "市区县州旗" if not need \
        else need in ("verb", "rank") and direct and _OWN_RANK.match(text, begin) is None


def _is_name(text: str, ranked: bool, begin: int, stop: int) -> bool:
    """After a verb that is said of titles alone, what has a rank or stands in quotes is one whatever its noun."""
    return ranked or text[begin] == "“" and text[stop - 1] == "”"


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for match in _NEXT.finditer(text, start, end):
        yield at, match.start()
        at = match.end()
    yield at, end


def _rank(passage: Passage, start: int, end: int) -> int | None:
    for match in _RANK.finditer(passage.text, start, end):
        if match.start() in passage.edges and not passage.inside(match.start(), match.end()) \
                and passage.text[match.start() - 1:match.start()] != "被":
            return match.start()
    return start if _WIDE_RANK.match(passage.text, start, end) and start in passage.edges else None


def _title(passage: Passage, start: int, end: int, *, whole: bool) -> Title:
    """The title that opens at ``start``: up to counts and words such as 称号, or to where the next verb begins.

    ``whole``: a verb of getting governs it; verbs within it are its own when it ends in a noun of titles.
    """
    text = passage.text
    stop, called = _before_tail(text, start, end)
    ending = _ending(text[start:stop])
    if not ending:  # ……示范区等金字招牌
        stop = next((m.start() for m in _ETC.finditer(text, start + 4, stop) if _ending(text[start:m.start()])), stop)
        ending = _ending(text[start:stop])
    if not (ending and (whole or called)):
        cut = next((b.start for b in passage.boundaries_within(start + 2, end) if b.entry.columns["class"] == "govern"), end)
        if cut < stop:
            stop, called = _before_tail(text, start, cut)
            ending = _ending(text[start:stop])
    return Title(stop, ending, called)


def _before_tail(text: str, start: int, end: int) -> tuple[int, bool]:
    """Where the words that follow a title begin, and whether one of them is said of titles only."""
    called = False
    for match in reversed(list(_TAIL.finditer(text, start + 2, end))):
        if match.end() != end or text[match.start()] in _CLOSED and _opened(text, start, match.start()):
            break
        if not match["called"] and match.group() != "等" and _ends_whole(text, start, end):
            break
        end, called = match.start(), called or match["called"] is not None
    return end, called


def _opened(text: str, start: int, close: int) -> bool:
    """Does the mark at ``close`` close what the stretch has opened?"""
    return any(text.rfind(mark, start, close) >= 0 for mark in "“《（(")


def _ends_whole(text: str, start: int, end: int) -> bool:
    return end - start >= 4 and (_ending(text[start:end]) or "") not in ("", "建设", "工作")


def _only_tail(text: str, start: int, end: int) -> bool:
    """Is all that is left after a title: ``……创建工作``?"""
    return _TAIL.match(text, start) is not None and _before_tail(text, start - 2, end)[0] <= start


def _ending(title: str) -> str | None:
    bare = title.rstrip(_CLOSED)
    for length in range(min(7, len(bare)), 0, -1):
        if bare[-length:] in _ends():
            return bare[-length:]
    numbered = _NUMBERED.search(bare)
    return numbered.group() if numbered else None
