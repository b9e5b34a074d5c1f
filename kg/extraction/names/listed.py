"""Names that an enumeration types: by its class noun, its predicate or the verb that governs it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import rjieba

from kg.extraction.lexicon import Match, load
from kg.extraction.names.buildings import own_body, own_buildings, plain_works
from kg.extraction.names.campaigns import REFORMS, are_campaigns, is_tallied, whole_names
from kg.extraction.names.candidate import Candidate
from kg.extraction.names.common_works import WORK, common_work
from kg.extraction.names.developers import company_opens
from kg.extraction.names.enumerations import Enumeration, enumerations, one_word, trimmed
from kg.extraction.names.governors import governs
from kg.extraction.names.heads import LONGEST, REGIONS, counted_after, numbered, particular
from kg.extraction.names.listed_companies import WITH_GOODS, among_companies, company_like, shares_goods
from kg.extraction.names.modifiers import (
    describes,
    division_names,
    firm_start,
    names_brand,
)
from kg.extraction.names.passage import Passage
from kg.extraction.names.sectors import known_sectors
from kg.extraction.names.terms import holds_sector, is_program
from kg.extraction.names.works import PLACED, on_thing
from kg.extraction.phrases import Clause

_NAMING = frozenset(("any", "built", "road", "body", "place", "work", "strict"))  # heads that name built things
_CLASS_END = re.compile(r"(?:(?:产业|标准|实体|网络|数字|智能|绿色|规模|多元|国际|市场|专业|集群|高端|信息)化|企业|公司|单位|部门|产业|行业|领域|群体|人员|问题|通过|谋划|招引|洽谈|推介|(?:水平|质量|标准|策划)包装|[型类]大|[的在向于了上抓类]|首台套|[日近]前)$|^(?:优质|重点|重大|[好大])项目")
_COUNTED_GROUP = 12  # characters between the last name and the class noun with its count: 4家重点企业
_READY = ("竣工", "完工", "投用", "投入使用", "封顶", "启用", "开馆")
_RANKED = re.compile(r"国家级|全国|省级|国家|全球|世界")
_DESCRIBING = re.compile(r"(?<![元亩米人吨里])的")  # not that of 投资3亿元的
_CARRYING = ("carries-out", "builds", "completes")
_NAME = 20  # characters of a name that stands between commas
_FORBIDDING = ("严控", "遏制", "禁止", "严禁", "杜绝", "防止", "严防", "叫停", "取缔")
_PRESSING = ("支持", "谋划", "力争", "确保", "促成", "跟进")
_NEAR = 8  # characters between 项目 and what is said of it
_LEAST = 4  # characters of the one thing that is called a project
_SAID_OF_IT = re.compile(r"建设|[竣完开]工|投[产入用运]|通过|主体|启动|顺利|稳步|工程|前期|落地|进度|步伐|[，。；、）\n和与及]|$")
_TELLING = 4  # characters of a noun that names a work in a list (回迁安置小区)
_MODIFIED = 8  # characters of a count before an item
_COUNTED_BEFORE = re.compile(r"(?:\d|[二两三四五六七八九十])(?:余|多)?(?:个|座|处|所|条|家|项)$")
_STRENGTHENED = ("加强", "强化", "规范", "完善", "深化")  # what is done to a body, not to a building
_NUMERALS = "一二三四五六七八九十"  # 三桥 is a word of the dictionary
_LINES = "路速铁街道线桥"  # the last characters of roads and the like, which say nothing without a name
_CAPACITY = re.compile(r"\d[\d.]*[万亿]?(?:吨|台|套|千瓦|兆瓦|立方米|头|只|羽|辆|片|支|米|平方米|件|吉瓦|GW|MW)")
_COUNTRYSIDE = ("农村", "乡村", "乡镇")
_NUMBERED_ONE = re.compile(r"\d{1,2}[#号]$")
_PLANT = re.compile(r"(?:年产|[年日]处理|年加工)\d|\d[\d.]*万?(?:吨|千瓦|兆瓦|吉瓦)")
_WORKED = re.compile(r"(?:建设|配套|改造|修缮|加固)$")
_COUNTED_KIND = re.compile(r"等[\d一二两三四五六七八九十]+[项种件]")  # 等5项技术: no companies
_TALLY = re.compile(r"“?[二两三四五六七八九十\d]+[大个项种].{2,4}”?")
_TIMES = re.compile(r"\d[\d.]*(?:余|多)?(?:场次|场|次|期)")
_CAMPAIGN = re.compile(r"“[\d一二两三四五六七八九十百千万+＋]+[^”]{1,4}”.{0,4}(?:村|社区|单位|校园|学校|乡镇|县|市|机关|家庭|医院|企业|小区)$")  # a tally in quotes
_PRODUCING = re.compile("[开动竣]工|[投达]产|签约|落地|试生产|投运|破土")  # said of plants
_OCCASION = re.compile(r"(?:节|会|(?<!发)展|周|赛|季|日|演出|晚会|论坛|仪式|大集)”?$")


def listed_names(passage: Passage) -> Iterator[Candidate]:
    """Candidates from every enumeration of the sentence."""
    said = passage.holds("groups") or passage.holds("predicates")
    for clause in passage.clauses:
        work = _ends_in_work(passage, clause)
        if not work and not (said and _says_kind(passage, clause)):
            continue
        for enumeration in enumerations(passage, clause, typed_only=not work):
            yield from _typed(passage, enumeration)
            yield from common_work(passage, enumeration)
            if enumeration.etc and enumeration.group is not None and clause.opener == "，":
                yield from _before_comma(passage, clause, enumeration)


def _before_comma(passage: Passage, clause: Clause, closing: Enumeration) -> Iterator[Candidate]:
    """The items of the clauses before, where a list goes on across the comma: ``实施A、B，C、D等六项工程``, ``A，B，C等项目``."""
    if closing.items[0][0] != clause.start or closing.governor is not None:
        return
    alike = 0  # clauses so far that hold names of works and nothing else
    for at in range(passage.clauses.index(clause) - 1, -1, -1):
        found = list(enumerations(passage, passage.clauses[at]))
        last = found[-1] if found else closing
        if last.group is not None or last.predicate is not None or "“" in passage.text[last.items[0][0]:last.items[-1][1]]:
            return
        if last.governor is None:
            if len(found) > 1 or passage.text[closing.items[-1][1]] != "等" or not _names_only(passage, passage.clauses[at], last, alike):
                return
            alike += 1
        if last.governor is None or len(last.items) > 1:
            yield from _typed(passage, last._replace(group=closing.group, etc=True, listed=True), between=alike > 0)
        if last.governor is not None or passage.clauses[at].opener != "，":
            return


def _names_only(passage: Passage, clause: Clause, listed: Enumeration, alike: int) -> bool:
    """Is there nothing in the clause but names of works, that open with a company or end in a noun of building?

    ``alike``: of so many clauses after it that is known, so that short names will do.
    """
    (first, last), text = (listed.items[0][0], listed.items[-1][1]), passage.text
    verbs = any(b.entry.columns["class"] in ("govern", "function") and b.entry.text not in "和与及" for b in passage.boundaries_within(first, last))
    return (first, last) == (clause.start, clause.end) and not verbs and max(b - a for a, b in listed.items) <= _NAME \
        and (alike > 0 or _anchored(passage, listed) or any(company_opens(text[a:b]) or WITH_GOODS.fullmatch(text, a, b) for a, b in listed.items))


def _says_kind(passage: Passage, clause: Clause) -> bool:
    """Is there a class noun or a predicate in the clause, which could type a list?"""
    return bool(passage.within("groups", clause.start, clause.end) or passage.within("predicates", clause.start, clause.end))


def _ends_in_work(passage: Passage, clause: Clause) -> bool:
    """Does the last of several items end in a noun of works (改造)?"""
    heads = passage.heads_within(*clause.items[-1]) if len(clause.items) > 1 else ()
    return any(head.entry.columns["need"] in WORK for head in heads[-2:])  # 雨水管网工程


def _typed(passage: Passage, enumeration: Enumeration, *, between: bool = False) -> Iterator[Candidate]:
    """Candidates for the items, of the types that the list has; ``between``: it stands between clauses that name such things."""
    evidence = enumeration.group or enumeration.predicate
    if evidence is None or (enumeration.counted and len(enumeration.items) == 1):
        return
    types = _types(enumeration)
    if types == ("Program",) and enumeration.etc and _TIMES.match(passage.text, evidence.end) and "“" not in passage.text[enumeration.items[0][0]:evidence.start]:
        return  # 文艺演出、体育赛事等活动500余场: kinds of events
    if types == ("Program",) and evidence.entry.text.endswith("工程") and _built_works(passage, enumeration, evidence):
        types = ("Project",)  # 甲高铁、乙灌区等“十大工程”
    if types == ("Project",) and enumeration.etc and evidence.entry.text.endswith("工程") and are_campaigns(passage.text, enumeration.items) and not _built_works(passage, enumeration, evidence):
        types = ("Program",)
    if not types or not (between or _credible(passage, enumeration, types)):
        return
    group = enumeration.group
    sure = group is not None and enumeration.listed
    certain = sure or _one_project(passage, enumeration)
    alike = len(enumeration.items) > 2 and _anchored(passage, enumeration, 2 / 3) or _lines(passage, enumeration)
    items = whole_names(passage, enumeration.items) if types == ("Program",) else enumeration.items
    plain = types == ("Program",) and group is not None and (sure and group.entry.text in REFORMS or is_tallied(passage.text, items, group))
    among = sure and types[0] == "Enterprise" and among_companies([passage.text[start:end] for start, end in enumeration.items])
    several = len(enumeration.items) > 1 or certain or _finished(enumeration) or _own_building(passage, enumeration)
    for start, end in items:
        end = trimmed(passage.text, start, end)
        start = firm_start(passage.text, start, end) if types[0] == "Enterprise" else start
        if not 2 <= end - start <= LONGEST or not _particular(passage, start, end, types, certain or alike, several, group, among, plain):
            continue
        if not (group is not None and enumeration.etc) and _COUNTED_BEFORE.search(passage.text, max(0, start - _MODIFIED), start):
            continue  # 41个安置区
        if counted_after(passage.text, end) and (group is None or end < group.start - _COUNTED_GROUP):
            continue  # 县乡公路60公里
        if types[0] == "Industry" and group is not None and "产业" not in group.entry.text and not holds_sector(passage.text[start:end]):
            continue  # 新能源、知识产权等领域
        if types == ("Project",) and group is None and _CAMPAIGN.match(passage.text, start, end):
            types = ("Program",)  # “六无”平安村建设
        kinds = ("Enterprise",) if types == ("Project",) and (passage.text.endswith(("集团", "公司"), start, end) or shares_goods(passage, start, end, enumeration)) else ("Event",) if types[0] == "Program" and _OCCASION.search(passage.text, start, end) else types
        if kinds == ("Project",):
            kinds += _built_kinds(passage, start, end)
        yield Candidate(start, end, kinds, f"enumeration.{evidence.entry.id}", 0.9 if sure else 0.75,
                        passage.sentence.index)


def _built_kinds(passage: Passage, start: int, end: int) -> tuple[str, ...]:
    """What the item is besides a project by its last noun: a facility, or a public body that a place has one of."""
    head = next((h for h in passage.heads_within(start, end) if h.end == end and h.entry.columns["need"] in _NAMING and h.entry.text != "基地"), None)
    own = passage.text[start:end] in own_buildings()
    return tuple(t for t in head.entry.list("types") if t == "Facility" or own and t in PLACED) if head is not None else ()


def _built_works(passage: Passage, enumeration: Enumeration, noun: Match) -> bool:
    """Are the works of the list built things, and no campaigns: half of them have a noun of building, or one ends in 建设?"""
    return _anchored(passage, enumeration) or passage.text[noun.start - 1] == "等" and (
        passage.text.startswith("建设", noun.end) or any(_WORKED.search(passage.text, start, end) for start, end in enumeration.items))


def _finished(enumeration: Enumeration) -> bool:
    """Is one thing said to be ready (博物馆年内完工), so that it is the place's own?"""
    return enumeration.predicate is not None and enumeration.group is None \
        and enumeration.predicate.entry.text.endswith(_READY)


