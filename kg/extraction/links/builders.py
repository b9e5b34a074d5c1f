"""Who builds a project, by the wording: ``由E投资建设的A``, ``A……由E承建``, ``E投资5亿元建设的A``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.extraction.clauses import Reading, Run
from kg.extraction.lexicon import Entry, load
from kg.extraction.links.scene import Scene
from kg.extraction.records import Relation

_CLOSERS = "”’）)》"
_BY = re.compile(r"由[“《]?$")
_HELPED = re.compile(r"(?:配合|支持|协助|帮助|推动|推进|督促|促使|指导|服务|鼓励|引导|保障|敦促|力促|协调)(?:好)?[“《]?$")
_ONWARD = re.compile(r"[”）)]?(?:等(?:\d+家)?(?:企业)?)?(?:加快|抓好|搞好|做好|尽快|早日|全力|扎实|积极|顺利)*(?:推进|推动|建设|实施|建成|启动|开工|完成|搞好|抓好|做好|加快|新上|上马)[“《]?")
_OTHERS = r"(?:、[^、，。；]{2,8}?)?"  # a company beside it that is not known as one
_TAIL = r"[”）)]?(?:等)?(?:[一二两三四五六七八九十\d]+家)?(?:有限公司|股份公司|公司|集团|企业)*"


@lru_cache(maxsize=1)
def _verbs() -> tuple[re.Pattern, re.Pattern, dict[str, Entry]]:
    """The verb after ``由E``; the verb between ``E`` and a project that follows at once."""
    entries = {entry.text: entry for entry in load("building")}
    words = "|".join(sorted(entries, key=len, reverse=True))
    return (re.compile(rf"{_TAIL}(?:负责|独家|全额|共同|联合|牵头)*(?P<verb>{words})"),
            re.compile(rf"{_OTHERS}{_TAIL}(?:计划|拟|总|累计|新|共|成功|正式)*(?P<verb>{words})(?:约|近|超过?)?(?:\s*[\d.]+\s*[亿万]?(?:美|港|欧)?元)?(?:以上|左右)?"
                       r"(?:投资)?(?:新建|建设|兴建|打造|实施)?的?[“《]?"), entries)


def builders(scene: Scene, reading: Reading) -> Iterator[Relation]:
    """``developedBy`` from the verbs around enterprises."""
    by, direct, entries = _verbs()
    for position, run in enumerate(reading.runs):
        if scene.types(run.first)[0] != "Enterprise":
            continue
        clause = reading.clauses[run.clause]
        passive = _BY.search(reading.text, clause.start, run.start)
        match = by.match(reading.text, run.end, clause.end) if passive else None
        if match is not None:
            projects = _spoken(scene, reading, position, match.end())
        else:
            yield from _owned(scene, reading, position)
            yield from _helped(scene, reading, position)
            projects, match = _next(scene, reading, position, direct)
        for head in projects:
            for tail in () if _says_whose(scene, reading, head) else run.mentions:
                if match is not None:
                    yield from scene.link(head, "developedBy", tail, reading, entries[match["verb"]])


def _says_whose(scene: Scene, reading: Reading, i: int) -> bool:
    """Does an enterprise open the name?"""
    return any(scene.types(n)[0] == "Enterprise" and scene.mentions[n].start == scene.mentions[i].start for n in reading.nested.get(i, ()))


def _owned(scene: Scene, reading: Reading, position: int) -> Iterator[Relation]:
    """The project that stands right after its enterprise: ``恒岳公司网上展馆上线``."""
    run = reading.runs[position]
    other = reading.runs[position + 1] if position + 1 < len(reading.runs) else run
    if other.start == run.end and not reading.text[run.end - 1] in _CLOSERS:
        for head in _projects(scene, other)[:1]:
            yield from scene.link(head, "developedBy", run.mentions[-1], reading, "builders.owner", 0.75)


def _helped(scene: Scene, reading: Reading, position: int) -> Iterator[Relation]:
    """``支持E加快A、B建设``: the projects that an enterprise is helped with are its own."""
    run = reading.runs[position]
    other = reading.runs[position + 1] if position + 1 < len(reading.runs) else run
    if other.clause == run.clause and _HELPED.search(reading.text, run.start - 4, run.start) and _ONWARD.fullmatch(reading.text, run.end, other.start):
        for head in _projects(scene, other):
            for tail in () if _says_whose(scene, reading, head) else run.mentions:
                yield from scene.link(head, "developedBy", tail, reading, "builders.helped", 0.75)


def _spoken(scene: Scene, reading: Reading, position: int, end: int) -> tuple[int, ...]:
    """The projects of ``由E建设的A``, else those named last before ``由E建设``."""
    if position + 1 < len(reading.runs) and reading.text[end:reading.runs[position + 1].start].strip("“《") in ("的", ""):
        return _projects(scene, reading.runs[position + 1])
    for run in reversed(reading.runs[:position]):
        found = _projects(scene, run)
        if found:
            return found
    return ()


def _next(scene: Scene, reading: Reading, position: int, direct: re.Pattern) -> tuple[tuple[int, ...], re.Match | None]:
    """The projects that follow the enterprise and the verb at once, in the same clause."""
    run = reading.runs[position]
    if position + 1 == len(reading.runs) or reading.runs[position + 1].clause != run.clause:
        return (), None
    other = reading.runs[position + 1]
    match = direct.fullmatch(reading.text, run.end, other.start)
    return (_projects(scene, other), match) if match else ((), None)


def _projects(scene: Scene, run: Run) -> tuple[int, ...]:
    return tuple(i for i in run.mentions if "Project" in scene.types(i))
