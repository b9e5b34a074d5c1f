"""Leads: the words at the head of a paragraph or of a numbered point that say what it is about."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.document.report import Report
from kg.document.structure import level_of

_POINT = re.compile(r"(?:[一二三四五六七八九十]+是|第[一二三四五六七八九十]+[，,]|[（(]?\d{1,2}[）).、．]\s*)")
_LONGEST = 30  # characters of a lead; a longer sentence is no lead, only its first clause is


class Lead(NamedTuple):
    """A stretch of a sentence that leads what follows it."""

    sentence: int
    start: int
    end: int


def leads(report: Report) -> dict[int, tuple[Lead, ...]]:
    """For each sentence that has any: the leads above it, the innermost last.

    A paragraph's lead governs the paragraph, a numbered point (``一是做优工业。``) what follows it up to the next.
    """
    found: dict[int, tuple[Lead, ...]] = {}
    paragraph, outer, point = -1, None, None
    for sentence in report.sentences:
        if sentence.paragraph != paragraph:
            paragraph, point, outer = sentence.paragraph, None, None
            lead = report.paragraphs[paragraph].lead if paragraph < len(report.paragraphs) else None
            if lead is not None and lead[1] - lead[0] <= 2 * _LONGEST:
                outer = Lead(sentence.index, *lead)
        if _POINT.match(report.text, sentence.start, sentence.end):
            point = _opening(report.text, sentence.index, sentence.start, sentence.end)
        above = tuple(lead for lead in (outer, point) if lead is not None)
        if above:
            found[sentence.index] = above
    return found


def sections(report: Report) -> dict[int, Lead]:
    """For each paragraph below a heading that is numbered, or whose lead is: that heading, up to the next one."""
    found: dict[int, Lead] = {}
    first = {sentence.paragraph: sentence.index for sentence in reversed(report.sentences)}
    current: Lead | None = None
    for paragraph in report.paragraphs:
        line = report.text[paragraph.start:paragraph.end].strip()
        if level_of(line) is not None and paragraph.index in first:
            start, end = paragraph.lead or (paragraph.start, paragraph.end)
            current = Lead(first[paragraph.index], start, end) if end - start <= 2 * _LONGEST else None
        elif current is not None:
            found[paragraph.index] = current
    return found


def _opening(text: str, index: int, start: int, end: int) -> Lead:
    if end - start <= _LONGEST:
        return Lead(index, start, end)
    comma = min((at for at in (text.find(mark, start, end) for mark in "，,：:；") if at >= 0), default=end)
    return Lead(index, start, comma)
