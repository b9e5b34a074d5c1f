"""Projects that money is put into: ``投资3.7亿元的恒岳粮油深加工项目``, whatever is said of them then."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.names.boundary import skip
from kg.extraction.names.buildings import paid_for
from kg.extraction.names.candidate import Candidate
from kg.extraction.names.enumerations import one_word
from kg.extraction.names.heads import particular
from kg.extraction.names.passage import Passage

_MARK = "元的"
_FINANCED = re.compile(r"投资(?:总?额)?(?:约|达|近|超)?\s*\d[\d.]*\s*(?:多|余)?[万亿]?(?:美|欧|港)?元的(?P<name>[^，。；：、“”]{3,36}?)(?:建设)?(?:项目|工程)(?![库组部])")
_IN_LIST = re.compile(r"元的(?P<name>[^，。；：、“”等和与及\d]{3,24})(?=、|等|和(?=总?投资))")
_CLASS = re.compile(r"[\d的等]|项目|[新续在]建|重[点大]|级$|以上|产业$")


def financed(passage: Passage) -> Iterator[Candidate]:
    """Candidates for projects in the sentence whose name follows the sum that is invested."""
    text, first, last = passage.text, passage.sentence.start, passage.sentence.end
    if text.find(_MARK, first, last) < 0:
        return
    for match in (*_FINANCED.finditer(text, first, last), *_IN_LIST.finditer(text, first, last)):
        start, end = match.span("name")
        if match.re is _IN_LIST and not (paid_for(text, start, end) and not passage.boundaries_within(start, end)):
            continue
        start, counted = skip(text, start, end)
        name = text[start:end]
        if not counted and len(name) >= 3 and _CLASS.search(name) is None and particular(name, built=True) and not one_word(name):
            yield Candidate(start, end, ("Project",), "financed.project", 0.8, passage.sentence.index)
