"""Which industry a thing is in, what a park concentrates on, what an enterprise makes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.clauses import Reading, Run
from kg.extraction.lexicon import Entry
from kg.extraction.links.nameparts import broad_sectors, known_sector
from kg.extraction.links.scene import Scene, heads_of
from kg.extraction.records import Relation

_MEMBERS = frozenset(("Project", "Enterprise", "Park", "Product"))
_TOPIC = re.compile(r"(?:[一二三四五六七八九十]+是|[（(][一二三四五六七八九十]+[）)]|在|围绕|聚焦|[“\s])*")
_PART = re.compile(r"”的")  # “集约发展、低碳环保”的理念
# what makes the sector the beginning of another name: 汽配创新服务中心, 林果基地
_OTHER = re.compile(r"[^，。；、]{0,4}(?:中心|基地|平台|实验室|研究院|公司|园区|工程|企业|示范区|试验区|学院|市场)")
_BY = re.compile(r"以[“《]?$")
_STANDS_FOR = re.compile(r"[”）)]?[^，。；、为]{0,6}(?:、[^，。；、为]{2,10}){0,4}(?:等[^，。；为]{0,14})?为(?:典型|突出)?(?:代表|主体?|支柱|龙头|主导|重点|核心|引领|支撑)的[“]?")
# the class that closes a list
_CLASS = re.compile(r"[”’》）)\s]*等(?:[\d一二两三四五六七八九十百]+[家个户大]|一批|多家|系列)?(?P<class>[^，。；、]{2,12}?)(?:企业|公司|项目|园区|产品|品牌)")
# said of the members of a sector
_LED = re.compile(r"(?:引导|支持|鼓励|扶持|推动|帮助|指导|助推|督促|组织|促进|推进|依托|抓好|发挥|做强|做大|引进|培育|壮大|服务)[“]?$")
_FIRMS = re.compile(r"[”’）)]?(?:等[^，。；、]{0,8})?(?:龙头|骨干|重点)*(?:企业|公司|集团)?")
_ASPECT = re.compile(r"\s*(?:[一二三四五六七八九十]+是)?在?(?P<field>[^\W\d_A-Za-z]{2,8})方面[，：]")
_HOSTED = re.compile(r"[”]?(?:要|将|已|坚持|初步|着力|主要|重点|集中|大力|积极)*(?:主导产业(?:为|是)|以|围绕|聚焦|立足|形成了?|布局|发展|培育|集聚|主攻|定位(?:为|于)?)了?(?:以)?(?:[^，。；、]{2,6}、){0,3}[“]?")
_RULE_HOSTED = "industries.hosted"
_SHORT, _FOLLOWING = 15, 8  # characters of a sentence that is a topic; sentences that follow one
_RULE_STANDS, _RULE_CLASS = "industries.stands", "industries.class"
_RULE_TOPIC, _RULE_LEAD, _RULE_SECTION = "industries.topic", "industries.lead", "industries.section"


def industries(scene: Scene, reading: Reading) -> Iterator[Relation]:
    """``inIndustry``, ``focusesOn`` and ``produces`` from the wording around the names."""
    yield from _focused(scene, reading)
    yield from _hosted(scene, reading)
    yield from _represented(scene, reading)
    yield from _classed(scene, reading)
    yield from _making(scene, reading)
    sector = _aspect(scene, reading)
    opened = -1  # the clause that named the sector
    spoken = False  # has the sentence named any industry of its own?
    for index in range(len(reading.clauses)):
        runs = reading.by_clause[index]
        named = [run for run in runs if scene.types(run.first)[0] == "Industry"]
        if named:
            sector, spoken = _opened(scene, reading, index, runs, named), True
            opened = index
        elif runs and not runs[0].before and index > opened + 1:
            sector = None  # a clause with a subject of its own speaks of something else
        found = sector or (None if spoken else _led(scene, reading))
        if found is None:
            continue
        for run in runs:
            if run in named or not (run.before or run.after or sector and index == opened + 1 and _is_led(reading, run)):
                continue
            for i in run.mentions:
                if scene.is_a(i, _MEMBERS):
                    yield from scene.link(i, "inIndustry", found[0], reading, found[1], found[2])


def _is_led(reading: Reading, run: Run) -> bool:
    """Does the run open its clause, or stand behind a verb of leading: ``…产业以…为主线，引导A、B等企业``?"""
    return not reading.ahead(run) or _LED.search(reading.ahead(run)) is not None


def _making(scene: Scene, reading: Reading) -> Iterator[Relation]:
    """``引导E、F等企业做强I``: enterprises that the clause wants to make more of an industry."""
    for run, other in zip(reading.runs, reading.runs[1:]):
        if other.clause != run.clause or scene.types(other.first)[0] != "Industry" or scene.mentions[other.first].name in broad_sectors():
            continue
        cue = next((c for c in other.before if "fostering" in c.roles), None)
        firms = [i for i in run.mentions if scene.types(i)[0] == "Enterprise"]
        if firms and cue is not None and cue.start >= run.end and _FIRMS.fullmatch(reading.text, run.end, cue.start):
            for i in firms:
                yield from scene.link(i, "inIndustry", other.first, reading, cue.roles["fostering"])


def _classed(scene: Scene, reading: Reading) -> Iterator[Relation]:
    """``A、B等头部旅游企业``: the class that closes a list holds the name of a sector."""
    for run in reading.runs:
        members = [i for i in run.mentions if scene.is_a(i, _MEMBERS)]
        match = _CLASS.match(reading.text, run.end, reading.clauses[run.clause].end) if members else None
        sector = known_sector(scene, match["class"]) if match else None
        if sector is not None:
            for i in members:
                yield from scene.link(i, "inIndustry", sector, reading, _RULE_CLASS, 0.8)


def _opened(scene: Scene, reading: Reading, index: int, runs: list[Run], named: list[Run]) -> tuple[int, str | Entry, float] | None:
    """The one industry that a clause opens with: ``发展新材料产业，…`` or ``新材料产业以…为主线，…``."""
    run = named[0]
    if len(named) > 1 or len(run.mentions) > 1 or run is not runs[0] or scene.mentions[run.first].name in broad_sectors() \
            or _PART.match(reading.text, run.end) or reading.text[run.end - 1] != "业" and _OTHER.match(reading.text, run.end):
        return None
    entry = next((c.roles["fostering"] for c in run.before if "fostering" in c.roles), None)
    if entry is not None and run.start - run.before[-1].end <= 4:
        return run.first, entry, float(entry.columns["confidence"])
    if index == 0 and not run.before and _TOPIC.fullmatch(reading.text, reading.clauses[0].start, run.start):
        return run.first, _RULE_TOPIC, 0.75
    return None


def _led(scene: Scene, reading: Reading) -> tuple[int, str, float] | None:
    """The one industry of the innermost lead that names any: a short sentence before, a point, the paragraph's or chapter's lead."""
    topic = _topic(scene, reading)
    if topic is not None:
        return topic, _RULE_LEAD, 0.65
    for lead in reversed(scene.leads.get(reading.sentence.index, ())):
        source = scene.readings.get(lead.sentence)
        if source is None or lead.sentence == reading.sentence.index:
            continue
        sectors = [i for i in source.mentions if scene.types(i)[0] == "Industry"
                   and lead.start <= scene.mentions[i].start and scene.mentions[i].end <= lead.end]
        if sectors:
            telling = [i for i in sectors if scene.mentions[i].name not in broad_sectors()]
            return (telling[0], _RULE_LEAD, 0.65) if len(telling) == 1 else None
    section = scene.sections.get(reading.sentence.paragraph)
    source = scene.readings.get(section.sentence) if section is not None and section.sentence != reading.sentence.index else None
    sectors = [i for i in source.mentions if scene.types(i)[0] == "Industry" and scene.mentions[i].end <= section.end] if source else []
    if len(sectors) == 1 and scene.mentions[sectors[0]].name not in broad_sectors():
        return sectors[0], _RULE_SECTION, 0.6
    return None


def _topic(scene: Scene, reading: Reading) -> int | None:
    """The one industry of the last short sentence before in the paragraph: ``大力发展电子商务。……``."""
    for sentence in reversed(scene.report.sentences[max(0, reading.sentence.index - _FOLLOWING):reading.sentence.index]):
        if sentence.paragraph != reading.sentence.paragraph:
            break
        if sentence.end - sentence.start <= _SHORT:
            source = scene.readings.get(sentence.index)
            sectors = [i for i in source.mentions if scene.types(i)[0] == "Industry"] if source is not None else []
            return sectors[0] if len(sectors) == 1 and scene.mentions[sectors[0]].name not in broad_sectors() else None
    return None


def _aspect(scene: Scene, reading: Reading) -> tuple[int, str, float] | None:
    """The industry that ``……方面，`` at the head of the sentence names."""
    match = _ASPECT.match(reading.text, reading.sentence.start, reading.sentence.end)
    sector = known_sector(scene, match["field"]) if match else None
    return (sector, _RULE_TOPIC, 0.7) if sector is not None and scene.mentions[sector].name not in broad_sectors() else None


def _represented(scene: Scene, reading: Reading) -> Iterator[Relation]:
    """``以A、B为代表的I``: what stands for an industry is in it."""
    for position, run in enumerate(reading.runs):
        other = next((r for r in reading.runs[position + 1:] if r.clause == run.clause and scene.types(r.first)[0] == "Industry"), None)
        if other is not None \
                and _BY.search(reading.text, reading.clauses[run.clause].start, run.start) \
                and _STANDS_FOR.fullmatch(reading.text, run.end, other.start):
            for i in run.mentions:
                if scene.is_a(i, _MEMBERS):
                    yield from scene.link(i, "inIndustry", other.first, reading, _RULE_STANDS, 0.8)


def _hosted(scene: Scene, reading: Reading) -> Iterator[Relation]:
    """``P以I为主导``, ``P形成I、J等产业``, ``在P布局I``: what a park or area stands for."""
    for subject, run in zip(reading.runs, reading.runs[1:]):
        if subject.clause == run.clause and scene.types(run.first)[0] == "Industry" and scene.is_a(subject.first, heads_of("focusesOn")) \
                and _HOSTED.fullmatch(reading.text, subject.end, run.start):
            for head in subject.mentions:
                for tail in run.mentions:
                    if scene.types(tail)[0] == "Industry" and scene.is_a(head, heads_of("focusesOn")):
                        yield from scene.link(head, "focusesOn", tail, reading, _RULE_HOSTED, 0.75)


def _focused(scene: Scene, reading: Reading) -> Iterator[Relation]:
    """``P聚焦I``, ``E生产G``: subject, verb and object in one clause."""
    for subject, run in zip(reading.runs, reading.runs[1:]):
        if subject.clause != run.clause or not run.before or subject.before and subject.own_before and subject.after != run.before:
            continue
        for role, relation in (("focusing", "focusesOn"), ("producing", "produces")):
            cue = next((c for c in run.before if role in c.roles), None)
            if cue is None or cue.start - subject.end > 6:
                continue
            for head in subject.mentions:
                for tail in run.mentions:
                    if scene.types(head)[0] in heads_of(relation):
                        yield from scene.link(head, relation, tail, reading, cue.roles[role])
