"""Carries out a person's decisions on the records of a report."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.corrections.draft import SURE, Draft, Thing
from kg.corrections.reading import OBSERVATION
from kg.corrections.records import Decision, Dropped, Unapplied
from kg.document.normal import normalise
from kg.document.report import Report
from kg.entities.names import proper
from kg.entities.records import Merge, Resolution
from kg.entities.resolution import united
from kg.extraction.records import OWN, Extraction, Fact, Relation
from kg.triples.gate import Gate
from kg.triples.vocabulary import FACTS, ontology


class _InVain(Exception):
    """A decision finds nothing to act on; the message says why."""


class Decisions:
    """Decisions carried out one after the other, in the order of their rows.

    Attributes:
        applied: ids of those that had an effect.
        unapplied: those that had none, with the reason.
    """

    def __init__(self, report: Report, extraction: Extraction, resolution: Resolution):
        self.report, self.draft = report, Draft(report, extraction, resolution)
        self.gate = Gate(ontology())
        self.applied: set[str] = set()
        self.unapplied: list[Unapplied] = []

    def carry_out(self, decisions: Iterable[Decision]) -> None:
        """Carry out each decision, or note why it cannot be."""
        for d in decisions:
            try:
                if d.report and d.report != self.report.name:
                    raise _InVain(f"no report is named {d.report}")
                getattr(self, f"_{d.action}")(d)
                self.applied.add(d.rule)
            except _InVain as vain:
                self.unapplied.append(Unapplied(d.rule, d.file, d.line, str(vain)))

    def _one(self, name: str, types: tuple[str, ...] = ()) -> Thing:
        found = self.draft.named(name, types)
        if not found:
            raise _InVain(f"nothing is called “{name}”" + (f" and is {'/'.join(types)}" if types else ""))
        if len(found) > 1:
            raise _InVain(f"“{name}” names {len(found)} things ({', '.join('/'.join(t.types) for t in found)})")
        return found[0]

    def _merge(self, d: Decision) -> None:
        """Make one thing of two; a name that nothing bears yet becomes the new name of the first."""
        thing = self._one(d.name)
        others = [t for t in self.draft.named(d.into, d.types) if t is not thing]
        if len(others) > 1:
            raise _InVain(f"“{d.into}” names {len(others)} things")
        if not others and proper(d.into) == proper(thing.name):
            raise _InVain(f"“{d.name}” and “{d.into}” are one already")
        if not others:
            self._rename(thing, d)
        else:
            if thing is self.draft.own:
                raise _InVain("the report's own division stays; merge the other name into it")
            into, = others
            into.aliases |= {thing.name, *thing.aliases}
            for i in list(thing.mentions):
                self.draft.move(i, into)
                self.draft.remark(i, into.types, d.rule)
            self.draft.things.remove(thing)
        self.draft.log.append(Merge(thing.name if others else d.name, d.into, d.rule, d.reason))

    def _rename(self, thing: Thing, d: Decision) -> None:
        thing.aliases |= {thing.name}
        thing.name = proper(d.into)
        thing.types = united(frozenset(d.types)) if d.types else thing.types
        thing.code, thing.scope = self.draft.identify(thing.name, thing.types, thing.mentions)
        for i in thing.mentions:
            self.draft.remark(i, thing.types, d.rule)

    def _split(self, d: Decision) -> None:
        """Let the mentions that are written or called so mean a thing of their own."""
        wanted = proper(d.name)
        for thing in self.draft.named(d.name):
            taken = [i for i in thing.mentions
                     if wanted in (proper(self.draft.mentions[i].name), self.draft.surface(i))]
            if taken and len(taken) < len(thing.mentions):
                break
        else:
            raise _InVain(f"“{d.name}” is no name among others of one thing")
        types = d.types or tuple(dict.fromkeys(t for i in taken for t in self.draft.mentions[i].types))
        new = self.draft.new_thing(proper(d.into) or wanted, types, taken)
        new.aliases.add(wanted)
        thing.aliases.discard(wanted)
        if proper(thing.name) == wanted:
            thing.name = max((proper(self.draft.mentions[i].name) for i in sorted(thing.mentions)), key=len)
        for i in taken:
            self.draft.remark(i, new.types, d.rule)
        self.draft.log.append(Merge(new.name, thing.name, d.rule, f"kept apart: {d.reason}"))

    def _retype(self, d: Decision) -> None:
        thing = self._one(d.name)
        types = united(frozenset(d.types))
        if types == thing.types:
            raise _InVain(f"“{d.name}” is {'/'.join(types)} already")
        if thing is self.draft.own:
            raise _InVain("the report's own division stays what it is")
        thing.types = types
        thing.code, thing.scope = self.draft.identify(thing.name, types, thing.mentions)
        for i in thing.mentions:
            self.draft.remark(i, types, d.rule)

    def _drop(self, d: Decision) -> None:
        if d.relation == OBSERVATION:
            self._drop_numbers(d)
        elif d.relation:
            self._drop_said(d)
        else:
            self._drop_thing(d)

    def _drop_thing(self, d: Decision) -> None:
        thing = self._one(d.name, d.types)
        rest = tuple(t for t in thing.types if t not in d.types)
        if thing is self.draft.own:
            raise _InVain("the report's own division cannot be dropped")
        first = self.draft.mentions[thing.mentions[0]].sentence
        if d.types and rest:
            thing.types = rest
            for i in thing.mentions:
                kept = tuple(t for t in self.draft.mentions[i].types if t in rest)
                if not kept:
                    self.draft.remark(i, rest, d.rule)
                elif kept != self.draft.mentions[i].types:
                    self.draft.remark(i, kept, d.rule)
        else:
            self.draft.remove(thing)
        for kind in d.types or thing.types:
            self._dropped(thing.name, "type", kind, first, d)

    def _drop_said(self, d: Decision) -> None:
        thing, draft = self._one(d.name, d.types), self.draft
        tails = draft.named(d.object) if d.object else []
        relations = [r for r in draft.relations if r.relation == d.relation and draft.end(r.head) is thing
                     and (not d.object or draft.end(r.tail) in tails)]
        facts = [f for f in draft.facts if f.fact == d.relation and draft.end(f.mention) is thing
                 and (not d.object or proper(f.value + f.unit) == proper(d.object))]
        if not relations and not facts:
            raise _InVain(f"it is not said that “{d.name}” {d.relation} {d.object}".rstrip())
        for r in relations:
            draft.relations.remove(r)
            tail = draft.end(r.tail)
            self._dropped(thing.name, r.relation, tail.name if tail else "?", r.sentence, d)
        for f in facts:
            draft.facts.remove(f)
            self._dropped(thing.name, f.fact, f.value + f.unit, f.sentence, d)

    def _drop_numbers(self, d: Decision) -> None:
        found = [o for o in self.draft.observations
                 if proper(o.indicator) == proper(d.name) and proper(o.value + o.unit) == proper(d.object)]
        if not found:
            raise _InVain(f"no number of “{d.name}” is {d.object}")
        for o in found:
            self.draft.observations.remove(o)
            self._dropped(o.indicator, OBSERVATION, o.value + o.unit, o.sentence, d)

    def _dropped(self, subject: str, predicate: str, object_: str, sentence: int, d: Decision) -> None:
        self.draft.dropped.append(Dropped(subject, predicate, object_, sentence, d.rule, f"dropped: {d.reason}"))

    def _add(self, d: Decision) -> None:
        if d.types and not d.relation:
            self._add_name(d)
        elif d.relation in FACTS:
            self._add_fact(d)
        else:
            self._add_relation(d)

    def _add_name(self, d: Decision) -> None:
        places = self._places(proper(d.name), d)
        known = self.draft.named(d.name)
        thing = known[0] if known else None
        if thing is not None and set(d.types) <= set(thing.types):
            raise _InVain(f"“{d.name}” is {'/'.join(thing.types)} already")
        new = [self.draft.add_mention(a, b, proper(d.name), d.types, d.rule, thing) for a, b in places]
        if thing is None:
            self.draft.new_thing(proper(d.name), d.types, new)
        else:
            thing.types = united(frozenset((*thing.types, *d.types)))

    def _places(self, name: str, d: Decision) -> list[tuple[int, int]]:
        """Where the text holds the name, in the quoted words if there are any; else the quoted words themselves."""
        text = self.report.text
        low, high = self._quoted(d) if d.quote else (0, len(text))
        found = [m.span() for m in re.finditer(re.escape(name), text[low:high])]
        places = [(low + a, low + b) for a, b in found if self._in_sentence(low + a, low + b)]
        if not places and d.quote:
            return [(low, high)]
        if not places:
            raise _InVain(f"no sentence holds “{name}”; quote the words that mean it")
        return places

    def _quoted(self, d: Decision) -> tuple[int, int]:
        words = normalise(d.quote).text
        at = self.report.text.find(words)
        if at < 0 or not self._in_sentence(at, at + len(words)):
            raise _InVain(f"no sentence holds “{d.quote}”")
        return at, at + len(words)

    def _in_sentence(self, start: int, end: int) -> bool:
        if not self.report.sentences:
            return False
        sentence = self.report.sentences[self.draft.sentence_at(start)]
        return sentence.start <= start and end <= sentence.end

    def _sentence(self, d: Decision, *things: Thing) -> int:
        """The sentence that an added statement rests on: the quoted one, else the first that names all."""
        if d.quote:
            return self.draft.sentence_at(self._quoted(d)[0])
        named = [{self.draft.mentions[i].sentence for i in t.mentions} for t in things]
        shared = sorted(set.intersection(*named))
        if not shared:
            raise _InVain(f"no sentence names {' and '.join(f'“{t.name}”' for t in things)}; quote one")
        return shared[0]

    def _mention(self, thing: Thing, sentence: int) -> int:
        here = [i for i in thing.mentions if self.draft.mentions[i].sentence == sentence]
        return here[0] if here else next(iter(thing.mentions), OWN)

    def _add_relation(self, d: Decision) -> None:
        head, tail = self._one(d.name, d.types), self._one(d.object)
        reason = self.gate.against_relation(head.types, d.relation, tail.types)
        if reason or head is tail:
            raise _InVain(reason or "nothing is related to itself")
        if any(r.relation == d.relation and self.draft.end(r.head) is head and self.draft.end(r.tail) is tail
               for r in self.draft.relations):
            raise _InVain(f"it is said already that “{d.name}” {d.relation} “{d.object}”")
        sentence = self._sentence(d, head, tail)
        self.draft.relations.append(Relation(self._mention(head, sentence), d.relation, self._mention(tail, sentence),
                                             sentence, d.rule, SURE))

    def _add_fact(self, d: Decision) -> None:
        thing = self._one(d.name, d.types)
        amount = re.fullmatch(r"([\d.]+)\s*(\S+)", d.object) if d.relation == "investment" else None
        sentence = self._sentence(d, thing)
        value, unit = amount.groups() if amount else (d.object, "")
        fact = Fact(self._mention(thing, sentence), d.relation, value, sentence, d.rule, SURE, unit,
                    self.report.sentences[sentence].year)
        reason = self.gate.against_fact(thing.types, fact)
        if reason:
            raise _InVain(reason)
        if any(f.fact == fact.fact and f.value == fact.value and self.draft.end(f.mention) is thing
               for f in self.draft.facts):
            raise _InVain(f"it is said already that “{d.name}” {d.relation} {d.object}")
        self.draft.facts.append(fact)
