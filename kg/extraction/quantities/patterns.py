"""Patterns of wording around numbers: regular expressions kept as data, each with an example."""

from __future__ import annotations

import re
from functools import cache

from kg.extraction.lexicon import load


@cache
def _patterns() -> dict[str, str]:
    return {entry.text: entry.columns["pattern"] for entry in load("quantity_patterns")}


def pattern(name: str) -> re.Pattern[str]:
    """The pattern of that name from the lexicon ``quantity_patterns``, compiled.

    >>> bool(pattern("rate").search("农产品加工转化率"))
    True
    """
    return re.compile(_patterns()[name])
