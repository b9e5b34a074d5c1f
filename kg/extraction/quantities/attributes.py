"""Numbers that measure nothing: thresholds, capacities, durations, voltages, numbers in names and slogans."""

from __future__ import annotations

from kg.document.report import Sentence
from kg.extraction.numbers import Quantity
from kg.extraction.quantities.patterns import pattern
from kg.extraction.quantities.subjects import Subjects
from kg.extraction.quantities.wording import kind_of, words

_CLOSERS = "，；。：！？、,;（）)”\n \u3000"
_DAYS = pattern("days")
_AGE = pattern("age")
_CAPACITY = pattern("capacity")
_SERIES = pattern("series")
_ONE_OF = pattern("one-of")
_OVER = pattern("threshold-over")
_THINGS = pattern("threshold-things")
_AFTER = pattern("grade-after")
_THRESHOLD_KINDS = frozenset(("money", "people", "area", "mass", "length", "power", "volume", "", "air"))
_PEOPLE_COUNTED = frozenset(("名", "人次", "万人次", "户次"))


def measures_nothing(text: str, quantity: Quantity, sentence: Sentence, subjects: Subjects) -> bool:
    """Is the number part of something else than a statement of how much there is?"""
    start, kind = quantity.start, quantity.kind
    before = text[max(sentence.start, start - 12):start]
    if kind == "label" or (kind == "time" and not _is_measured_time(quantity, before)):
        return True
    if before[-1:] in ("〔", "[", "【") or _CAPACITY.search(before):
        return True
    if _is_enclosed(text, sentence.start, start) or subjects.cover(start, quantity.end):
        return True
    after = text[quantity.suffix_end:min(sentence.end, quantity.suffix_end + 8)]
    if _AFTER.match(after):
        return True
    if _is_threshold(quantity, after) or _OVER.search(before) and _THINGS.match(after) and kind == "money":
        return True
    if kind != "counter":
        return False
    beyond = text[quantity.end:min(sentence.end, quantity.end + 20)]
    return bool(_SERIES.search(before) or _ONE_OF.search(beyond)) or _counts_generic(after)


def _is_measured_time(quantity: Quantity, before: str) -> bool:
    if quantity.unit in ("天", "个工作日"):
        return bool(_DAYS.search(before))
    return quantity.unit in ("岁", "周岁") and bool(_AGE.search(before))


def _is_enclosed(text: str, start: int, at: int) -> bool:
    """Is the place within quotation marks or title marks opened in the sentence?"""
    return (text.count("“", start, at) > text.count("”", start, at)
            or text.count("《", start, at) > text.count("》", start, at))


def _is_threshold(quantity: Quantity, after: str) -> bool:
    """``500万元以上的项目``, ``300户以上自然村``: the number bounds a class of things."""
    if quantity.suffix_end == quantity.end or quantity.kind not in _THRESHOLD_KINDS:
        return False
    if quantity.unit in _PEOPLE_COUNTED or quantity.bound not in ("AtLeast", "AtMost"):
        return False
    return bool(after) and after[0] not in _CLOSERS and not _opens_with_verb(after)


def _opens_with_verb(after: str) -> bool:
    entry = words("quantity_actions").opening(after)
    return entry is not None and entry.columns["kind"] != "preposition"


def _counts_generic(after: str) -> bool:
    """``五个方面``: the noun says nothing that could be counted."""
    entry = words("quantity_nouns").opening(after)
    return entry is not None and kind_of(entry.text) == "generic"
