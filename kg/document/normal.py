"""Normalised text with a map back to every character of the text as it was read.

Pages put spaces inside numbers and words, use full-width digits and half-width commas, and hang footnote marks on
words. Extraction works on text without all that; the map keeps every span true to what was read.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_HAN = "\u3400-\u9fff\uf900-\ufaff"
_FULL = "，。；：！？、“”‘’《》（）【】—…·"
_SPACE = " \t\u00a0\u2000-\u200a\u202f\u205f\u3000"
# each pattern finds what is left out
_INVISIBLE = r"[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe\uffff]"
_EDGE_SPACE = rf"(?:(?<=\n)|\A)[{_SPACE}]+|[{_SPACE}]+(?=\n|\Z)"
_INNER_SPACE = rf"(?<=[{_HAN}{_FULL}])[{_SPACE}]+|[{_SPACE}]+(?=[{_HAN}{_FULL}%])"
_FOOTNOTE = rf"(?<=[{_HAN}”》）%])(?:\[\d{{1,3}}\]|〔\d{{1,3}}〕|［\d{{1,3}}］|[①-⑳⑴-⒇¹²³])(?![{_HAN}]?\d)"
_NUMBERING = re.compile(r"[：:；，。][ ]*(?:[①⑴]|[（(]1[）)])")  # opens a list of numbered items, whose marks are no footnotes
_THOUSANDS = r"(?<=\d),(?=\d{3}(?!\d))"
_LONG_DASH = r"(?<=——)[-—–]+"
_SOFT_BREAK = (rf"(?<=[，、和与及的在对将])\n+(?=[{_HAN}“《\d])|(?<=届)\n+(?=人民代表)|(?<=大会)\n+(?=第)"
               rf"|(?<=[^\n]{{46}}[{_HAN}])\n(?=[{_HAN}“](?!是|、))")
_LEFT_OUT = re.compile(
    f"{_INVISIBLE}|{_EDGE_SPACE}|{_INNER_SPACE}|{_FOOTNOTE}|{_THOUSANDS}|{_LONG_DASH}|{_SOFT_BREAK}")
_PAIRED_QUOTES = re.compile(r'"([^"\n]{1,60})"')
_HALF_MARK = re.compile(rf"(?<=[{_HAN}”》）％%\]〕\w])[{_SPACE}]*([,;:?!])(?=[{_SPACE}\n]*(?:[{_HAN}“《（]|\Z|\n))"
                        rf"|(?<=[{_HAN}”》）])([,;:?!(])|(\))(?=[{_SPACE}]*[{_HAN}，。；：、])|(\()(?=[{_HAN}])|(?<=[{_HAN}])(\))")
_WIDE = dict(zip(",;:?!()", "，；：？！（）"))


@dataclass(frozen=True, slots=True)
class CleanText:
    """A text and, for each of its characters, the offset of its origin in the raw text.

    >>> CleanText("产业园", (0, 1, 3), 4).raw_span(1, 3)
    (1, 4)
    """

    text: str
    origins: tuple[int, ...]  # one for each character, rising
    raw_length: int

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Raw offsets of the clean stretch ``[start, end)``: from its first to its last character."""
        if start >= end:
            raise ValueError(f"empty span {start}:{end}")
        return self.origins[start], self.origins[end - 1] + 1


def identity(text: str) -> CleanText:
    """A text as it is, mapped to itself."""
    return CleanText(text, tuple(range(len(text))), len(text))


def normalise(raw: str) -> CleanText:
    """The text without the noise of its page, mapped to where each character came from.

    >>> normalise("完成１２ 亿 元[3], 增长6.5%").text
    '完成12亿元，增长6.5%'
    >>> normalise("修路2条：①东河路②西河路").text
    '修路2条：①东河路②西河路'
    """
    same_length = raw.translate(_table())
    same_length = re.sub(r"[-–—－]{2}(?=[^\d]|\Z)", "——", same_length)
    same_length = _PAIRED_QUOTES.sub(r"“\1”", same_length)
    same_length = _HALF_MARK.sub(lambda m: "".join(_WIDE.get(c, c) for c in m.group()), same_length)
    pieces, origins, at = [], [], 0
    for match in _LEFT_OUT.finditer(same_length):
        if "①" <= match.group() <= "⒇" and _NUMBERING.search(same_length, same_length.rfind("\n", 0, match.start()) + 1, match.start()):
            continue
        pieces.append(same_length[at:match.start()])
        origins.extend(range(at, match.start()))
        at = match.end()
    pieces.append(same_length[at:])
    origins.extend(range(at, len(same_length)))
    return CleanText("".join(pieces), tuple(origins), len(raw))


@lru_cache(maxsize=1)
def _table() -> dict[int, str]:
    """Full-width letters and digits, radicals and compatibility ideographs, one character for one."""
    codes = [*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B), 0xFF05, 0xFF0B, 0xFF0E, 0xFF0F,
             *range(0x2E80, 0x2FE0), *range(0xF900, 0xFB00), 0x338F, 0xFF5E]
    plain = {code: unicodedata.normalize("NFKC", chr(code)) for code in codes}
    plain.update({0x2EC5: "见", 0x2ED3: "长", 0x2ED4: "长", 0x2EDA: "页", 0x2EE9: "黄", 0x2E9F: "母", 0x2EA0: "民",
                  0x2EAC: "示", 0x2EAD: "示", 0x2EB5: "网", 0x2ECB: "车", 0x2ECC: "辶", 0x2ED8: "青", 0x2EDD: "食",
                  0x2EE2: "马", 0x2EE4: "鬼", 0x2EE5: "鱼", 0x2EE6: "鸟", 0x2EE8: "麦", 0x2EEC: "齐", 0x2EEE: "齿",
                  0x2EF0: "龙", 0x0D: "\n", 0x2028: "\n", 0x2029: "\n", 0x0B: "\n", 0x0C: "\n"})
    return {code: char for code, char in plain.items() if len(char) == 1}
