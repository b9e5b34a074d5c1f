"""Names that all reports share: national programmes, sectors, bodies, regions, titles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.extraction.lexicon import lexicon, load
from kg.extraction.names.candidate import Candidate
from kg.extraction.names.passage import Passage

_ALONE = frozenset(("Place", "AdministrativeDivision"))
_SECTORS = frozenset(("Industry", "Product"))
_GOES_ON = re.compile(r"[路街道镇乡村桥区县]|大[道街桥]|能源|水泥|集团|银行|公司|证券|股份|杯|号[飞动列]|学者|人才|英才")  # a longer name


def _stands_alone(passage: Passage, start: int, end: int) -> bool:
    """Is the name of a place a word of its own, and not the beginning of a road's or a company's?"""
    return start in passage.edges and end in passage.edges and _GOES_ON.match(passage.text, end) is None


def known_terms(passage: Passage) -> Iterator[Candidate]:
    """A candidate for each entry of the lexicon of terms in the sentence.

    Entries without a type are turns of phrase that hold a name and name nothing themselves (中国特色).
    """
    for match in passage.within("terms", passage.sentence.start, passage.sentence.end):
        kinds = match.entry.columns["types"]
        if not kinds or kinds in _ALONE and not _stands_alone(passage, match.start, match.end):
            continue
        if kinds == "Event" and match.end not in passage.edges or passage.text.startswith("部门", match.end - 1):
            continue  # 万元村超过60%, 司法部门
        yield Candidate(match.start, match.end, match.entry.list("types"), match.entry.id,
                        float(match.entry.columns["confidence"]), passage.sentence.index)


def holds_sector(name: str) -> bool:
    """Does a name hold that of a sector or a product which every report knows?

    >>> holds_sector("云溪纺织服装"), holds_sector("云溪")
    (True, False)
    """
    return any(match.entry.columns["types"] in _SECTORS for match in lexicon("terms").find(name))


def is_sector(name: str) -> bool:
    """Is the name as a whole that of a sector or a product which every report knows?"""
    return any((match.start, match.end) == (0, len(name)) and match.entry.columns["types"] in _SECTORS
               for match in lexicon("terms").find(name))


@cache
def _programs() -> frozenset[str]:
    return frozenset(entry.text for entry in load("terms") if "Program" in entry.list("types"))


def is_program(name: str) -> bool:
    """Is the name as a whole that of a programme which every report knows?"""
    return name in _programs()
