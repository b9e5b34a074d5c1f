"""Several numbers of several indicators: ``A、B分别达到x、y``, ``A、B各x``, ``存贷款余额x、y``."""

from __future__ import annotations

import re
from functools import cache

import rjieba

from kg.extraction.lexicon import load
from kg.extraction.quantities.patterns import pattern

_OPEN, _CLOSE = "“（《(", "”）》)"
_AND = re.compile(r"以及|及(?![时其])|和(?![美谐平])|与(?!会)|、")
_INDICATOR = pattern("indicator")
_MEASURED = pattern("measured")


def heads(core: str, count: int) -> list[str] | None:
    """The names that ``count`` numbers speak of in turn, or None where the words do not fall into so many.

    >>> heads("金融存贷款余额", 2), heads("肉、蛋产量", 2)
    (['金融存款余额', '金融贷款余额'], ['肉产量', '蛋产量'])
    """
    for shared, forms in _shared():
        if len(forms) == count and shared.search(core):
            return [shared.sub(form, core, count=1) for form in forms]
    for parts in (_split(core, _AND), _split(core, re.compile("、")), _split(core, re.compile("和|与")),
                  re.split(r"(?<=”)、?(?=“)", core)):
        if len(parts) == count:
            return _share_tail(parts)
    parts = _split(core, _AND)
    return _share_tail(parts[-count:]) if len(parts) > count > 1 else None


@cache
def _shared() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    """Words that stand for several at once (``存贷款``, ``城乡居民``) and what each of them is in full."""
    pairs = load("quantity_pairs")
    return tuple((re.compile(pair.columns["pattern"]), pair.list("forms")) for pair in pairs)


def each(core: str) -> list[str]:
    """The names that one number speaks of alike (``A、B均达100%``).

    >>> each("建议和提案办结率")
    ['建议办结率', '提案办结率']
    """
    return _share_tail(_split(core, _AND))


def is_measured(name: str) -> bool:
    """Does a name end like a measured quantity (``总量``, ``收入``)?

    >>> is_measured("经济总量"), is_measured("英才")
    (True, False)
    """
    return _MEASURED.search(name) is not None


def all_measured(core: str) -> bool:
    """Is the phrase a list of indicators, not one name with 和 in it?

    >>> all_measured("城镇居民收入和农民收入"), all_measured("转办件和来信")
    (True, False)
    """
    parts = _split(core, _AND)
    return len(parts) > 1 and all(_INDICATOR.search(part) for part in parts)


def _split(core: str, mark: re.Pattern) -> list[str]:
    """The parts of a phrase between marks that stand outside quotes and brackets."""
    parts, last = [], 0
    for found in mark.finditer(core):
        head = core[:found.start()]
        if sum(map(head.count, _OPEN)) == sum(map(head.count, _CLOSE)):
            parts.append(core[last:found.start()])
            last = found.end()
    parts.append(core[last:])
    return [part for part in parts if part]


def _share_tail(parts: list[str]) -> list[str]:
    """Give what the last part ends with to those before it that lack it (``肉、蛋、奶产量``)."""
    last = parts[-1]
    if len(parts) < 2 or not _MEASURED.search(last) or all(_MEASURED.search(p) for p in parts[:-1]):
        return parts
    cut = list(rjieba.cut(last))
    shared = []
    for part in parts[:-1]:
        if _MEASURED.search(part):
            shared.append(part)
        else:
            shared.append(part + (last[len(cut[0]):] if len(part) <= len(cut[0]) + 1 else _last_words(cut)))
    return shared + [last]


def _last_words(cut: list[str]) -> str:
    """The last word, with those before it while it is short: ``供养率``, not ``率``."""
    tail = ""
    for word in reversed(cut[1:]):
        if len(tail) >= 2:
            break
        tail = word + tail
    return tail
