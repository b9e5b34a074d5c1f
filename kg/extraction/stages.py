"""The stage that a built thing has reached, or is to reach.

Verbs before its name and after it tell the stage; together they tell the furthest (``加快A建成投产``). Words are
the lexicon ``stages``; its order of stages is that of the scheme of the ontology, but for being under
construction, which the most general verbs tell and every more exact word overrules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.extraction.clauses import Reading, Run
from kg.extraction.cues import Cue
from kg.extraction.lexicon import Entry
from kg.extraction.modality import presses, promised
from kg.extraction.records import Fact, Mention

_ORDER = ("UnderConstruction", "Planned", "Signed", "Started", "Completed", "InOperation")
_RESULTS = frozenset(("Signed", "Started", "Completed", "InOperation"))
BUILT = frozenset(("Project", "Park", "Facility"))
# what may stand between a name and what is said of it, and after what is said
_TAIL = re.compile(r"(?:等[^，。；]{0,20}|[^，。；]{0,9})$")
_SAID = re.compile(r"(?:工作|任务|建设|步伐|进度|条件|目标|使用|运营|施工|后|以来|了|的|并|和|及|与|或|、|[”）)。！；;，,\s\d]|$)")
_HEAD = re.compile(
    r"[”’》）)\s]*(?:等[^，。；]{0,18}?)?"
    r"(?:项目|工程|建设|施工|工作|任务|进度|步伐|力度|速度|前期|主体|各项|手续|改造|规划|实施|扩建|[一二三四五六七八九]期|全线|重点|园区|设施|道路)*"
    r"(?:$|[、和及与并，。；（(\d\s])")
_WORKS = re.compile(r"(?:等)?[^，。；]{0,16}?(?:建设|项目|工程|施工|改造|设施)")
_FOLLOWING = re.compile(r"(?:该?项目|工程|主体工程|主体|全部|均|已|争取|力争|确保|尽快|尽早|早日|年内|[年月]?底前?|今年|明年|\d+月份?|上半年|下半年|[一二三四]季度|基本|全面|正式|顺利|实现|陆续|相继|目前|现|一期|二期|促其|促成|达到|具备|并|部分|其|年底|月底|前|[\s])*")


class Stage(NamedTuple):
    """Stages that a chain of words tells, each with the lexicon's entry, and the wording around."""

    told: tuple[Entry, ...]
    wording: str
    late: bool  # told after the name


def stages(reading: Reading, mentions: tuple[Mention, ...]) -> Iterator[Fact]:
    """Facts ``status`` and ``aim`` of the projects, parks and facilities of a sentence."""
    spoken: list[int] = []  # the built things of the clause before, for a clause that has no names
    for index in range(len(reading.clauses)):
        runs = reading.by_clause[index]
        told: list[int] = []
        for position, run in enumerate(runs):
            built = [i for i in run.mentions if _is_built(mentions[i])]
            if not built or _modifies(reading, run, runs[position + 1:]):
                continue
            told += built
            for i in built:
                stage = _stage(reading, run, mentions[i], runs[position + 1:])
                if stage is not None:
                    yield from _facts(i, stage, reading)
        if not runs and spoken:
            stage = _following(reading, index)
            if stage is not None:
                for i in spoken:
                    yield from _facts(i, stage, reading)
        elif runs:
            spoken = told


def _is_built(mention: Mention) -> bool:
    """Stages are told of projects, parks and facilities; a programme that is a project too is carried out, not built."""
    return bool(BUILT & set(mention.types)) and mention.types[0] != "Program"


def _modifies(reading: Reading, run: Run, others: list[Run]) -> bool:
    """Does the run only say whose or where the next thing is?"""
    return reading.text.startswith("的", run.end) or bool(others and others[0].start == run.end)


def _stage(reading: Reading, run: Run, mention: Mention, others: list[Run]) -> Stage | None:
    after, late_wording = _after(reading, run, others)
    if after and after[-1].roles["stages"].columns["place"] == "noun":
        return Stage((after[-1].roles["stages"],), late_wording, True)
    before = _before(reading, run, mention, bool(after))
    told = _furthest(before + after)
    if not told:
        return None
    return Stage(told, reading.ahead(run)[-16:] + late_wording, told[-1] in [c.roles["stages"] for c in after])


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
    if not cues or (others and others[0].before and others[0].own_before and others[0].before[-1] == cues[-1]):
        return [], ""
    if not _SAID.match(reading.text[cues[-1].end:reading.clauses[run.clause].end]):
        return [], ""
    return cues, reading.text[run.end:cues[-1].end]


def _before(reading: Reading, run: Run, mention: Mention, told_after: bool) -> list[Cue]:
    """Stage words that govern the run."""
    behind = reading.behind(run)
    if not told_after and not _HEAD.match(behind):
        return []
    works = told_after or "Project" in mention.types or bool(_WORKS.match(behind))
    found = []
    for cue in run.before:
        entry = cue.roles.get("stages")
        if entry and entry.columns["place"] in ("before", "both") and (entry.columns["strength"] == "strong" or works):
            found.append(cue)
    return found


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
        status, confidence = entry.columns["status"], float(entry.columns["confidence"])
        aim = status in _RESULTS and promised(sentence.part, stage.wording)
        yield Fact(mention, "aim" if aim else "status", status, sentence.index, entry.id, confidence, year=sentence.year)
        if aim and status == "Started" and not stage.late and not presses(stage.wording):
            # 启动……建设 in a plan: the report itself is the start
            yield Fact(mention, "status", status, sentence.index, entry.id, round(confidence - 0.2, 2), year=sentence.year)
