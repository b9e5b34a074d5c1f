"""Reads corrections: ``corrections.csv`` with a decision a row, or ``.jsonl`` with sentences annotated anew."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from kg.annotation.reading import read_sentences
from kg.corrections.records import ACTIONS, RULE, Corrections, Decision
from kg.errors import BadCorrection
from kg.rows import read_rows, values
from kg.triples.vocabulary import FACTS, ontology

FILE = "corrections.csv"  # where a build folder keeps its corrections
COLUMNS = ("action", "name", "type", "relation", "object", "into", "quote", "report", "reason")
OBSERVATION = "observation"
_NEEDS = {"merge": ("into",), "split": (), "retype": ("type",), "drop": (), "add": ()}


def read_corrections(path: Path) -> Corrections:
    """The corrections of a file.

    Raises:
        BadCorrection: a row cannot be understood; says the line and what to write.
        OSError: the file cannot be read.
    """
    checksum = hashlib.sha256(path.read_bytes()).hexdigest()
    prefix = RULE if path.name == FILE else f"{RULE}.{_safe(path.stem)}"
    if path.suffix.lower() in (".jsonl", ".ndjson"):
        return Corrections(path.name, checksum, sentences=read_sentences(path, prefix, BadCorrection))
    rows = read_rows(path, ("action", "name", "reason"), COLUMNS, BadCorrection)
    return Corrections(path.name, checksum, tuple(_decision(path.name, line, row, prefix) for line, row in rows))


def _safe(stem: str) -> str:
    """A file's name as a part of a rule id."""
    return re.sub(r"[^\w-]+", "-", stem)


def _decision(file: str, line: int, row: dict[str, str], prefix: str) -> Decision:
    def refuse(reason: str, way_out: str) -> BadCorrection:
        return BadCorrection(file, line, reason, way_out)

    action = row["action"].lower()
    if action not in ACTIONS:
        raise refuse(f"“{row['action']}” is no action", f"use {', '.join(ACTIONS[:-1])} or {ACTIONS[-1]}")
    for column in ("name", "reason", *_NEEDS[action]):
        if not row[column]:
            raise refuse(f"{action} without {column}", f"fill in the column {column}")
    types = tuple(_class(file, line, kind) for kind in values(row["type"]))
    relation, value = _said(file, line, row)
    if action == "add" and not relation and not types:
        raise refuse("add says neither what the name is nor what is said of it",
                     "fill in type, or relation and object")
    if action == "add" and relation == OBSERVATION:
        raise refuse("a number has more parts than the columns hold",
                     "add it to the output of `kg extract` and give that as --corrections")
    if relation and not value and (action == "add" or relation == OBSERVATION):
        raise refuse(f"{relation} without object", "fill in the column object")
    return Decision(f"{prefix}.{line}", file, line, action, row["name"], types, relation, value, row["into"],
                    row["quote"], row["report"], row["reason"])


def _class(file: str, line: int, written: str) -> str:
    """The class that is written by its local name or by its label."""
    found = next((t.name for t in ontology().classes if written in (t.name, *t.labels.values())), None)
    if found is None:
        raise BadCorrection(file, line, f"the type “{written}” is not one of the classes",
                            f"use one of {', '.join(t.name for t in ontology().classes)}")
    return found


def _said(file: str, line: int, row: dict[str, str]) -> tuple[str, str]:
    """The property and its value, each by local name or label."""
    written, value = row["relation"], row["object"]
    if not written:
        if value:
            raise BadCorrection(file, line, f"the object “{value}” stands without a relation",
                                "fill in the column relation")
        return "", ""
    known = (*ontology().relations, *FACTS)
    relation = written if written == OBSERVATION else _named(written, known)
    if relation is None:
        raise BadCorrection(file, line, f"“{written}” is no relation or fact", f"use one of {', '.join((*known, OBSERVATION))}")
    if relation in ("status", "aim") and value:
        statuses = ontology().concepts("StatusScheme")
        status = _named(value, statuses)
        if status is None:
            raise BadCorrection(file, line, f"“{value}” is no status", f"use one of {', '.join(statuses)}")
        value = status
    return relation, "true" if relation == "plansListing" and row["action"].lower() == "add" else value


def _named(written: str, names: tuple[str, ...]) -> str | None:
    return next((n for n in names if written in (n, ontology().label(n, "zh"), ontology().label(n, "en"))), None)
