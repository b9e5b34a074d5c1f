"""The description of a build as Markdown, for people who were sent the folder."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from kg.store.description import SECTIONS, Row

#: What would be taken for Markdown or HTML; see https://spec.commonmark.org/current/#backslash-escapes.
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|&~])")
_HEADS = {"reports": ("report", "what", "sentences", ""),
          "coverage": ("report and part", "", "sentences", "share"),
          "top entities": ("entity", "type", "mentions", ""), "rejected": ("reason", "", "statements", ""),
          "quality": ("check", "what it means", "found", "for example")}


def markdown(rows: Iterable[Row]) -> str:
    """A heading and a table for each section that has rows; columns that are empty are left out."""
    parts = ["# What is in this build\n"]
    for section, group in groupby(rows, key=lambda row: row.section):
        parts.append(f"\n## {SECTIONS[section]}\n\n{_table(section, list(group))}")
    return "".join(parts)


def _table(section: str, rows: list[Row]) -> str:
    heads = _HEADS.get(section, ("name", "label", "count", ""))
    used = [i for i in range(4) if any(row[i + 1] != "" for row in rows)]
    lines = [[heads[i] for i in used], [":--" if i != 2 else "--:" for i in used]]
    lines += [[escaped(str(row[i + 1])) for i in used] for row in rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def escaped(text: str) -> str:
    """A text that means nothing in Markdown.

    >>> escaped("<b>*云溪*|县</b>")
    '\\\\<b\\\\>\\\\*云溪\\\\*\\\\|县\\\\</b\\\\>'
    """
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
