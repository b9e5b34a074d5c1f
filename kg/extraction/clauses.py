"""How the names of a sentence hang together: enumerations, and the verbs before and after them.

A *run* is a mention, or several that an enumeration joins (``A、B和C等项目``). What governs it stands before it
(``加快推进A、B``), what is said of it after it (``A、B竣工投产``); both are cues, in text order.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from kg.document.report import Report, Sentence
from kg.extraction.cues import Cue, Cues
from kg.extraction.lexicon import load
from kg.extraction.phrases import Clause, clauses
from kg.extraction.records import Mention

_CLOSERS = "”’\"』》）)】"
_JOINT = re.compile(r"、|以及|和(?![谐平美睦])|(?<![参给赋])与(?!会)|(?<![普涉危])及(?![时其])|并(?![网联购])|暨")
# between two items: the tail of the first, a joint, what opens the second
_LINK = re.compile(r"[”’\"』》）)】\s]*(?:等|项目|工程|企业|公司|集团|景区|产业|行动|活动|计划|医院|学校|[^，；。：、的等[^，；。：、的等]{1,7}(?=、))?(?:[、和与及暨]|以及)"
                   r"[^，；。：]{0,14}$")
_SUMMED = re.compile(r"[”’\"』》）)\s]*等(?:各项|多项|[\d一二两三四五六七八九十]+[大项个件条])?[“‘《]?$|[”’》]?“$")
_ETC = re.compile(r"等[^，。；]{2,18}?(?:项目|工程|企业)(?![、和与及])")  # 等一批大规模、高水准项目
_TALLY = re.compile(r"[两二三四五六七八九十\d]+[大项个]")
_DASHES = ("—", "－", "-", "～")  # 东州—西州入选……: two divisions
_BYSTANDERS = frozenset(("AdministrativeDivision", "Indicator"))  # types that state nothing by themselves
_FIRST = re.compile(r"(?:首[场个家届座条批次]|唯一的?|第一[个家座条])[“《]?")
_QUOTES_ONLY = re.compile(r"[”』》][“『《]$")
_CHAIN_BEFORE, _CHAIN_AFTER = 2, 6  # characters between two verbs that act as one (建成 并尽快 投产)
_STRETCH = 4  # characters between a road and the place that its stretch is in
_REACH = 26  # characters between a run and the verb that speaks of it


@dataclass(slots=True)
class Run:
    """Mentions that share a place in their clause."""

    mentions: tuple[int, ...]
    start: int
    end: int
    clause: int
    owner: int | None = None  # ``O的A、B``: the mention O
    summary: int | None = None  # ``A、B等S``: the mention S
    before: tuple[Cue, ...] = ()
    after: tuple[Cue, ...] = ()
    own_before: bool = True  # False when the verb before it is taken over from an earlier run

    @property
    def first(self) -> int:
        return self.mentions[0]


@dataclass(slots=True)
class Reading:
    """A sentence that holds mentions, laid out."""

    text: str
    sentence: Sentence
    clauses: tuple[Clause, ...]
    mentions: tuple[int, ...]  # outermost, in order
    nested: dict[int, list[int]]  # mentions inside an outermost one
    runs: list[Run]
    by_clause: list[list[Run]] = field(repr=False)
    cues: list[list[Cue]] = field(repr=False)  # of each clause, outside of mentions
    kinds: frozenset[str] = frozenset()  # the types of all mentions, nested ones too

    def others_act(self, run: Run) -> bool:
        """Is it somebody unnamed, not the government, that does what the verb before the run says?"""
        if not run.before:
            return False
        start = self.clauses[run.clause].start
        return _others().search(self.text, max(start, run.before[0].start - 24), run.before[-1].start) is not None

    def behind(self, run: Run) -> str:
        """The text after a run up to the end of its clause."""
        return self.text[run.end:self.clauses[run.clause].end]

    def ahead(self, run: Run) -> str:
        """The text of the clause before a run."""
        return self.text[self.clauses[run.clause].start:run.start]


# the last report that was laid out: relations and facts read the same one, in turn
_laid: tuple[Report, tuple[Mention, ...], tuple[Reading, ...]] | None = None


@lru_cache(maxsize=1)
def _others() -> re.Pattern:
    """Words for classes of actors right before a verb: ``鼓励企业实施…``, ``争取更多项目纳入…``."""
    words = "|".join(entry.text for entry in load("actors"))
    return re.compile(rf"(?:{words})(?:积极|主动|全面|深入|大力|自主)?$")


def readings(report: Report, mentions: tuple[Mention, ...]) -> tuple[Reading, ...]:
    """The sentences that hold mentions of more than divisions, laid out, in order."""
    global _laid
    last = _laid
    if last is None or last[0] is not report or last[1] is not mentions:
        _laid = last = (report, mentions, tuple(_read(report, mentions)))
    return last[2]


def retyped(report: Report, mentions: tuple[Mention, ...], with_types: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Take over what was laid out of a report for the same mentions with more types; returns them."""
    global _laid
    laid = readings(report, mentions)
    for reading in laid:
        reading.kinds = reading.kinds.union(*(with_types[i].types for i in reading.mentions))
    _laid = (report, with_types, laid)
    return with_types


