"""Items of a list of campaigns: ``提质和增效、育新等三大行动``, ``甲带动、乙带动、丙驱动三大战略``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.lexicon import Match
from kg.extraction.names.boundary import opening
from kg.extraction.names.candidate import Candidate
from kg.extraction.names.passage import Passage

REFORMS = frozenset(("改革", "试点", "改革经验", "改革任务", "改革事项", "重点改革任务", "试点工作", "试点任务"))  # nouns of lists whose items may have plain words
ADVANCING = re.compile(r"(?:政策|任务)?(?:深入|稳步|扎实|全面|有序|顺利|加快|持续|纵深|率先|加速|强力|积极|圆满|高效|正式|整[省市县区]|在全[国省市县区]|基本)*"
                        r"(?:推进|推开|开展|实施|落实|启动|铺开|完成|展开|深化|惠及|覆盖|落地|收官|见效|进展顺利|进展良好|成效|取得|圆满|通过(?:国家|省级?|市级?)?验收|扩面|提质)")
_OPENING = 20  # characters of a name that a clause opens with
_OWNER = re.compile(r"(?:[省市县区州旗盟]委)(?:[省市县区州旗盟]政府)?(?:的|提出的|确定的)?(?=“)")  # 县委“1447”战略
_FIELDS = ("领域", "行业", "区域", "河流", "流域", "人群", "群体")
_REFORMED = ("制度", "体制", "机制")  # what reforms of a list are of
_REFORM = "改革"
_REFORM_FIELD = 6  # characters of a field that is reformed
_RAISING = re.compile(r"(?:提质|提升|升级|培育|振兴|跃升|倍增|攻坚|赋能|增效|行动|计划|创优|传承|传承发展|提效|扩优|强基|提能|[”’](?:\[\d+\])?)$")  # how campaigns are called
_AND = ("和", "与", "及")
_AGAINST = "打击"
_PURPOSE = 7  # characters between a quoted mark and the noun of a campaign
_VERB = 4  # characters at most that a verb opens a name with
_COUNT = re.compile(r"[”等]*“?(?P<count>[两二三四五六七八九十]|\d{1,2})(?:大|项|个)")
_NUMERALS = "一二三四五六七八九十"


def whole_names(passage: Passage, items: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
    """The items with what belongs to names of campaigns: 和 before another item, a verb or 重点 right after 、; each quote is one."""
    whole: list[tuple[int, int]] = []
    for start, end in items:
        raw = passage.text.rfind("、", whole[-1][1] if whole else start, start) + 1
        if whole and passage.text[whole[-1][1]:start] in _AND and passage.text[end] == "、":
            start = whole.pop()[0]
        elif 0 < raw < start <= raw + _VERB and _opens(passage, raw, start):
            start = raw
        elif not whole and passage.text.endswith(_AGAINST, 0, start):
            start -= len(_AGAINST)  # 开展打击走私、…等专项行动
        whole += _quotes(passage.text, start, end)
    return whole


def are_campaigns(text: str, items: tuple[tuple[int, int], ...]) -> bool:
    """Are the items of 等重大工程 called as campaigns are, and not as works: ``“双百”、校舍提质等重大工程``?"""
    return sum(_RAISING.search(text, start, end) is not None for start, end in items) * 2 > len(items)


def _opens(passage: Passage, start: int, end: int) -> bool:
    """Are there only words in the stretch that can open a name?"""
    return all(b.entry.columns["class"] in ("soft", "adverb") for b in passage.boundaries_within(start, end))


def _quotes(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretch, cut between quotes that adjoin: “甲”“乙”."""
    parts, cut = [], text.find("”“", start, end)
    while cut > 0:
        parts.append((start, cut + 1))
        start, cut = cut + 1, text.find("”“", cut + 1, end)
    return [*parts, (start, end)]


def is_tallied(text: str, items: list[tuple[int, int]], noun: Match) -> bool:
    """Are there as many items as the count before the class noun says?"""
    count = _COUNT.fullmatch(text, items[-1][1], noun.start)
    if count is None:
        return False
    said = count["count"].replace("两", "二")
    return len(items) == (int(said) if said.isdigit() else _NUMERALS.find(said) + 1)


def shared_reforms(passage: Passage) -> Iterator[Candidate]:
    """``推进户籍制度、投融资体制、行政审批制度改革``: the items before the last are reforms as well."""
    if passage.text.find(_REFORM, passage.sentence.start, passage.sentence.end) < 0:
        return
    for clause in passage.clauses:
        start, end = clause.items[-1]
        at = passage.text.find(_REFORM, start, end)
        if len(clause.items) < 2 or at < 0 or not passage.text.endswith(_REFORMED, start, at):
            continue
        last = opening(passage, start, at, campaign=True, closed=True)
        if last.governor is not None:
            continue
        items = clause.items[:-1] + (((start, last.start - 1),) if last.start > start else ())  # 甲体制和乙制度改革
        found = [Candidate(last.start, at + len(_REFORM), ("Program",), "campaigns.reform", 0.86, passage.sentence.index)]
        for start, end in reversed(items):
            begin = opening(passage, start, end, campaign=True, closed=True)
            if not _reformed(passage, begin.start, end):
                break
            found.append(found[0]._replace(start=begin.start, end=end, name=passage.text[begin.start:end] + _REFORM))
            if begin.governor is not None:
                break
        if len(found) > 1:
            yield from found


def _reformed(passage: Passage, start: int, end: int) -> bool:
    """Is it what a reform is of: a system (户籍制度), or a field without a noun of its own (国资国企)?"""
    if end - start < 4 or "的" in passage.text[start:end]:
        return False
    return passage.text.endswith(_REFORMED, start, end) or end - start <= _REFORM_FIELD and passage.text[start:end].isalpha() \
        and not any(h.end == end for h in passage.heads_within(start, end))


def of_a_field(text: str, start: int) -> bool:
    """Does 重点 before the place belong to the name of a campaign: 重点领域消防隐患专项整治?"""
    return text.startswith(_FIELDS, start) and text.endswith("重点", 0, start)


def opens_whole(passage: Passage, start: int, head: Match) -> bool:
    """Does a clause open with a name that holds verbs, and say how it goes: 国有渔场改革整合提质行动圆满收官?"""
    if start > passage.sentence.start and passage.text[start - 1] not in "，。；：\n" or not 4 <= head.start - start <= _OPENING or ADVANCING.match(passage.text, head.end) is None:
        return False
    inner = passage.boundaries_within(start, head.start)
    return passage.text[start].isalpha() and inner[0].start > start + 1 and all(b.entry.columns["class"] in ("govern", "soft", "adverb") or b.entry.text in "和与" for b in inner)


def owner_end(text: str, start: int) -> int | None:
    """Where the body ends that a quoted strategy is of: 县委|“1447”战略; None without one."""
    owner = _OWNER.match(text, start)
    return owner.end() if owner is not None else None


def quote_start(text: str, start: int, begin: int, end: int) -> int:
    """Where the quoted mark of a campaign begins whose purpose stands between it and the noun: |“3182”上市辅导计划."""
    closed = text.rfind("”", start, begin)
    opened = text.rfind("“", start, closed) if closed > 0 else -1
    purpose = text[closed + 1:end]
    named = opened >= 0 and text[opened + 1:closed].isdigit() and len(purpose) < _PURPOSE and purpose.isalpha() and not set("和与及等的") & set(purpose)
    return opened if named else begin
