"""Programmes that are named in quotation marks: 打响“……”品牌, 推行“……”模式, 深化“……”改革."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import rjieba

from kg.document.report import Report
from kg.extraction.lexicon import load
from kg.extraction.names.candidate import Candidate
from kg.extraction.names.governors import governs
from kg.extraction.names.passage import Passage

_ADVANCING = re.compile(r"(?:不断|持续|全面|深入|加快|扎实|稳步|顺利|纵深|常态化|有效|兑现|促成|受理|惠及|推动|助力)")
_OTHER = re.compile(
    r"^[\dNX＋+.、\-—]+$|(?:之乡|之城|城市|示范[区县村市]|基地|地貌|政府|率先|(?<!保障)线|家园|企业|景|牌|遭遇战|硬仗)$|^(?:坚决|深入|全面|全省|全市)"
    r"|(?:[一两二三四五六七八九十][核轴带廊横纵环翼极心区园圈网片][^战]?){2}"
    r"|^[两二三四五六七八九十]+[个大项种篇条类].*(?:城市|集群|高地|本领|任务|机遇|突破|建设|思维|文章|板块|园区|平台|体系|制度|中心|片区|重点|目标|关系|产业|理念|振兴|认同)$")
_FOUGHT = ("打好", "打赢")
_TALLY = re.compile(r"[两二三四五六七八九十\d]+[大个项](?:专项)?(?:工程|行动|攻坚战|战役|会战|计划|活动|改革|战略|硬仗)")
_AIMS = r"(?:数字|健康|平安|品牌|智慧|信用|法治|文明|诚信|书香|清廉|阳光|质量|绿色|善治|食安|清朗|清洁|廉洁|云上|智造|宽带|信息|无线|学习型)"
_SERVICE = re.compile(r"(?:服务平台|服务品牌|品牌|小程序|服务热线|监督平台|政务平台|融资平台|服务系统)$")  # what stands before the name of a service
_SERVED = re.compile(r"^(.)\1通$|^.*[一二三全最马就不免零].*(?:办|审批|受理|一次|跑)$")  # 一张清单管到底, 最多跑一次
_LOAN = re.compile(r"^[^\W\d_A-Za-z]{1,7}贷$")  # 鲁惠贷: a service of banks with the government
_NOUN = re.compile(r"(?:(?!产品|服装|商标|企业|知名|驰名|著名|一?系列)[^\W\d_A-Za-z]{0,6}(?:服务品牌|政务品牌|品牌(?![化建强产的])|平台(?!企业|建设|化)|小程序|热线)|等?(?:获评|入选|荣获|获|被评为|评为)[^，。；、]{2,16}(?:品牌|案例|模式|做法|改革)[，。；]|建设|教育(?![局部厅集])|学教|工作法|评选|创建(?!成)|[、和与及]?“[^”]{1,16}”(?:工程|行动|计划|活动|机制|战略|制度|工作法))")  # 实施“1640”和“双百”工程
_WORKS = re.compile("(?:建设)?项目(?![化库制])")  # “岭南大观园”项目
_IDEAS = ("组合拳", "思维", "理念", "精神", "意识", "关系", "优势", "难题", "问题", "瓶颈", "短板")  # what is in quotes before them is no programme
_PLAN = re.compile(r"(?:规划|计划|方案|行动|纲要|意见|措施|办法|细则|政策|条例|规定|决定|制度|清单|目录|标准|指引|指南|[一二三四五六七八九十\d]条)(?:[（(].{1,12}[）)])?$")


@lru_cache(maxsize=1)
def _slogans() -> frozenset[str]:
    return frozenset(entry.text for entry in load("slogans"))


def quoted_programs(passage: Passage) -> Iterator[Candidate]:
    """A candidate for each quoted name that a verb of carrying out governs, directly or across 、."""
    previous_end, governed = -1, False
    for start, end in passage.enclosed:
        if passage.text[start] != "“":
            continue
        name = passage.text[start + 1:end - 1]
        between = passage.text[previous_end:start] if previous_end >= 0 else "。"
        carried = governed and len(between) <= 8 and not any(mark in between for mark in "，。；：")
        governed = carried or _governed(passage, start) or _advancing(passage, start, end) \
            or _NOUN.match(passage.text, end) is not None or _LOAN.match(name) is not None or _SERVED.search(name) is not None or _tallied(passage, start, name)
        previous_end = end
        if governed and not passage.text.startswith(_IDEAS, end) and 2 <= len(name) <= 20 and name not in _slogans() \
                and (not _other_kind(name) or name.isdigit() and _NOUN.match(passage.text, end)):
            kind = "Project" if _WORKS.match(passage.text, end) and _built(passage, start + 1, end - 1) else "Program"
            yield Candidate(start + 1, end - 1, (kind,), "quoted.program", 0.7, passage.sentence.index)


def _built(passage: Passage, start: int, end: int) -> bool:
    """Does the name end in a noun of something built?"""
    return any(h.end == end and h.start - start >= 2 and h.entry.columns["need"] in ("any", "built", "place") for h in passage.heads_within(start, end))


def place_campaigns(passage: Passage, report: Report) -> Iterator[Candidate]:
    """A candidate for each campaign that is named by an aim and the report's own place: 推进数字云溪建设."""
    if not any(passage.text.find(name, passage.sentence.start, passage.sentence.end) >= 0 for name in _shortest(report.own_names)):
        return  # names are much cheaper to look for than the pattern
    pattern = _place_pattern(report.own_names)
    for match in pattern.finditer(passage.text, passage.sentence.start, passage.sentence.end):
        place = match.lastindex
        yield Candidate(match.start(place), match.end(place), ("Program",), "campaign.place", 0.8, passage.sentence.index)


