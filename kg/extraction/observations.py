"""The component that finds observations: one number about one thing is one observation."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from spacy.language import Language
from spacy.tokens import Doc

from kg.document.report import Report
from kg.extraction.numbers import Quantity, find_chinese_numbers, find_numbers, find_ranks
from kg.extraction.quantities.attributes import measures_nothing
from kg.extraction.quantities.frames import frames
from kg.extraction.quantities.reading import Context, SentenceReader
from kg.extraction.quantities.subjects import Subjects
from kg.extraction.records import Mention, Observation
from kg.extraction.words import Words

_READ = frozenset(("opening", "review", "plan", "closing"))
_start = attrgetter("start")


def observe(
    report: Report, words: Words, mentions: tuple[Mention, ...] = ()
) -> tuple[Observation, ...]:
    """All observations of a report, in text order: a pure function of its text and what was found in it.

    ``words`` are the segmented words of ``report.text``. A number inside one of ``mentions`` is part of a
    name; a mention that a statement opens with is its area.
    """
    context = Context(report, words, Subjects(mentions))
    quantities, at = _quantities(report.text), 0
    found: list[Observation] = []
    for sentence in report.sentences:
        first = at = bisect_left(quantities, sentence.start, at, key=_start)
        while at < len(quantities) and quantities[at].start < sentence.end:
            at += 1
        if at == first or sentence.part not in _READ:
            continue
        measuring = [q for q in quantities[first:at]
                     if not measures_nothing(report.text, q, sentence, context.subjects)]
        laid = frames(report.text, sentence.start, sentence.end, measuring)
        found += SentenceReader(context, sentence, laid).read()
    return tuple(found)


def _quantities(text: str) -> list[Quantity]:
    """All quantities of a text, in order; where two overlap the first one stands."""
    end, standing = 0, []
    found = (*find_numbers(text), *find_chinese_numbers(text, 0, len(text)), *find_ranks(text, 0, len(text)))
    for quantity in sorted(found, key=_start):
        if quantity.start >= end:
            standing.append(quantity)
            end = quantity.end
    return standing


@Language.component("govkg_observations", requires=["doc._.report"], assigns=["doc._.observations"])
def find_observations(doc: Doc) -> Doc:
    """Put the observations of the document's report on ``doc._.observations``."""
    doc._.observations = observe(doc._.report, doc._.words, doc._.mentions)
    return doc