def _own_building(passage: Passage, enumeration: Enumeration) -> bool:
    """Is the one thing that is built of a kind that a place has one of: 推进人才公寓建设, 加快博物馆建设?"""
    governor = enumeration.governor
    return enumeration.predicate is not None and (governor is None or not governor.entry.text.endswith(_STRENGTHENED)) and passage.text[slice(*enumeration.items[0])] in own_buildings()


def _types(enumeration: Enumeration) -> tuple[str, ...]:
    """The types of the class noun; a place that is being built is a project as well."""
    group, predicate, governor = enumeration.group, enumeration.predicate, enumeration.governor
    if group is None:
        return predicate.entry.list("types") if predicate is not None else ()
    types = group.entry.list("types")
    if types[:1] == ("Product",) and predicate is not None and predicate.entry.columns["class"] == "settle":
        return ("Enterprise",)  # 甲、乙等品牌入驻
    made = predicate is not None or governor is not None and (not enumeration.counted or governs(governor, "builds"))
    if types == ("Project", "Facility") and not made:
        return ("Facility",)  # 有甲、乙3条高速过境
    built = (predicate is not None and "Project" in predicate.entry.list("types")) \
        or (governor is not None and governs(governor, "builds"))
    return (*types, "Project") if types and types[0] in PLACED and built and "Project" not in types else types


