"""Clusters: which forms mean one thing.

Forms with one key meet first. Then each short name joins the thing whose longer name it shortens, if there is
exactly one such thing in the document; longer names go before shorter ones, so that a name that fits two things
stays by itself and no chain of names ties two things together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kg.entities.forms import Form, Key, shorter_keys
from kg.entities.names import contradict, generic
from kg.entities.places import Prefixes
from kg.entities.tables import by_order, compatible, singular, type_rule


class Join(NamedTuple):
    """Two forms (by index) that are one thing, and the rules that say so."""

    one: int
    other: int
    rules: tuple[str, ...]


class Apart(NamedTuple):
    """Two forms (by index) that might have been one thing and are not."""

    one: int
    other: int
    rule: str


class Clusters:
    """A partition of forms that grows coarser, with the reason of every step."""

    def __init__(self, forms: Sequence[Form]):
        self.forms = forms
        self.joins: list[Join] = []
        self.aparts: list[Apart] = []
        self._parent = list(range(len(forms)))
        self._types = [frozenset(f.types) for f in forms]
        self._marks = [f.marks for f in forms]
        self._places = [frozenset((f.parsed.place,)) - {""} for f in forms]

    def root(self, form: int) -> int:
        """The form that stands for the cluster of a form."""
        while self._parent[form] != form:
            self._parent[form] = self._parent[self._parent[form]]
            form = self._parent[form]
        return form

    def obstacle(self, one: int, other: int) -> str:
        """The rule that keeps the clusters of two forms apart, ``""`` if none does."""
        a, b = self.root(one), self.root(other)
        if not compatible(self._types[a], self._types[b]):
            return "apart-type"
        if len(self._places[a] | self._places[b]) > 1:
            return "apart-place"
        return "apart-mark" if contradict(self._marks[a], self._marks[b]) else ""

    def join(self, one: int, other: int, *rules: str) -> bool:
        """Make two clusters one, unless something keeps them apart, which is noted."""
        a, b = self.root(one), self.root(other)
        if a == b:
            return True
        obstacle = self.obstacle(a, b)
        if obstacle:
            self.aparts.append(Apart(one, other, obstacle))
            return False
        a, b = min(a, b), max(a, b)
        self._parent[b] = a
        for parts in (self._types, self._marks, self._places):
            parts[a] = parts[a] | parts[b]
        self.joins.append(Join(one, other, rules))
        return True

    def groups(self) -> list[list[int]]:
        """The clusters, each a rising list of forms."""
        found: dict[int, list[int]] = defaultdict(list)
        for form in range(len(self.forms)):
            found[self.root(form)].append(form)
        return list(found.values())


def cluster(forms: Sequence[Form], prefixes: Prefixes, given: Iterable[Join] = ()) -> Clusters:
    """The clusters of forms; ``given`` are joins that are known beforehand."""
    clusters = Clusters(forms)
    for join in given:
        clusters.join(join.one, join.other, *join.rules)
    _join_equal(clusters)
    _join_shorter(clusters, prefixes)
    return clusters


def _join_equal(clusters: Clusters) -> None:
    """Join the forms that share a key, those with the most telling types first."""
    meeting: dict[Key, list[int]] = defaultdict(list)
    for i, form in enumerate(clusters.forms):
        meeting[form.key].append(i)
        if form.key != ("", form.name):
            meeting["", form.name].append(i)
    for key in sorted(key for key, forms in meeting.items() if len(forms) > 1):
        kept: list[int] = []
        for i in sorted(meeting[key], key=lambda i: _rank(clusters.forms[i])):
            home = next((k for k in kept if clusters.root(k) == clusters.root(i) or not clusters.obstacle(k, i)), None)
            if home is not None:
                clusters.join(home, i, *_difference(clusters.forms[home], clusters.forms[i]))
            else:
                if kept:
                    clusters.join(kept[0], i)
                kept.append(i)


def _rank(form: Form) -> tuple:
    return tuple(map(by_order, form.types)), -len(form.name), form.name


def _difference(one: Form, other: Form) -> tuple[str, ...]:
    """The rules by which two forms with one key differ."""
    if one.name == other.name:
        return ("same-name",)
    rules = sorted(set(one.trace) ^ set(other.trace))
    if one.parsed.kind != other.parsed.kind:
        rules.append("place-form")
    return tuple(rules) or ("place-form",)


def _join_shorter(clusters: Clusters, prefixes: Prefixes) -> None:
    claims = _claims(clusters, prefixes)
    for short in sorted(claims, key=lambda i: (-len(clusters.forms[i].key[1]), _rank(clusters.forms[i]), i)):
        longer: dict[int, tuple[int, str]] = {}
        for claimant, rule in claims[short]:
            if clusters.root(claimant) != clusters.root(short) and not clusters.obstacle(claimant, short):
                longer.setdefault(clusters.root(claimant), (claimant, rule))
        if len(longer) == 1:
            (claimant, rule), = longer.values()
            clusters.join(claimant, short, rule)
        else:
            for claimant, _ in sorted(longer.values()):
                clusters.aparts.append(Apart(short, claimant, "apart-ambiguous"))


def _claims(clusters: Clusters, prefixes: Prefixes) -> dict[int, list[tuple[int, str]]]:
    """For each form, the longer forms that it may shorten, with the rule; class words shorten nothing."""
    at: dict[Key, list[int]] = defaultdict(list)
    for i, form in enumerate(clusters.forms):
        at[form.key].append(i)
    claims: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for i, form in enumerate(clusters.forms):
        for key, rule in shorter_keys(form, prefixes):
            for short in at.get(key, ()):
                if _says_enough(clusters.forms[short], form.parsed.place == prefixes.own):
                    claims[short].append((i, rule))
                else:
                    clusters.aparts.append(Apart(short, i, "apart-generic"))
    return claims


def _says_enough(short: Form, own: bool) -> bool:
    """May the name stand for a longer one? ``own``: that is a thing of the report's own division."""
    place, core = short.key
    if place or all(type_rule(t).bare == "any" for t in short.types):
        return True
    return not generic(core) or (own and core in singular())
