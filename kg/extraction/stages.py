"""The stage that a built thing has reached, or is to reach.

Verbs before its name and after it tell the stage; together they tell the furthest (``加快A建成投产``). Words are
the lexicon ``stages``; its order of stages is that of the scheme of the ontology, but for being under
construction, which the most general verbs tell and every more exact word overrules.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from kg.extraction.clauses import Reading, Run
from kg.extraction.cues import Cue
from kg.extraction.lexicon import Entry, load
from kg.extraction.modality import presses, promised
from kg.extraction.records import Fact, Mention

_ORDER = ("UnderConstruction", "Planned", "Signed", "Started", "Completed", "InOperation")
_RESULTS = frozenset(("Signed", "Started", "Completed", "InOperation"))
BUILT = frozenset(("Project", "Park", "Facility"))
# what may stand between a name and what is said of it, and after what is said
_WORK = r"项目|工程|建设|改造|扩建|改建|加固|整治|施工|任务|厂房|主体|段|[一二三四五六七八九]期"
_TAIL = re.compile(rf"(?:(?:、[^，。；]{{1,18}}?)?等[^，。；]{{0,24}}|(?:、[^，。；、]{{1,8}})?(?:\d+|[二两三四五六七八九十]+)[条个座所处家][^，。；、]{{0,24}}|[^，。；]{{0,9}}|[^，。；、]{{0,18}}(?:{_WORK})[^，。；、]{{0,4}})$")
_SAID = re.compile(r"(?:工作|任务|建设|步伐|进度|条件|目标|使用|运营|施工|阶段|后|以来|中(?![心央小学部东西型])|了|的|并|和|及|与|或|、|[”）)。！；;，,\s\d]|$)")
# nouns that sum up built things, and words that may follow them before the clause ends or goes on
_SUMS = (r"项目|工程|建设|设施|场所|道路|车道|园区|基地|平台|中心|片区|学校|医院|公园|景区|小区|市场|商圈|酒店|广场|综合体|载体|建筑|地标|配套|枢纽|通道|线路|干线|支线"
         r"|灌区|示范[带点线]|节点|断头路|[路桥街站厂库网区馆园院校镇村楼城港渠]")
_HEAD = re.compile(
    rf"[”’》）)\s]*(?:等(?:[^，。；]{{0,18}}?(?={_SUMS}|[\d两一二三四五六七八九十]+\s*[个条座项处家]?(?:$|[，。；]))|$))?"
    rf"(?:{_SUMS}|施工|工作|任务|进度|步伐|力度|速度|前期|主体|各项|手续|改造|规划|实施|扩建|[一二三四五六七八九]期|全线|重点|落地|推进|攻坚"
    rf"|支撑|“?白改黑”?|延伸|延长|养护|修复|大修|整修|维修|提速|提质|增效|升级|扩能|扩产|达效|年度|的(?=年度|建设|各项|任务)|[”’]|[\d两一二三四五六七八九十]+\s*[个条座项处家大])*"
    r"(?:$|以及|的(?:同时|基础上|过程中)|[、和及与并，。；（(\d\s])")
# what has been completed may be told by words of work: 完成扩建提升
_DONE = re.compile(r"(?:综合|全面|全线|整体|提升|改造|升级|扩建|改建|拓宽|绿化|亮化|硬化|美化|修复|整治|加固|维修|修缮|翻新|建设|施工|主体|主路|路基|工程|装修|布展|迁建|扩容|提标|增容|更新|清淤|治理)*")
_ENDS = re.compile(r"(?:项目|工程|建设)(?:进度|步伐|速度|力度|工作)?$")
_LAST = r"[^，。；、的]{1,8}"  # what may be left of the last item of a list
_PART = re.compile(r"设施|厂房|路网|管网|道路|配套|\d#|\d号")  # parts of a park, which is not what they are
_LAND = re.compile(r"^、[^，。；]*(?:土地收储|收储|征[收拆迁]|拆迁|腾退|清表|确权|征地|报批|选址)(?:工作|任务)?$")  # done to the ground of what a list names
_INVESTED = re.compile(r"完成(?:总)?投资\s*[\d.]+\s*[万亿]?元的")  # 完成投资260万元的A: A is completed
_WORKS = re.compile(r"(?:等)?[^，。；]{0,16}?(?:建设|项目|工程|施工|改造|设施)")
_OF_ITSELF = re.compile(r"(?:项目|工程|建设)?的(?:同时|基础上|过程中|前提下|各项|相关|主体|后续|建设|规划|前期|立项|申报|审批|报批|选址|征|拆|设计|施工|扩建|改造|改扩建|招商|论证|可研|手续|开工|编制|续建)")
_WHOSE = re.compile(r"(?:项目|工程)?的")
_DENIED = re.compile(r"(?:严控|严禁|遏制|叫停|停建|取缔|淘汰|关停|拆除|严格控制|禁止|杜绝|清理|整顿|防止|限制|暂停|缓建)[^，。；]{0,20}$")
_LEAD = re.compile(r"(?P<verb>完成|实施|抓好|建设|推进|办好)[^，。；：]{0,8}?[\d一二三四五六七八九十]+[项件个大][^。；]{0,24}?：(?=[（(]1|[①⑴⒈]|1[.．、])")
_SECTION = re.compile(r"[^，。；：]{1,8}?(?:工程|项目|方面|类)[\d一二两三四五六七八九十]+[项件个]：")  # 水利工程2项：
_BRIEF_OF_ITEM = 18  # characters from the number of an item to its name, with what describes it
_NUMBER = re.compile(r"(?:[（(]\d{1,2}[)）]|[①-⒛]|\d[.．、])(?:[^，。；、：）)]{1,12}的)?$")
_PARTNER = re.compile(r"(?<!参)[与同](?!时)[^，。；、就]{0,12}$")  # 与甲医院签订协议
_ON_THE_WAY = re.compile(r"正在|正|计划|将|着手|开始|拟|谋划|准备|在建|续建")
_FOLLOWING = re.compile(r"(?:推动|推进|促进|促使|力促|抓紧|督促|该?项目|工程|主体工程|主体|全部|均|已|争取|力争|确保|尽快|尽早|早日|年内|[年月]?底前?|今年|明年|\d+月份?|上半年|下半年|[一二三四]季度|基本|全面|正式|顺利|实现|陆续|相继|目前|现|按期|如期|按时|按计划|提前|早|一期|二期|促其|促成|达到|具备|并|部分|其|年底|月底|前|暑期|暑假|寒假|春节|国庆节?|“?五一”?|“?七一”?|“?十一”?|元旦|秋季开学|开学|新学期|汛期|采暖季|供暖季|主汛期|[\s])*")

_WHERE = re.compile("(?<!正)[在于]$")  # 项目在清源产业园开工
_PHASE = re.compile(r"[一二三四五六七八九]期")
# what the class noun of a list says of its items: 等在谈项目
_CLASSED = re.compile(r"[”’》）)\s]*等?[\d一二两三四五六七八九十]*\s*个?(?P<at>在谈|洽谈|拟建|储备|前期|意向|在建|续建|签约|已签约|(?:拟|计划|年内|预计)(?:竣工投产|开工|竣工|投产|建成|签约))(?:重点|重大|产业|工业|合作)?项目")
_CLASSES = {"在建": "UnderConstruction", "续建": "UnderConstruction", "签约": "Signed", "已签约": "Signed"}
_HOPED = {"开工": "Started", "竣工": "Completed", "建成": "Completed", "投产": "InOperation", "签约": "Signed"}  # 等30个拟竣工投产项目
_GOES_ON = ("启动", "开展", "展开", "推进", "完成", "铺开", "提速", "就绪")  # said of preparations, which is what they stay
_SETTLED = ("落户", "落地")  # where it is follows: 落户东湖镇
_BRIEF = 6  # characters that may say how preparations go on
_RULE_CLASSED = "stages.classed"


class Stage(NamedTuple):
    """Stages that a chain of words tells, each with the lexicon's entry, and the wording around."""

    told: tuple[Entry, ...]
    wording: str
    late: bool  # told after the name
    made: bool = False  # a verb of making tells a review that it is done