def _credible(passage: Passage, enumeration: Enumeration, types: tuple[str, ...]) -> bool:
    """Does the list name things, rather than describe them or tell their fields?"""
    names = [passage.text[a:b] for a, b in enumeration.items]
    if enumeration.governor is not None and (enumeration.governor.entry.text.endswith(_FORBIDDING) or passage.text.endswith(_FORBIDDING, passage.sentence.start, enumeration.governor.start)):
        return False  # 严控高耗能、高排放项目
    if enumeration.group is not None and types[0] == "Project" and names[-1].endswith("类"):
        return False  # 教育、环保类项目
    if any(name.endswith("的") or name.startswith(("更多", "一批")) for name in names) \
            or (not enumeration.etc and _described(passage, enumeration)):
        return False  # 带动力强的、科技含量高的项目
    if types[0] in ("Enterprise", "Project") and sum(name in known_sectors() for name in names) * 2 > len(names):
        return False  # 汽车、装备制造、新材料等企业
    if types[0] == "Enterprise" and any(name in known_sectors() for name in names) and not any(map(names_brand, names)):
        return False  # 制鞋、肉食品、木制品加工等企业
    if types[0] == "Enterprise" and 2 * sum(map(describes, names)) > len(names) and not any(map(names_brand, names)):
        return False  # 石材加工、零件铸造等企业
    if types[0] == "Industry":
        return "产业" in (enumeration.group or enumeration.predicate).entry.text or _sectors(names)
    anchored = _anchored(passage, enumeration) or _lines(passage, enumeration)
    if enumeration.group is None and enumeration.predicate.entry.columns["class"] == "settle":
        return len(names) > 1 and not anchored and _COUNTED_KIND.match(passage.text, enumeration.items[-1][1]) is None
    if not (enumeration.group and enumeration.listed) and not anchored and not _one_project(passage, enumeration):
        return False
    return anchored or types[0] != "Project" or enumeration.group is None or "设施" not in enumeration.group.entry.text


