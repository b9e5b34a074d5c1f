"""Sectors and crops that are named by common words: their company or what is said of them tells that they are meant.

汽车 alone may be anything; among 汽车、五金、棉纺织 it is a sector, and 核桃 before 种植面积 is a crop.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.extraction.lexicon import Entry, load
from kg.extraction.names.candidate import Candidate
from kg.extraction.names.enumerations import enumerations
from kg.extraction.names.modifiers import division_names
from kg.extraction.names.passage import Passage

KINDS = frozenset(("Industry", "Product"))
_GROWN = re.compile(r"(?:种植|栽植|栽培|养殖|饲养|播种|面积|产量|总产|存栏|出栏|饲养量|产业|基地|深?加工)|(?:(?:发展|扩大|增加)?(?:达到?|到|至)?)?\s*\d[\d.]*万?(?:余|多)?(?:亩|头|只|羽|箱|株)")
_ENDS = ("", *"、，。；）”等和与及")
_RULE_LISTED, _RULE_GROWN, _RULE_ORIGIN = "sectors.listed", "sectors.grown", "sectors.origin"


@lru_cache(maxsize=1)
def known_sectors() -> dict[str, Entry]:
    """Sectors and products of the lexicon of terms by their text."""
    return {e.text: e for e in load("terms") if not KINDS.isdisjoint(e.list("types"))}


def sectors(passage: Passage) -> Iterator[Candidate]:
    """Candidates for sectors and products that stand in a list of their like, whose growing is spoken of, or whose origin is named."""
    text, index = passage.text, passage.sentence.index
    for clause in passage.clauses if passage.holds("terms") else ():
        found = [m for m in passage.within("terms", clause.start, clause.end) if not KINDS.isdisjoint(m.entry.list("types"))]
        for match in found:
            if match.entry.columns["types"] != "Product":
                continue
            origin = _origin(text, match.start, clause.start)
            if origin and text[match.end:match.end + 1] in _ENDS:
                yield Candidate(match.start - origin, match.end, ("Product",), _RULE_ORIGIN, 0.76, index)
            if _GROWN.match(text, match.end) and match.start in passage.edges:
                yield Candidate(match.start, match.end, ("Product",), _RULE_GROWN, 0.7, index)
        if len(found) < 2 or len(clause.items) < 2:
            continue
        for enumeration in enumerations(passage, clause):
            yield from _listed(passage, enumeration.items)


def _origin(text: str, at: int, start: int) -> int:
    """How many characters just before a product name the division that it is from: 青田腐竹."""
    return next((n for n in (2, 3) if at - n >= start and text[at - n:at] in division_names()), 0)


def _listed(passage: Passage, items: tuple[tuple[int, int], ...]) -> Iterator[Candidate]:
    """The known ones of a list, if they are two at least and half of it."""
    known = [(a, b, known_sectors()[name]) for a, b in items if (name := passage.text[a:b].strip("“”")) in known_sectors()]
    if len(known) < 2 or 2 * len(known) < len(items):
        return
    for start, end, entry in known:
        yield Candidate(start, end, entry.list("types"), _RULE_LISTED, 0.72, passage.sentence.index)
