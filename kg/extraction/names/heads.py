"""Names that end in a head noun which says what they name: …产业园, …镇, …行动, …医院."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.extraction.lexicon import Match, load
from kg.extraction.names.boundary import Opening, opening, skip
from kg.extraction.names.buildings import built_bare, own_body, own_buildings, own_park, paid_for, plain_works
from kg.extraction.names.campaigns import ADVANCING, of_a_field, opens_whole, owner_end, quote_start
from kg.extraction.names.candidate import Candidate
from kg.extraction.names.governors import governs
from kg.extraction.names.modifiers import (
    describes,
    division_names,
    firm_start,
    is_proper,
    names_brand,
    names_origin,
    proper_start,
)
from kg.extraction.names.passage import Passage
from kg.extraction.names.terms import holds_sector, is_sector
from kg.extraction.names.works import ABSTRACT, ENDING, WORKS, on_building, on_thing, on_works, told_works

_TELLING = 5  # characters of a park's head noun that itself says the field (生物科技园)
LONGEST = 40  # characters; what is longer is a clause, not a name
_MARKS = "“”‘’《》〈〉（）()【】 "
_CONFIDENCE = {"any": 0.85, "built": 0.75, "road": 0.8, "body": 0.85, "company": 0.85, "place": 0.75, "program": 0.85,
               "scheme": 0.75, "quoted": 0.75, "marked": 0.75, "event": 0.85, "abbreviated": 0.85, "industry": 0.7,
               "product": 0.5, "work": 0.7, "strict": 0.7, "on": 0.7, "town": 0.85}
_CAMPAIGNS = frozenset(("program", "scheme", "event", "quoted", "marked"))
REGIONS = ("都市圈", "城市群", "经济区", "经济带", "经济圈", "流域")  # wide regions, which nobody builds
_LISTED = frozenset(("any", "built", "road", "work", "strict", "on"))
_BUILT = frozenset(("any", "built", "road", "place"))
_CLASSED = _BUILT | {"work", "strict", "on", "body", "product", "industry"}  # a count after them makes a class of things
_PROPER = frozenset(("body", "event", "abbreviated", "place", "product"))  # names that no verb of reporting opens
_REACHING = tuple("通连环驻进到入出联包")  # 通村公路, 驻村工作队: what is done with villages, not the name of one
# the government's own: 县医院, 市第一医院, where neither 各 nor another level stands before
_OWN = re.compile(r"(?<![各全我本两省市县区旗州乡镇级])[省市县区旗州](?:第?[一二三四五六七八九十])?")
# schools and hospitals that a number singles out: 第三幼儿园, 市第二人民医院
_NUMBERED = re.compile(r"[省市县区旗州]?第[一二三四五六七八九十]{1,2}(?:人民|中心|中医|实验|高级|初级|职业|附属|民族)*(?:中学|小学|高中|初中|学校|幼儿园|医院|福利院|敬老院)")
# who gathers at a meeting: 全省果业扶贫现场会, 全国部分省份茶业座谈会
_LEVEL = re.compile(r"全[省市县区州旗盟国][^\W\d_A-Za-z]{2}")
_ALONG = re.compile(r"暨(?=20\d\d年|[\u4e00-\u9fff（）]{0,10}第[^，。]{1,3}届)")  # held along with another meeting
_GAMES = ("比赛", "赛事", "活动")
_GATHERED = re.compile(r"全[国省市县区州旗盟](?:(?:部分|各)省[份区市]*)?(?=(?:(?![召举承主]|会[和与及]|参加|开展|活动|在|的)[^\W\d_A-Za-z]){2,18}$)")
_CAMPAIGN = re.compile("专项|行动|活动|工程|计划|创建|攻坚")
_STRETCH = re.compile(r"（(?:[^\W\d_A-Za-z]{2,6}段|(?P<phase>[一二三四五]期(?:工程)?))）")
_ZONE = re.compile(r"[^\W\d_A-Za-z]{2,}(?:园区|开发区|产业园|工业园|示范区|集聚区|高新区|新区)")
_GRADED = re.compile(r"[1-5]A级?(?:旅游)?(?:景区|度假区)(?=创建|争创|申报|创评|评定|评审)")  # a grade that is hoped for
_CHANGES = ("改革", "倍增计划", "行动计划", "攻坚战", "保卫战", "歼灭战", "主动仗", "战略", "创建活动", "试点", "整治", "治理", "行动", "攻坚", "攻坚突破")
_TREATED = ("整治", "综合整治", "环境整治", "环境综合整治", "治理", "综合治理")
_GRADES = ("A", "A级", "A级旅游")
_FIRMS = ("公司", "集团")
_LINES = ("管网", "管线", "管道")
_ABSTRACT = ("体系", "能力", "队伍", "强省", "强市", "强县", "强区", "强镇", "文明", "制度", "品牌", "人才", "诚信", "信用")  # what nobody builds
_BETTERED = ("完善", "加强", "提升", "改善", "优化", "健全")  # what is done to an outfit as a whole
_FILLER = 2  # characters between a verb and a name: 完成全县农商行改革
_AREA = re.compile(r"\d[\d.]*(?:余|多)?万?(?:平方米|平米|亩)")  # of a park's buildings
_LENGTH = re.compile(r"\d[\d.]*(?:余|多)?万?(?:公里|千米|米|延米|平方米|立方米|亩)")
_TALLY = "^[一二两三四五六七八九十][干横纵环馆场院带廊轴心厅][一二两三四五六七八九十]"  # 四横三纵
_REFUSED = {need: re.compile(pattern) for need, pattern in (  # words before a head that make no name with it
    ("body", "创成|争创|获评|入选|荣获|届$|[内升]$|各类|成功|认定|共建|对接|帮扶|周转|[迁新扩]建|建设(?:世界|国内|一流|高水平)|[是的]"),  # 十八届三中: a plenary meeting
    ("event", "(?:成功|顺利|圆满|精彩|首次|举办|本次|相关|有关|历次|每次|各类)$"),  # 在云溪成功展演: what happened
    ("company", r"[+＋]|(?:周边|沿线|厂容)$|[年日](?:产|加工|处理)|\d万?[吨台辆]"),  # 党委+公司: a formula; 年产30万吨水泥
    ("place", f"^至|(?:创建|争创|创成|申报|申创|晋升)(?:国家|全国|省级|[1-5]A)|[1-5]A级?(?:旅游)?$|^第.{{0,3}}届|[巡即]$|\\d（|{_TALLY}"),
    ("town", r"·|[\d两二三四五六七八九十强名重]$"), ("program", "^(?:领域|方面|环节|行业|部位|[用把])"), ("scheme", "^[用把]|^规章$"), ("marked", "[^“]“[^”]*[区县市镇村园]$"),
    ("road", f"^[至到由]|{_TALLY}"),
    ("any", f"^至|[+＋].*[+＋]|认定|获批|入选|获评|高质量$|^关于|{_TALLY}"),
    ("built", _TALLY),
    ("work", "%|以上|^(?:企业|行业|产业链|领域)|报批|审批"), ("strict", "%|以上|^(?:企业|行业|产业链|领域)"),  # 50%以上搬迁: a share of things
    ("industry", "以上|全[国省市]|[的，]|级$|片区|建设|[育强兴特]$"))}
_AGAIN = ("行动、", "工程、", "计划、", "战略、", "改革、", "试点、")  # the campaign before another one
_NUMBERS = frozenset("）)") | frozenset(map(chr, range(ord("①"), ord("⒛") + 1)))  # what the mark of a numbered item ends in
_SEVERAL_QUOTED = re.compile(r"”.*“|领域|方面|^[^“]{9}")
_COUNTED = re.compile(r"[^“]{2}[两三四五六七八九十]大$")  # 甲公园、乙中心三大工程
_VERB_AFTER = re.compile(r"”(?:兑现|推动|促成|完成|实现|落实|支持|带动|助力|推进)")  # “惠企通”兑现政策
_TALLIED = re.compile(r".*”[两三四五六七八九十\d]+(?:大|项|个)?$")  # “甲”“乙”两大战略: the count is of the quotes
_SWEEPING = re.compile(r"[系牵][统引]性|群众性|行业|部门|领域|环节|方面|各项|关键|一系列|全面|重点|重大|重要|其他|配套|相关|系列|^改革|等$|和|与|、")
_PIECES = re.compile(r"(?:面积|里程|任务|共|各|约|近|累计)*[\d.]+(?:[多余])?[万亿]?(?:余|多)?"
                     r"(?:个|处|座|家|所|项|条|户|套|栋|台|间|片|块|眼|口|株|辆|人|万|件|盏|吨|千瓦|蒸吨)")


@lru_cache(maxsize=2)
def _generic_run(kind: str) -> re.Pattern[str]:
    words = [e.text for e in load("generic") if kind == "all" or e.columns["class"] == kind]
    words.sort(key=lambda w: (-len(w), w))
    return re.compile("(?:" + "|".join(map(re.escape, words)) + r"|[\d.、\s])*")


@lru_cache(maxsize=1 << 14)
def particular(modifier: str, *, built: bool = False) -> bool:
    """Does the modifier single something out, rather than describe a class of things?

    ``built``: a thing that is being built may be named by its sector alone (综合物流园).

    >>> particular("恒岳化工"), particular("重点特色"), particular("快递物流", built=True)
    (True, False, True)
    """
    bare = modifier.strip(_MARKS)
    return bool(bare) and _generic_run("empty" if built else "all").fullmatch(bare) is None


def counted_after(text: str, end: int) -> bool:
    """Does a number of pieces follow, so that the words before it are a class of things?

    >>> counted_after("变电站4座", 3), counted_after("变电站2024年投运", 3)
    (True, False)
    """
    return _PIECES.match(text, end) is not None


def numbered(text: str, start: int, end: int) -> bool:
    """Is it a school or hospital that a number singles out?

    >>> numbered("县第三中学", 0, 5), numbered("县中学", 0, 3)
    (True, False)
    """
    return _NUMBERED.fullmatch(text, start, end) is not None


def headed_names(passage: Passage) -> Iterator[Candidate]:
    """A candidate for each head noun of the sentence that has a particular modifier."""
    governor: Match | None = None
    for clause in passage.clauses:
        if clause.opener[-1:] not in _NUMBERS:  # the verb of 完成3项工程： governs （1）A（2）B
            governor = None
        unread: list[tuple[int, int]] = []  # items without a head noun, whose verb governs works after them
        own = False  # has the list named a body of the government's own, whose level stands for the bare ones after it?
        for start, end in clause.items:
            heads = passage.heads_within(start, end)
            if not heads and governor is None:
                unread.append((start, end))
            for head in heads:
                listing = _listing(passage, unread) if governor is None and unread and _is_works(head) else governor
                candidate, found = _headed(passage, start, head, listing)
                governor = governor if found is listing else found
                if candidate is None and own and _bare(passage, start, head):
                    candidate = Candidate(head.start, head.end, head.entry.list("types"), head.entry.id, 0.75, passage.sentence.index)
                if candidate is None and found is not None and (head.entry.text in own_buildings() or head.entry.text in plain_works()):
                    candidate = _built_bare(passage, start, head, found)
                if candidate is not None:
                    own = own or _OWN.match(passage.text, candidate.start, head.start) is not None
                    yield candidate


def _listing(passage: Passage, items: list[tuple[int, int]]) -> Match | None:
    """The last verb that stands in the items: 完成 in 完成清溪、龙岭."""
    return next((verb for item in reversed(items) if (verb := opening(passage, *item, closed=True).governor) is not None), None)


def _is_works(head: Match) -> bool:
    """Does the noun name works or what is built, and no area or body?"""
    return head.entry.columns["need"] in _LISTED and "Park" not in head.entry.list("types")


def _built_bare(passage: Passage, start: int, head: Match, governor: Match) -> Candidate | None:
    """The candidate for what the noun alone names, as a place has one of it: 新建图书馆, 实施集中供热工程."""
    end = built_bare(passage.text, start, head, governor)
    if end is None or counted_after(passage.text, end):
        return None
    types = tuple(dict.fromkeys((*head.entry.list("types"), "Project")))
    return Candidate(head.start, end, types, head.entry.id, 0.75, passage.sentence.index)


def _bare(passage: Passage, start: int, head: Match) -> bool:
    """Is a body or facility named by its head alone: 卫生监督所 and 传染病院 after 市疾控中心?"""
    opens = head.start == start or passage.text[head.start - 1] in "和与及"
    closes = passage.text[head.end:head.end + 1] in tuple("，。；、和与及等的")
    return opens and closes and head.entry.columns["need"] == "body"


def _headed(passage: Passage, start: int, head: Match,
            carried: Match | None) -> tuple[Candidate | None, Match | None]:
    """The candidate that ends in this head, and the verb that governs it (``carried`` from earlier items)."""
    need = head.entry.columns["need"]
    if need == "class" and head.entry.text.endswith(_FIRMS) and head.entry.text != "子公司" and (firm := _named_firm(passage, start, head)) is not None:
        return firm, carried
    if head.start == start and need == "any" and own_park(passage.text, start, head):
        return Candidate(start, head.end, head.entry.list("types"), head.entry.id, 0.75, passage.sentence.index), carried
    if need == "class" or head.start == start and need not in ("body", "road"):
        return None, carried  # a class of things, or a noun with nothing before it
    word = _known_road(passage, head) if need == "road" else head.start
    if len(head.entry.text) == 1 and head.start not in passage.edges and word == head.start:
        return None, carried  # the character is part of another word: 农村, 思路
    inner = next(((a, b) for a, b in passage.enclosed if a < head.start and head.end < b), None) if passage.enclosed else None
    if inner is not None:
        start = max(start, inner[0] + 1)
        if passage.text[inner[0]] in "（(":
            start = max(start, passage.text.rfind("、", start, head.start) + 1)
        if need in ("place", "town") and inner[1] == head.end + 1 and _CAMPAIGN.match(passage.text, inner[1]):
            return None, carried  # “净城净村”行动
    if need in _CLASSED and counted_after(passage.text, head.end) and not _of_its_own(passage, head) \
            or (need == "built" or head.entry.text.endswith(_LINES)) and _LENGTH.match(passage.text, head.end):
        return None, carried
    begin = opening(passage, start, head.start, campaign=need in _CAMPAIGNS, joined=_joins(head))
    if word < begin.start <= head.start:
        begin = begin._replace(start=word)  # 建设路: the verb is part of the name
    governor = begin.governor or carried
    if need == "place" and len(head.entry.text) == 1:  # 大青河—小青河 are two
        begin = _moved(begin, max(begin.start, *(passage.text.rfind(dash, begin.start, head.start) + 1 for dash in "-—－～")))
    if need in _PROPER:
        begin = _moved(begin, proper_start(passage.text, begin.start, head.start))
    if need == "event" and (joint := passage.text.rfind("暨", begin.start, head.start)) > 0 and passage.text[joint - 1] in "会赛节坛":
        begin = _moved(begin, skip(passage.text, joint + 1, head.start)[0])  # 现场会暨第二届锦鲤大赛 are two
    if need in _CAMPAIGNS:
        if (need == "program" or head.entry.text == "试点") and begin.start > start and opens_whole(passage, start, head):
            begin = _moved(begin, start)
        begin = _moved(begin, quote_start(passage.text, start, begin.start, head.start))
        begin = _moved(begin, owner_end(passage.text, begin.start) or passage.text.rfind("”“", begin.start, head.start) + 1 or begin.start)
        begin = _moved(begin, _from_quote(passage, begin.start, head.start) - 2 * of_a_field(passage.text, begin.start))
    if need == "event":
        begin = _moved(begin, _gathering(passage, start, begin.start, head))
    if need == "company" and (zone := _ZONE.match(passage.text, begin.start, head.start)) and names_brand(passage.text[zone.end():head.start]):
        begin = _moved(begin, zone.end())  # 清源产业园恒岳公司
    if need == "company":
        begin = _moved(begin, firm_start(passage.text, begin.start, head.end))
    modifier = passage.text[begin.start:head.start]
    if need == "body" and numbered(passage.text, begin.start, head.end):
        return Candidate(begin.start, head.end, head.entry.list("types"), head.entry.id, 0.8, passage.sentence.index), governor
    if need in ("any", "built", "body") and _OWN.fullmatch(passage.text, begin.start, head.start) and begin.start in passage.edges \
            and not begin.counted and ("Park" not in head.entry.list("types") or len(head.entry.text) > 2) or need == "any" and own_park(passage.text, begin.start, head):
        return Candidate(begin.start, head.end, head.entry.list("types"), head.entry.id, 0.8, passage.sentence.index), governor
    if need == "place" and modifier.endswith(_GRADES):
        grade = _GRADED.search(passage.text, begin.start, head.end + 2)
        if grade is not None:  # 玉泉湾4A级景区创建
            bare = grade.start() - begin.start >= 3 and not describes(passage.text[begin.start:grade.start()])
            return Candidate(begin.start, grade.start(), ("Place",), head.entry.id, 0.7, passage.sentence.index) if bare else None, governor
    named = inner is not None and inner[1] == head.end + 1 and begin.start == inner[0] + 1  # “春晓工程”
    if inner is not None and need == "town" and inner[1] != head.end + 1:
        return None, governor  # “古镇新韵·画乡果都”: a figure of speech
    if inner is not None and need in _CAMPAIGNS and begin.start != inner[0] + 1:
        return None, governor  # a name in quotes is taken whole
    if head.end - begin.start > LONGEST or not (_fits(passage, need, modifier, begin, head, governor)
                                                or (named and need in ("program", "scheme") and particular(modifier, built=True))):
        return None, governor
    types = head.entry.list("types")
    if head.entry.text == "建设工程" and modifier.endswith(ABSTRACT):
        types = ("Program",)  # 人才体系建设工程
    if types == ("Program",) and head.entry.text in _TREATED and on_thing(passage, begin.start, head, built=True):
        types = ("Project",)  # 东岭大街综合整治
    if types == ("Program",) and head.entry.text.endswith("工程") and modifier[:1] != "“" and on_works(passage, begin.start, head):
        if begin.counted:
            return None, governor  # 43个卫生室改造工程
        types = ("Project",)  # 东河大街北延工程
    if head.entry.text == "建设工程" and modifier.endswith(_ABSTRACT):
        types = ("Program",)  # 人才体系建设工程
    if need in _BUILT and _buildable(head) and (governor is not None and governs(governor, "builds") or paid_for(passage.text, begin.start, head.end)):
        types = (*types, "Project")
    if need == "road" and inner is not None and passage.text[inner[0]] == "（" and _STRETCH.match(passage.text, inner[0]) \
            and any(h.end == inner[0] for h in passage.heads_within(passage.sentence.start, inner[0])):
        return None, governor  # the stretch of a road that is named before it
    stretch = _STRETCH.match(passage.text, head.end) if need in WORKS else None
    if stretch is not None and stretch["phase"] and "Project" not in types:
        types = (*types, "Project")  # 清河水厂（一期）
    return Candidate(begin.start, stretch.end() if stretch else head.end, types, head.entry.id, _CONFIDENCE[need], passage.sentence.index), governor


def _named_firm(passage: Passage, start: int, head: Match) -> Candidate | None:
    """The company that a class noun names, where characters that are no word stand before it: 恒岳科技公司."""
    begin = opening(passage, start, head.end, closed=True)
    modifier = passage.text[begin.start:head.start]
    if begin.counted or not names_brand(modifier):
        return None
    return Candidate(begin.start, head.end, ("Enterprise",), head.entry.id, 0.8, passage.sentence.index)


def _of_its_own(passage: Passage, head: Match) -> bool:
    """Is what is counted the thing's own: the area of a park, the houses of a phase?"""
    return head.entry.text.endswith("期") or "Park" in head.entry.list("types") and _AREA.match(passage.text, head.end) is not None


