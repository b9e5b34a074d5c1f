"""How a report is laid out: parts, chapters, paragraphs with their leads, sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.document.report import Chapter, Paragraph, Sentence
from kg.document.sentences import sentences

_NUMBERED = ((1, re.compile(r"(?:第[一二三四五六七八九十]+(?:部分|章)|[一二三四五六七八九十]{1,3}(?:、|\s))")),
             (2, re.compile(r"（[一二三四五六七八九十]{1,3}）")),
             (3, re.compile(r"\d{1,2}(?:[.、．]|）)(?!\d)")))
_HEADING = 60  # characters: a longer paragraph is no heading
_SALUTATION = re.compile(r"各位代表[：:!！,，]?")
_BACK = re.compile(r"回顾|总结|成就|成绩|完成情况|^.{0,12}(?:年|期间)(?:的)?(?:政府|主要)?工作$")
_AHEAD = re.compile(r"(?:总体要求|总体思路|指导思想|奋斗目标|预期目标|目标任务|主要目标|主要任务|重点任务|工作安排|工作部署|工作打算|工作意见|工作建议|"
                    r"工作重点|重点工作|工作思路|主要工作|工作任务|工作目标|工作要求|政府工作|发展目标|总体安排|工作)")
_COMING = re.compile(r"(?:今后|未来|下)[一二三四五]?(?:年|步)|(?:今年|新一年|本届政府|下一步)")
_OPENS_PLAN = re.compile(r"^.{0,40}(?:今年|新的一年|\d{4}年).{0,40}(?:总体要求|总体思路|指导思想|预期目标|主要目标|工作思路)")
_GLOSSARY = re.compile(r"(?:附[件录:：]{0,2})?.{0,14}(?:名词|用语|术语|缩略语)(?:的)?(?:解释|注释|说明|释义)|^(?:注释|注)[:：]?$|^【?名词解释】?")
_FOOTER = re.compile(r"打印本页|关闭窗口|【?打印】?|【?关闭】?|主办单位|版权所有|ICP备|网站标识码|扫一扫|上一篇|下一篇|分享到|责任编辑|浏览次数|联系我们|网站地图|技术支持|公网安备|相关链接|附件下载")
_FIELD = re.compile(r"^[•·*\s]*(?P<name>[^\W\d_A-Za-z]{2,6})\s*[：:]\s*(?P<value>\S.*)?$")


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of a report in order of the text."""

    chapters: tuple[Chapter, ...]
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]


def lay_out_text(text: str, year: int | None) -> Layout:
    """Chapters, paragraphs and sentences of a normalised text; ``year`` is that of the plan part."""
    spans = [m.span() for m in re.finditer(r"[^\n]+", text) if m.group().strip()]
    parts = _parts(text, spans, year)
    chapters: list[Chapter] = []
    paragraphs: list[Paragraph] = []
    found: list[Sentence] = []
    chapter_starts = _headings(text, spans, parts)
    for index, ((start, end), part) in enumerate(zip(spans, parts)):
        if index in chapter_starts:
            chapters.append(Chapter(len(chapters), text[start:end].strip(), start, _chapter_end(index, chapter_starts, spans),
                                    chapter_starts[index], part))
        paragraphs.append(Paragraph(index, start, end, part, len(chapters) - 1 if chapters else None,
                                    _lead(text, start, end)))
        spoken_of = _year_of(part, year)
        for a, b in sentences(text, start, end):
            found.append(Sentence(len(found), a, b, part, spoken_of, index))
    return Layout(tuple(chapters), tuple(paragraphs), tuple(found))


def _year_of(part: str, year: int | None) -> int | None:
    if year is None:
        return None
    return year - 1 if part in ("review", "opening") else year


