"""Forms: a name with its types, and the keys by which forms of one thing meet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.entities.names import marks
from kg.entities.places import Parsed, Prefixes
from kg.entities.rewriting import rules
from kg.entities.tables import type_rule

_BUILT = frozenset(("Park", "Project", "Facility", "Place", "PublicBody"))
_DEEPEST = 4  # how many steps a name may be shortened

Key = tuple[str, str]  # a place and what a name says beside it


@dataclass(frozen=True, slots=True)
class Form:
    """A proper name and the types that mentions of it have.

    ``key`` is equal for names that surely mean one thing; ``trace`` names the rules that led to it.
    """

    name: str
    types: tuple[str, ...]
    parsed: Parsed
    key: Key
    trace: tuple[str, ...]
    marks: frozenset[tuple[str, str]]


@cache
def kinds_of(types: tuple[str, ...]) -> frozenset[str]:
    """The types whose rules hold for a form: things that are built share theirs."""
    found = frozenset(types)
    return found | _BUILT if found & _BUILT and found <= _BUILT | {"Program"} else found


@cache
def _openings(types: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*(type_rule(t).prefixes for t in types))


def make_form(name: str, types: tuple[str, ...], prefixes: Prefixes) -> Form:
    """The form of a proper name."""
    kinds = kinds_of(types)
    opened, first = rules("openings", kinds).rewrite(name)
    parsed = prefixes.parse(opened, _openings(types))
    core, trace = rules("rewrites", kinds).rewrite(parsed.rest)
    return Form(name, types, parsed, (parsed.place, core), first + trace, marks(name))


def canonical(form: Form) -> str:
    """The name as an entity bears it: without generic tail, and without 全县 and the like before it."""
    name = form.parsed.rest if form.parsed.kind == "deictic" else form.name
    return rules("rewrites", kinds_of(form.types), proper=True).rewrite(name)[0]


def shorter_keys(form: Form, prefixes: Prefixes) -> Iterator[tuple[Key, str]]:
    """Keys of the shorter names by which the form's thing may be called too, with the rule that led to each.

    The nearest come first. A key that the form has itself is not among them.
    """
    kinds = kinds_of(form.types)
    cuts, strong = rules("reductions", kinds), rules("rewrites", kinds)
    seen = {form.key}
    layer = [(*form.key, "")]
    for _ in range(_DEEPEST):
        following = []
        for place, core, rule in layer:
            for key, why in (((place, core), rule), (("", core), "place-dropped")):
                if key not in seen:
                    seen.add(key)
                    yield key, why
            for cut, cut_rule in cuts.each(core):
                opened = Parsed(place, "", cut) if place else prefixes.parse(cut, _openings(form.types))
                following.append((opened.place, strong.rewrite(opened.rest)[0], cut_rule))
        if not following:
            return
        layer = following
