"""Resolution: the mentions of one report become entities."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from kg.document.report import Report
from kg.entities.clusters import Clusters, Join, cluster
from kg.entities.divisions import Divisions, Gazetteer, full_names
from kg.entities.forms import Form, canonical, make_form
from kg.entities.names import split_gloss
from kg.entities.places import Prefixes, identity
from kg.entities.records import Entity, Merge, Resolution
from kg.entities.scopes import scope
from kg.entities.tables import by_order, reasons, type_rule
from kg.extraction.records import Extraction, Mention


def resolve(report: Report, extraction: Extraction, gazetteer: Gazetteer | None = None) -> Resolution:
    """What the mentions of a report name: a pure function of its arguments.

    Every mention belongs to exactly one entity. The report's own division is an entity even if no mention
    names it. Entities come in the order of their first mention.
    """
    return _Resolver(report, extraction.mentions, gazetteer).resolution()


class _Resolver:
    """The steps from mentions to entities."""

    def __init__(self, report: Report, mentions: Sequence[Mention], gazetteer: Gazetteer | None):
        self.report, self.mentions = report, mentions
        self.divisions = Divisions.of(report, gazetteer)
        self.mentions_of: dict[tuple[str, tuple[str, ...]], list[int]] = defaultdict(list)
        self.gloss_of: dict[tuple[str, tuple[str, ...]], set[str]] = defaultdict(set)
        for i, mention in enumerate(mentions):
            name, gloss = split_gloss(mention.name)
            names = name or mention.name, _ordered(mention.types)
            self.mentions_of[names].append(i)
            if gloss:
                self.gloss_of[names].add(gloss)
        if report.division is not None:
            self.mentions_of.setdefault((report.division.name, ("AdministrativeDivision",)), [])
        self.prefixes = Prefixes.of(report, self._towns())
        self.forms = [make_form(name, types, self.prefixes) for name, types in sorted(self.mentions_of)]
        self.known = [self.divisions.means(form.name, form.types) for form in self.forms]

    def _towns(self) -> list[tuple[str, str]]:
        """Towns that the document names, with what each is known by."""
        towns = []
        for name, types in sorted(self.mentions_of):
            if types[0] == "Town" and len(name) >= 3:
                known = self.divisions.means(name, types)
                towns.append((name, identity(known.division) if known else name))
        return towns

    def resolution(self) -> Resolution:
        clusters = cluster(self.forms, self.prefixes, (*self._same_division(), *self._glossed()))
        found = sorted((self._entity(group) for group in clusters.groups()), key=self._in_text_order)
        entities = tuple(entity for entity, _ in found)
        of = [-1] * len(self.mentions)
        for i, entity in enumerate(entities):
            for mention in entity.mentions:
                of[mention] = i
        names = {form: entity.name for entity, group in found for form in group}
        return Resolution(entities, tuple(of), self._own(found), log(clusters, names))

    def _same_division(self):
        first: dict[str, int] = {}
        for i, known in enumerate(self.known):
            if known is not None:
                home = first.setdefault(identity(known.division), i)
                if home != i:
                    yield Join(home, i, (known.rule,))

    def _glossed(self):
        index: dict[str, list[int]] = defaultdict(list)
        for i, form in enumerate(self.forms):
            index[form.name].append(i)
        for i, form in enumerate(self.forms):
            for gloss in sorted(self.gloss_of.get((form.name, form.types), ())):
                for other in index.get(gloss, ()):
                    yield Join(i, other, ("gloss",))

    def _entity(self, group: list[int]) -> tuple[Entity, list[int]]:
        forms = [self.forms[i] for i in group]
        mentions = tuple(sorted(m for f in forms for m in self.mentions_of[f.name, f.types]))
        types = united(frozenset(t for f in forms for t in f.types))
        known = next((k for i in group if (k := self.known[i]) is not None), None)
        names = {canonical(f): f for f in forms}
        written = set(names) | {f.name for f in forms} | {g for f in forms for g in self.gloss_of.get((f.name, f.types), ())}
        if known is not None:
            name = known.division.name
            written |= set(full_names(known.division)) if known.rule == "division-own" else set()
            return Entity(name, _others(written, name), types, mentions, known.division.code), group
        name = max(sorted(names), key=len)
        where = scope(self.report, types, forms, [self.mentions[m] for m in mentions])
        return Entity(name, _others(written, name), types, mentions, scope=where), group

    def _own(self, found: list[tuple[Entity, list[int]]]) -> int:
        own = self.report.division
        if own is None:
            return -1
        home = next(i for i, known in enumerate(self.known) if known is not None and known.division == own)
        return next(i for i, (_, group) in enumerate(found) if home in group)

    def _in_text_order(self, found: tuple[Entity, list[int]]) -> tuple:
        entity, _ = found
        return entity.mentions[0] if entity.mentions else len(self.mentions), entity.name, entity.types


@cache
def united(types: frozenset[str]) -> tuple[str, ...]:
    """Types of one thing, the main one first, without those that another makes needless.

    >>> united(frozenset(("Project", "Park"))), united(frozenset(("Place", "Town")))
    (('Park', 'Project'), ('Town',))
    """
    kept = types - {absorbed for t in types for absorbed in type_rule(t).absorbs}
    return tuple(sorted(kept, key=by_order))


@cache
def _ordered(types: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(set(types), key=by_order))


def _others(names: set[str], name: str) -> tuple[str, ...]:
    return tuple(sorted(names - {name, ""}))


def log(clusters: Clusters, names: dict[int, str]) -> tuple[Merge, ...]:
    """What was merged and what was kept apart, sorted; ``names`` gives the name of each form's entity."""
    merged: dict[str, Merge] = {}
    for join in clusters.joins:
        into = names[join.one]
        one, other = clusters.forms[join.one].name, clusters.forms[join.other].name
        name = one if other == into else other
        if name != into:
            merged.setdefault(f"{name} {into}", Merge(name, into, "+".join(join.rules), _reason(join.rules)))
    lines = set(merged.values())
    for apart in clusters.aparts:
        if clusters.root(apart.one) != clusters.root(apart.other):
            one, other = clusters.forms[apart.one], clusters.forms[apart.other]
            lines.add(Merge(_typed(one), _typed(other), apart.rule, _reason((apart.rule,))))
    return tuple(sorted(lines, key=lambda m: (m.rule, m.name, m.into)))


def _typed(form: Form) -> str:
    return f"{form.name} ({', '.join(form.types)})"


def _reason(rules: Sequence[str]) -> str:
    return "; ".join(reasons()[rule] for rule in rules)
