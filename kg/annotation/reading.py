"""Reads annotated sentences from JSON lines, and says in which line what is wrong."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from kg.annotation.records import OWN_ID, AnnotatedSentence, SaidFact, SaidNumber, SaidRelation, Span
from kg.errors import BadRow
from kg.triples.vocabulary import FACTS, ontology

_SCHEMES = {"measure": "MeasureScheme", "nature": "NatureScheme", "bound": "BoundScheme"}
_Refuse = Callable[[str, str], BadRow]


def read_sentences(path: Path, prefix: str, error: type[BadRow]) -> tuple[AnnotatedSentence, ...]:
    """The sentences of a file as ``kg extract --format jsonl`` writes it.

    Args:
        path: the file, UTF-8.
        prefix: what the rule ids begin with; the line follows.
        error: the kind of error to raise.

    Raises:
        BadRow: (the given kind of it) a line is no JSON, or holds what the format does not know.
    """
    try:
        lines = path.read_bytes().decode("utf-8-sig").split("\n")
    except UnicodeDecodeError as fault:
        raise error(path.name, 1, f"byte {fault.start} is not UTF-8", "save it as UTF-8") from fault
    return tuple(_Line(path.name, number, prefix, error).sentence(line)
                 for number, line in enumerate(lines, 1) if line.strip())


class _Line:
    """One line on its way to a record."""

    def __init__(self, file: str, number: int, prefix: str, error: type[BadRow]):
        self.file, self.number, self.prefix, self.error = file, number, prefix, error

    def refuse(self, reason: str, way_out: str) -> BadRow:
        return self.error(self.file, self.number, reason, way_out)

    def sentence(self, line: str) -> AnnotatedSentence:
        try:
            row = json.loads(line)
        except ValueError as fault:
            raise self.refuse(f"not JSON ({fault})", "give one object a line, as `kg extract` writes them") from fault
        if not isinstance(row, dict) or not isinstance(row.get("text"), str) or not row["text"]:
            raise self.refuse("no text", "give each line the text of its sentence")
        text = row["text"]
        start = row.get("start")
        return AnnotatedSentence(
            self.file, self.number, f"{self.prefix}.{self.number}", text, str(row.get("report") or ""),
            start if isinstance(start, int) else None,
            tuple(self._span(r, i, text) for i, r in enumerate(self._rows(row, "spans"))),
            tuple(map(self._relation, self._rows(row, "relations"))),
            tuple(map(self._fact, self._rows(row, "facts"))),
            tuple(self._observation(r, text) for r in self._rows(row, "observations")),
            str(row.get("reason") or AnnotatedSentence.__dataclass_fields__["reason"].default))

    def _rows(self, row: dict, name: str) -> list[dict]:
        found = row.get(name) or []
        if not isinstance(found, list) or not all(isinstance(r, dict) for r in found):
            raise self.refuse(f"{name} is no list of objects", "give a list, as `kg extract` writes it")
        return found

    def _span(self, row: dict, index: int, text: str) -> Span:
        start, end = self._place(row, text)
        label, labels = row.get("label"), row.get("labels") or []
        types = tuple(dict.fromkeys([label, *labels] if label in labels or not label else [label]))
        types = tuple(t for t in types if t)
        known = {t.name for t in ontology().classes}
        if not types or not known.issuperset(types):
            raise self.refuse(f"the label “{label}” is not one of the classes", f"use one of {', '.join(sorted(known))}")
        name = str(row.get("name") or text[start:end])
        return Span(str(row.get("id") or f"{self.number}-{index}"), start, end, types, name, str(row.get("entity") or name))

    def _place(self, row: dict, text: str) -> tuple[int, int]:
        start, end = row.get("start"), row.get("end")
        if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text)):
            raise self.refuse(f"{start}–{end} is no stretch of the text", f"give characters from 0 to {len(text)}")
        return start, end

    def _relation(self, row: dict) -> SaidRelation:
        label = self._one_of(row, "label", ontology().relations, "relation")
        return SaidRelation(self._end(row, "head"), label, self._end(row, "tail"), str(row.get("head_name") or ""),
                            str(row.get("tail_name") or ""))

    def _fact(self, row: dict) -> SaidFact:
        fact = self._one_of(row, "label", FACTS, "fact")
        value = row.get("value")
        if value is None or value == "":
            raise self.refuse(f"{fact} without value", "say what it is")
        if fact in ("status", "aim"):
            value = self._one_of(row, "value", ontology().concepts("StatusScheme"), "status")
        if fact == "investment":
            self._number(value)
        year = row.get("year")
        written = str(value).lower() if isinstance(value, bool) else str(value)
        return SaidFact(self._end(row, "subject"), fact, written, str(row.get("unit") or ""),
                        str(row.get("subject_name") or ""), year if isinstance(year, int) else None)

    def _observation(self, row: dict, text: str) -> SaidNumber:
        start, end = self._place(row, text)
        parts = {part: self._one_of(row, part, ontology().concepts(scheme), part) for part, scheme in _SCHEMES.items()}
        indicator, year = str(row.get("indicator") or ""), row.get("year")
        if not indicator:
            raise self.refuse("a number without indicator", "say what it measures")
        if not isinstance(year, int):
            raise self.refuse(f"“{year}” is no year", "give it as a number, such as 2024")
        return SaidNumber(start, end, indicator, self._number(row.get("value")), str(row.get("unit") or ""),
                          parts["measure"], parts["nature"], parts["bound"], year, str(row.get("area") or OWN_ID),
                          str(row.get("area_name") or ""))

    def _end(self, row: dict, which: str) -> str:
        found = row.get(which)
        if not isinstance(found, (str, int)) or found == "":
            raise self.refuse(f"no {which}", f"give the id of a span, or {OWN_ID} for the report's own division")
        return str(found)

    def _one_of(self, row: dict, column: str, known: tuple[str, ...], what: str) -> str:
        written = str(row.get(column) or "")
        found = next((n for n in known if n.lower() == written.lower()), None)
        if found is None:
            raise self.refuse(f"“{written}” is no {what}", f"use one of {', '.join(known)}")
        return found

    def _number(self, value: Any) -> str:
        try:
            number = Decimal(str(value))
        except InvalidOperation:
            number = Decimal("NaN")
        if not number.is_finite():
            raise self.refuse(f"“{value}” is no number", "write it in digits")
        return str(value)
