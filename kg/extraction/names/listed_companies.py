"""What shows that the items of a list are companies: 恒岳, 天禾 and 云清集团."""

from __future__ import annotations

import re

from kg.extraction.names.enumerations import Enumeration, one_word
from kg.extraction.names.heads import particular
from kg.extraction.names.modifiers import division_names, is_proper, names_brand
from kg.extraction.names.passage import Passage
from kg.extraction.names.sectors import known_sectors
from kg.extraction.names.terms import holds_sector

WITH_GOODS = re.compile(r"[^\W\d_A-Za-z]{2,4}(?:集团|公司)[^\W\d_A-Za-z]{2,12}")
_RATED = re.compile("专精特新|瞪羚|小巨人|独角兽|单项冠军|四上")  # classes of companies


def company_like(name: str, heads: list, *, among: bool) -> bool:
    """Is it neither a sector nor a common word, and not named by the noun of another kind of thing?

    ``among``: it stands among names of companies, where a short word of the dictionary names one too.
    """
    headed = any(h.entry.columns["need"] not in ("company", "class") for h in heads)
    return not headed and not name.endswith("项目") and _RATED.search(name) is None and name not in known_sectors() and (not one_word(name) or among and len(name) < 4 and not holds_sector(name) and particular(name))


def among_companies(names: list[str]) -> bool:
    """Do a third of the names of a list open with characters that are no word, or name a company or somebody, as companies do?"""
    named = sum(names_brand(name) or is_proper(name) and name not in division_names() for name in names)
    return len(names) > 1 and 3 * named >= len(names)


def shares_goods(passage: Passage, start: int, end: int, enumeration: Enumeration) -> bool:
    """Is it a company's short name whose goods stand after the last company: 恒岳、天禾、云清集团甲醇项目?"""
    text = passage.text
    return end - start <= 3 and text[end] == "、" and names_brand(text[start:end]) and not passage.heads_within(start, end) \
        and any(a > end and WITH_GOODS.fullmatch(text, a, b) for a, b in enumeration.items)