def _parts(text: str, spans: list[tuple[int, int]], year: int | None) -> list[str]:
    """The part of each paragraph."""
    first, plan, glossary, footer = _first_prose(text, spans), None, len(spans), len(spans)
    for i, (start, end) in enumerate(spans):
        line = text[start:end].strip()
        if i > first and plan is None and _is_plan(line, year):
            plan = i
        if 2 * i > len(spans) and glossary == len(spans) and len(line) <= 40 and _GLOSSARY.search(line):
            glossary = i
        if 2 * i > len(spans) and len(line) <= 80 and _FOOTER.search(line):
            footer = min(footer, i)
    return [_part(i, first, plan if plan is not None else len(spans), glossary, footer, len(spans), text[a:b])
            for i, (a, b) in enumerate(spans)]


def _part(i: int, first: int, plan: int, glossary: int, footer: int, count: int, line: str) -> str:
    if i >= footer and i >= count - 12:
        return "footer"
    if i >= glossary:
        return "glossary"
    if i < first:
        return "header"
    if i == first and "我代表" in line[:80]:
        return "opening"
    if i < plan:
        return "review"
    if i >= count - 4 and _SALUTATION.match(line.strip()) and not re.search(r"\d", line):
        return "closing"
    return "plan"


def _first_prose(text: str, spans: list[tuple[int, int]]) -> int:
    """The first paragraph of the speech: after 各位代表, or the first that is prose or a numbered heading."""
    for i, (start, end) in enumerate(spans[:60]):
        line = text[start:end].strip()
        if line.startswith("各位代表") and len(line) <= 12:
            return i + 1 if i + 1 < len(spans) else i
        if "我代表" in line or (len(line) >= 70 and not _FIELD.match(line)):
            return i
        if level_of(line) == 1 and len(line) <= _HEADING:
            return i
    return 0


def _is_plan(line: str, year: int | None) -> bool:
    """Does this paragraph open the part on the coming year?"""
    bare = re.sub(r"^(?:第[一二三四五六七八九十]部分|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)\s*", "", line)
    coming = _COMING.search(bare) or (year is not None and f"{year}年" in bare) or re.search(r"“?十[一二三四五六]五”?(?:时期|期间|规划)", bare)
    if len(line) <= _HEADING:
        return bool(coming) and _BACK.search(bare) is None and bool(_AHEAD.search(bare)) and not line.endswith("。")
    opens = _OPENS_PLAN.match(bare)
    return bool(opens) and (year is None or f"{year}年" in opens.group() or "今年" in opens.group() or "新的一年" in opens.group())


def level_of(line: str) -> int | None:
    """The level of a numbered heading or item, 1 the outermost.

    >>> level_of("一、工作回顾"), level_of("（二）培育企业。"), level_of("2023年")
    (1, 2, None)
    """
    return next((level for level, pattern in _NUMBERED if pattern.match(line)), None)


def _headings(text: str, spans: list[tuple[int, int]], parts: list[str]) -> dict[int, int]:
    """Paragraphs that are headings, with their level."""
    found = {}
    for i, (start, end) in enumerate(spans):
        line = text[start:end].strip()
        if parts[i] in ("header", "footer") or len(line) > _HEADING:
            continue
        level = level_of(line)
        opens_part = i > 0 and parts[i] != parts[i - 1] and parts[i] in ("review", "plan", "glossary")
        if opens_part and not line.endswith("。"):
            found[i] = 1
        elif level is not None:
            found[i] = level
        elif not re.search(r"[。！；：]$", line) and not _SALUTATION.match(line):
            found[i] = 2
    return found


def _chapter_end(index: int, headings: dict[int, int], spans: list[tuple[int, int]]) -> int:
    level = headings[index]
    following = next((i for i in sorted(headings) if i > index and headings[i] <= level), len(spans))
    return spans[following - 1][1]


def _lead(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The opening phrase of a paragraph that says what it is about (（一）培育优强企业。)."""
    begin = start + len(text[start:end]) - len(text[start:end].lstrip())
    stop = next((m.start() for m in re.finditer(r"[。：]", text[begin:end])), None)
    if stop is None or stop > 45 or begin + stop >= end - 2:
        return None
    phrase = text[begin:begin + stop]
    bare = re.sub(r"^(?:（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、|\d+[.、]|——|[一二三四五六七八九十]+是)", "", phrase)
    return None if re.search(r"\d", bare) or not bare else (begin, begin + stop)
