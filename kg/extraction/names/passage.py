"""A sentence laid out for the search of names: clauses, words of the lexicons, quotes."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.document.report import Report, Sentence
from kg.extraction.lexicon import Match, lexicon
from kg.extraction.phrases import Clause, clauses, enclosed
from kg.extraction.words import Words

LAYERS = ("boundaries", "heads", "groups", "predicates", "honor_verbs", "terms", "brands")
_NUMERALS = "两二三四五六七八九十"  # 三镇 is a word of the dictionary
UNREAD = frozenset(("footer", "glossary"))


class Layer:
    """Matches of one lexicon (or other stretches) in a text of this length, in its order, sliced by position."""

    def __init__(self, matches: list[Match], length: int):
        self._matches = matches
        self._after: list[int] = []  # for each place of the text: how many matches begin before it
        for i, match in enumerate(matches):
            self._after += [i] * (match.start + 1 - len(self._after))
        self._after += [len(matches)] * (length + 1 - len(self._after))

    def within(self, start: int, end: int) -> list[Match]:
        """The matches that lie in ``[start, end)``."""
        low, high = self._after[start], self._after[end]
        if low >= high:
            return []  # the usual case
        found = self._matches[low:high]
        if found[-1].end > end:
            found.pop()
        return found

    def meets(self, start: int, end: int) -> bool:
        """Does any match begin in ``[start, end)``?"""
        return self._after[start] < self._after[end]


@dataclass(slots=True)
class Passage:
    """One sentence with what the finders of names look at; all offsets are of the document."""

    text: str
    sentence: Sentence
    clauses: tuple[Clause, ...]
    enclosed: list[tuple[int, int]]
    layers: dict[str, Layer] = field(repr=False)
    edges: frozenset[int] = field(repr=False)  # where words begin or end

    def within(self, layer: str, start: int, end: int) -> list[Match]:
        """Words of a lexicon that lie in the stretch."""
        return self.layers[layer].within(start, end)

    def holds(self, layer: str) -> bool:
        """Is there any word of a lexicon in the sentence?"""
        return self.layers[layer].meets(self.sentence.start, self.sentence.end)

    def inside(self, start: int, end: int) -> bool:
        """Is the stretch within quotes or brackets (marks not counted)?"""
        for a, b in self.enclosed:
            if a < start and end < b:
                return self.text[a] not in "（(" or "、" not in self.text[a:b] and not self._tells(a + 1, b)  # a gloss in brackets is no name
        return False

    def _tells(self, start: int, end: int) -> bool:
        """Does the stretch open with a verb, as no name does?"""
        first = next(iter(self.layers["boundaries"].within(start, end)), None)
        return first is not None and first.start == start and first.entry.columns["class"] in ("govern", "adverb")

    def boundaries_within(self, start: int, end: int) -> list[Match]:
        """Boundary words in the stretch that are not part of something quoted."""
        found = self.layers["boundaries"].within(start, end)
        return [b for b in found if not self.inside(b.start, b.end)] if self.enclosed else found

    def heads_within(self, start: int, end: int) -> list[Match]:
        """Nouns in the stretch that a name can end in."""
        return self.layers["heads"].within(start, end)


def passages(report: Report, words: Words) -> list[Passage]:
    """All sentences of the report that can hold names, laid out, in order; ``words`` are those of its text."""
    text = report.text
    edges = frozenset((*words.starts, len(text)))
    layers = {name: Layer(_matches(name, text, edges), len(text)) for name in LAYERS}
    return [Passage(text, sentence, clauses(text, sentence.start, sentence.end),
                    enclosed(text, sentence.start, sentence.end), layers, edges)
            for sentence in report.sentences if sentence.part not in UNREAD]


def _matches(name: str, text: str, edges: frozenset[int]) -> list[Match]:
    """Words of a lexicon: names of classes anywhere, heads at the end of a word, others on word edges.

    A single character must be a word of its own; a longer word may share one edge with its neighbours.
    """
    words = lexicon(name)
    spans = words.spans(text)
    if name in ("groups", "predicates"):
        spans = [s for s in spans if s[1] - s[0] > 1 or s[1] in edges and (s[0] in edges or text[s[0] - 1] in _NUMERALS)]
    elif name == "heads":
        spans = [s for s in spans if s[1] in edges or text.startswith("工作", s[1])]  # 试点工作 is a word of the dictionary
    else:
        spans = [s for s in spans if (s[0] in edges and (s[1] in edges or s[1] - s[0] > 1))
                 or (s[1] in edges and s[1] - s[0] > 1)]
    found = words.matches(spans)
    # 开发区 is found as a whole so that 开发 in it ends no name
    return [m for m in found if m.entry.columns["class"] != "name"] if name == "boundaries" else found