@lru_cache(maxsize=8)
def _shortest(own_names: tuple[str, ...]) -> tuple[str, ...]:
    """The names of the report's place, without those that hold another one."""
    places = [name for name in own_names if name[0] not in "全我本各这"]
    return tuple(name for name in places if not any(other != name and other in name for other in places))


@lru_cache(maxsize=8)
def _place_pattern(own_names: tuple[str, ...]) -> re.Pattern[str]:
    places = [re.escape(name) for name in own_names if name[0] not in "全我本各这"]
    named = f"{_AIMS}(?:{'|'.join(places)})"  # 深化法治云溪、平安云溪建设
    return re.compile(f"(?<=建设)(?:更?高水平)?({named})(?![的人])|({named})(?=[”]?(?:[、和与及“”]{{1,3}}{named}){{0,3}}[”]?(?:建设|创建|行动|计划|战略|工程))" if places else "(?!)")


def titled_programs(passage: Passage) -> Iterator[Candidate]:
    """A candidate for each plan whose title stands in 《》."""
    for start, end in passage.enclosed:
        if passage.text[start] == "《" and _PLAN.search(passage.text, start, end - 1) and end - start > 8:
            yield Candidate(start + 1, end - 1, ("Program",), "titled.program", 0.8, passage.sentence.index)


def _other_kind(name: str) -> bool:
    """Is it a formula, a title, a layout of space, a tally of things or a plain word instead of a programme?"""
    return _OTHER.search(name) is not None or (len(name) == 2 and rjieba.has_word(name))


def _tallied(passage: Passage, start: int, name: str) -> bool:
    """Does the name sum up campaigns that the clause says are carried out: ``开展A、B“两大行动”``, ``打好“三大攻坚战”``?"""
    clause = next((c for c in passage.clauses if c.start <= start < c.end), None)
    return clause is not None and _TALLY.fullmatch(name) is not None \
        and any(governs(b, "promotes") or b.entry.text.endswith(_FOUGHT)
                for b in passage.within("boundaries", clause.start, clause.items[0][1]))


def _governed(passage: Passage, at: int) -> bool:
    if _SERVICE.search(passage.text, max(passage.sentence.start, at - 6), at):
        return True
    return any(b.end <= at <= b.end + 8 and governs(b, "promotes")
               and not any(mark in passage.text[b.end:at] for mark in "，。；：、的") for b in passage.within("boundaries", max(passage.sentence.start, at - 12), at))


def _advancing(passage: Passage, start: int, end: int) -> bool:
    """A quoted name that opens a clause and goes ahead: “……”不断加快."""
    opens = start == passage.sentence.start or passage.text[start - 1] in "，。；："
    return opens and bool(_ADVANCING.match(passage.text, end))