def _known_road(passage: Passage, head: Match) -> int:
    """Where the word begins that the head ends, if the dictionary knows it as the name of a road (兴华路); else the head's start."""
    start = next((at for at in range(head.start, max(head.start - 4, -1), -1) if at in passage.edges), head.start)
    named = head.entry.text in ("路", "街") and head.start - start >= 2 and is_proper(passage.text[start:head.end])
    return start if named else head.start


def _moved(begin: Opening, start: int) -> Opening:
    return begin if start == begin.start else begin._replace(start=start)


def _gathering(passage: Passage, start: int, begin: int, head: Match) -> int:
    """Where a meeting's name begins: with those who gather, and after another meeting that it is held along with."""
    level = _GATHERED.search(passage.text, start, head.start)
    if level is not None and level.start() <= begin:
        begin = level.start()
    other = _ALONG.search(passage.text, begin, head.start)
    joined = other is not None and any(h.end == other.start() for h in passage.heads_within(begin, other.start()))
    return other.end() if joined else begin


def _goes_ahead(passage: Passage, begin: Opening, head: Match) -> bool:
    """Does a clause open with the name and say how it goes: 农村综合改革稳步推进, …试点惠及3万人?"""
    opens = begin.start == passage.sentence.start or passage.text[begin.start - 1] in "，。；：\n"
    modifier = passage.text[begin.start:head.start]
    return opens and not modifier[:1].isdigit() and _SWEEPING.search(modifier) is None and head.start - begin.start >= 2 and ADVANCING.match(passage.text, head.end) is not None