@lru_cache(maxsize=1)
def _kind() -> re.Pattern[str]:
    """What tells of a kind of projects, at the end of the words before 项目 (the lexicon ``project_kinds``) or among them."""
    return re.compile("[、的]|以上|试点|(?:" + "|".join(e.text for e in load("project_kinds")) + ")$")


def _one_project(passage: Passage, enumeration: Enumeration) -> bool:
    """Is it one thing that a verb calls a project, and no kind of projects: ``实施山洪预警项目``?"""
    group, governor, (start, end) = enumeration.group, enumeration.governor, enumeration.items[0]
    if governor is None and group is not None:  # 秸秆气化发电项目建设完工
        said = any(p.entry.columns["class"] == "done" for p in passage.within("predicates", group.end, min(group.end + _NEAR, passage.sentence.end)))
        opens = start == passage.sentence.start or passage.text[start - 1] in "，。；：\n"
    return len(enumeration.items) == 1 and group is not None and group.entry.text == "项目" and group.start == end and not enumeration.counted \
        and (said and opens if governor is None else governor.end == start) and _LEAST <= end - start and (governor is None or governor.entry.text.endswith(_PRESSING) or any(governs(governor, does) for does in _CARRYING)) \
        and passage.text[start] != "“" and _kind().search(passage.text, start, end) is None and _SAID_OF_IT.match(passage.text, group.end) is not None