def stages(reading: Reading, mentions: tuple[Mention, ...]) -> Iterator[Fact]:
    """Facts ``status`` and ``aim`` of the projects, parks and facilities of a sentence."""
    classed = dict(_classed(reading, mentions))
    led = dict(_led(reading, mentions))
    for i, stage in told(reading, mentions, _is_built):
        general = stage.told[-1].columns["status"] == "UnderConstruction"
        if general and i in led:
            continue  # 年内完成……：（1）A建设
        led.pop(i, None)
        if i not in classed or not general:
            yield from _facts(i, stage, reading)
    for i, stage in led.items():
        yield from _facts(i, stage, reading)
    for i, (fact, status) in classed.items():
        yield Fact(i, fact, status, reading.sentence.index, _RULE_CLASSED, 0.8, year=reading.sentence.year)


def _led(reading: Reading, mentions: tuple[Mention, ...]) -> Iterator[tuple[int, Stage]]:
    """What the lead of a list tells of its items: ``年内完成6项工程：（1）A（2）B``; a section of it goes on in a sentence of its own."""
    text, start, end = reading.text, reading.sentence.start, reading.sentence.end
    if text.find("：", start, end) < 0:
        return
    section = _SECTION.match(text, start, end)
    lead = _LEAD.search(text, text.rfind("\n", 0, start) + 1, start) if section is not None else _LEAD.search(text, start, end)
    entry = _entry(lead["verb"]) if lead is not None else None
    if entry is None:
        return
    opens = section.end() if section is not None else lead.end()
    for run in reading.runs:
        if run.start == opens or run.start > opens and _NUMBER.search(text, max(opens, run.start - _BRIEF_OF_ITEM), run.start):
            yield from ((i, Stage((entry,), lead.group(), False)) for i in run.mentions if "Project" in mentions[i].types)


