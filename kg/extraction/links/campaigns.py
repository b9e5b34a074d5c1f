"""Programmes and events: who carries them out, and what is a part of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.clauses import Reading, Run
from kg.extraction.links.scene import Scene
from kg.extraction.records import OWN, Relation

_CARRIED = frozenset(("Program", "Event"))
_ORGANIZERS = ("AdministrativeDivision", "PublicBody", "Town")
# words after the name that make it the measure of something else
_NOT_ITSELF = re.compile(r"[”》]?(?:及其实施细则)?的?(?:精神|部署|要求和|讲话|以来|期间|召开|闭幕|指引|指导|决策)|[”》]?(?:等)?参(?:会|展|赛)"
                         r"|[”》]?(?:的)?(?:承上启下|开局|收官|起步|攻坚|谋划|关键|重要|最后|第?[一二三四五]|中期)[^，。；]{0,10}年(?!度)"
                         r"|[^，。；]{0,16}(?:领域|方面|环节|行业)[^，。；]{0,16}(?:问题|腐败|乱象|风险|短板|隐患|不正之风)")
_BESIDE = ("在", "对", "向", "与", "和", "以", "赴", "到", "往", "从", "为", "给", "同", "进", "来", "离")  # what stands after them does not act
_MEANS = re.compile(r"(?:以|依托|借助|用好|通过)[“《]?$")
_GRASPED = re.compile(r"[”》]?[^，。；]{0,6}为(?:抓手|载体|引领|契机|牵引|重点|统领|主线|突破口|总抓手)")
_SAID = re.compile(r"(?:工作|建设)?(?:[、，。；！\s]|$)")
_STATED = re.compile(r"[”》]?是$")
_HELD = frozenset(("举办", "召开", "举行", "开展"))  # said after an event
_HELD_GAP = re.compile(r"[”》]?(?:等(?:\d+[场次项个]|一系列|系列|重大)?(?:活动|赛事|展会|会议)?)?(?:均|也|已)?(?:成功|顺利|圆满|如期|隆重|相继|先后)*")
_TOOK_PLACE = re.compile(_HELD_GAP.pattern + r"(?:火热|盛大|鸣枪)?(?:开幕|闭幕|落幕|开赛|开跑|精彩纷呈|火爆出圈|好戏连台)")
_HEADS = re.compile(r"(?:行动|计划|攻坚战|会战|保卫战|工程|战役|战略|活动|方案)$")
_SUMMED = re.compile(r"[”》]?等[^，。；]{0,12}(?:行动|计划|攻坚战|会战|工程|战役|战略|活动)$")  # “A”等多能协同工程
_RULE_TOOK_PLACE = "campaigns.took-place"
_RULE_GRASPED, _RULE_LEAD, _RULE_SUMMARY, _RULE_SENTENCE = "campaigns.grasped", "campaigns.lead", "campaigns.summary", "campaigns.sentence"


def campaigns(scene: Scene, reading: Reading) -> Iterator[Relation]:
    """``organizes`` and ``partOf``."""
    yield from _organized(scene, reading)
    yield from _summed(scene, reading)
    yield from _under_lead(scene, reading)
    yield from _under_programme(scene, reading)


def _organized(scene: Scene, reading: Reading) -> Iterator[Relation]:
    for position, run in enumerate(reading.runs):
        carried = [i for i in (*run.mentions, *((run.summary,) if run.summary is not None else ()))
                   if scene.types(i)[0] in _CARRIED]
        if carried and _NOT_ITSELF.match(reading.text, run.end):
            # 静夜行动、某某会议期间……: the words are said of the meeting
            carried = [i for i in carried if scene.types(i)[0] == "Program"] if scene.types(run.mentions[-1])[0] == "Event" else []
        for i in carried:
            yield from _carried_out(scene, reading, position, run, i)


def _carried_out(scene: Scene, reading: Reading, position: int, run: Run, i: int) -> Iterator[Relation]:
    text, kind = reading.text, scene.types(i)[0]
    cue = next((c for c in reversed(run.before) if "organizing" in c.roles), None)
    if cue is not None and kind in cue.roles["organizing"].list("types"):
        organizer = None if reading.others_act(run) else _organizer(scene, reading, position, run)
        if organizer is not None:
            yield from scene.link(organizer, "organizes", i, reading, cue.roles["organizing"])
        return
    stated = _stated(scene, reading, position, run)
    if stated is not None:
        yield from scene.link(stated[0], "organizes", i, reading, stated[1].roles["organizing"], 0.75)
        return
    if kind == "Event":
        held = next((c for c in run.after if "organizing" in c.roles and c.roles["organizing"].text in _HELD), None)
        if held is not None and _HELD_GAP.fullmatch(text, run.end, held.start):
            yield from scene.link(OWN, "organizes", i, reading, held.roles["organizing"], 0.75)
        elif not run.before and _TOOK_PLACE.match(text, run.end):
            yield from scene.link(OWN, "organizes", i, reading, _RULE_TOOK_PLACE, 0.7)
        return
    if kind != "Program" or run.before:
        return
    if _MEANS.search(text, reading.clauses[run.clause].start, run.start) and _GRASPED.match(text, run.end):
        yield from scene.link(OWN, "organizes", i, reading, _RULE_GRASPED, 0.7)
        return
    said = [c for c in run.after if "organizing" in c.roles and "Program" in c.roles["organizing"].list("types")]
    if said and said[0].start - run.end <= 8 and _SAID.match(text, run.after[-1].end):
        yield from scene.link(OWN, "organizes", i, reading, said[0].roles["organizing"], 0.7)


def _organizer(scene: Scene, reading: Reading, position: int, run: Run) -> int | None:
    """Who stands before the verb: a body or division, or nobody, that is the report's own government.

    Another subject (an enterprise, a park) carries it out by itself: None.
    """
    subject = next((r for r in reading.runs[:position] if r.clause == run.clause and not r.before), None)
    if subject is None or not run.before or subject.end > run.before[0].start:
        return OWN
    gap = reading.text[subject.end:run.before[0].start]
    if scene.types(subject.first)[0] in _ORGANIZERS:
        ahead = reading.text[reading.clauses[run.clause].start:subject.start]
        if ahead.endswith(_BESIDE) or len(gap) > 8 or gap.startswith("的"):
            return OWN
        return OWN if scene.is_own(subject.first) else subject.first
    if scene.types(subject.first)[0] in ("Enterprise", "Park") and len(gap) <= 4:
        return None
    return OWN


def _stated(scene: Scene, reading: Reading, position: int, run: Run):
    """``P是S实施的战略``: the body and the verb."""
    if position + 1 >= len(reading.runs):
        return None
    body = reading.runs[position + 1]
    if body.clause != run.clause or scene.types(body.first)[0] not in _ORGANIZERS:
        return None
    if not _STATED.fullmatch(reading.text, run.end, body.start) and reading.text[run.end:body.start] != "是":
        return None
    cue = next((c for c in body.after if "organizing" in c.roles), None)
    return (body.first, cue) if cue is not None and cue.start == body.end and reading.text.startswith("的", cue.end) else None


def _summed(scene: Scene, reading: Reading) -> Iterator[Relation]:
    """``A、B等S``: the items are parts of what sums them up."""
    for run in reading.runs:
        if run.summary is not None:
            for i in run.mentions:
                yield from scene.link(i, "partOf", run.summary, reading, _RULE_SUMMARY, 0.85)


def _under_lead(scene: Scene, reading: Reading) -> Iterator[Relation]:
    """The programme of a numbered point is a part of the one programme of its paragraph's lead."""
    above = scene.leads.get(reading.sentence.index, ())
    if len(above) < 2 or above[-1].sentence != reading.sentence.index:
        return
    outer, point = above
    source = scene.readings.get(outer.sentence)
    if source is None or outer.sentence == point.sentence:
        return
    wholes = [i for i in source.mentions if scene.types(i)[0] == "Program" and outer.start <= scene.mentions[i].start < outer.end]
    parts = [i for i in reading.mentions if scene.types(i)[0] == "Program" and point.start <= scene.mentions[i].start < point.end]
    if len(wholes) == 1 and len(parts) == 1 and scene.mentions[wholes[0]].name != scene.mentions[parts[0]].name:
        yield from scene.link(parts[0], "partOf", wholes[0], reading, _RULE_LEAD, 0.7)


def _under_programme(scene: Scene, reading: Reading) -> Iterator[Relation]:
    """``实施P，加快A、B等项目``: projects that follow the one campaign that opens the sentence."""
    opening = next(iter(reading.runs), None)
    if opening is None or opening.clause or len(opening.mentions) != 1 or not opening.before:
        return
    whole = opening.first
    behind = reading.behind(opening)
    headed = _HEADS.search(scene.mentions[whole].name) and not behind.strip("”》") or _SUMMED.fullmatch(behind)
    if scene.types(whole)[0] != "Program" or "Project" in scene.types(whole) or not headed:
        return
    if "organizing" not in opening.before[-1].roles:
        return
    for run in reading.runs[1:]:
        if scene.types(run.first)[0] == "Program":
            return
        if run.clause and (run.before or run.after):
            for i in run.mentions:
                if scene.types(i)[0] == "Project":
                    yield from scene.link(i, "partOf", whole, reading, _RULE_SENTENCE, 0.7)
