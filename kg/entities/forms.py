"""Forms: a name with its types, and the keys by which forms of one thing meet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterator

from kg.entities.names import marks
from kg.entities.places import Parsed, Prefixes
from kg.entities.tables import Rewrite, rewrites, type_rule

_BUILT = frozenset(("Park", "Project", "Facility", "Place", "PublicBody"))
_DEEPEST = 4  # how many endings a name may lose, one after the other


@dataclass(frozen=True, slots=True)
class Form:
    """A proper name and the types that mentions of it have.

    ``key`` is equal for names that surely mean one thing; ``trace`` names the rules that led to it.
    """

    name: str
    types: tuple[str, ...]
    parsed: Parsed
    core: str  # the rest after place and rewriting
    trace: tuple[str, ...]
    marks: frozenset[tuple[str, str]]

    @property
    def key(self) -> tuple[str, str]:
        return self.parsed.place, self.core


def kinds_of(types: tuple[str, ...]) -> frozenset[str]:
    """The types whose rules hold for a form: things that are built share theirs."""
    found = frozenset(types)
    return found | _BUILT if found & _BUILT and found <= _BUILT | {"Program"} else found


def make_form(name: str, types: tuple[str, ...], prefixes: Prefixes) -> Form:
    """The form of a proper name."""
    kinds = kinds_of(types)
    opened, first = _party(name, kinds)
    allowed = frozenset().union(*(type_rule(t).prefixes for t in types))
    parsed = prefixes.parse(opened, allowed)
    core, trace = _rewritten(parsed.rest, rewrites("rewrites", kinds))
    return Form(name, types, parsed, core, first + trace, marks(name))


def _party(name: str, kinds: frozenset[str]) -> tuple[str, tuple[str, ...]]:
    """Openings that stand before a place (中共云溪县委) go first."""
    for rule in rewrites("openings", kinds):
        shorter = rule.pattern.sub(rule.replacement, name)
        if shorter != name and len(shorter) >= 2:
            return shorter, (rule.id,)
    return name, ()


def _rewritten(text: str, rules: tuple[Rewrite, ...]) -> tuple[str, tuple[str, ...]]:
    trace = []
    for rule in rules:
        changed = rule.pattern.sub(rule.replacement, text)
        if changed != text and changed:
            text = changed
            trace.append(rule.id)
    return text, tuple(trace)


def canonical(form: Form) -> str:
    """The name as an entity bears it: without generic tail, and without 全县 and the like before it."""
    rules = tuple(r for r in rewrites("rewrites", kinds_of(form.types)) if r.proper)
    name, _ = _rewritten(form.name, rules)
    if form.parsed.kind == "deictic":
        rest, _ = _rewritten(form.parsed.rest, rules)
        return rest
    return name


def shorter_keys(form: Form, prefixes: Prefixes) -> Iterator[tuple[tuple[str, str], str]]:
    """Keys of the shorter names by which the form's thing may be called too, with the rule that led to each.

    The nearest come first. A key that the form has itself is not among them.
    """
    kinds = kinds_of(form.types)
    allowed = frozenset().union(*(type_rule(t).prefixes for t in form.types))
    cuts, strong = rewrites("reductions", kinds), rewrites("rewrites", kinds)
    seen = {form.key}
    layer = [(form.parsed.place, form.core, "")]
    for _ in range(_DEEPEST):
        following = []
        for place, core, rule_id in layer:
            for key, why in (((place, core), rule_id), (("", core), "place-dropped")):
                if key not in seen:
                    seen.add(key)
                    yield key, why
            for rule in cuts:
                cut = rule.pattern.sub(rule.replacement, core)
                if cut != core and len(cut) >= 2:
                    opened = Parsed(place, "", cut) if place else prefixes.parse(cut, allowed)
                    following.append((opened.place, _rewritten(opened.rest, strong)[0], rule.id))
        layer = following