def _described(passage: Passage, enumeration: Enumeration) -> bool:
    """Does 的 stand in the list: 大型、环保的农业龙头项目?"""
    stretch = passage.text[enumeration.items[0][0]:enumeration.items[-1][1]]
    return enumeration.group is not None and _DESCRIBING.search(stretch) is not None


def _particular(passage: Passage, start: int, end: int, types: tuple[str, ...], certain: bool,
                several: bool, group: Match | None, among: bool, plain: bool) -> bool:
    name = passage.text[start:end]
    if any(b.start == start and b.end == end for b in passage.within("boundaries", start, end)):
        return False
    if plain and (len(name) < 4 or group.entry.text in REFORMS and (name.endswith(("建设", "发展")) or name.endswith("改革") and not particular(name))):
        return False
    if not plain and _CLASS_END.search(name):
        return False
    heads = [h for h in passage.heads_within(start, end) if h.end == end and (
        len(h.entry.text) > 1 or h.start in passage.edges or passage.text[h.start - 1] in _NUMERALS)]
    if types[0] == "Enterprise" and not company_like(name, heads, among=among):
        return False
    if types[0] == "Enterprise" and name.endswith("”") and is_program(name[name.rfind("“") + 1:-1]):
        return False  # 实施陶瓷业“机改智转”和新型技改
    if types[0] == "Town" and (heads or end - start > 4):
        return False
    if types[0] in ("Project", "Program") and (name in known_sectors() or _body(name)):
        return False
    if types[0] in ("Project", "Program") and not heads and one_word(name) and not (certain and len(name) > 2 and name[-1] in _LINES):
        return False
    if types[0] == "Project" and (heads[-1].entry.columns["need"] == "event" if heads else _TALLY.fullmatch(name)):
        return False  # a fair, “四大愿景”
    if types[0] == "Program" and len(name) < 4 and "“" not in name:
        return False
    if types[0] == "Project" and name.endswith(REGIONS):
        return False
    if types[0] == "Project" and heads and heads[-1].start == start and heads[-1].entry.columns["need"] == "class":
        return False
    if types[0] == "Project" and heads and _RANKED.match(name) and name.endswith(("区", "基地", "城市")):
        return False  # a rank hoped for: 国家级产业示范区
    if types[0] == "Project" and group is not None and group.entry.text.endswith("设施") and heads and "Park" in heads[-1].entry.list("types"):
        return False  # 甲园区和乙园区路网、管网等基础设施
    if types[0] == "Project" and not (certain or heads or _singular(passage, start, end)):
        return False
    telling = types[0] == "Project" and group is not None and group.entry.text.endswith(("项目", "工程")) and certain and passage.text[start - 1] != "的"
    own = several and types[0] == "Project" and (name in own_buildings() or name in plain_works())
    if heads and not own and not plain and not (telling and len(heads[-1].entry.text) >= _TELLING) and not _singled_out(passage.text, start, heads[-1], several):
        return False
    return plain or particular(name, built=types[0] == "Project" or types[0] == "Facility" and several and certain) or own or (types[0] == "Industry" and name in known_sectors())


