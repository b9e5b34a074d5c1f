"""Annotated sentences as rows of a table: what was found, one row each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

COLUMNS = ("kind", "report", "sentence", "start", "end", "label", "subject", "value", "rule", "confidence")


def listing(sentences: Iterable[dict]) -> Iterator[tuple[str, ...]]:
    """Rows for spans, relations, facts and numbers, in the order of the text.

    ``start`` and ``end`` of spans and numbers are characters of the whole text as it was read.
    """
    for row in sentences:
        base = row["start"]
        for span in row["spans"]:
            yield _row("entity", row, span, "|".join(span["labels"]), span["entity"],
                       row["text"][span["start"]:span["end"]], base)
        for r in row["relations"]:
            yield _row("relation", row, r, r["label"], r["head_name"], r["tail_name"])
        for f in row["facts"]:
            yield _row("fact", row, f, f["label"], f["subject_name"], f["value"] + f["unit"])
        for o in row["observations"]:
            label = " ".join((o["measure"], o["nature"], o["bound"], str(o["year"]), o["area_name"])).rstrip()
            yield _row("observation", row, o, label, o["indicator"], o["value"] + o["unit"], base)


def _row(kind: str, sentence: dict, record: dict, label: str, subject: str, value: str, base: int | None = None):
    place = ("", "") if base is None else (str(base + record["start"]), str(base + record["end"]))
    return (kind, sentence["report"], str(sentence["sentence"]), *place, label, subject, value, record["rule"],
            f"{record['confidence']:g}")
