"""Enterprises that open the name of a project: 恒岳生物阿洛酮糖, 恒岳二期, 恒岳年产20万吨涂料.

A noun that companies end in tells by itself. Without one the opening is a company's when the dictionary does not know it, or
knows it as a name, and what follows is made or done in works: goods, a capacity, a phase.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate

import rjieba

from kg.document.report import Report
from kg.extraction.lexicon import lexicon, load
from kg.extraction.names.candidate import Candidate
from kg.extraction.names.divisions import town_shorts
from kg.extraction.names.heads import particular
from kg.extraction.names.modifiers import division_names, goes_on, names_brand
from kg.extraction.names.terms import holds_sector

_LONGEST = 6  # characters of a company's name before its noun
_SHORT = 4  # characters of a company's name without a noun
_HAN = re.compile(r"[^\W\d_A-Za-z]+")
_PARK = re.compile(r"[^\W\d_A-Za-z]{2,8}?(?:产业园区?|工业园区?|科技园区?|开发区|高新区|经开区|工业集中区|集聚区)(?=[^\W\d_A-Za-z]{4})")
_CAPACITY = re.compile(r"第[一二三四五六][套条]|(?:[年日](?:产|加工|处理|屠宰)(?=\d)|\d[\d.]*(?:余|多)?万?(?:吨|千瓦|兆瓦|吉瓦|台|套|辆|头|只|羽|片|支|件|锭|立方米|重量箱|GW|MW|kW)(?!级))")
_PHASE = re.compile(r"(?:[一二三四五]期|技改|技术改造|扩[建产]|搬迁|迁建)(?:扩建|技改|改造|工程|项目|配套|升级)*$")
_ADDED = r"(?:项目|工程|基地|一体化|[一二三四五]期|技改|扩建|改造|提升)*$"  # what may stand behind goods
_REBUILT = re.compile(r"(?:技改|技术改造|扩[建产能]|改扩建)(?:项目|工程|[一二三四五]期)*$")
_LETTERS = re.compile(r"(?!PPP|EOD|EPC|BOT)[A-Z]{2,}")
_PROPER = frozenset(("nr", "nrt", "nz", "nt", "ns"))
_PERSONAL = frozenset(("nr", "nrt"))
_NAMING = frozenset(("nr", "nrt", "nz"))  # a name that one character more opens or closes (盛云泰)
_PUBLIC_HEADS = frozenset(("any", "built", "body", "road", "place", "class"))  # what is enlarged, but no goods
_DESCRIBING = "大小新老高低多全黑白红紫绿纯鲜精"  # one character before goods, not the end of a name (恒岳新材料)
_NO_NAME = "鸡鸭鹅猪牛羊鸽鱼虾蟹菇菜果茶枣莓转制改代"  # a breed or crop opens the name, or what is made of what (煤转甲醇)
_PUBLIC = re.compile(r"(?:园区|集聚区|[市商卖]场|交易中心|研究院|研究所|学院|大学|泵站|水站)$")  # that nobody's name opens, but a place's
_NOT_GOODS = re.compile(r"[东西南北中]?[大]?[路街道线段]|[一二三四五六七八九十\d]号|核电")  # after the opening: a road or a line, a thing by number
_USED_AS_PLACE = re.compile(r"(?:镇|乡|街道|村|片区|河|湖|山|水库|水系|流域|景区|区|县|市|旗|港|古镇|古城|新城|灌区|互通|高速|高铁|铁路|站)")
_PLACES = re.compile(r"[县市区镇乡村庄屯寨沟河湖山江海岛湾港口路街线段桥园站场院校店营堡坝岭坪峪川原旗州盟省国]$|^[省市县区旗镇乡村东西南北中内外上下][省市县区镇乡村城部环线]|^城[东西南北中区]"
                     r"|^[京津沪渝冀豫云辽黑湘皖鲁苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][东西南北中]$")


@lru_cache(maxsize=1)
def _goods() -> re.Pattern[str]:
    """Goods, plants and works that the name of a company's project ends in."""
    words = sorted((e.text for e in load("goods") if "made" in e.list("place")), key=lambda w: (-len(w), w))
    return re.compile(f"(?:{'|'.join(words)}){_ADDED}")


@lru_cache(maxsize=1)
def _on_goods() -> tuple[str, ...]:
    """What goods go on with, so that the noun before it is theirs and no company's (云溪水泥制品)."""
    return tuple(e.text for e in load("goods") if "follows" in e.list("place"))


def developers(candidates: Iterable[Candidate], report: Report) -> Iterator[Candidate]:
    """A candidate for the enterprise that opens the name of each project that is made of one and its works."""
    public = tuple(entry.text for entry in load("public_works"))
    towns = town_shorts(report)
    for found in {(c.start, c.end): c for c in candidates if c.types[0] == "Project"}.values():
        name = report.text[found.start:found.end]
        if _works(name).endswith(public) or _PUBLIC.search(_works(name)) or _HAN.match(name) is None:
            continue
        park = _PARK.match(name)
        inside = park.end() if park is not None and _opening(name[park.end():])[0] else 0  # 清源产业园恒岳新材料
        name = name[inside:]
        size, rule, confidence = _opening(name)
        if size and particular(name[:size]) and name[:size] not in towns and not any(own.startswith(name[:size]) or name.startswith(own) and size <= len(own) for own in report.own_names) \
                and not goes_on(name[:size], _USED_AS_PLACE, report.text):
            yield Candidate(found.start + inside, found.start + inside + size, ("Enterprise",), rule, confidence, found.sentence)


