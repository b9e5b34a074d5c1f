"""Sentences of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST = 1200  # characters; what has no full stop for so long is cut at a lesser mark
_SENTENCE = re.compile(r"[^。！？\n]*(?:[。！？]+[”’）》]*)?")
_LESSER = ("；", "，", "、", " ")


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans of the sentences of ``text[start:end]``, without white space around them.

    >>> t = "召开大会。“说到做到。”成效明显"
    >>> [t[a:b] for a, b in sentences(t, 0, len(t))]
    ['召开大会。', '“说到做到。”', '成效明显']
    """
    at = start
    while at < end:
        stop = _SENTENCE.match(text, at, end).end()
        stop = stop if stop > at else at + 1
        yield from _cut(text, *_stripped(text, at, stop))
        at = stop


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        place = next((p for mark in _LESSER if (p := text.rfind(mark, start, start + LONGEST)) > start), None)
        stop = start + LONGEST if place is None else place + 1
        yield start, stop
        start = stop
    if start < end:
        yield start, end
