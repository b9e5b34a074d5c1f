"""Short names of companies that end in what they make or do: 恒岳科技, 天衡传媒.

Their last word is a common one, so that only what stands around the name tells: it opens an item of its clause with characters
that are no word, and then the name ends (恒岳科技成功上市), or the name of a project goes on (恒岳科技年产20万吨涂料).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.extraction.lexicon import Match, load
from kg.extraction.names.boundary import opening
from kg.extraction.names.candidate import Candidate
from kg.extraction.names.heads import particular
from kg.extraction.names.modifiers import firm_start, names_brand
from kg.extraction.names.passage import Passage

_LONGEST = 4  # characters before the last word
_ENDS = frozenset("、，。；：“”）与和及在的被为向将")  # what may stand right after a name
_OWN_WORKS = re.compile(r"技改|技术改造|扩[建能产]|[一二三四]期|年[产加处]|新上")  # what only a company's works are called by
_UNDERTAKING = re.compile("项目|年产|投产|开工|竣工|生产线|签约")
_RULE_STANDS, _RULE_OPENS = "brands.stands", "brands.opens"


@lru_cache(maxsize=1)
def _acts() -> tuple[str, ...]:
    """What is said of companies right after their name."""
    return tuple(entry.text for entry in load("company_acts"))


def brands(passage: Passage) -> Iterator[Candidate]:
    """Candidates for companies in the sentence that are named in this way."""
    for clause in passage.clauses if passage.holds("brands") else ():
        found = passage.within("brands", clause.start + 2, clause.end)
        for start, end in clause.items if found else ():
            for match in found:
                if start < match.start < match.end <= end and not passage.inside(match.start, match.end):
                    yield from _named(passage, start, match, clause.end)


def _named(passage: Passage, start: int, noun: Match, last: int) -> Iterator[Candidate]:
    """The company that the noun ends, if its name opens the item or stands after a verb there."""
    text = passage.text
    start = firm_start(text, opening(passage, start, noun.end, closed=True).start, noun.end)
    name = text[start:noun.start]
    if not particular(name) or not len(name) <= _LONGEST - (noun.entry.columns["opens"] == "never") or not (names_brand(name) or len(name) > 1 and (name + "集团" in text or name + "公司" in text)):
        return
    if text[noun.end:noun.end + 1] in _ENDS or text.startswith(_acts(), noun.end) or _OWN_WORKS.match(text, noun.end):
        yield Candidate(start, noun.end, ("Enterprise",), _RULE_STANDS, 0.78, passage.sentence.index)
    elif noun.entry.columns["opens"] == "yes" and noun.end in passage.edges and _UNDERTAKING.search(text, noun.end, last):
        yield Candidate(start, noun.end, ("Enterprise",), _RULE_OPENS, 0.6, passage.sentence.index)
