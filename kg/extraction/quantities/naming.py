"""The indicator: the words before a number, or the noun after it, without what names nothing."""

from __future__ import annotations

import re

from kg.extraction.quantities.frames import Frame
from kg.extraction.quantities.patterns import pattern
from kg.extraction.quantities.wording import final_action, kind_of, leading_action
from kg.extraction.quantities.wording import words as lexicon_words
from kg.extraction.words import Words

_ENDS_NOUN = frozenset(("v", "d", "p", "r", "vd", "zg", "ud"))
_LONGEST_NAME = 30
_LONGEST_AFTER = 16
_OF_GROUP = pattern("of-group")
_LIGHT_INSIDE = pattern("light-inside")
_GROUP = pattern("group")
_NOTE = re.compile(r"〔[^〕]*〕|\[\d+\]")
_QUOTES = str.maketrans("", "", "“”‘’\"《》 \u3000\n")
_CLASS_NOUN = pattern("class-noun")
_NOT_A_NOUN = pattern("not-a-noun")
_TAIL = re.compile(r"(?:等|的|工作|任务)$")
_BRACKETED = re.compile(r"[（(][^）)]*$|^[^（(]*[）)]")


def noun_after(frame: Frame, core: str, predicate: bool, words: Words) -> bool:
    """Does the number count the noun that follows it (``37个项目``), not the words before it?"""
    right, kind = frame.right, frame.quantity.kind
    if not right:
        return False
    if right[0] == "的":
        if kind in ("percent", "people", ""):
            return _expects_object(core)
        return kind in ("counter",) and not core
    if _NOT_A_NOUN.match(right):
        return not core and kind in ("counter", "people")
    if kind in ("percent", "points", "times"):
        return kind == "percent" and not core and not predicate and starts_with_noun(frame, words)
    noun = starts_with_noun(frame, words)
    if _expects_object(core) or kind == "counter" and noun and _follows_verb(frame, words):
        return kind != "money" or bool(core) and kind_of(core) != "dependent" and not _nominal_money(core)
    if noun and frame.quantity.unit.endswith(("名", "位")):
        return True
    return kind in ("counter", "people", "") and (noun and not predicate or bool(_CLASS_NOUN.match(right)))


def _follows_verb(frame: Frame, words: Words) -> bool:
    """Is the word right before the number a verb?"""
    at = words.from_place(frame.quantity.start) - 1
    return at >= 0 and words[at].end == frame.quantity.start and words[at].tag == "v"


def _expects_object(core: str) -> bool:
    return not core or final_action(core) is not None


def _nominal_money(core: str) -> bool:
    """``投资``, ``贷款``: verbs whose amount needs no noun."""
    return core.endswith(("投资", "投入", "耗资", "筹资", "融资", "贷款", "补助", "补贴", "捐款", "减税", "降费", "退税", "让利",
                          "节约", "补偿", "理赔", "结汇", "出口", "授信", "资助", "销售", "交易"))


def name_before(core: str) -> str:
    """A phrase before a number as a name: a light verb at its head falls away.

    >>> name_before("完成固定资产投资"), name_before("新增“四上”企业")
    ('固定资产投资', '新增四上企业')
    """
    name = core
    while True:
        action = leading_action(name)
        if (action is None or action.columns["kind"] != "light" or len(name) - len(action.text) < 2
                or kind_of(name)):
            break
        name = name[len(action.text):].removeprefix("了")
    return tidy(_LIGHT_INSIDE.sub("", name))


def name_after(frame: Frame, core: str, words: Words, of_whole: bool = False) -> str:
    """The noun after a number, with the verb before it where the verb says more than 完成."""
    start = frame.quantity.suffix_end
    right = frame.right
    if right.startswith("的"):
        start, right, of_whole = start + 1, right[1:], True
    if of_whole:
        right = _OF_GROUP.sub("", right)
    if frame.open or of_whole or len(right) > _LONGEST_AFTER:
        right = right[:_noun_length(words, start, start + len(right))]
    action = final_action(core)
    verb = action.text if action and action.columns["kind"] in ("action", "increment") else ""
    return tidy(verb + right)


def _noun_length(words: Words, start: int, end: int) -> int:
    """How far the noun phrase at ``start`` reaches: up to the first verb or particle after a noun."""
    at, noun = words.from_place(start), False
    while at < len(words) and words[at].start < end:
        word = words[at]
        single_verb = word.tag == "v" and word.end - word.start == 1
        if noun and word.start - start >= 2 and word.tag in _ENDS_NOUN and not single_verb:
            return word.start - start
        noun = noun or word.tag[0] == "n" or word.tag in ("vn", "l", "j", "i")
        at += 1
    return end - start


def starts_with_noun(frame: Frame, words: Words) -> bool:
    """Does a noun follow the number at once?"""
    at = words.from_place(frame.quantity.suffix_end)
    if at == len(words) or words[at].start != frame.quantity.suffix_end or words[at].tag[0] in "vpdcru":
        return False
    return not kind_of(frame.right[:words[at].end - words[at].start])


def spent_on(clause: str, start: int, words: Words) -> str:
    """What money goes to by the words after it (``投资2亿元实施危房改造``), ``""`` where they name no one thing.

    ``start`` is the place of ``clause`` in the text that ``words`` were cut from.
    """
    action = leading_action(clause)
    if action is None:
        return ""
    rest = clause[len(action.text):]
    rest = rest.removeprefix("了")
    start += len(clause) - len(rest)
    if "、" in rest:
        group = _GROUP.search(rest)
        if group is None:
            return ""
        start, rest = start + group.start("noun"), group["noun"]
    name = tidy(rest[:_noun_length(words, start, start + len(rest))])
    return name if 2 <= len(name) <= _LONGEST_AFTER else ""


def clause_before(frame: Frame, words: Words) -> str:
    """The noun that the clause before opens with (``种植面积逐年扩大，目前已达2万亩``), ``""`` where there is none."""
    text = frame.before
    end = len(text) - len(frame.left) - 1
    if frame.breaks != 1 or end <= 0 or text[end] != "，":
        return ""
    start = max(text.rfind(mark, 0, end) for mark in "，；：。、") + 1
    offset = frame.left_start - 1 - end
    length = _noun_length(words, start + offset, end + offset)
    return tidy(text[start:start + length]) if length < min(end - start, _LONGEST_AFTER) else ""


def tidy(name: str) -> str:
    """A name without quotes, spaces, unbalanced brackets and endings that say nothing."""
    name = _NOTE.sub("", name).translate(_QUOTES)
    if name.count("（") != name.count("）"):
        name = _BRACKETED.sub("", name)
    while _TAIL.search(name) and len(name) > 2:
        name = _TAIL.sub("", name)
    return name.strip("、，：；-—·了的")[-_LONGEST_NAME:]


def opening_verb(name: str) -> tuple[str, str]:
    """The verb a name opens with and its kind, for the items that follow in its list."""
    action = leading_action(name)
    return (action.text, action.columns["kind"]) if action else ("", "")


def without_verb(name: str) -> str:
    """``新增四上企业`` → ``四上企业``."""
    verb, kind = opening_verb(name)
    return name[len(verb):] if kind in ("increment", "action") and len(name) > len(verb) + 1 else name


def starts_with_verb(core: str) -> bool:
    """Has an item of a list a verb of its own?"""
    entry = lexicon_words("quantity_actions").opening(core)
    return entry is not None and entry.columns["kind"] in ("action", "increment", "light")
