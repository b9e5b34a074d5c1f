"""Things without a noun of their own, told by the title they get: ``云溪湾、青石湾入选国家级零碳园区`` are parks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

import rjieba

from kg.extraction.lexicon import Match
from kg.extraction.names.boundary import opening
from kg.extraction.names.candidate import Candidate
from kg.extraction.names.heads import particular
from kg.extraction.names.passage import Passage
from kg.extraction.phrases import Clause
from kg.extraction.titles import bearers, laureate

_LONGEST = 16  # characters of a name
_KINDS = frozenset(("Park", "Place", "Enterprise", "Project"))
_FRAME = re.compile(r"[”》]?(?:等)?(?:光荣|荣誉)?(?:称号|名单|行列|创建名单|培育名单|试点|[”》])*$")
_AGENT = re.compile(r"(?:先后|成功|双双|再次|均|也|已|分别|同时|一同|共同|一并|一起)*(?:被[^，。、]{0,8})?(?:先后|成功|双双|再次|均|也|已|分别)*$")
_GETTING = frozenset(("获", "获得", "喜获", "夺得"))  # said of many things: a title only with its rank
_RANKED = re.compile(r"(?:了)?(?:国家级?|全国|省级?|全省|市级?|全市|中国|首批|\d{4}年度?)")
_JOINT = re.compile(r"([^\W\d_A-Za-z]{2,8})[和与]([^\W\d_A-Za-z]{2,10})")
_URGED = re.compile(r"(?:积极|全力)?(?:推动|支持|力争|助力|推进|确保|争取|指导)")  # 推动青石陵争创5A级景区
_PROJECT = re.compile(r"(?:建设)?项目$")
_PLAIN = re.compile(r"(?<![A-Za-z\d-])\d|[，。]|[我本全等]|各(?!庄)|[的了]$|(?:企业|产业|集群|家|所|个|品牌|产品|单位|工作|经验|做法|案例|成果|改革|人员|同志|团队|活动|商标|县|市|区|省|镇|乡|村|社区)$")


def winners(passage: Passage) -> Iterator[Candidate]:
    """Candidates for the subjects of verbs of getting titles."""
    for clause in passage.clauses if passage.holds("honor_verbs") else ():
        verb = _award(passage, clause)
        if verb is None:
            continue
        last = next(item for item in clause.items if item[0] <= verb.start < item[1])
        subjects = [item for item in clause.items if item[1] < last[0]] + [(last[0], verb.start)]
        subjects[-1] = (last[0], last[0] + len(_AGENT.sub("", passage.text[last[0]:verb.start])))
        title = _FRAME.sub("", passage.text[verb.end:clause.end]).replace("“", "").replace("”", "")
        kind = next(iter(bearers(title)), "") or laureate(title)
        if _PROJECT.search(passage.text[slice(*subjects[-1])]):
            kind = "Project"  # A、B项目先后获评…
        for start, end in chain(*(_apart(passage, *subject) for subject in subjects)) if kind == "Enterprise" else subjects:
            yield from _winner(passage, start, end, kind if len(title) > 4 or kind == "Project" else "")


def _apart(passage: Passage, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Two companies that a word joins: ``恒岳和清泉电源``."""
    joint = _JOINT.fullmatch(passage.text, start, end)
    return ((start, joint.end(1)), (joint.start(2), end)) if joint else ((start, end),)


def _award(passage: Passage, clause: Clause) -> Match | None:
    """The one verb of the clause that surely tells of a title that was got."""
    found = [v for v in passage.within("honor_verbs", clause.start + 2, clause.end)
             if (v.entry.columns["strength"] in ("sure", "strong") or v.entry.text in _GETTING and _RANKED.match(passage.text, v.end)) and (v.entry.columns["relation"] == "awarded" or _URGED.match(passage.text, clause.start))
             and not passage.inside(v.start, v.end)]
    return found[0] if len(found) == 1 else None


def _winner(passage: Passage, start: int, end: int, kind: str) -> Iterator[Candidate]:
    """The name in the stretch, if it has no noun of its own that tells what it is."""
    start = opening(passage, start, end, closed=True, joined=True).start
    name = passage.text[start:end].strip("“”")
    project = _PROJECT.search(name)
    if project is not None:
        name, kind = name[:project.start()], "Project"
    elif kind not in _KINDS or kind != "Project" and any(h.end == end for h in passage.heads_within(start, end)):
        return
    if not (2 + 4 * (kind == "Project") <= len(name) <= _LONGEST + 8 * (kind == "Project")) or _PLAIN.search(name) \
            or not particular(name) or rjieba.has_word(name):
        return
    start = passage.text.index(name, start)
    yield Candidate(start, start + len(name), (kind,), "winner.title", 0.7, passage.sentence.index)
