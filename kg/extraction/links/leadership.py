"""Enterprises that lead: ``以A、B等企业为龙头，做强I产业``, ``以A为主导的I产业集群``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.extraction.clauses import Reading, Run
from kg.extraction.lexicon import Entry, load
from kg.extraction.links.scene import Scene
from kg.extraction.records import Relation

_LED = ("Industry", "Park", "Place")


@lru_cache(maxsize=1)
def _roles() -> tuple[re.Pattern, dict[str, Entry]]:
    entries = {entry.text: entry for entry in load("roles")}
    words = "|".join(sorted(entries, key=len, reverse=True))
    return re.compile(rf"[”）)]?(?:等[^，。；为]{{0,12}})?(?:为|作为)(?:核心|主要|重要)?(?P<role>{words})"), entries


def leadership(scene: Scene, reading: Reading) -> Iterator[Relation]:
    """``leads`` from 以…为龙头 and 发挥…龙头作用."""
    pattern, entries = _roles()
    for position, run in enumerate(reading.runs):
        heads = [i for i in run.mentions if "Enterprise" in scene.types(i)]
        if not heads or reading.text[run.start - 2:run.start].rstrip("“")[-1:] != "以":
            continue
        match = pattern.match(reading.text, run.end, reading.clauses[run.clause].end)
        if match is None:
            continue
        led = _led(scene, reading, position, run)
        for head in heads:
            for tail in led:
                yield from scene.link(head, "leads", tail, reading, entries[match["role"]])


def _led(scene: Scene, reading: Reading, position: int, run: Run) -> tuple[int, ...]:
    """What is led: the next thing in this clause or the one after, else the industry that opens the sentence."""
    for other in reading.runs[position + 1:]:
        if other.clause > run.clause + 1:
            break
        if scene.types(other.first)[0] in _LED:
            return other.mentions
    opening = reading.runs[0]
    if position and opening.clause <= run.clause and scene.types(opening.first)[0] == "Industry":
        return opening.mentions[:1]
    return ()
