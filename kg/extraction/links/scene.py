"""The scene of a report: what a family of relations may ask about beside the sentence it reads."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cache, lru_cache

from kg.document.gazetteer import Gazetteer
from kg.document.report import Report
from kg.extraction.clauses import Reading
from kg.extraction.leads import Lead, leads, sections
from kg.extraction.lexicon import Entry, load
from kg.extraction.records import OWN, Mention, Relation
from kg.extraction.words import Words

SEATS = frozenset(("AdministrativeDivision", "Town", "Park", "Place"))  # where things lie
BUILT = frozenset(("Project", "Facility", "Park"))
_PLACE_ENDING = re.compile(r"(?:街道办事处|街道|片区|社区|[镇乡村]|(?<=[河湖山江海岛淀沟]))$")
_TOWN_ENDING = re.compile(r"(?:街道办事处|街道|镇|乡)$")
_AREA_ENDING = re.compile(r"(?:片区|商圈|街区|旅游区|度假区|风景区)$")


@lru_cache(maxsize=1)
def _ends() -> tuple[tuple[str, frozenset[str], frozenset[str]], ...]:
    return tuple((e.text.partition(".")[0], frozenset(e.list("heads")), frozenset(e.list("tails")))
                 for e in load("relation_ends"))


def admits(relation: str, head: tuple[str, ...], tail: tuple[str, ...]) -> bool:
    """May things of these types be the ends of the relation?

    >>> admits("developedBy", ("Project",), ("Enterprise",)), admits("developedBy", ("Park",), ("Enterprise",))
    (True, False)
    """
    return any(name == relation and heads & set(head) and tails & set(tail) for name, heads, tails in _ends())


@cache
def heads_of(relation: str) -> frozenset[str]:
    """The types that the head of a relation can have."""
    return frozenset().union(*(heads for name, heads, _ in _ends() if name == relation))


@cache
def tails_of(relation: str) -> frozenset[str]:
    """The types that the tail of a relation can have."""
    return frozenset().union(*(tails for name, _, tails in _ends() if name == relation))


@dataclass
class Scene:
    """A report with its mentions, and what is known about them as a whole."""

    report: Report
    mentions: tuple[Mention, ...]
    readings: dict[int, Reading]  # by sentence
    words: Words = field(default_factory=Words)
    leads: dict[int, tuple[Lead, ...]] = field(init=False)  # of a sentence, the innermost last
    sections: dict[int, Lead] = field(init=False)  # of a paragraph: the numbered heading above it
    named: dict[str, dict[str, int]] = field(init=False)  # main type → name → its first mention
    cores: dict[str, int] = field(init=False)  # names of areas without the noun of their kind (镜湖湾 of 镜湖湾片区)
    towns: dict[str, int] = field(init=False)  # names of towns, also without their ending
    known_places: dict[str, int] = field(init=False)  # what can open the name of a thing that lies there
    places: frozenset[str] = field(init=False)  # names of towns, villages and waters, also without their ending

    def __post_init__(self):
        self.leads = leads(self.report)
        self.sections = sections(self.report)
        self.named = {kind: {} for kind in ("Enterprise", "Industry", "Place", "Park", "Town")}
        for i, mention in enumerate(self.mentions):
            if mention.types[0] in self.named:
                self.named[mention.types[0]].setdefault(mention.name, i)
        areas = self.named["Place"] | self.named["Park"]
        self.cores = {core: i for name, i in areas.items() if 3 <= len(core := _AREA_ENDING.sub("", name)) < len(name) and core.isalpha()}
        self.towns = {core: i for name, i in self.named["Town"].items() if len(core := _TOWN_ENDING.sub("", name)) >= 3} | self.named["Town"]
        self.known_places = self.towns | self.cores | areas
        named = {m.name for m in self.mentions if m.types[0] in ("Town", "Place") and _PLACE_ENDING.search(m.name)}
        self.places = frozenset(named | {_PLACE_ENDING.sub("", name) for name in named})

    def types(self, i: int) -> tuple[str, ...]:
        """The types of a mention; the report's own division is one of its kind."""
        return ("AdministrativeDivision",) if i == OWN else self.mentions[i].types

    def is_a(self, i: int, kinds: frozenset[str]) -> bool:
        """Has the mention one of the types?"""
        return not kinds.isdisjoint(self.types(i))

    def is_own(self, i: int) -> bool:
        """Does the mention name the report's own division?"""
        return i == OWN or self.mentions[i].name in self.report.own_names

    def is_above(self, i: int) -> bool:
        """Does the mention name a division that the report's own lies in?"""
        division = self.report.division
        return division is not None and any(self.mentions[i].name in (d.name, d.short) for d in division.above)

    def is_below(self, i: int) -> bool:
        """Does the mention name a division that lies in the report's own?"""
        division = self.report.division
        return division is not None and bool(division.code) \
            and Gazetteer.default().find(self.mentions[i].name, within=division) is not None

    def park_before(self, place: int, endings: tuple[str, ...] = ("",)) -> int | None:
        """The park that the paragraph has named last before a place of the text, with a name that ends so."""
        begins = self.report.text.rfind("\n", 0, place) + 1
        for i in range(bisect_left(self.mentions, place, key=lambda m: m.start) - 1, -1, -1):
            if self.mentions[i].start < begins:
                return None
            if "Park" in self.types(i) and self.mentions[i].name.endswith(endings):
                return i
        return None

    def last_word(self, start: int, end: int) -> tuple[str, str] | None:
        """The last word of a stretch with its part of speech, as far as it lies within."""
        at = self.words.from_place(end) - 1
        while at >= 0 and not self.report.text[self.words.starts[at]:end].strip():
            at -= 1
        if at < 0 or self.words[at].end <= start:
            return None
        word = self.words[at]
        return self.report.text[max(start, word.start):min(end, word.end)], word.tag

    def link(self, head: int, relation: str, tail: int, reading: Reading, rule: str | Entry,
             confidence: float | None = None) -> list[Relation]:
        """The relation, where its ends admit it: a list of one or none."""
        if head == tail or not admits(relation, self.types(head), self.types(tail)):
            return []
        if head == OWN and reading.sentence.part == "glossary":
            return []  # a glossary explains; it tells of others as much as of the report's own division
        if isinstance(rule, Entry):
            confidence = confidence or float(rule.columns["confidence"])
            rule = rule.id
        return [Relation(head, relation, tail, reading.sentence.index, rule, confidence or 0.8)]
