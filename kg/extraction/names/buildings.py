"""What a place has one of: its public buildings, nets and supplies need no name of their own (``新建中医院``, ``实施集中供热工程``)."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.extraction.lexicon import Match, load
from kg.extraction.names.governors import governs

_LEVEL = re.compile(r"(?:[省市县区旗]级?|新的?|城区|县城)?$")
_CLOSES = re.compile(r"[，。；、和与及等并（\n]|建设|项目|工程|任务|主体|前期|$")
_REBUILT = re.compile(r"(?:新建|改造提升|提升改造|升级改造|改造|延伸|扩建|敷设|铺设)?")
_PAID = re.compile(r"(?P<said>投资(?:总?额)?(?:约|达|近|超|为)?|[、和])\s*\d[\d.]*\s*(?:多|余)?[万亿]?(?:美|欧|港)?元的$")
_SUM = 24  # characters that a sum of money takes
_ENDS = re.compile(r"[”、，。；等和与及\n]|项目|工程|建设|[纳列]入|开工|竣工|建成|投[产入用运]|主体|落[户地]|签约|正在|顺利|已|$")
_PARK, _FIELD_PARK = 3, 6  # characters of a noun of parks, and of one that tells the field
_FATE = re.compile(r"(?:顺利|成功|正式|全面|主体)?(?:通过|获批|获评|入选|被|晋升|跻身|建成|投用|投入|开园|竣工|扩区|揭牌)")  # what happens to one park
_BARE_PARKS = ("高新区", "经开区", "开发区", "综保区", "保税港区", "保税区", "高新技术开发区", "经济开发区", "综合保税区")  # the seat has one of
_ACTING = re.compile(r"(?:被|获|入选|晋升|升格|跻身|新?引进|新增|完成|实现|成功|正式|顺利|建成|扩区|整合|主营|全年|规上|累计|入驻)")  # what one of them does
_DOING = ("实施", "启动", "完成")
_CALLED = re.compile(r"(?:[、和与及][^，。；]{2,14}?)?(?:建设|项目|工程|任务)")
_OWN = ("医院", "党校", "中学", "一中", "幼儿园")


@lru_cache(maxsize=1)
def own_buildings() -> frozenset[str]:
    """Nouns of buildings and bodies that a place has one of."""
    return frozenset(entry.text for entry in load("own_buildings"))


def own_body(name: str) -> bool:
    """Is it a building or body that a place has one of, with or without the place's level before it?

    >>> own_body("图书馆"), own_body("县医院"), own_body("医院")
    (True, True, False)
    """
    return name in own_buildings() or name[:1] in tuple("省市县区旗") and (name[1:] in _OWN or name[1:] in own_buildings())


@lru_cache(maxsize=1)
def plain_works() -> frozenset[str]:
    """Nouns of nets, supplies and works on them that a place has one of."""
    return frozenset(entry.text for entry in load("plain_works"))


def built_bare(text: str, start: int, head: Match, verb: Match) -> int | None:
    """Where the name ends, if the noun in the item from ``start`` is such a thing, made by this verb and named by the noun alone."""
    plain = head.entry.text in plain_works()
    if not (plain and any(governs(verb, does) for does in ("builds", "carries-out", "completes")) or head.entry.text in own_buildings() and governs(verb, "builds")):
        return None
    level = _LEVEL.search(text, max(start, verb.end if verb.end <= head.start else start), head.start)
    at = level.start() if level is not None else head.start
    end = _REBUILT.match(text, head.end).end() if plain else head.end
    if plain and end == head.end and not governs(verb, "builds") and not verb.entry.text.removesuffix("了").endswith(_DOING) \
            and _CALLED.match(text, end) is None:
        return None  # 推进水系连通: what is striven for
    return end if (at in (start, verb.end) or text[at - 1] in "和与及") and _CLOSES.match(text, end) is not None else None


def paid_for(text: str, start: int, end: int) -> bool:
    """Does the sum that is invested in it stand right before the name, and nothing that could go on with it behind?

    >>> paid_for("投资3亿元的甲水厂、", 6, 9), paid_for("收入3亿元的甲水厂", 6, 9), paid_for("投资3亿元的甲水厂、2亿元的乙水厂", 14, 17)
    (True, False, True)
    """
    if text[start - 2:start] != "元的" or _ENDS.match(text, end) is None:
        return False
    paid = _PAID.search(text, max(0, start - _SUM), start)
    return paid is not None and (paid["said"].startswith("投资") or "投资" in text[max(0, start - 3 * _SUM):paid.start()])


def own_park(text: str, start: int, head: Match) -> bool:
    """Is it the seat's park (县城工业园区), or one called by its field alone, of which something is told: 现代渔业产业园通过认定?"""
    if "Park" not in head.entry.list("types") or len(head.entry.text) < _PARK:
        return False
    if head.start == start and head.entry.text in _BARE_PARKS:
        return (start == 0 or text[start - 1] in "，。；：、\n") and _ACTING.match(text, head.end) is not None
    if head.start == start:
        return len(head.entry.text) >= _FIELD_PARK and _FATE.match(text, head.end) is not None and (start == 0 or text[start - 1] in "，。；：\n")
    return text[start:head.start] in ("县城", "城区", "市区")
