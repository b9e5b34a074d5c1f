"""Names that a user gives: a CSV file with the columns name, type, aliases (parted by ``|``) and note."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from kg.errors import BadLexicon
from kg.extraction.lexicon import load
from kg.extraction.names.candidate import Candidate
from kg.extraction.names.passage import Passage
from kg.extraction.names.selection import GIVEN

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
        BadLexicon: a column is missing, a name is empty or a type is none that names can have; says the line.
    """
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadLexicon(path.name, 1, f"byte {error.start} is not UTF-8", "save it as CSV UTF-8") from error
    rows = csv.DictReader(io.StringIO(text, newline=""))
    missing = {"name", "type"} - set(rows.fieldnames or ())
    if missing:
        raise BadLexicon(path.name, 1, f"no column {' and '.join(sorted(missing))}", "head it name,type,aliases,note")
    return tuple(_given(path.name, rows.line_num, row) for row in rows)


def _given(file: str, line: int, row: dict[str, str | None]) -> GivenName:
    name, kinds = (row["name"] or "").strip(), _values(row["type"])
    if len(name) < 2:
        raise BadLexicon(file, line, f"the name “{name}” is shorter than two characters", "write the whole name")
    unknown = [kind for kind in kinds if kind not in known_types()]
    if unknown or not kinds:
        raise BadLexicon(file, line, f"the type “{'|'.join(unknown)}” is not one of the classes",
                         f"use one of {', '.join(sorted(known_types()))}")
    return GivenName(name, kinds, _values(row.get("aliases")), (row.get("note") or "").strip())


def _values(cell: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in (cell or "").split("|") if part.strip())


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
