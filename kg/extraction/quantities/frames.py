"""The words that belong to each number of a sentence: those before it, those after it, how it is joined."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extraction.numbers import Quantity

_BREAK = re.compile(r"[，；：。！？,;\n①-⑳]|——|（\d{1,2}）")
_STOP = re.compile(r"（[^）]{0,12}）|[，；：。！？、,;（）\n]|——")
_JOIN = re.compile(r"(?:、|和(?![美谐平])|以及|及(?![时其])|与(?!会))")

_JOIN_AT_END = re.compile(r"(?:以及|及|和|与)$")
_TRAILING_JOIN = re.compile(r"(?:以及|及|和|与)?(?:近|约|超过?|共)?$")
_SHORTEST = 3  # 完成3条县、乡公路养护: what stands before 、 is no noun yet


@dataclass(slots=True)
class Frame:
    """A number with its surroundings.

    ``left`` reaches back to the last clause mark or number; ``right`` runs to the next mark or number and is
    ``open`` where a number ends it. ``joined`` says that ``、`` or 和 ties the number to the one before it,
    ``bare`` that nothing but such a joint lies between.
    """

    quantity: Quantity
    left: str
    left_start: int
    right: str
    open: bool
    joined: bool
    bare: bool
    breaks: int  # clause marks between this number and the one before it
    before: str  # the sentence up to the number


def frames(text: str, start: int, end: int, quantities: list[Quantity]) -> list[Frame]:
    """The frames of a sentence's numbers, in order.

    >>> from kg.extraction.numbers import find_numbers
    >>> t = "铺设热力管网22公里、燃气管网51公里，改造6条道路"
    >>> [(f.left, f.right, f.joined) for f in frames(t, 0, len(t), list(find_numbers(t)))]
    [('铺设热力管网', '', False), ('燃气管网', '', True), ('改造', '道路', False)]
    """
    found = []
    previous_end = start
    for i, quantity in enumerate(quantities):
        left_start, breaks = previous_end, 0
        for mark in _BREAK.finditer(text, previous_end, quantity.start):
            left_start, breaks = mark.end(), breaks + 1
        joined = False
        if i and not breaks:
            joint = _JOIN.match(text, left_start, quantity.start)
            if joint is not None:
                joined, left_start = True, joint.end()
            elif found[-1].right:  # the noun of the number before it comes first
                joint = _JOIN_AT_END.search(text[left_start:quantity.start])
                at = text.rfind("、", left_start, quantity.start)
                if joint is not None or at >= 0:
                    joined, left_start = True, quantity.start if joint is not None else at + 1
        limit = quantities[i + 1].start if i + 1 < len(quantities) else end
        stop = next((m for m in _STOP.finditer(text, quantity.suffix_end, limit)
                     if len(m.group()) < 3 or m.start() == quantity.suffix_end), None)
        if stop is not None and stop.group() == "、" and 0 < stop.start() - quantity.suffix_end <= _SHORTEST:
            stop = _STOP.search(text, stop.end(), limit)
        right = text[quantity.suffix_end:stop.start() if stop else limit]
        right = _TRAILING_JOIN.sub("", right) if stop is None else right
        left = text[left_start:quantity.start]
        found.append(Frame(quantity, left, left_start, right, stop is None and limit < end, joined,
                           joined and not left, breaks, text[start:quantity.start]))
        previous_end = quantity.suffix_end
    return found