def _read(report: Report, mentions: tuple[Mention, ...]) -> Iterator[Reading]:
    of: dict[int, list[int]] = defaultdict(list)
    for i, mention in enumerate(mentions):
        of[mention.sentence].append(i)
    cues = Cues(report.text)
    for index in sorted(of):
        if all(mentions[i].types[0] in _BYSTANDERS for i in of[index]):
            continue
        yield read_sentence(report.text, report.sentences[index], of[index], mentions, cues)


def read_sentence(text: str, sentence: Sentence, found: list[int], mentions: tuple[Mention, ...], cues: Cues) -> Reading:
    """Lay out one sentence with the mentions (their indices) that it holds."""
    outer, nested = _outermost(found, mentions)
    laid = clauses(text, sentence.start, sentence.end)
    runs, by_clause, cues_of, at = [], [], [], 0
    for index, clause in enumerate(laid):
        inside = []
        while at < len(outer) and mentions[outer[at]].start < clause.end:
            if mentions[outer[at]].end <= clause.end:
                inside.append(outer[at])
            at += 1
        cues_of.append(_free(cues.within(clause.start, clause.end), inside, mentions))
        by_clause.append(_runs(text, clause, index, inside, cues_of[-1], mentions) if inside else [])
        runs += by_clause[-1]
    kinds = frozenset(kind for i in found for kind in mentions[i].types)
    return Reading(text, sentence, laid, tuple(outer), nested, runs, by_clause, cues_of, kinds)


def _outermost(found: list[int], mentions: tuple[Mention, ...]) -> tuple[list[int], dict[int, list[int]]]:
    outer: list[int] = []
    nested: dict[int, list[int]] = defaultdict(list)
    for i in sorted(found, key=lambda i: (mentions[i].start, -mentions[i].end)):
        if outer and mentions[i].start < mentions[outer[-1]].end:
            if mentions[i].end <= mentions[outer[-1]].end:
                nested[outer[-1]].append(i)
        else:
            outer.append(i)
    return outer, nested


def _free(cues: list[Cue], inside: list[int], mentions: tuple[Mention, ...]) -> list[Cue]:
    """The cues that are no part of a name."""
    if not inside:
        return cues
    spans = [(mentions[i].start, mentions[i].end) for i in inside]
    return [cue for cue in cues if not any(a < cue.end and cue.start < b for a, b in spans)]


def _runs(text: str, clause: Clause, index: int, inside: list[int], cues: list[Cue],
          mentions: tuple[Mention, ...]) -> list[Run]:
    runs: list[Run] = []
    for position, i in enumerate(inside):
        mention = mentions[i]
        gap = text[runs[-1].end:mention.start] if runs else ""
        if gap.endswith("（") and len(gap) <= _STRETCH and text.startswith("段）", mention.end):
            runs[-1].end = mention.end + 2  # 清河大街北延（云溪段）
            continue
        linked = bool(runs) and (_linked(text, gap, runs[-1].end, mention.start, cues) or not gap and _goes_on(runs[-1], mention)
                                 or gap in _DASHES and mention.types[0] == mentions[runs[-1].first].types[0] == "AdministrativeDivision")
        if linked and _says_whose(mention, mentions[inside[position + 1]] if position + 1 < len(inside) else None):
            continue  # 、全县B: the division is no item
        if linked:
            runs[-1].mentions += (i,)
            runs[-1].end = mention.end
            continue
        if runs and runs[-1].summary is None and _SUMMED.match(gap) and ("等" in gap or _tally(runs[-1], mention)):
            runs[-1].summary, runs[-1].end = i, mention.end
            continue
        owner = runs[-1].first if runs and len(runs[-1].mentions) == 1 and re.fullmatch(r"[”）)]?的", gap) else None
        runs.append(Run((i,), mention.start, mention.end, index, owner))
    for run in runs:
        while run.end < clause.end and text[run.end] in _CLOSERS:
            run.end += 1
    _attach(text, clause, runs, cues, mentions)
    return runs


