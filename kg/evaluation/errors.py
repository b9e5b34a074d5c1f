"""The errors of a graph one by one, each with the sentence to read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.evaluation.forms import key
from kg.evaluation.judging import Judge, Judged, Wanted


@dataclass(frozen=True)
class Error:
    """Something missed, or something wrong, with the rules that led to it."""

    error: str  # missed | wrong
    kind: str
    text: str
    sentence: str
    rules: tuple[str, ...] = ()
    confidence: float | None = None


def errors(judge: Judge) -> Iterator[Error]:
    """What was missed and what is wrong: entities, relations, facts, numbers, in this order."""
    for wanted, judged in ((judge.wanted_entities, judge.entities), (judge.wanted_relations, judge.relations),
                           (judge.wanted_facts, judge.facts), (judge.wanted_numbers, judge.numbers)):
        yield from (_missed(judge, w) for w in wanted if not w.found)
        yield from (_wrong(judge, j) for j in judged if not j.right)


def _missed(judge: Judge, wanted: Wanted) -> Error:
    return Error("missed", wanted.kind, wanted.text, _sentence(judge.gold.text or "", str(wanted.row.get("quote") or "")))


def _sentence(text: str, quote: str) -> str:
    """The sentence of a text that holds a quotation; the quotation alone where none does.

    >>> _sentence("建成东河路。开工西河路。", "西河路")
    '开工西河路。'
    """
    return next((s for s in re.findall(r"[^。\n]+。?", text) if quote and quote in s), quote)


def _wrong(judge: Judge, judged: Judged) -> Error:
    quotes = judge.subject.quotes.get(judged.statement, [])
    annotated = [q for q in quotes if judge.text is None or key(q) in judge.text]
    return Error("wrong", judged.kind, judged.text, next(iter(annotated or quotes), ""), judge.subject.rules.get(judged.statement, ()),
                 judge.subject.confidence.get(judged.statement))
