"""Names as they are compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_DROPPED = re.compile(r"""[\s“”"'‘’《》()（）【】·,，、\-—]""")
_GENERIC_TAIL = re.compile(r"(等)?(项目|工程|建设|企业)$")


def key(text: str) -> str:
    """A text as it is compared: NFKC, no spaces, quotes, brackets, middle dots.

    >>> key("“百日会战”行动"), key("３.５ 亿元")
    ('百日会战行动', '3.5亿元')
    """
    return _DROPPED.sub("", unicodedata.normalize("NFKC", text))


def forms(name: str, aliases: Iterable[str] = ()) -> frozenset[str]:
    """The forms under which a name is found: each key, with and without a generic tail.

    >>> sorted(forms("云溪大桥项目"))
    ['云溪大桥', '云溪大桥项目']
    """
    found = set()
    for written in (name, *aliases):
        whole = key(written)
        found.add(whole)
        short = _GENERIC_TAIL.sub("", whole)
        if len(short) >= 2:
            found.add(short)
    return frozenset(found)


def similar(one: Iterable[str], other: Iterable[str]) -> bool:
    """Do two wordings of an indicator agree: does one contain the other?

    >>> similar({"生产总值"}, {"地区生产总值"}), similar({"税收"}, {"地区生产总值"})
    (True, False)
    """
    return any(x in y or y in x for x in one for y in other if min(len(x), len(y)) >= 2)
