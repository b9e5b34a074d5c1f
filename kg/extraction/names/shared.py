"""Names in a list that share the noun of the last one: ``东垣、西垣变电站``, ``东垣、西垣等3座变电站``.

Each item is named in full: 东垣 as 东垣变电站.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.lexicon import Match
from kg.extraction.names.boundary import opening
from kg.extraction.names.candidate import Candidate
from kg.extraction.names.enumerations import one_word
from kg.extraction.names.governors import governs
from kg.extraction.names.modifiers import singles_out
from kg.extraction.names.passage import Passage
from kg.extraction.names.terms import holds_sector
from kg.extraction.names.works import PLACED
from kg.extraction.phrases import Clause

_THINGS = frozenset(("any", "built", "body"))  # heads of things that have names each
_NAMED_PLACES = ("片区", "水库", "灌区", "社区", "林场", "景区", "湿地")
_VOLTAGE = re.compile(r"^\d{2,4}千伏")
_BARE = re.compile(r"(?:\d{2,4}千伏)?[^\W\d_A-Za-z]{2,5}(?<![河江湖山路街道桥])")
_CLOSED = re.compile(r"(?P<name>.{2,6}?)(?:等(?:\d+|[一二两三四五六七八九十]+)?|(?:\d+|[一二两三四五六七八九十]+))(?P<unit>[个座条所处家])?(?P<modifier>[^\W\d_A-Za-z]{0,4})")
_PHASE = re.compile(r"[一二三四五六七]期(?:工程)?")
_SAID = re.compile(r"[、，。；等]|项目|工程|全部|全面|建成|竣工|完工|投产|开工|启动|达产|按|主体|加快|正在|年|[和与及]|基本|即将|顺利")
_REACH = 16  # characters in which the pair of names begins
_LEVELS = "县市区镇乡村省州旗园港库站厂"  # what ends a name of its own kind
_MODIFIER = 5  # characters before the noun in the last item


def sharing_names(passage: Passage) -> Iterator[Candidate]:
    """A candidate for each item of a list that is named by the noun of the last item."""
    joined = passage.text.find("和", passage.sentence.start, passage.sentence.end) >= 0
    for clause in passage.clauses:
        head = None
        if len(clause.items) >= 2:
            yield from _later_phases(passage, clause)
            head = _shared(passage, clause)
        if head is None and joined and (paired := _paired(passage, clause)) is not clause:
            clause, head = paired, _shared(passage, paired)
        if head is not None:
            yield from _sharing(passage, clause, head)


def _paired(passage: Passage, clause: Clause) -> Clause:
    """The clause with two items for the last one where 和 stands between bare names: ``东垣和西垣水库``."""
    start, end = clause.items[-1]
    at = passage.text.find("和", start + 2, min(end, start + _REACH))
    if at < 0 or not {at, at + 1} <= passage.edges or passage.inside(at, at + 1) or passage.text[at - 1] in _LEVELS:
        return clause
    return clause._replace(items=(*clause.items[:-1], (start, at), (at + 1, end)))


def _later_phases(passage: Passage, clause: Clause) -> Iterator[Candidate]:
    """``东垣电厂一期竣工、二期开工``: phases that are named by the thing whose phase stands before them."""
    thing = ""
    for start, end in clause.items:
        phase = next((h for h in passage.heads_within(start, end) if _PHASE.fullmatch(h.entry.text)), None)
        bare = _PHASE.match(passage.text, start, end)
        if bare is not None and thing and _SAID.match(passage.text, bare.end()) and not passage.inside(start, bare.end()):
            yield Candidate(start, bare.end(), ("Project",), "shared.phase", 0.75, passage.sentence.index, thing + bare.group())
        elif phase is not None and bare is None:
            begin = opening(passage, start, phase.start)
            thing = passage.text[begin.start:phase.start] if phase.start - begin.start >= 3 and not begin.counted else ""
        else:
            thing = ""


def _shared(passage: Passage, clause: Clause) -> Match | None:
    """The noun in the last item that the items before it can share: they have none of their own."""
    start, end = clause.items[-1]
    before, bare_end = clause.items[-2]
    if bare_end - before < 2 or any(h.end == bare_end for h in passage.heads_within(before, bare_end)):
        return None
    for head in passage.heads_within(start, min(end, start + 16)):
        need = head.entry.columns["need"]
        if len(head.entry.text) >= 2 and "Park" not in head.entry.list("types") and (need in _THINGS or head.entry.text in _NAMED_PLACES) and not passage.inside(head.start, head.end):
            # 东垣生物、西垣汽车城等项目: these have nothing in common but that they are projects
            return head if head.start - start >= 2 and not passage.text.startswith("等", head.end) else None
    return None


def _sharing(passage: Passage, clause: Clause, head: Match) -> Iterator[Candidate]:
    text, (start, stop) = passage.text, clause.items[-1]
    closed = _CLOSED.fullmatch(text, start, head.start)
    tail = text[head.start:head.end]
    items = list(clause.items[:-1])
    if closed is not None and (not closed["modifier"] or one_word(closed["modifier"])):
        tail = ""  # the noun tells of a class: each is called by what stands there
        items.append((start, closed.end("name")))
    elif head.start - start > _MODIFIER or not _singles_out(text[start:head.start]):
        return
    types, first = head.entry.list("types"), start
    for at, end in reversed(items):
        begin = opening(passage, at, end, closed=True)
        if not _BARE.fullmatch(text, begin.start, end) or not _singles_out(text[begin.start:end]) or begin.counted:
            break
        built = begin.governor is not None and governs(begin.governor, "builds") and not PLACED.isdisjoint(types)
        yield Candidate(begin.start, end, (*types, "Project") if built else types, f"shared.{head.entry.id}", 0.75,
                        passage.sentence.index, text[begin.start:end] + tail if tail else "")
        first = begin.start
        if begin.start > at:
            break  # the list begins here
    work = next((h for h in reversed(passage.heads_within(head.end, stop)) if h.entry.columns["need"] == "work"), None)
    if first < start and work is not None and not passage.boundaries_within(head.end, work.start):
        yield Candidate(first, work.end, ("Project",), f"shared.{work.entry.id}", 0.8, passage.sentence.index)


def _singles_out(name: str) -> bool:
    """Is it a name, and neither common words nor a field?"""
    return singles_out(_VOLTAGE.sub("", name)) and not holds_sector(name)
