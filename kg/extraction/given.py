"""Names that a user gives: a CSV file with the columns name, type, aliases (parted by ``|``) and note."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from kg.errors import BadLexicon
from kg.extraction.lexicon import load
from kg.extraction.names.candidate import Candidate
from kg.extraction.names.passage import Passage
from kg.extraction.names.selection import GIVEN
from kg.rows import read_rows, values

COLUMNS = ("name", "type", "aliases", "note")
CONFIDENCE = 0.99


class GivenName(NamedTuple):
    """A name, what it is, and its other forms."""

    name: str
    types: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    note: str = ""


def read_names(path: Path) -> tuple[GivenName, ...]:
    """The names of a user's lexicon.

    Raises:
        BadLexicon: a column is missing, a name is too short or given twice, or a type is none that names can have;
            says the line.
    """
    first: dict[str, int] = {}
    names = []
    for line, row in read_rows(path, ("name", "type"), COLUMNS, BadLexicon):
        given = _given(path.name, line, row)
        for form in (given.name, *given.aliases):
            if form in first:
                raise BadLexicon(path.name, line, f"“{form}” is given in line {first[form]} too", "keep one of them")
        first.update(dict.fromkeys((given.name, *given.aliases), line))
        names.append(given)
    return tuple(names)


def _given(file: str, line: int, row: dict[str, str]) -> GivenName:
    given = GivenName(row["name"], values(row["type"]), values(row["aliases"]), row["note"])
    short = next((form for form in (given.name, *given.aliases) if len(form) < 2), None)
    if short is not None:
        raise BadLexicon(file, line, f"the name “{short}” is shorter than two characters", "write the whole name")
    unknown = [kind for kind in given.types if kind not in known_types()]
    if unknown or not given.types:
        raise BadLexicon(file, line, f"the type “{'|'.join(unknown)}” is not one of the classes",
                         f"use one of {', '.join(sorted(known_types()))}")
    return given


def known_types() -> frozenset[str]:
    """The classes that names can have."""
    lexicons = ("heads", "groups", "terms")
    return frozenset(kind for name in lexicons for entry in load(name) for kind in entry.list("types"))


class GivenNames:
    """Finds the names that a user has given, and their aliases, in a sentence."""

    def __init__(self, names: Iterable[GivenName]):
        self._forms = {form: given for given in names for form in (given.name, *given.aliases)}
        self._order = sorted(self._forms)
        self._automaton = CharwiseDoubleArrayAhoCorasick(self._order, MATCH_KIND_LEFTMOST_LONGEST) if self._order else None

    def candidates(self, passage: Passage) -> Iterator[Candidate]:
        """A candidate for each place where a given name or alias stands; its name is the given one."""
        if self._automaton is None:
            return
        base = passage.sentence.start
        for start, end, i in self._automaton.find(passage.text[base:passage.sentence.end]):
            given = self._forms[self._order[i]]
            yield Candidate(base + start, base + end, given.types, GIVEN, CONFIDENCE, passage.sentence.index, given.name)
