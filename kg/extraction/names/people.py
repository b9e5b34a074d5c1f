"""People: who gives the report, and whose title follows their name (总书记, 院士)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import rjieba

from kg.document.report import Report
from kg.extraction.lexicon import load
from kg.extraction.names.candidate import Candidate
from kg.extraction.names.passage import Passage


def speaker_names(passage: Passage, report: Report) -> Iterator[Candidate]:
    """Where the sentence names the speaker of the report."""
    if not report.speaker:
        return
    for match in _spaced(report.speaker).finditer(passage.text, passage.sentence.start, passage.sentence.end):
        yield Candidate(match.start(), match.end(), ("Person",), "header.speaker", 0.95, passage.sentence.index)


@lru_cache(maxsize=8)
def _spaced(name: str) -> re.Pattern[str]:
    """The name, spaces between its characters or not."""
    return re.compile(r"\s*".join(map(re.escape, name)))


_TITLE = re.compile(r"(?:总书记|书记|省长|市长|县长|区长|主席|总理|副总理|委员长|部长|同志|院士|教授|烈士|先生|女士)(?![办质楼级室杯热])")
_LENGTHS = (2, 3, 4)  # characters of a name
# surnames, the commonest of them (a census counts the hundred first for 85 % of all people), without those that are words (高, 方)
_SURNAMES = frozenset("王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖董袁潘蒋蔡余杜叶魏苏吕丁任沈姚卢姜崔钟谭陆汪范石廖贾夏韦付邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤")
_PRAISED = re.compile("英雄|模范|烈士|最美|见义勇为|运动员|选手|楷模|劳模|工匠|事迹|企业家")  # what is said of people who are named
_PRAISE = re.compile(r"事迹|同志|等(?:一批|一大批|众多|\d+[名位]|先后)*(?:的|新时代|道德)*(?:先进|模范|英雄|楷模|典型|榜样|劳模|工匠)")
_AFTER_HERO = r"(?=[、，。；]|等|荣获|勇?夺|获|当选|入选|被|同志|事迹|成为|[回返]乡)"
_HOLDING = re.compile("书记|省长|市长|县长|区长|州长|总理|主席|主任|董事长|总经理|院士")  # offices that stand before a name
_AFTER_OFFICER = (r"(?=[、，。；]|等|先后|同志|当选|一行|出席|[来到][我县区市会场]|赴|莅临|深入|亲临|率[团队领]|作[了工报]|代表|主持)")


def titled_names(passage: Passage) -> Iterator[Candidate]:
    """A candidate for each name of a person, as the dictionary tells it, that stands just before a title."""
    for match in _TITLE.finditer(passage.text, passage.sentence.start, passage.sentence.end):
        end = match.start()
        start = next((at for at in range(end - 1, max(end - 5, passage.sentence.start) - 1, -1) if at in passage.edges), end)
        if end - start not in _LENGTHS or not _is_person(passage.text[start:end]):
            start = next((end - n for n in (3, 2) if _is_unknown_person(passage, end - n, end)), end)
        if start < end:
            yield Candidate(start, end, ("Person",), "people.titled", 0.85, passage.sentence.index)


@lru_cache(maxsize=1024)
def _is_person(word: str) -> bool:
    tagged = rjieba.tag(word, False)
    return len(tagged) == 1 and tagged[0][1] == "nr"


def _is_unknown_person(passage: Passage, start: int, end: int) -> bool:
    """A surname and one or two characters more, which are no words of the dictionary, at the start of a clause or item."""
    return start >= passage.sentence.start and passage.text[start] in _SURNAMES and all(at in passage.edges for at in range(start, end + 1)) \
        and (start == passage.sentence.start or passage.text[start - 1] in "，。、；：和与”")


@lru_cache(maxsize=2)
def _called(kind: str) -> re.Pattern[str]:
    """A name after a word of praise or a trade, or after an office, with what may follow it."""
    words = "|".join(sorted((e.text for e in load("callings") if kind in e.list("class")), key=lambda w: (-len(w), w)))
    before, after = (f"{words}|涌现出了?|(?:^|[，。、；：])", _AFTER_HERO) if kind == "praise" else (words, _AFTER_OFFICER)
    return re.compile(rf"(?:{before})“?(?P<name>[^\W\d_A-Za-z]{{2,3}}?)”?{after}")


def praised_people(passage: Passage) -> Iterator[Candidate]:
    """A candidate for each person that a word of praise, a trade or an office stands before: ``见义勇为青年赵小刚``, ``省长刘建国到我县视察``."""
    start, end = passage.sentence.start, passage.sentence.end
    praised, holding = _PRAISED.search(passage.text, start, end), _HOLDING.search(passage.text, start, end)
    text = passage.text[start:end] if praised or holding else ""
    for match in _called("praise").finditer(text) if praised else ():
        name = match["name"]
        alone = match["name"] == match[0].strip("，。、；：“”") and not _PRAISE.match(text, match.end())
        if name[0] in _SURNAMES and (_is_person(name) or not alone and not rjieba.has_word(name) and not _common(name[1:])):
            start = passage.sentence.start + match.start("name")
            yield Candidate(start, start + len(name), ("Person",), "people.praised", 0.8, passage.sentence.index)
    for match in _called("office").finditer(text) if holding else ():
        name = match["name"]
        if name[0] in _SURNAMES and (_is_person(name) or len(name) == 3 and not (rjieba.has_word(name) or _common(name[1:]) or _common(name[:2]))):
            start = passage.sentence.start + match.start("name")
            yield Candidate(start, start + len(name), ("Person",), "people.officer", 0.8, passage.sentence.index)


def _common(given: str) -> bool:
    """Is it a word, which hardly anybody is called by (水平)?"""
    words = rjieba.tag(given, False)
    return len(words) == 1 and len(given) == 2 and words[0][1] in ("n", "vn", "ns", "t", "d")
