"""Rewriting of names by tables of rules: endings, openings, words and patterns, and what stands for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from kg.entities.tables import cell, rows

_REPEATS = 4  # how many endings a name may lose, one after the other


class Rule(NamedTuple):
    """Words (or a pattern) at one place of a name, and what stands for them."""

    id: str
    at: str  # end | start | whole | within | pattern
    text: str  # words parted by |, or a regular expression
    instead: str
    least: int  # how many characters must remain beside the words
    proper: bool  # the canonical name goes without the words too

    @property
    def words(self) -> tuple[str, ...]:
        """The words that the rule speaks of; none for a pattern."""
        return () if self.at == "pattern" else tuple(self.text.split("|"))


class Rules:
    """The rules that hold for names of certain types.

    Endings and openings are looked up by their text, and patterns are tried only on names that one of them fits,
    so that a name that no rule fits costs next to nothing.
    """

    def __init__(self, rules: Sequence[Rule]):
        self._at = {at: {word: rule for rule in rules if rule.at == at for word in rule.words}
                    for at in ("end", "start", "whole", "within")}
        self._lengths = {at: sorted({len(w) for w in words}, reverse=True) for at, words in self._at.items()}
        self._patterns = [(re.compile(rule.text), rule) for rule in rules if rule.at == "pattern"]
        inner = [re.escape(w) for w in self._at["within"]] + [f"(?:{r.text})" for _, r in self._patterns]
        self._inner = re.compile("|".join(inner)) if inner else None

    def rewrite(self, name: str) -> tuple[str, tuple[str, ...]]:
        """The name with all rules applied, and the ids of those that changed it.

        >>> rules("rewrites", frozenset(("PublicBody",))).rewrite("人民代表大会常务委员会")
        ('人大常委会', ('people-congress', 'standing-committee'))
        """
        trace: list[str] = []
        for changes in (self._changed_within, self._changed_whole, self._changed_at_start):
            for changed, rule in changes(name):
                name = changed
                trace.append(rule.id)
        for _ in range(_REPEATS):
            first = next(self._changed_at_end(name), None)
            if first is None:
                break
            name = first[0]
            trace.append(first[1].id)
        return name, tuple(trace)

    def each(self, name: str) -> Iterator[tuple[str, str]]:
        """What the name becomes by each rule alone, with the rule's id.

        >>> list(rules("reductions", frozenset(("Place",))).each("柳湾片区"))
        [('柳湾', 'settlement-tail')]
        """
        for changes in (self._changed_at_end, self._changed_at_start, self._changed_whole, self._changed_within):
            for changed, rule in changes(name):
                yield changed, rule.id

    def _changed_at_end(self, name: str) -> Iterator[tuple[str, Rule]]:
        ends, size = self._at["end"], len(name)
        for length in self._lengths["end"]:
            rule = ends.get(name[-length:])
            if rule is not None and size - length >= rule.least:
                yield name[:size - length] + rule.instead, rule

    def _changed_at_start(self, name: str) -> Iterator[tuple[str, Rule]]:
        starts = self._at["start"]
        for length in self._lengths["start"]:
            rule = starts.get(name[:length])
            if rule is not None and len(name) - length >= rule.least and rule.instead + name[length:]:
                yield rule.instead + name[length:], rule
                return

    def _changed_whole(self, name: str) -> Iterator[tuple[str, Rule]]:
        rule = self._at["whole"].get(name)
        if rule is not None:
            yield rule.instead, rule

    def _changed_within(self, name: str) -> Iterator[tuple[str, Rule]]:
        """Words and patterns anywhere, each applied to what the ones before have left."""
        if self._inner is None or not self._inner.search(name):
            return
        for word, rule in self._at["within"].items():
            if word in name:
                name = name.replace(word, rule.instead)
                yield name, rule
        for pattern, rule in self._patterns:
            changed = pattern.sub(rule.instead, name)
            if changed and changed != name:
                name = changed
                yield name, rule


@cache
def rules(table: str, kinds: frozenset[str], proper: bool = False) -> Rules:
    """The rules of a table (``openings``, ``rewrites`` or ``reductions``) for things of these types.

    ``proper``: only those that shape canonical names too.
    """
    return Rules([_rule(row) for row in rows(table) if cell(row["types"]) & kinds
                  and (not proper or row["proper"] == "yes")])


def _rule(row: dict[str, str]) -> Rule:
    return Rule(row["id"], row["at"], row["text"], row["instead"], int(row["least"] or 0), row.get("proper") == "yes")