def _classed(reading: Reading, mentions: tuple[Mention, ...]) -> Iterator[tuple[int, tuple[str, str]]]:
    """The stage that the class noun of a list tells of its items: ``推动A、B等在谈项目签约``."""
    for run in reading.runs:
        match = _CLASSED.match(reading.text, run.end, reading.clauses[run.clause].end)
        if match is not None:
            hoped = _HOPED.get(match["at"][-2:]) if len(match["at"]) > 2 and match["at"] != "已签约" else None
            said = ("aim", hoped) if hoped else ("status", _CLASSES.get(match["at"], "Planned"))
            yield from ((i, said) for i in run.mentions if _is_built(mentions[i]))


def told(reading: Reading, mentions: tuple[Mention, ...], wanted: Callable[[Mention], bool]) -> Iterator[tuple[int, Stage]]:
    """The stages that a sentence tells of its wanted mentions."""
    spoken: list[int] = []  # the built things of the clause before, for a clause that has no names
    listed: list[int] = []  # those of clauses that hold names alone, for the clause in which their list ends
    for index in range(len(reading.clauses)):
        runs = reading.by_clause[index]
        here: list[int] = []
        for position, run in enumerate(runs):
            built = [i for i in run.mentions if wanted(mentions[i])]
            if not built or _modifies(reading, run, runs[position + 1:]):
                continue
            here += built
            for i in built:
                stage = _stage(reading, run, mentions[i], runs[position + 1:])
                if stage is not None:
                    yield i, stage
                if stage is not None and stage.late and position == 0 and i == built[0] and run.start == reading.clauses[index].start:
                    yield from ((k, stage) for k in listed)
        alone = len(runs) == 1 and here and (runs[0].start, runs[0].end) == reading.clauses[index][:2]
        listed = listed + here if alone else []
        if not runs and spoken:
            stage = _following(reading, index)
            if stage is not None:
                yield from ((i, stage) for i in spoken if not _other_phase(mentions[i].name, stage.wording))
        elif runs:
            spoken = here


def _is_built(mention: Mention) -> bool:
    """Stages are told of projects, parks and facilities; a programme that is a project too is carried out, not built."""
    return bool(BUILT & set(mention.types)) and mention.types[0] != "Program"


def _other_phase(name: str, wording: str) -> bool:
    """Does the wording speak of another phase than the name: ``A一期投产，二期开工``?"""
    own, spoken = _PHASE.search(name), _PHASE.search(wording)
    return bool(own and spoken and own[0] != spoken[0])


def _modifies(reading: Reading, run: Run, others: list[Run]) -> bool:
    """Does the run only say whose or where the next thing is, or where something is built?"""
    if _WHERE.search(reading.text, run.start - 2, run.start) is not None:
        return True
    if _WHOSE.match(reading.text, run.end):
        return _OF_ITSELF.match(reading.text, run.end) is None
    return bool(others and others[0].start == run.end)


def _stage(reading: Reading, run: Run, mention: Mention, others: list[Run]) -> Stage | None:
    after, late_wording = _after(reading, run, others)
    if after and mention.types[0] == "Park" and _PART.search(reading.text, run.end, after[0].start):
        return None  # 东湖产业园路网年底完工
    noun = next((c.roles["stages"] for c in after if c.roles["stages"].columns["place"] == "noun"), None)
    if noun is not None and (noun is after[-1].roles["stages"] or after[-1].roles["stages"].text.endswith(_GOES_ON)):
        return Stage((noun,), late_wording, True)
    before = _before(reading, run, mention, bool(after))
    told = _furthest(before + after)
    if not told or _DENIED.search(reading.ahead(run)) or after and told[-1].columns["status"] == "Signed" and _PARTNER.search(reading.ahead(run)):
        return None
    made = not after and reading.sentence.part == "review" and _made(reading, run, before)
    return Stage(told, reading.ahead(run)[-16:] + late_wording, told[-1] in [c.roles["stages"] for c in after], made)


def _made(reading: Reading, run: Run, before: list[Cue]) -> bool:
    """Does a review say that the thing was made: ``新建A``, ``改造A``, ``建设了A``, but not ``加快改造A``, ``正在新建A``?"""
    if _ON_THE_WAY.search(reading.ahead(run)) or len(before) < len([c for c in run.before if "stages" in c.roles]):
        return False
    if all(c.roles["stages"].columns["strength"] == "making" for c in before):
        return True
    return before[-1].roles["stages"].text == "建设" and reading.text.startswith("了", before[-1].end)