def _named_change(bare: str, head: Match) -> bool:
    """Is it one reform or campaign and not all of them: 城市供水改革, but not 重点领域改革?"""
    return (head.entry.text.endswith(_CHANGES) or _COUNTED.search(bare) is not None) and _SWEEPING.search(bare) is None


def _fits(passage: Passage, need: str, modifier: str, begin: Opening, head: Match, governor: Match | None) -> bool:
    bare = modifier.strip(_MARKS)
    governed = governor is not None
    again = passage.text.endswith(_AGAIN, 0, begin.start) or governed and head.entry.text == "改革" and passage.text[begin.start - 1] in "和与及"  # …十大工程、…八大行动
    verb = governor if again and begin.governor is None else begin.governor
    if bare.endswith("之") or need == "program" and passage.text[begin.start - 1] == "等" and len(bare) <= 4 and "“" not in modifier or need in _CAMPAIGNS and (_TALLIED.match(modifier) or passage.text[begin.start - 1] == "、" and not again and _COUNTED.search(modifier)) or need in _REFUSED and _REFUSED[need].search(bare):
        return False  # …之路, …之城: a figure of speech
    if begin.counted and need not in ("program", "scheme", "event", "abbreviated"):
        return False  # a class of things: 12个产业园
    if need == "abbreviated":
        return 1 <= len(bare) <= 6
    if need == "company" and is_sector(bare + head.entry.text):
        return False  # 海洋矿业
    if need == "company" and bare in division_names():
        return True
    if need == "company" and head.entry.text in (*_FIRMS, "专业合作社") and describes(bare) and not names_brand(bare):
        return False  # 引入专业餐饮集团
    if need == "company" and bare[:1] in tuple("省市县区") and len(head.entry.text) > 1:
        return True  # the government's own: 市城建投资公司
    if need == "event" and _LEVEL.match(modifier) and not begin.counted and head.entry.text not in _GAMES:
        return True
    quoted = need in _CAMPAIGNS and modifier.startswith("“") and len(bare) > 1  # “1432”工程
    ahead = need in ("program", "scheme") and _goes_ahead(passage, begin, head)
    carried = need in ("program", "scheme") and len(bare) >= 4 and verb is not None and (again or begin.start - verb.end <= _FILLER) \
        and (governs(verb, "carries-out") or governs(verb, "completes") and head.entry.text.endswith("改革")) and _named_change(bare, head)
    if need == "on" and (not on_thing(passage, begin.start, head) or head.entry.text.endswith("设施") and governed and governor.entry.text.endswith(_BETTERED)):
        return False
    told = need in ("work", "strict", "on") and told_works(passage, bare, head)
    own = told and on_building(passage, begin.start, head)
    telling = "Park" in head.entry.list("types") and (len(head.entry.text) >= _TELLING or need == "any" and head.entry.text[0] in "产工" and holds_sector(bare))
    named = need == "road" and (is_proper(bare) or is_proper(bare + head.entry.text))
    if not (quoted or carried or named or own) and not particular(modifier, built=ahead or telling or _plain_will_do(need, bare, governor)) \
            and not (need == "any" and own_body(bare)):  # 县医院门诊楼
        return False
    if need == "product" and not names_origin(bare):
        return False
    if need in ("town", "place") and modifier.startswith("“") and len(head.entry.text) == 1:
        return False  # “双无”平安村: a class of villages
    if need in ("place", "road") and (need != "place" or len(head.entry.text) <= 2) \
            and describes(bare, road=need == "road"):
        return False
    if need == "marked":
        return modifier != bare
    if need == "quoted":
        marked = "“" in modifier and not _SEVERAL_QUOTED.search(modifier) or modifier != bare or bool(re.search(r"[\d一二三四五六七八九十]", bare[:1]))
        return marked and _VERB_AFTER.search(modifier) is None
    if need == "industry":
        return _sector(bare, head, begin)
    if need in ("town", "place", "road") and len(head.entry.text) == 1:
        return len(bare) <= 6 and bare not in _REACHING and (need != "road" or len(bare) >= 2)
    if need == "town":
        return len(bare) <= 4
    if need == "scheme":
        return len(bare) >= 2 and ("“" in modifier or modifier != bare or ahead or carried or (governed and governs(governor, "carries-out")))
    if need in ("work", "strict", "on"):
        return len(bare) >= 2 and (governed and not governor.entry.text.startswith(ENDING) or told) and (need == "work" or not is_sector(bare))
    if need == "built":
        return len(bare) >= 2 and governed and governs(governor, "builds")
    return len(bare) >= 2


