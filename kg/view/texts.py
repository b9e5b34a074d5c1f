"""The text of the reports as the page holds it, and where sentences and mentions stand in it.

The page's script counts text in UTF-16 code units, the evidence in characters; they differ where a report has
characters outside the Basic Multilingual Plane (emoji, rare ideographs), so offsets are converted here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from kg.triples.iri import report_iri

if TYPE_CHECKING:
    from kg.document.report import Report
    from kg.store.evidence import Quote

_LEAD = 40  # characters: a longer opening phrase is a sentence of its own, not a heading
_CLAUSE = 4  # characters, at least, of a topic
_TOPIC = 16  # characters of a topic that are shown
_GENRE = "政府工作报告"  # the title of a report that has none of its own
_NUMBER = re.compile(r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)]?[、.．]?\s*)(?=\D)")  # （一）, 一、, 1.


class Place(NamedTuple):
    """Where a stretch of text stands."""

    report: int
    block: int  # paragraph of the report; -1 where there is none
    year: int | None  # that the text there speaks of


class Texts:
    """Several reports; all offsets taken are of ``Report.raw``.

    Attributes:
        iris: the reports' IRIs, in order.
    """

    def __init__(self, reports: Sequence[Report]):
        self.reports = reports
        self.iris = [report_iri(report.name) for report in reports]
        self._number = {iri: i for i, iri in enumerate(self.iris)}
        self._units = [code_units(report.raw) for report in reports]
        self._starts = [[r.span(p.start, p.end)[0] for p in r.paragraphs] for r in reports]
        self._years = [{r.span(s.start, s.end)[0]: s.year for s in r.sentences} for r in reports]
        self._first = list(accumulate((len(r.paragraphs) for r in reports), initial=0))

    def place(self, quote: Quote) -> Place:
        """Where a sentence stands."""
        report = self._number[quote.report]
        block = bisect_right(self._starts[report], quote.start) - 1
        return Place(report, block, self._years[report].get(quote.start))

    def paragraph(self, quote: Quote) -> int:
        """A number of the paragraph of a sentence that no other report has."""
        place = self.place(quote)
        return self._first[place.report] + max(place.block, 0)

    def units(self, quote: Quote) -> tuple[int, int]:
        """Start and end of a quote in UTF-16 code units."""
        units = self._units[self._number[quote.report]]
        return (units[quote.start], units[quote.end]) if units else (quote.start, quote.end)

    def heading(self, report: int, block: int) -> str:
        """The headings above a paragraph and its own opening phrase, the outermost first, with `` › `` between."""
        found = self.reports[report]
        paragraph = found.paragraphs[block]
        above: list[str] = []
        if paragraph.chapter is not None:
            level = 99
            for chapter in reversed(found.chapters[:paragraph.chapter + 1]):
                if chapter.level < level:
                    above.insert(0, chapter.title)
                    level = chapter.level
        lead = self._lead(report, block)
        return " › ".join(dict.fromkeys(above + ([lead] if lead else [])))

    def topic(self, report: int, block: int) -> str:
        """What a paragraph is about: its opening phrase, or the nearest heading below the outermost ones.

        The outermost headings divide a report into the past and the coming year, not into matters.
        """
        found = self.reports[report]
        lead = self._lead(report, block)
        chapter = found.paragraphs[block].chapter if block >= 0 else None
        inner = found.chapters[chapter].title if chapter is not None and found.chapters[chapter].level > 1 else ""
        return _clause(_NUMBER.sub("", lead or inner))

    def _lead(self, report: int, block: int) -> str:
        """The opening phrase of a paragraph, where it is short enough to be a heading."""
        found = self.reports[report]
        paragraph = found.paragraphs[block] if block >= 0 else None
        if paragraph is None or not paragraph.lead or paragraph.part not in ("review", "plan"):
            return ""
        lead = found.text[slice(*paragraph.lead)].strip()
        return lead if 2 < len(lead) <= _LEAD else ""

    def as_data(self) -> list[dict]:
        """Title, frame, text and paragraphs (start, end, level of heading; 0: text, -1: aside) of each report."""
        return [{"iri": iri, "title": full_title(report), "year": report.year,
                 "division": report.division.name if report.division else "", "issued": report.issued or "",
                 "source": report.source, "text": report.raw, "blocks": self._blocks(number),
                 "headings": [self.heading(number, block) for block in range(len(report.paragraphs))]}
                for number, (iri, report) in enumerate(zip(self.iris, self.reports))]

    def _blocks(self, number: int) -> list[list[int]]:
        report, units = self.reports[number], self._units[number]
        levels = {chapter.start: chapter.level for chapter in report.chapters}
        rows = []
        for paragraph in report.paragraphs:
            start, end = report.span(paragraph.start, paragraph.end)
            aside = paragraph.part in ("header", "footer")
            level = -1 if aside else levels.get(paragraph.start, 0)
            rows.append([units[start] if units else start, units[end] if units else end, level])
        return rows


def full_title(report: Report) -> str:
    """The title of a report, with place and year where it does not say them itself."""
    title = report.title or _GENRE
    place = report.division.name if report.division and report.division.name not in title else ""
    year = f"{report.year}年" if report.year and str(report.year) not in title else ""
    return f"{place}{year}{title}" if place or report.division is None else f"{title}（{year}）" if year else title


def code_units(text: str) -> list[int] | None:
    """For each character of a text, and its end, the place in UTF-16 code units; None where both are the same.

    >>> code_units("政府"), code_units("a😀b")
    (None, [0, 1, 3, 4])
    """
    if not text or max(text) <= "\uffff":
        return None
    return list(accumulate((2 if c > "\uffff" else 1 for c in text), initial=0))


def _clause(heading: str) -> str:
    """The first clause of a heading, nothing where that is too short to say anything: 这一年，…"""
    clause = re.split(r"[，,；;：:]", heading)[0]
    return "" if len(clause) < _CLAUSE else clause if len(clause) <= _TOPIC else clause[:_TOPIC - 1] + "…"