def _furthest(cues: list[Cue]) -> tuple[Entry, ...]:
    """The furthest stage that is told; what is completed and in operation by words of their own is both."""
    entries = sorted((c.roles["stages"] for c in cues), key=lambda e: _ORDER.index(e.columns["status"]))
    if len(entries) > 1 and [e.columns["status"] for e in entries[-2:]] == ["Completed", "InOperation"]:
        return tuple(entries[-2:])
    return tuple(entries[-1:])


def _after(reading: Reading, run: Run, others: list[Run]) -> tuple[list[Cue], str]:
    """Stage words said of the run, and the wording before the last of them."""
    chain = [c for c in run.after if "stages" in c.roles]
    if not chain or not _TAIL.match(reading.text[run.end:chain[0].start]):
        return [], ""
    cues = [c for c in chain if c.roles["stages"].columns["place"] in ("after", "both", "noun")]
    settled = cues and others and others[0].start == cues[-1].end and cues[-1].roles["stages"].text.endswith(_SETTLED)
    if not cues or (not settled and others and others[0].before and others[0].own_before and others[0].before[-1] == cues[-1]):
        return [], ""
    if reading.text.startswith("以来", cues[-1].end):
        return [], ""  # 自规划建设以来
    done = _DONE.match(reading.text, cues[-1].end) if cues[-1].roles["stages"].text.startswith(("完成", "实现")) else None
    rest = reading.text[done.end() if done else cues[-1].end:reading.clauses[run.clause].end]
    going_on = cues[-1].roles["stages"].columns["place"] == "noun" and rest.endswith(_GOES_ON) and len(rest) <= _BRIEF
    if not _SAID.match(rest) and not going_on and not settled:
        return [], ""
    return cues, reading.text[run.end:cues[-1].end]


def _before(reading: Reading, run: Run, mention: Mention, told_after: bool) -> list[Cue]:
    """Stage words that govern the run."""
    behind = reading.behind(run)
    # the last item of a list may go on beyond what is known of it, up to the noun of building that closes the clause
    said = [c.roles["stages"].text for c in run.after if "stages" in c.roles]
    listed = mention.end < run.end and said in ([], ["建设"])
    # a work of the list has its own noun; what goes on is the last item
    itself = mention.end < run.end and mention.types == ("Project",) and re.fullmatch(_LAST, behind)
    if not told_after and behind[:1] == "、" and _LAND.search(behind):
        return []
    if not told_after and not _HEAD.match(behind) and not (listed and _ENDS.search(behind)) and not itself:
        return []
    works = told_after or "Project" in mention.types or bool(_WORKS.match(behind))
    found = []
    for cue in run.before:
        if _INVESTED.match(reading.text, cue.start):
            cue = cue._replace(roles={"stages": _entry("完成")})
        entry = cue.roles.get("stages")
        if entry and entry.columns["status"] == "Signed" and mention.types[0] in ("Park", "Place") and "项目" not in behind[:12]:
            continue  # 落户P, 签约P: where somebody settles
        if entry and entry.columns["place"] in ("before", "both") and (entry.columns["strength"] != "weak" or works):
            found.append(cue)
    return found


@cache
def _entry(word: str) -> Entry | None:
    return next((entry for entry in load("stages") if entry.text == word), None)


def _following(reading: Reading, index: int) -> Stage | None:
    """What a clause without names says of the things named before it: ``，力争年底竣工``."""
    clause = reading.clauses[index]
    cues = [c for c in reading.cues[index] if "stages" in c.roles and c.roles["stages"].columns["status"] in _RESULTS]
    if not cues or not _FOLLOWING.fullmatch(reading.text, clause.start, cues[0].start):
        return None
    while len(cues) > 1 and cues[-1].start - cues[-2].end > 3:
        cues.pop()
    if not _SAID.match(reading.text[cues[-1].end:clause.end]) or re.match(r"\s*\d", reading.text[cues[-1].end:clause.end]):
        return None
    return Stage(_furthest(cues), reading.text[clause.start:cues[0].start], True)


def _facts(mention: int, stage: Stage, reading: Reading) -> Iterator[Fact]:
    sentence = reading.sentence
    for entry in stage.told:
        status, confidence = "Completed" if stage.made else entry.columns["status"], float(entry.columns["confidence"])
        aim = status in _RESULTS and promised(sentence.part, stage.wording)
        yield Fact(mention, "aim" if aim else "status", status, sentence.index, entry.id, confidence, year=sentence.year)
        if aim and status == "Started" and not stage.late and not presses(stage.wording):
            # 启动……建设 in a plan: the report itself is the start
            yield Fact(mention, "status", status, sentence.index, entry.id, round(confidence - 0.2, 2), year=sentence.year)
