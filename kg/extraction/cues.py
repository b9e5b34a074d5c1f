"""Cues: words of several lexicons that say what a clause does with the names in it.

One word can speak in several roles (启动 starts a project and carries out a programme). All lexicons of cues
share one automaton, so that a report is searched once; the longest word wins, whatever its role.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from kg.extraction.lexicon import Entry, load

ROLES = ("stages", "organizing", "honor_verbs", "settling", "focusing", "producing", "fostering")


class Cue(NamedTuple):
    """A stretch of the text that is a cue, with its entry in each lexicon that holds it."""

    start: int
    end: int
    roles: dict[str, Entry]


@lru_cache(maxsize=1)
def _automaton() -> tuple[CharwiseDoubleArrayAhoCorasick, list[dict[str, Entry]]]:
    entries = {name: {entry.text: entry for entry in load(name)} for name in ROLES}
    blocked = {entry.text for entry in load("stages") if not entry.columns["status"]}
    roles: dict[str, dict[str, Entry]] = {}
    for text in dict.fromkeys(text for name in ROLES for text in entries[name]):
        roles[text] = {name: found for name in ROLES
                       if (found := entries[name].get(text) or (None if text in blocked else _ending(text, entries[name])))}
    return CharwiseDoubleArrayAhoCorasick(list(roles), MATCH_KIND_LEFTMOST_LONGEST), list(roles.values())


def _ending(text: str, entries: dict[str, Entry]) -> Entry | None:
    """A compound speaks in the roles of the verb that it ends in: 全面推进 as 推进."""
    return next((entries[text[k:]] for k in range(1, len(text) - 1) if text[k:] in entries), None)


class Cues:
    """The cues of a text, in order, sliced by position.

    >>> cues = Cues("启动东河路建设")
    >>> [sorted(cue.roles) for cue in cues.within(0, 2)]
    [['organizing', 'stages']]
    """

    def __init__(self, text: str):
        automaton, roles = _automaton()
        self._found = [Cue(start, end, roles[i]) for start, end, i in automaton.find(text)]
        self._starts = [cue.start for cue in self._found]

    def within(self, start: int, end: int) -> list[Cue]:
        """The cues that lie in ``[start, end)``."""
        low = bisect_left(self._starts, start)
        found = self._found[low:bisect_left(self._starts, end, low)]
        if found and found[-1].end > end:
            found.pop()
        return found