def _singled_out(text: str, start: int, head: Match, several: bool) -> bool:
    """Does the name say more than its head? In a list of several a public building or body need not: it is the place's own."""
    kinds = head.entry.list("types")
    if kinds[0] == "Enterprise" or numbered(text, start, head.end) or kinds[0] == "Project" and own_body(text[start:head.start]):
        return True
    if several and kinds[0] in ("Facility", "PublicBody"):
        return text[head.end - 1] not in _LINES or head.start > start
    return head.start > start and particular(text[start:head.start], built=True)


def _sectors(names: list[str]) -> bool:
    """Fields that a list names are sectors when half of its items hold the name of a known one."""
    return 2 * sum(map(holds_sector, names)) >= len(names)


@lru_cache(maxsize=1)
def _bodies() -> frozenset[str]:
    return frozenset(e.text for e in load("terms") if "PublicBody" in e.list("types"))


def _body(name: str) -> bool:
    return name in _bodies()


def _anchored(passage: Passage, enumeration: Enumeration, share: float = 0.5) -> bool:
    """Without a class noun, half of the items must end in a noun that names built things, or tell a capacity."""
    first, last = enumeration.items[0][0], enumeration.items[-1][1]
    heads = passage.heads_within(first, last)
    ends = {head.end for head in heads if head.entry.columns["need"] in _NAMING or head.entry.columns["need"] == "on" and _on_thing(passage, first, head)}
    if len(enumeration.items) > 1:
        ends |= {end + 2 for end in ends if passage.text.startswith("工程", end)}  # 清岭风电工程
    classed = {head.end for head in heads if head.entry.columns["need"] == "class" and head.entry.columns["types"] == "Facility"}
    made = enumeration.predicate is not None and enumeration.predicate.entry.columns["class"] == "done"
    plants = made and len(enumeration.items) > 1 and _PRODUCING.search(enumeration.predicate.entry.text) is not None
    named = sum(1 for start, end in enumeration.items
                if made and _PLANT.search(passage.text, start, end) or end in ends and end - start > 2 or end in classed and _foreign(passage, start, end) or (enumeration.group and _singular(passage, start, end)) or plants and _of_a_company(passage, start, end))
    return named >= share * len(enumeration.items)


def _lines(passage: Passage, enumeration: Enumeration) -> bool:
    """Are all of several items roads called by two places: ``清万线、石岭线加快推进``?"""
    return len(enumeration.items) > 1 and enumeration.predicate is not None and all(
        passage.text[end - 1] == "线" and end - start == 3 and not rjieba.has_word(passage.text[start:end]) for start, end in enumeration.items)


def _on_thing(passage: Passage, first: int, head: Match) -> bool:
    """Is the work or outfit one of something named (清源产业园基础设施), and not of a class of places (农村基础设施)?"""
    if passage.text[head.start - 1] in "#号" and (one := _NUMBERED_ONE.search(passage.text, first, head.start)):
        head = head._replace(start=one.start())  # 清源产业园1#厂房
    return on_thing(passage, first, head) and not passage.text.endswith(_COUNTRYSIDE, first, head.start)


def _of_a_company(passage: Passage, start: int, end: int) -> bool:
    """Does a company, told by its noun or by characters that are no word, open the name?"""
    return _foreign(passage, start, end) and names_brand(passage.text[start:start + 2]) or company_opens(passage.text[start:end])


def _singular(passage: Passage, start: int, end: int) -> bool:
    """Does a name without a head open with a brand, a company or a place, or tell a capacity?"""
    return _foreign(passage, start, end) or _CAPACITY.search(passage.text, start, end) is not None \
        or "“" in passage.text[start + 1:end] or _of_a_place(passage.text[start:end]) \
        or company_opens(passage.text[start:end])


def _of_a_place(name: str) -> bool:
    """Does the name open with that of a division and say what is built there?"""
    size = next((n for n in (4, 3, 2) if name[:n] in division_names()), 0)
    return size > 0 and not name.endswith("城市") and len(name) - size >= 4 and particular(name[size:], built=True)


def _foreign(passage: Passage, start: int, end: int) -> bool:
    """Does the item open with a word that the dictionary does not have (two characters that stand alone)?"""
    return end - start >= 4 and {start, start + 1, start + 2} <= passage.edges and passage.text[start:start + 2].isalpha()
