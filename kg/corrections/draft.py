"""A draft: the records of a report while a person's decisions change them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace

from kg.corrections.records import Dropped
from kg.document.report import Report
from kg.entities.divisions import Divisions
from kg.entities.forms import make_form
from kg.entities.names import proper
from kg.entities.places import Prefixes
from kg.entities.records import Entity, Merge, Resolution
from kg.entities.resolution import united
from kg.entities.scopes import scope
from kg.extraction.records import OWN, Extraction, Fact, Mention, Observation, Relation

SURE = 1.0  # the confidence of what a person says


@dataclass(eq=False)
class Thing:
    """An entity that can still change; equal only to itself."""

    name: str
    aliases: set[str]
    types: tuple[str, ...]
    code: str = ""
    scope: str = ""
    mentions: list[int] = field(default_factory=list)

    @property
    def names(self) -> set[str]:
        """All its names, in their proper form."""
        return {proper(n) for n in (self.name, *self.aliases)}


class Draft:
    """Mentions and the things they mean, relations, facts and numbers, all open to change."""

    def __init__(self, report: Report, extraction: Extraction, resolution: Resolution):
        self.report = report
        self.mentions: list[Mention | None] = list(extraction.mentions)
        self.things = [Thing(e.name, set(e.aliases), e.types, e.code, e.scope, list(e.mentions))
                       for e in resolution.entities]
        self.own = self.things[resolution.own] if resolution.own >= 0 else None
        self.of: list[Thing | None] = [self.things[i] if i >= 0 else None for i in resolution.of]
        self.relations: list[Relation] = list(extraction.relations)
        self.facts: list[Fact] = list(extraction.facts)
        self.observations: list[Observation] = list(extraction.observations)
        self.log: list[Merge] = list(resolution.log)
        self.dropped: list[Dropped] = []

    def named(self, name: str, types: tuple[str, ...] = ()) -> list[Thing]:
        """The things of that name: those that bear it first of all, else those that are called so too."""
        wanted = proper(name)
        fitting = [t for t in self.things if not types or set(types) & set(t.types)]
        return ([t for t in fitting if proper(t.name) == wanted] or [t for t in fitting if wanted in t.names])

    def end(self, mention: int) -> Thing | None:
        """What a mention, or the unsaid own division, means."""
        return self.own if mention == OWN else self.of[mention]

    def surface(self, mention: int) -> str:
        """How a mention is written, in its proper form."""
        found = self.mentions[mention]
        return proper(self.report.text[found.start:found.end])

    def identify(self, name: str, types: tuple[str, ...], mentions: list[int]) -> tuple[str, str]:
        """The national code of a thing, and the scope that it belongs to."""
        known = Divisions.of(self.report).means(name, types)
        if known is not None and known.division.code:
            return known.division.code, ""
        form = make_form(name, types, Prefixes.of(self.report, []))
        return "", scope(self.report, types, [form], [self.mentions[i] for i in mentions])

    def new_thing(self, name: str, types: tuple[str, ...], mentions: list[int]) -> Thing:
        """Another thing with these mentions, taken from those that had them."""
        kinds = united(frozenset(types))
        thing = Thing(name, set(), kinds, *self.identify(name, kinds, mentions))
        self.things.append(thing)
        for i in mentions:
            self.move(i, thing)
        return thing

    def move(self, mention: int, thing: Thing) -> None:
        """Let a mention mean another thing."""
        before = self.of[mention]
        if before is not None:
            before.mentions.remove(mention)
        self.of[mention] = thing
        thing.mentions.append(mention)

    def remark(self, mention: int, types: tuple[str, ...], rule: str) -> None:
        """Let a mention be of other types, by a decision."""
        self.mentions[mention] = replace(self.mentions[mention], types=types, rule=rule, confidence=SURE)

    def add_mention(self, start: int, end: int, name: str, types: tuple[str, ...], rule: str, thing: Thing | None) -> int:
        """A mention at a place of the normalised text that some sentence holds."""
        self.mentions.append(Mention(start, end, name, types, self.sentence_at(start), rule, SURE))
        self.of.append(None)
        if thing is not None:
            self.move(len(self.mentions) - 1, thing)
        return len(self.mentions) - 1

    def sentence_at(self, place: int) -> int:
        """The index of the sentence that holds a character, or of the one before it."""
        return max(0, bisect_right([s.start for s in self.report.sentences], place) - 1)

    def remove(self, thing: Thing) -> None:
        """Take a thing away, with its mentions and all that is said of it."""
        for i in thing.mentions:
            self.mentions[i] = None
        self.relations = [r for r in self.relations if thing not in (self.end(r.head), self.end(r.tail))]
        self.facts = [f for f in self.facts if self.end(f.mention) is not thing]
        self.observations = [o for o in self.observations if self.end(o.area) is not thing]
        self.things.remove(thing)

    def records(self) -> tuple[Extraction, Resolution]:
        """The records in the order of the text, as extraction and resolution give them."""
        kept = [i for i, m in enumerate(self.mentions) if m is not None]
        kept.sort(key=lambda i: (self.mentions[i].start, -self.mentions[i].end, self.mentions[i].types, i))
        place = {OWN: OWN, **{old: new for new, old in enumerate(kept)}}
        extraction = Extraction(
            tuple(self.mentions[i] for i in kept),
            tuple(sorted((replace(r, head=place[r.head], tail=place[r.tail]) for r in self.relations),
                         key=lambda r: (r.sentence, r.head, r.relation, r.tail))),
            tuple(sorted((replace(f, mention=place[f.mention]) for f in self.facts),
                         key=lambda f: (f.sentence, f.mention, f.fact, f.value))),
            tuple(replace(o, area=place[o.area]) for o in self.observations))
        things = sorted((t for t in self.things if t.mentions or t is self.own),
                        key=lambda t: (min((place[i] for i in t.mentions), default=len(kept)), t.name, t.types))
        index = {id(thing): i for i, thing in enumerate(things)}
        entities = tuple(Entity(t.name, tuple(sorted(t.aliases - {t.name, ""})), t.types,
                                tuple(sorted(place[i] for i in t.mentions)), t.code, t.scope) for t in things)
        of = tuple(index.get(id(self.of[i]), -1) for i in kept)
        return extraction, Resolution(entities, of, index[id(self.own)] if self.own is not None else -1,
                                      tuple(self.log))
