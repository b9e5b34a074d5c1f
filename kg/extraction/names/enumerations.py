"""Names in enumerations, typed by what governs them.

加快推进A、B等N个项目建设: the class noun (项目) types A and B; without one the predicate does (A、B竣工投产), or the
governing verb with a noun of building (启动A、B建设).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import rjieba

from kg.extraction.lexicon import Match, load
from kg.extraction.names.boundary import opening
from kg.extraction.names.candidate import Candidate
from kg.extraction.names.heads import LONGEST, particular
from kg.extraction.names.passage import Passage
from kg.extraction.phrases import Clause

_COUNT = re.compile(r"(?:第?[\d.]+|[一二两三四五六七八九十百]+|多|数|几|一批|首批)(?:余|多)?(?:个|项|家|条|座|处|所|大|类|种|名|支|批|段|宗)?$")
_COUNTED = re.compile(r"[\d.]+|[一二两三四五六七八九十]+[个项家]")
_ADVERBS = re.compile(r"(?:年内|年底前?|正在|基本|全面|全部|已经?|即将|尽快|早日|顺利|如期|力争|正式|成功|相继|陆续|先后|主体|加快|抓紧|持续|均|将|都)+$")
_AFTER_BUILDING = re.compile(r"(?:工作|进度|步伐|任务|力度|速度|进程|前期|手续|等|$|并|和|及|，)")
_SUMMARY = re.compile(r"“[二两三四五六七八九十\d]+[大个项]")
_COMMON = frozenset(("n", "v", "vn", "a", "d", "l", "an"))  # parts of speech that no company's name is
_JOINED = re.compile(r"以及|和|与|及")


@dataclass(frozen=True, slots=True)
class Enumeration:
    """Items that share a governor and a tail."""

    items: tuple[tuple[int, int], ...]
    governor: Match | None
    group: Match | None  # the class noun
    predicate: Match | None  # what is said of the items, or the noun of building after them
    listed: bool  # with 等, or with several items
    counted: bool  # it opens or closes with a count: one item alone is then a class of things


@dataclass(frozen=True, slots=True)
class Tail:
    """What follows the last name of an enumeration."""

    core: int  # where the last name ends
    etc: bool
    group: Match | None
    predicate: Match | None
    counted: bool = False


def enumerations(passage: Passage, clause: Clause) -> Iterator[Enumeration]:
    """The enumerations of a clause; a single governed name counts as one of one item."""
    tail = _tail(passage, *clause.items[-1])
    items = list(clause.items)
    items[-1] = (items[-1][0], tail.core)
    items = [part for start, end in items for part in _parts(passage, start, end)]
    counted = False
    run: list[tuple[int, int]] = []
    governor: Match | None = None
    for start, end in items:
        begin = opening(passage, start, end, closed=True)
        counted = counted or (begin.counted and not run)
        if run and (begin.governor is None or begin.governor.entry.columns["class"] != "govern"):
            run.append((begin.start, end))
            continue
        if run:
            yield Enumeration(tuple(run), governor, None, None, len(run) > 1, counted)
        run, governor, counted = [(begin.start, end)], begin.governor, begin.counted
    if run:
        yield Enumeration(tuple(run), governor, tail.group, tail.predicate, tail.etc or len(run) > 1,
                          counted or tail.counted)


def _parts(passage: Passage, start: int, end: int) -> list[tuple[int, int]]:
    """The stretch cut at 和, 与, 及, 以及 where these stand as words of their own outside quotes."""
    cuts = [start]
    for match in _JOINED.finditer(passage.text, start, end):
        word = match.start() in passage.edges and match.end() in passage.edges
        if word and match.start() - cuts[-1] >= 2 and end - match.end() >= 2 \
                and not passage.inside(match.start(), match.end()):
            cuts += [match.start(), match.end()]
    cuts.append(end)
    return list(zip(cuts[::2], cuts[1::2]))


def _tail(passage: Passage, start: int, end: int) -> Tail:
    text = passage.text
    summary = _summary(passage, start, end)
    if summary is not None:
        return summary
    etc = _etc(passage, start, end)
    if etc is not None:
        group = _first(passage, "groups", etc + 1, min(end, etc + 18))
        after = group.end if group else etc + 1
        return Tail(etc, True, group, _first(passage, "predicates", after, end))
    group = _group(passage, start, end)
    if group is not None:
        core = _before_count(text, start, group.start)
        counted = core < group.start or bool(_COUNTED.match(text, group.end, end))
        return Tail(_trimmed(text, start, core), False, group, _first(passage, "predicates", group.end, end), counted)
    predicate = _predicate(passage, start, end)
    return Tail(_trimmed(text, start, predicate.start) if predicate else end, False, None, predicate)


def _trimmed(text: str, start: int, end: int) -> int:
    """The end of the name when adverbs between it and its predicate (年内, 正在) are left out."""
    match = _ADVERBS.search(text, start, end)
    return match.start() if match and match.start() > start + 1 else end


def _summary(passage: Passage, start: int, end: int) -> Tail | None:
    """A list that a quoted count sums up: A、B“两大特色产业”, A、B“三个倍增”计划."""
    for a, b in passage.enclosed:
        if start + 1 < a and b <= end and _SUMMARY.match(passage.text, a, b):
            return Tail(a, True, _first(passage, "groups", a, end), None)
    return None


def _etc(passage: Passage, start: int, end: int) -> int | None:
    at = passage.text.find("等", start, end)
    while at >= 0:
        if at > start + 1 and at in passage.edges and at + 1 in passage.edges and not passage.inside(at, at + 1):
            return at
        at = passage.text.find("等", at + 1, end)
    return None


def _first(passage: Passage, layer: str, start: int, end: int) -> Match | None:
    found = passage.within(layer, start, end)
    return found[0] if found else None


def _group(passage: Passage, start: int, end: int) -> Match | None:
    """The class noun of a list without 等: 项目 and 工程 always, others after a count (三大产业)."""
    text = passage.text
    for match in passage.within("groups", start, end):
        if match.start - start < 2 or passage.inside(match.start, match.end):
            continue
        counted = _before_count(text, start, match.start) < match.start
        if counted or (match.entry.text.endswith(("项目", "工程")) and match.end in passage.edges):
            return match
    return None


def _before_count(text: str, start: int, at: int) -> int:
    match = _COUNT.search(text, start, at)
    return match.start() if match and match.start() > start + 1 else at


def _predicate(passage: Passage, start: int, end: int) -> Match | None:
    text = passage.text
    for match in passage.within("predicates", start, end):
        if match.start - start < 2 or match.start not in passage.edges or passage.inside(match.start, match.end):
            continue
        if match.entry.columns["class"] == "build" and not _AFTER_BUILDING.match(text[match.end:end]):
            continue
        return match
    return None


def listed_names(passage: Passage) -> Iterator[Candidate]:
    """Candidates from every enumeration of the sentence."""
    for clause in passage.clauses:
        if not _worthwhile(passage, clause):
            continue
        for enumeration in enumerations(passage, clause):
            yield from _typed(passage, enumeration)
            yield from _shared_work(passage, enumeration)


def _worthwhile(passage: Passage, clause: Clause) -> bool:
    """Is there anything in the clause that could type a list?"""
    if passage.within("groups", clause.start, clause.end) or passage.within("predicates", clause.start, clause.end):
        return True
    heads = passage.heads_within(*clause.items[-1]) if len(clause.items) > 1 else ()
    return bool(heads) and heads[-1].entry.columns["need"] == "work"


def _shared_work(passage: Passage, enumeration: Enumeration) -> Iterator[Candidate]:
    """东河路、西河路雨污分流改造: things of one kind with one work on all of them are one project."""
    if len(enumeration.items) < 2 or enumeration.group is not None or enumeration.governor is None:
        return
    *others, (start, end) = enumeration.items
    work = next((h for h in passage.heads_within(start, end) if h.end == end and h.entry.columns["need"] == "work"), None)
    kinds = [_road(passage, a, b) for a, b in others]
    if work is not None and kinds[0] and set(kinds) == {kinds[0]} and kinds[0] in passage.text[start:work.start]:
        yield Candidate(others[0][0], end, ("Project",), f"enumeration.{work.entry.id}", 0.8, passage.sentence.index)


def _road(passage: Passage, start: int, end: int) -> str:
    """The last character of an item that is a road or a river as a whole, else nothing."""
    ends = any(h.end == end and h.entry.columns["need"] in ("road", "place") for h in passage.heads_within(start, end))
    return passage.text[end - 1] if ends else ""


def _typed(passage: Passage, enumeration: Enumeration) -> Iterator[Candidate]:
    evidence = enumeration.group or enumeration.predicate
    if evidence is None or (enumeration.counted and len(enumeration.items) == 1):
        return
    if not (enumeration.group and enumeration.listed) and not _anchored(passage, enumeration):
        return
    types = evidence.entry.list("types")
    if types[0] == "Project" and "设施" in evidence.entry.text and not _anchored(passage, enumeration):
        return
    if types[0] == "Industry" and "产业" not in evidence.entry.text and not _sectors(passage, enumeration):
        return
    for start, end in enumeration.items:
        end = _trimmed(passage.text, start, end)
        if not 2 <= end - start <= LONGEST or not _particular(passage, start, end, types):
            continue
        confidence = 0.9 if enumeration.group is not None and enumeration.listed else 0.75
        yield Candidate(start, end, types, f"enumeration.{evidence.entry.id}", confidence, passage.sentence.index)


def _particular(passage: Passage, start: int, end: int, types: tuple[str, ...]) -> bool:
    name = passage.text[start:end]
    if any(b.start == start and b.end == end for b in passage.within("boundaries", start, end)):
        return False
    if types[0] == "Enterprise" and not _company_like(passage, start, end):
        return False
    bare = next((h for h in passage.heads_within(start, end) if h.start == start and h.end == end), None)
    if bare is not None and bare.entry.columns["need"] not in ("any", "body"):
        return False
    return particular(name, built=types[0] == "Project") or (types[0] == "Industry" and name in _known_sectors())


def _company_like(passage: Passage, start: int, end: int) -> bool:
    """Neither a sector nor a common word, and not named by the noun of another kind of thing."""
    name = passage.text[start:end]
    headed = any(h.end == end and h.entry.columns["need"] not in ("company", "class") for h in passage.heads_within(start, end))
    words = rjieba.tag(name, False)
    return not headed and name not in _known_sectors() and not (len(words) == 1 and words[0][1] in _COMMON)


def _sectors(passage: Passage, enumeration: Enumeration) -> bool:
    """Fields that a list names are sectors when half of its items hold the name of a known one."""
    names = [passage.text[a:b] for a, b in enumeration.items]
    known = sum(1 for name in names if any(term in name for term in _known_sectors()))
    return 2 * known >= len(names)


@lru_cache(maxsize=1)
def _known_sectors() -> frozenset[str]:
    return frozenset(e.text for e in load("terms") if "Industry" in e.list("types") or "Product" in e.list("types"))


def _anchored(passage: Passage, enumeration: Enumeration) -> bool:
    """Without a class noun, half of the items must end in a noun that names built things."""
    first, last = enumeration.items[0][0], enumeration.items[-1][1]
    ends = {head.end for head in passage.heads_within(first, last) if head.entry.columns["need"] in ("any", "road", "body", "place", "work")}
    named = sum(1 for start, end in enumeration.items if end in ends or (enumeration.group and _foreign(passage, start, end)))
    return 2 * named >= len(enumeration.items)


def _foreign(passage: Passage, start: int, end: int) -> bool:
    """Does the item open with a word that the dictionary does not have (two characters that stand alone)?"""
    return end - start >= 4 and {start, start + 1, start + 2} <= passage.edges and passage.text[start:start + 2].isalpha()
