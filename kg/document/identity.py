"""Whose report it is, and of which year."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from kg.document.gazetteer import Gazetteer, short_name
from kg.document.header import Header
from kg.document.report import Division

_LEVEL_WORDS = (("county", "县"), ("county", "区"), ("city", "市"), ("province", "省"), ("county", "旗"), ("city", "州"))
_OWN_PHRASE = re.compile(r"我代表([^\W\d_A-Za-z]{1,16}?)(?:第[一二三四五六七八九十]+届)?人民政府")
_BEFORE_GOVERNMENT = re.compile(r"([^\W\d_A-Za-z]{2,16}?)(?:第[一二三四五六七八九十]+届)?人民政府")
_HEADING_YEAR = re.compile(r"(?:^|[、：:\s])“?((?:19|20)\d\d)年[^\n。]{0,20}(?:回顾|总结|完成情况|发展成就|发展主要成绩)", re.MULTILINE)
_PLAN_YEAR = re.compile(r"((?:19|20)\d\d)年[^\n。，]{0,14}(?:总体要求|总体思路|目标任务|工作安排|工作部署|重点工作|主要任务|预期目标|工作打算|主要工作|主要目标)")
_LAST_WEEKS = 11  # the month from which a congress closes the year
_ENDING = {"county": "县", "city": "市", "province": "省"}


def find_division(text: str, header: Header, name: str) -> Division | None:
    """The division whose government reports, by the frame, the opening words, and who is named most."""
    gazetteer = Gazetteer.default()
    phrases = [p for p in _phrases(text, header) if len(p) >= 2]
    unknown: Division | None = None
    for phrase in phrases:
        division = _parse(phrase, gazetteer) or _by_mention(phrase, text, gazetteer)
        if division is not None and division.code:
            return division
        unknown = unknown or _outside(phrase)
    return unknown or _most_named(text, gazetteer)


def named_division(given: str) -> Division | None:
    """The division that a user names, by code or by name; one outside the gazetteer keeps its name."""
    gazetteer = Gazetteer.default()
    if given.isdigit():
        try:
            return gazetteer.division(given)
        except KeyError:
            return None
    return _parse(given, gazetteer) or _outside(given)


def _phrases(text: str, header: Header) -> list[str]:
    """How the report calls its own division, the surest first."""
    meeting = re.sub(r"第?[一二三四五六七八九十]+届人民代表大会.*", "", header.meeting)
    title = re.sub(r"(?:19|20)\d\d年|(?:人民)?政府工作报告.*|\s|[-—]", "", header.title)
    own = _OWN_PHRASE.search(text[:4000])
    publisher = _BEFORE_GOVERNMENT.search(header.publisher)
    visited = re.search(r"访问([^\W\d_A-Za-z]{2,16}?)人民政府", text[:200])
    return [meeting, header.place, title, own.group(1) if own else "", publisher.group(1) if publisher else "",
            visited.group(1) if visited else ""]


def _parse(phrase: str, gazetteer: Gazetteer) -> Division | None:
    """The last division of a phrase such as 枣庄市市中区, read from the largest to the smallest."""
    within: Division | None = None
    at = 0
    while at < len(phrase):
        for end in range(len(phrase), at + 1, -1):
            found = gazetteer.find(phrase[at:end], within)
            if found is not None and (end == len(phrase) or found.name == phrase[at:end]):
                within, at = found, end
                break
        else:
            return None
    return within


def _by_mention(phrase: str, text: str, gazetteer: Gazetteer) -> Division | None:
    """Of several divisions of one name, the one whose upper divisions and towns the text names."""
    found = [d for d in gazetteer.named(phrase) if d.name == phrase]
    if len(found) < 2:
        return None
    scores = [(sum(text.count(up.short) for up in d.above) + 3 * sum(t.name in text for t in gazetteer.towns(d)), d.code)
              for d in found]
    best = max(scores)
    return next(d for d in found if d.code == best[1]) if best[0] and scores.count(best) == 1 else None


def _outside(phrase: str) -> Division | None:
    """A division that the gazetteer does not have (fictional, or long gone)."""
    match = re.fullmatch(r"([^\W\d_A-Za-z]{2,10}?(?:自治州|自治县|自治区|省|市|县|区|旗|盟|州))([^\W\d_A-Za-z]{1,10}(?:县|区|市|旗))?", phrase)
    if match is None or re.search(r"[我了的在和]|代表", phrase):
        return None
    upper, name = (match.group(1), match.group(2)) if match.group(2) else (None, match.group(1))
    level = "county" if name[-1] in "县区旗" else "province" if name.endswith(("省", "自治区")) else "city"
    above = Gazetteer.default().find(upper) if upper else None
    ups = (above, *above.above) if above else ((Division(upper, "city", "", (), short_name(upper)),) if upper else ())
    return Division(name, level, "", ups, short_name(name))


def _most_named(text: str, gazetteer: Gazetteer) -> Division | None:
    """The division that the text names most, of the level that it speaks of as its own (我县, 全市)."""
    level = _own_level(text)
    if level is None:
        return None
    names, automaton = _automaton()
    counts = Counter(names[i] for _, _, i in automaton.find(text))
    ranked = [(n * _fit(d, text, gazetteer), d.code, d) for name, n in counts.items() for d in gazetteer.named(name)
              if d.level == level]
    ranked.sort(key=lambda r: (-r[0], r[1]))
    return ranked[0][2] if ranked and (len(ranked) == 1 or ranked[0][0] > ranked[1][0]) and ranked[0][0] >= 3 else None


def _fit(division: Division, text: str, gazetteer: Gazetteer) -> float:
    """More for a division whose upper divisions the text names too."""
    return 1 + 0.1 * sum(up.short in text for up in division.above)


def _own_level(text: str) -> str | None:
    counts = [(sum(text.count(prefix + word) for prefix in ("全", "我", "本")), level, word) for level, word in _LEVEL_WORDS]
    most = max(counts)
    if most[0] == 0:
        return None
    return "province" if most[2] == "区" and text.count("自治区") > most[0] else most[1]


@lru_cache(maxsize=1)
def _automaton() -> tuple[tuple[str, ...], CharwiseDoubleArrayAhoCorasick]:
    names = tuple(n for n in Gazetteer.default().names if len(n) >= 2)
    return names, CharwiseDoubleArrayAhoCorasick(list(names), MATCH_KIND_LEFTMOST_LONGEST)


def own_names(division: Division | None) -> tuple[str, ...]:
    """How a report calls its own division, the longest first.

    >>> own_names(Division("云溪县", "county", short="云溪"))
    ('云溪县', '云溪', '全县', '我县', '本县')
    """
    if division is None:
        return ()
    word = "区" if division.name.endswith("自治区") else division.name[-1]
    prefixes = ["".join(up.name for up in reversed(division.above[:n])) for n in range(len(division.above), 0, -1)]
    return tuple(dict.fromkeys([p + division.name for p in prefixes] + [division.name, division.short]
                               + [f"{own}{word}" for own in ("全", "我", "本")]))


def find_year(text: str, header: Header, name: str) -> int | None:
    """The year that the plan part speaks of: that of the speech."""
    reviewed = _HEADING_YEAR.search(text)
    if header.speech_date:
        return _year_ahead(header.speech_date, int(reviewed.group(1)) if reviewed else None)
    titled = re.search(r"((?:19|20)\d\d)年", header.title)
    if titled:
        return int(titled.group(1))
    if reviewed:
        return int(reviewed.group(1)) + 1
    planned = _PLAN_YEAR.search(text)
    if planned:
        return int(planned.group(1))
    if header.issued:
        return int(header.issued[:4])
    in_name = re.search(r"(?<!\d)((?:19|20)\d\d)(?!\d)", name)
    if in_name:
        return int(in_name.group(1))
    years = Counter(re.findall(r"(?<!\d)((?:19|20)\d\d)年", text[:len(text) // 2]))
    return int(max(sorted(years), key=lambda y: (years[y], y))) + 1 if years else None


def _year_ahead(speech_date: str, reviewed: int | None) -> int:
    """The year that a speech of this day plans for: the next one, where it looks back on its own year already.

    Many districts hold their congress in the last weeks of the year under review.

    >>> _year_ahead("2022-12-24", 2022), _year_ahead("2023-02-02", 2022), _year_ahead("2021-12-06", None)
    (2023, 2023, 2022)
    """
    year, month = int(speech_date[:4]), int(speech_date[5:7])
    looks_back = reviewed == year if reviewed in (year, year - 1) else month >= _LAST_WEEKS
    return year + 1 if looks_back else year