def _goes_on(run: Run, mention: Mention) -> bool:
    """Does a field right after the last item of a list say what kind of thing the item is: ``A、清口|食品|加工厂、B``?"""
    return len(run.mentions) > 1 and mention.types[0] in ("Industry", "Product")


def _tally(run: Run, mention: Mention) -> bool:
    """Does a name sum up the list that it follows at once: ``A、B“两大行动”``?"""
    return len(run.mentions) > 1 and _TALLY.match(mention.name) is not None


def _says_whose(mention: Mention, following: Mention | None) -> bool:
    """Does a division stand right before the next name to say whose it is?"""
    return following is not None and mention.types[0] == "AdministrativeDivision" and mention.end == following.start \
        and following.types[0] != "AdministrativeDivision"


def _linked(text: str, gap: str, start: int, end: int, cues: list[Cue]) -> bool:
    """Does an enumeration go on over the gap? A verb ends it, but for a participle (``、新谋划的B``)."""
    if any(start <= cue.start and cue.end <= end and not text.startswith("的", cue.end) for cue in cues):
        return False
    return bool(_LINK.match(gap) or _QUOTES_ONLY.match(gap) or gap in ("“", "《") and text[start - 1] in "”》")


def _first_there(text: str, division: Run, run: Run, mentions: tuple[Mention, ...]) -> bool:
    """Does the division before the name only say where it is the first: ``全市首场“A”``?"""
    return mentions[division.first].types[0] == "AdministrativeDivision" and _FIRST.fullmatch(text, division.end, run.start) is not None


def _attach(text: str, clause: Clause, runs: list[Run], cues: list[Cue], mentions: tuple[Mention, ...]) -> None:
    """Give each run the cues before and after it."""
    left = clause.start
    for k, run in enumerate(runs):
        right = runs[k + 1].start if k + 1 < len(runs) else clause.end
        previous = runs[k - 1] if k else None
        between = [cue for cue in cues if left <= cue.start and cue.end <= run.start]
        joint = _last_joint(text, left, run.start) if previous else -1
        mine = [cue for cue in between if cue.start >= joint]
        run.before = _governing(text, mine, run.start)
        if not mine and previous and (run.owner is not None or joint >= 0 or run.start == previous.end or _first_there(text, previous, run, mentions)):
            run.before, run.own_before = previous.before, False
        after = [cue for cue in cues if run.end <= cue.start and cue.end <= right]
        summed = _ETC.match(text, run.end, right)
        stop = _last_joint(text, summed.end() if summed else run.end, right) if k + 1 < len(runs) else -1
        if stop >= 0:
            after = [cue for cue in after if cue.start < stop]
        run.after = _said(text, after, run.end)
        left = run.end


def _last_joint(text: str, start: int, end: int) -> int:
    """Where the last joint in the stretch ends, -1 without one."""
    found = -1
    for match in _JOINT.finditer(text, start, end):
        found = match.end()
    return found


def _governing(text: str, cues: list[Cue], start: int) -> tuple[Cue, ...]:
    """The chain of verbs that ends nearest before ``start``; participles (新建成的A) are passed over."""
    cues = list(cues)
    while cues and text.startswith("的", cues[-1].end):
        cues.pop()
    while len(cues) > 1 and text[cues[-1].end] in "和与及、" and start - cues[-2].end <= _REACH:
        cues.pop()  # 推进集中供热项目 建设 和煤改气工程: no verb here
    if not cues or start - cues[-1].end > _REACH:
        return ()
    chain = [cues[-1]]
    for cue in reversed(cues[:-1]):
        if chain[0].start - cue.end > _CHAIN_BEFORE:
            break
        chain.insert(0, cue)
    return tuple(chain)


def _said(text: str, cues: list[Cue], end: int) -> tuple[Cue, ...]:
    """The chain of verbs that begins nearest after ``end``."""
    if not cues or cues[0].start - end > _REACH:
        return ()
    chain = [cues[0]]
    for cue in cues[1:]:
        if cue.start - chain[-1].end > _CHAIN_AFTER:
            break
        chain.append(cue)
    return tuple(chain)
