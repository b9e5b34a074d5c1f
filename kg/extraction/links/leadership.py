"""Enterprises that lead: ``以A、B等企业为龙头，做强I产业``, ``以A为主导的I产业集群``, ``发挥A龙头作用``, ``依托A，发展I``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.extraction.clauses import Reading, Run
from kg.extraction.lexicon import Entry, load
from kg.extraction.links.scene import Scene
from kg.extraction.records import Relation

_LED = ("Industry", "Park", "Place")
_GATHERED = re.compile(r"[^，。；]{0,12}[于为]一体")  # 集果品、蔬菜于一体的园区
_LIST = r"(?:、[^、，。；]{2,8}){0,4}[”）)]?(?:等[^，。；为]{0,14})?"


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[re.Pattern, re.Pattern], ...]:
    """What stands before the enterprises, and after them with the word of their role."""
    words = "|".join(sorted(_roles(), key=len, reverse=True))
    return (
        (re.compile(r"以[“《]?$"), re.compile(rf"{_LIST}(?:为|作为)(?:核心|主要|重要)?(?P<role>{words})(?P<of>的)?")),
        (re.compile(r"发挥(?:好)?[“《]?$"),
         re.compile(rf"{_LIST}的?(?P<role>{words})(?:引领|带动|示范|辐射|支撑)*(?:作用|效应)(?P<of>(?!))?")),
        (re.compile(r"(?P<role>依托)[“《]?$"), re.compile(rf"{_LIST}(?:龙头|骨干|优势|平台|资源|品牌|带动)*(?P<of>(?!))?(?=，|$)")),
    )


@lru_cache(maxsize=1)
def _roles() -> dict[str, Entry]:
    return {entry.text: entry for entry in load("roles")}


def leadership(scene: Scene, reading: Reading) -> Iterator[Relation]:
    """``leads``, and ``inIndustry``: the enterprises of a run, and what stands after their role."""
    for position, run in enumerate(reading.runs):
        heads = [i for i in run.mentions if "Enterprise" in scene.types(i)]
        if not heads:
            continue
        for before, after in _patterns():
            opened = before.search(reading.text, reading.clauses[run.clause].start, run.start)
            match = after.match(reading.text, run.end, reading.clauses[run.clause].end) if opened else None
            if match is None:
                continue
            role = (opened.groupdict() | match.groupdict())["role"]
            led = _led(scene, reading, position, run, match)
            for head in heads:
                for tail in led:
                    yield from scene.link(head, "leads", tail, reading, _roles()[role])
                    yield from scene.link(head, "inIndustry", tail, reading, _roles()[role])  # who leads an industry is in it


def _led(scene: Scene, reading: Reading, position: int, run: Run, match: re.Match) -> tuple[int, ...]:
    """What is led: what ``的`` leads to, else the next thing in this clause or the one after, else the opening industry."""
    following = reading.runs[position + 1:]
    if match["of"]:
        near = following[:1] and following[0].clause == run.clause and following[0].start - match.end() <= 8
        return following[0].mentions if near and scene.types(following[0].first)[0] in _LED else ()
    for other in following:
        if other.clause > run.clause + 1:
            break
        if scene.types(other.first)[0] in _LED and not _GATHERED.match(reading.text, other.end):
            return other.mentions
    opening = reading.runs[0]
    apart = opening.clause + 1 == run.clause and opening.end == reading.clauses[opening.clause].end \
        or reading.text[opening.end:run.start].strip("“") == "以"  # 东湖商圈，以……为龙头
    if position and opening.clause <= run.clause and scene.types(opening.first)[0] in (_LED if apart else ("Industry",)):
        return opening.mentions[:1]
    return ()
