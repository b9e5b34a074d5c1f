"""Is a thing done, or promised? What stands around a verb decides, and the part of the report.

The review tells what was done, the plan what is promised; single words turn that round (``力争年底竣工``, ``已开工``).
"""

from __future__ import annotations

import re
from functools import cache

from kg.extraction.lexicon import load

PROMISING_PARTS = frozenset(("plan", "closing"))


@cache
def _words(kind: str) -> re.Pattern:
    words = sorted((e.text for e in load("modality") if e.columns["class"] == kind), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))


def hopes(wording: str) -> bool:
    """Does the wording itself say that something is hoped for?

    >>> hopes("力争年底"), hopes("全面")
    (True, False)
    """
    return _words("promise").search(wording) is not None


def presses(wording: str) -> bool:
    """Does the wording press for something: hope for it, or hasten it (``尽快``, ``促成``)?"""
    return hopes(wording) or _words("press").search(wording) is not None


def settled(wording: str) -> bool:
    """Does the wording itself say that something is done?

    >>> settled("已"), settled("力争")
    (True, False)
    """
    return _words("done").search(wording) is not None


def promised(part: str, wording: str) -> bool:
    """Is what the words tell a promise, in this part of the report?

    >>> promised("review", "成功"), promised("review", "力争"), promised("plan", ""), promised("plan", "去年")
    (False, True, True, False)
    """
    if part in PROMISING_PARTS:
        return not settled(wording) or hopes(wording)
    return hopes(wording)
