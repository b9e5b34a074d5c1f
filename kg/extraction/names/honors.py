"""Honours: titles, lists and recognitions that somebody gets or hopes for.

Two roads lead to one: a verb of getting (入选, 获评, 争创) with a title after it, or a title that says its rank
(国家级, 全省) and ends in a noun of titles (示范区, 百强县).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.extraction.lexicon import Match, load
from kg.extraction.names.candidate import Candidate
from kg.extraction.names.heads import LONGEST
from kg.extraction.names.passage import Passage

_PROVINCES = ("河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾")
_RANK = re.compile(rf"(?:首批|第[一二三四五六七八九十]批|新一轮)?(?:联合国|国家(?:级|重点)?|全国|部级|(?:{_PROVINCES})?省(?:级|重点)?|全省|自治区(?:级)?"
                   r"|全区|市级|全市|区级|县级|工信部|农业农村部|[1-5]A级?|A{3,5}级)")
_RANK_MARKS = ("级", "国", "省", "全", "部", "首批")  # without one of them there is no rank
_WIDE_RANK = re.compile(r"世界|国际|全球|中国|市")
_TAIL = re.compile(r"(?:称号|认证|认定|复审|复核|验收|评估|创建|申报|工作|任务|建设|奖牌|荣誉|第?[\d.]+(?:余)?(?:个|项|家|处|名|人|件|条|所|次|张|座|种)?(?:以上|左右)?|行列|等)+$")


@lru_cache(maxsize=1)
def _ends() -> frozenset[str]:
    return frozenset(entry.text for entry in load("honors"))


def honors(passage: Passage) -> Iterator[Candidate]:
    """Candidates for honours in the sentence."""
    for clause in passage.clauses:
        verbs = passage.within("honor_verbs", clause.start, clause.end)
        if not verbs and not any(passage.text.find(mark, clause.start, clause.end) >= 0 for mark in _RANK_MARKS):
            continue
        verb: Match | None = None
        for start, end in clause.items:
            found = _verb(passage, start, end)
            verb = found or verb
            begin = found.end if found else start
            yield from _titles(passage, begin, end, verb, listed=found is None)


def _verb(passage: Passage, start: int, end: int) -> Match | None:
    last = None
    for match in passage.within("honor_verbs", start, end):
        strengths = last and (last.entry.columns["strength"], match.entry.columns["strength"])
        if strengths in (None, ("weak", "strong")) and not passage.inside(match.start, match.end):
            last = match
    ranked = _rank(passage, start, end)
    inside_title = last is not None and ranked is not None and ranked < last.start
    return None if inside_title and last.entry.columns["strength"] == "weak" else last


def _titles(passage: Passage, start: int, end: int, verb: Match | None, *, listed: bool) -> Iterator[Candidate]:
    text = passage.text
    for a, b in _parts(text, start, end):
        ranked = _rank(passage, a, b)
        begin = ranked if ranked is not None else a
        strong = verb is not None and verb.entry.columns["strength"] == "strong"
        stop = _stop(passage, begin, b, keep_verbs=strong)
        if stop - begin < 4 or stop - begin > LONGEST:
            continue
        ending = _ending(text[begin:stop])
        if ranked is not None and ending and (strong or _certain(text, begin, ending)):
            yield Candidate(begin, stop, ("Honor",), f"honor.{ending}", 0.9 if verb else 0.86, passage.sentence.index)
        elif strong and ending and (verb.end == a or listed):
            yield Candidate(begin, stop, ("Honor",), verb.entry.id, 0.75, passage.sentence.index)


def _certain(text: str, begin: int, ending: str) -> bool:
    """Without a verb of getting, a title must say its rank plainly and end in more than 县 or 区."""
    return len(ending) > 1 and not text.startswith("以上", begin + 2) and _WIDE_RANK.match(text, begin) is None


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for match in re.finditer(r"[和与及](?=全国|国家|全省|省级|市级|中国)", text[start:end]):
        yield at, start + match.start()
        at = start + match.end()
    yield at, end


def _rank(passage: Passage, start: int, end: int) -> int | None:
    for match in _RANK.finditer(passage.text, start, end):
        if match.start() in passage.edges and not passage.inside(match.start(), match.end()):
            return match.start()
    return start if _WIDE_RANK.match(passage.text, start, end) and start in passage.edges else None


def _stop(passage: Passage, start: int, end: int, *, keep_verbs: bool) -> int:
    """Where the title ends: before counts and words such as 称号, or where the next verb begins."""
    text = passage.text
    tail = _TAIL.search(text, start, end)
    if keep_verbs and tail and _ending(text[start:tail.start()]) and tail.start() > start + 3:
        return tail.start()
    if keep_verbs and _ending(text[start:end]):
        return end
    for boundary in passage.boundaries_within(start + 2, end):
        if boundary.entry.columns["class"] == "govern":
            end = boundary.start
            break
    tail = _TAIL.search(text, start, end)
    return tail.start() if tail and tail.start() > start + 2 else end


def _ending(title: str) -> str | None:
    bare = title.rstrip("”》）)")
    for length in range(min(7, len(bare)), 0, -1):
        if bare[-length:] in _ends():
            return bare[-length:]
    return None