def _from_quote(passage: Passage, start: int, end: int) -> int:
    """The start of a quoted name when one verb stands before it: 创建“平安云溪”活动."""
    verb = next((b for b in passage.boundaries_within(start, end) if b.start == start and b.entry.columns["class"] in ("govern", "soft")), None)
    return verb.end if verb is not None and passage.text[verb.end:verb.end + 1] == "“" else start


def _buildable(head: Match) -> bool:
    return (len(head.entry.text) > 1 or head.entry.columns["need"] == "road") and not head.entry.text.endswith(REGIONS)


def _joins(head: Match) -> bool:
    """May the name of such a thing hold 和 (河道疏浚和生态修复)? One phase is of one thing (甲和乙二期)."""
    return head.entry.columns["need"] in ("work", "strict") and not head.entry.text.endswith("期") or head.entry.text.endswith(("试点", "整治", "治理", "防治", "计划", "工程", "行动", "改革", "指挥部", "领导小组", "专班"))


def _plain_will_do(need: str, bare: str, governor: Match | None) -> bool:
    """May the words before the head be plain ones, as a verb says that it is done (实施技术创新工程)?"""
    if governor is None:
        return False
    if need == "scheme":
        return len(bare) >= 4 and governs(governor, "carries-out")
    return need in ("any", "work", "body", "program")


def _sector(bare: str, head: Match, begin: Opening) -> bool:
    """A sector is fostered by a verb, or its name holds that of a known one."""
    if len(bare) > 12:
        return False
    fostered = begin.governor is not None and begin.governor.end == begin.start \
        and governs(begin.governor, "fosters")
    return fostered or (begin.governor is None and len(bare) <= 8 and holds_sector(bare))
