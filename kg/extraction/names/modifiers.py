"""What the words before a head noun say: whether they name something, or describe a class of things.

The dictionary's parts of speech tell: a name holds a proper noun, or characters that are no word of the dictionary;
a description is made of common words alone (``污水治理村``).
"""

from __future__ import annotations

import re
from functools import lru_cache

import rjieba

from kg.document.gazetteer import Gazetteer
from kg.extraction.lexicon import load

_COMMON = frozenset(("n", "v", "vn", "vd", "a", "ad", "an", "b", "d", "i", "l", "f", "s", "t", "m", "j"))
_PARTICLES = frozenset(("p", "c", "d", "r", "u", "ul", "uj", "uz", "ug"))
_PROPER = frozenset(("ns", "nr", "nrt", "nrfg", "nz", "nt", "ul", "m", "r"))  # what a verb of reporting stands before
_HAN = re.compile(r"[^\W\d_A-Za-z]+")
_ACTING = "制投做让把将对用抓促助推办打要能可"  # no name of a company begins so
_NAMES = frozenset(("ns", "nr", "nrt", "nz", "nt"))
_LED = re.compile("以[^，。；：为]{2,40}为(?:依托|龙头|引领|骨干|支撑|链主|主导|核心|代表)")
_RANK = re.compile(r"(?:(?:世界|中国|全国|国内|全球|民营|行业|省|民企|央企)*(?:500强|五百强|百强|50强)(?:企业)?|[央国民]企|民营企业|(?:上市|链主|龙头|知名|独角兽)(?:公司|企业)|行业龙头|(?:[我本][省市县区州旗])?企业|服务|帮扶|走访)(?!企业)")
_MARKED = re.compile(r"[“”‘’《》（）()A-Za-z\d·]")


@lru_cache(maxsize=1)
def _generic() -> frozenset[str]:
    return frozenset(entry.text for entry in load("generic"))


@lru_cache(maxsize=1)
def division_names() -> frozenset[str]:
    """Full and short names of all provinces, cities and counties."""
    return frozenset(Gazetteer.default().names)


@lru_cache(maxsize=4096)
def _tagged(text: str) -> tuple[tuple[str, str], ...]:
    return tuple(rjieba.tag(text, False))


def is_proper(word: str) -> bool:
    """Is it one word, which the dictionary knows as a name?

    >>> is_proper("兴华路"), is_proper("铁路"), is_proper("云溪路")
    (True, False, False)
    """
    words = _tagged(word)
    return len(words) == 1 and words[0][1] in _NAMES


def made_of_common_words(name: str) -> bool:
    """Is each of its words a common one, and the first of two characters or more?

    >>> made_of_common_words("温泉酒店"), made_of_common_words("地表水厂"), made_of_common_words("恒岳酒店")
    (True, True, False)
    """
    # 温泉 is a person's name too to the dictionary
    return name.isalpha() and all((len(word) > 1 or k and tag in ("n", "zg")) and (tag in _COMMON or tag in ("nr", "zg"))
                                  for k, (word, tag) in enumerate(_tagged(name)))


def describes(modifier: str, *, road: bool = False) -> bool:
    """Is the modifier made of two or more common words, one of them no noun, so that it describes rather than names?

    ``road``: only what opens with a verb does; common words name roads as well as anything.

    >>> describes("污水治理"), describes("白家峪"), describes("碧水"), describes("青年")
    (True, False, False, False)
    """
    if _MARKED.search(modifier):
        return False
    words = _tagged(modifier.removeprefix("国有"))
    if road:
        return len(words) >= 2 and words[0][1] == "v" and len(words[0][0]) >= 2 and words[1][1] == "n"
    return len(words) >= 2 and all(tag in _COMMON and (len(word) >= 2 or tag == "a") for word, tag in words) \
        and any(tag != "n" or word in _generic() for word, tag in words)


def names_origin(modifier: str) -> bool:
    """Does the modifier say where a product is from or whose it is: a proper noun, or characters that are no word?

    >>> names_origin("云溪"), names_origin("年出栏"), names_origin("优质")
    (True, False, False)
    """
    if modifier in division_names():
        return True
    words = _tagged(modifier)
    foreign = any(tag in _PROPER - {"m", "r", "ul"} or len(word) == 1 for word, tag in words)
    return foreign and not any(tag in ("v", "vn", "d", "p", "c", "t", "m", "u", "ul") for _, tag in words)


def singles_out(name: str) -> bool:
    """Is it a name and no phrase: with a proper noun or characters that are no word, and without verbs and particles?

    >>> singles_out("建垣"), singles_out("文化"), singles_out("农村书屋"), singles_out("海关总署")
    (True, False, False, True)
    """
    words = _tagged(name)
    foreign = any(tag in _PROPER - {"m", "r", "ul"} or len(word) == 1 for word, tag in words)
    plain = sum(tag == "n" and len(word) >= 2 for word, tag in words)
    return foreign and plain < 2 and not any(tag in ("p", "c", "u", "uj", "ul") or tag in ("v", "vn", "t", "m") and len(word) >= 2
                                             for word, tag in words)


def names_brand(modifier: str) -> bool:
    """Does the modifier open with characters that are no word, as short names of companies do, and no name of a division?

    >>> names_brand("恒岳"), names_brand("恒岳高压"), names_brand("现代"), names_brand("省级")
    (True, True, False, False)
    """
    if not 2 <= len(modifier) <= 6 or not _HAN.fullmatch(modifier) or modifier[0] in _ACTING:
        return False
    words = _tagged(modifier)
    return len(words) >= 2 and len(words[0][0]) == len(words[1][0]) == 1 and words[0][1] not in _PARTICLES \
        and not any(modifier[:n] in division_names() for n in (2, 3)) and modifier[-1] not in "县市区镇乡村省"


def firm_start(text: str, start: int, end: int) -> int:
    """Where a company's name begins when a rank or a verb of service is left out before it.

    >>> firm_start("世界500强企业恒岳集团", 0, 12), firm_start("恒岳集团", 0, 4)
    (8, 0)
    """
    if _LED.match(text, start) is not None:
        start += 1  # 以东垣汽车等企业为龙头: 以东 is a word, too
    match = _RANK.match(text, start, end)
    return match.end() if match is not None and end - match.end() >= 2 else start


def goes_on(name: str, nouns: re.Pattern[str], text: str) -> bool:
    """Does the text say the name anywhere with one of the nouns right behind it?

    >>> goes_on("云溪", re.compile("镇|河"), "云溪产业园在云溪镇"), goes_on("云溪", re.compile("湖"), "云溪产业园")
    (True, False)
    """
    at = text.find(name)
    while at >= 0:
        if nouns.match(text, at + len(name)):
            return True
        at = text.find(name, at + 1)
    return False


def proper_start(text: str, start: int, end: int) -> int:
    """Where a name in the stretch begins when particles and a verb before a proper noun are left out.

    >>> proper_start("受到了云溪农机流通", 0, 9), proper_start("针对县", 0, 3)
    (3, 2)
    """
    if _MARKED.search(text, start, end):
        return start
    words = _tagged(text[start:end])
    for k, (word, tag) in enumerate(words[:-1]):
        verb = tag == "v" and len(word) >= 2 and words[k + 1][1] in _PROPER
        if not verb and (tag not in _PARTICLES or len(word) < 2 and tag not in ("ul", "uj")):
            break
        start += len(word)
    return start