def _works(name: str) -> str:
    """The name without the words for its phase and the work done on it."""
    return re.sub(r"(?:[一二三四五]期|改扩建|扩建|新建|迁建|续建|重建|搬迁|提标|改造|提升|扩机|增效|增容|扩容|除险|加固|维修|整治|建设|工程|项目|主体|配套)+$", "", name)


@lru_cache(maxsize=4096)
def _opening(name: str) -> tuple[int, str, float]:
    """How many characters of the name are the enterprise's, by which rule, how sure; no characters if there is none."""
    size = _with_noun(name)
    if size:
        return size, "developer.noun", 0.78
    region = next((n for n in (5, 4, 3, 2) if name[:n] in division_names() or _foreign_country(name[:n])), 0)
    size = _bare(name[region:])
    if not size:
        region, size = 0, _before_capacity(name)  # a company called like a county far away
    return (region + size, "developer.bare", 0.7) if size else (0, "", 0.0)


def _foreign_country(word: str) -> bool:
    return word.endswith("国") and rjieba.has_word(word) and word != "中国" and not word.startswith("全")


def company_opens(name: str) -> bool:
    """Does a name of a company, told by its noun, open the name of a work: ``恒岳科技数控机床``?"""
    return _opening(name)[1] == "developer.noun"


def _with_noun(name: str) -> int:
    """The end of a noun of companies after two characters and more that name one, with works behind it."""
    edges = set(accumulate(len(word) for word in rjieba.cut(name, False)))
    nouns = [(m.start, m.end, kind == "heads" or m.entry.columns["opens"] == "yes") for kind in ("heads", "brands") for m in lexicon(kind).find(name)
             if m.end in edges and m.entry.columns.get("opens") != "never" and (kind == "brands" or m.entry.columns["need"] == "company" and len(m.entry.text) > 1)]
    end = 0
    for start, stop, sure in sorted(nouns, key=lambda noun: (noun[0], -noun[1])):
        if start == end and end or 2 <= start <= _LONGEST and not end and _named(name[:start]) and (sure or not name.startswith(_on_goods(), stop)):
            end = stop
    return end if len(name) - end >= 2 and name[end:] not in ("项目", "工程", "建设") else 0


def _named(modifier: str) -> bool:
    """Is it what a company's noun stands after: a name in the dictionary, or characters that are no word?"""
    region = next((n for n in (3, 2) if modifier[:n] in division_names() and len(modifier) - n > 1), 0)
    return _HAN.fullmatch(modifier) is not None and _run(modifier[region:]) == len(modifier) - region > 1 and not _PLACES.search(modifier)


def _run(name: str) -> int:
    """How many characters from the start are words that the dictionary has as names, or single ones."""
    size = 0
    for word, tag in rjieba.tag(name, False):
        if len(word) > 1 and (tag not in _PROPER or not particular(word) or size > 1 and _goods().search(word)) or holds_sector(word) \
                or len(word) > 2 and tag in ("nr", "ns"):
            break
        size += len(word)
    return size


def _bare(name: str) -> int:
    """The length of an opening that is no common word, before a capacity, a phase or goods."""
    capacity = _before_capacity(name)
    if capacity:
        return capacity
    size = _run(name)
    if size > 2 and name[size - 1] in _DESCRIBING:
        size -= 1
    works = name[size:]
    if not 2 <= size <= _SHORT or len(works) < 2 or _NOT_GOODS.match(works) or not _name_like(name[:size]):
        return 0
    return size if _PHASE.match(works) or _goods().search(works) or _LETTERS.match(works) or holds_sector(works) or _rebuilt_plant(works) else 0


def _before_capacity(name: str) -> int:
    """The length of an opening right before a capacity (恒岳年产5万吨涂料) or a line by its number (恒岳第二条生产线)."""
    capacity = _CAPACITY.search(name)
    return capacity.start() if capacity is not None and 2 <= capacity.start() <= _SHORT and _name_like(name[:capacity.start()], division=True) else 0


def _rebuilt_plant(works: str) -> bool:
    """Is it goods whose making is enlarged or renewed (精密钢棒扩建), and no school or road?"""
    match = _REBUILT.search(works)
    return match is not None and match.start() >= 2 and not any(
        h.end == match.start() and h.entry.columns["need"] in _PUBLIC_HEADS for h in lexicon("heads").find(works))


def _name_like(opening: str, *, division: bool = False) -> bool:
    """Can a company be called so? ``division``: like a division as well."""
    if not _HAN.fullmatch(opening) or not division and not division_names().isdisjoint((opening, opening[-2:])) or _PLACES.search(opening) \
            or not particular(opening) or opening[-1] in _NO_NAME or any(head.entry.text in (opening, opening[-2:]) for head in lexicon("heads").find(opening)):
        return False
    if _goods().fullmatch(opening):
        return False  # 甲醇扩建
    tags = rjieba.tag(opening, False)
    return names_brand(opening) or all(len(word) == 1 or tag in (_PERSONAL if len(tags) > 2 else _NAMING) or len(tags) == 1 and tag in _PROPER for word, tag in tags) and tags[-1][1] in _PROPER
