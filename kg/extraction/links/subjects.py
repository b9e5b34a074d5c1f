"""Who it is that a clause speaks of before its verb, where no mention says so: nobody, or somebody without a name.

A verb that opens its clause (``，成功创建……``) is the government's; one that a noun precedes (``7个乡镇获评……``,
``镜湖入选……``) is that other's, whether or not the noun is a name.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kg.extraction.lexicon import load
from kg.extraction.links.scene import Scene

_NOUN = re.compile(r"n|vn|zg|j|l$|i$|eng|x$|s$")  # tags of jieba for nouns, names, foreign words, fixed phrases
_OWN = frozenset(("我们", "县委", "县政府", "区委", "区政府", "市委", "市政府", "省委", "省政府", "各级", "上下", "人民", "政府",
                  "力争", "争取", "确保", "努力", "力促", "力求", "推进", "推动", "加快", "支持"))  # verbs that are nobody
_COUNTED = re.compile(r"(?<!第)(?:\d+|[一二三四五六七八九十两多数]+)(?:余|多)?\s*(?:个|家|所|大|项|条|名|处|种|人|件|户|座|批|支|类|村|镇|乡|社区|企业)")
_CLASSES = "公司|集团|企业|项目|产品|品牌|景区|园区|商标|牌|系列|医院|学校|院校|高校|村|社区|街道|单位|产业|基地|平台|中心|机构|银行|[县市区镇乡地]"
_LISTED = re.compile(r"[”’》）)\s]*等?(?:一批|[\d一二三四五六七八九十两多]+(?:余|多)?\s*[家个项所种大条])?"
                     rf"(?:[^，。；]{{0,10}}?(?:{_CLASSES})+)?")
_WHOLE = re.compile(r"[”’》）)\s]*(?:(?:等|等?(?:一批|[\d一二三四五六七八九十两多]+(?:余|多)?\s*[家个项所种大条]))[^，。；]{0,12}?)??"
                    rf"(?:{_CLASSES})*")
_BODY = re.compile(r"[^\W\d_A-Za-z]{2}(?:[学医法察防究育技]院|公司|集团|中心|法所|出所|协会|学校|医院|园区|[局站馆])$")  # a name's last noun
_AGENT = re.compile(r"被(?!动|子)")


@lru_cache(maxsize=1)
def _manners() -> re.Pattern:
    words = "|".join(sorted((entry.text for entry in load("manners")), key=len, reverse=True))
    return re.compile(rf"(?:{words}|[\d一二三四五六七八九十]+(?:年|次|届|度)(?:度)?|[，\s])+$")


def verb_start(text: str, start: int, end: int) -> int:
    """Where the predicate of a verb that ends the stretch begins: at the ``被`` of its agent, if there is one.

    >>> verb_start("我县被省政府授予", 0, 6)
    2
    """
    found = None
    for found in _AGENT.finditer(text, start, end):
        pass
    return found.start() if found is not None else end


def someone(scene: Scene, start: int, end: int) -> bool:
    """Does the stretch, that runs up to a verb, end with a noun: somebody who does what the verb says?"""
    end = _without_manner(scene.report.text, start, end)
    if start >= end:
        return False
    if _COUNTED.search(scene.report.text, start, end) or scene.report.text[end - 1] in "等”’》":
        return True
    if _BODY.search(scene.report.text, start, end):
        return True
    last = scene.last_word(start, end)
    return last is not None and bool(_NOUN.match(last[1])) and last[0] not in _OWN


def follows(scene: Scene, start: int, end: int) -> bool:
    """Does a verb that begins at ``end`` speak of the name that ends at ``start``: ``A等3家企业 成功``, not ``A锦鲤``?"""
    stop = _without_manner(scene.report.text, start, end)
    return bool(_LISTED.fullmatch(scene.report.text, start, stop)) or not someone(scene, start, stop)


def whole(scene: Scene, start: int, end: int) -> bool:
    """Does the name that ends at ``start`` end there, so that only a class or count follows up to the verb, and no
    noun of its own (``清口柔性陶瓷等3个平台``)?"""
    stop = _without_manner(scene.report.text, start, end)
    return _WHOLE.fullmatch(scene.report.text, start, stop) is not None or not someone(scene, start, stop)


def _without_manner(text: str, start: int, end: int) -> int:
    """Where the stretch ends without its last adverbs and times."""
    adverbs = _manners().search(text, start, end)
    return adverbs.start() if adverbs else end
