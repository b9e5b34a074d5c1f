"""The document decides: candidates become mentions, and accepted names are found again wherever they recur."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from kg.document.report import Report
from kg.extraction.names.candidate import Candidate
from kg.extraction.records import Mention

_MARKS = re.compile(r"[“”‘’《》〈〉\s]")
_NOTE = re.compile(r"\[\d{1,3}\]")  # the number of a footnote
_STREET = re.compile("[东西南北中]?(?:大街|大道|路|街)")
RECURRENCE = 0.9  # a name found again is this much as sure as the best mention of it
GIVEN = "given"  # the rule id of names that a person has given: they always stay
LEAST = 0.5  # candidates below are too weak on their own
COUNTRY = "中国"  # within a name (中国农机协会) it is part of the name
_REGIONS = frozenset(f"terms.{name}" for name in ("东北", "西北", "西南", "东南", "华北", "华东", "华南", "华中"))  # 云溪湖西南遗址
_INNER = frozenset(("AdministrativeDivision", "Town", "Place", "Park", "Enterprise", "PublicBody", "Facility", "Person"))
_NESTING = frozenset(("AdministrativeDivision", "Place"))
_TOGETHER = frozenset(("Park", "Project", "Facility", "Place", "PublicBody"))


def proper_name(surface: str) -> str:
    """The name as people write it without quotes and spaces.

    >>> proper_name("“百日会战”行动"), proper_name("110 千伏云西变电站")
    ('百日会战行动', '110千伏云西变电站')
    """
    name = _NOTE.sub("", _MARKS.sub("", surface))
    return name.strip("、，·-—:：；;。")


def select(report: Report, candidates: Iterable[Candidate]) -> tuple[Mention, ...]:
    """Mentions in text order: spans agreed upon, types united, nested repeats dropped."""
    spans = _merge(candidates)
    mentions = [_mention(report, span, found) for span, found in spans.items()]
    kept = _without_overlaps([m for m in mentions if m is not None])
    kept += _recurrences(report, kept)
    return tuple(sorted(_without_overlaps(kept), key=lambda m: (m.start, -m.end, m.types)))


def _merge(candidates: Iterable[Candidate]) -> dict[tuple[int, int], list[Candidate]]:
    spans: dict[tuple[int, int], list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        spans[candidate.start, candidate.end].append(candidate)
    return spans


def _mention(report: Report, span: tuple[int, int], found: Sequence[Candidate]) -> Mention | None:
    ranked = sorted(found, key=lambda c: (-c.confidence, c.rule)) if len(found) > 1 else found
    divisions = [c for c in ranked if c.types[0] == "AdministrativeDivision"]
    if divisions and ranked[0].types[0] in ("Enterprise", "Project", "Program"):
        ranked = divisions  # a list of places is summed up by what happens there
    best = ranked[0]
    named = best.name or next((c.name for c in ranked if c.name and best.types[0] == "Project"), "")
    name = named or proper_name(report.text[span[0]:span[1]])
    if len(name) < 2:
        return None
    if best.confidence < LEAST and len({c.rule for c in ranked}) == 1:
        return None
    types = list(best.types)
    for other in ranked[1:]:
        if best.rule.startswith("enumeration.groups") and best.types[0] == "Place" and len(other.rule) == len("heads.桥"):
            continue  # 云溪桥 among villages is one
        types += [t for t in other.types if t not in types and _compatible(types, t)]
    return Mention(span[0], span[1], name, tuple(types), best.sentence, best.rule, best.confidence)


def _compatible(types: Sequence[str], other: str) -> bool:
    return other in _TOGETHER and all(t in _TOGETHER for t in types)


def _without_overlaps(mentions: Iterable[Mention]) -> list[Mention]:
    """Of two mentions that cross, the longer stays; of nested ones with a type in common, the outer."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end, -m.confidence, m.types)):
        clash = next((k for k in reversed(kept[-12:]) if k.end > mention.start and _excludes(k, mention)), None)
        if clash is None:
            kept.append(mention)
        elif clash.end < mention.end and mention.end - mention.start > clash.end - clash.start:
            kept.remove(clash)
            kept.append(mention)
    return kept


def _excludes(outer: Mention, inner: Mention) -> bool:
    """Inside a name only its places, towns, parks, enterprises and bodies stand for themselves."""
    if inner.rule == GIVEN:
        return False
    if inner.name in (COUNTRY, outer.name):
        return True
    if inner.end > outer.end:
        return inner.start > outer.start
    if (outer.start, outer.end) == (inner.start, inner.end):
        return True
    if outer.types[0] == "Honor" and inner.start == outer.start and inner.types[0] in ("Place", "Park"):
        return True  # 国家生态示范区 within 国家生态示范区试点 is the title's own
    if inner.start > outer.start and inner.rule in _REGIONS and not {"Place", "Facility", "Park"}.isdisjoint(outer.types):
        return True
    if (inner.types[0], outer.types[0]) == ("Honor", "Program") and outer.name[len(inner.name):].startswith(("创建", "争创")):
        return False  # the title that a campaign is for
    same = set(outer.types) & set(inner.types) - _NESTING
    if same == {"Facility"} and "Project" in outer.types and inner.end < outer.end and inner.name[-1] in "路街道桥" and "至" not in inner.name:
        return False  # the road within 东河路清溪桥, which is a facility too
    if inner.types[0] == "Park" and same == {"Park"} and inner.start == outer.start and inner.end + 3 <= outer.end and outer.name[len(inner.name)] not in "区（(":
        return False  # the park that another one in it is named after: 清源开发区恒岳科技园
    if (inner.types[0], outer.types[0]) == ("Event", "Honor") and inner.end < outer.end:
        return False  # 全运会 within 全运会“五连冠”
    return bool(same) or inner.types[0] not in _INNER or (
        inner.end == outer.end and (inner.types[0] == "Place" or (inner.types[0], outer.types[0]) == ("Park", "Honor")))


def _recurrences(report: Report, mentions: Sequence[Mention]) -> list[Mention]:
    best: dict[str, Mention] = {}
    for mention in mentions:
        known = best.get(mention.name)
        telling = len(mention.name) >= 3 or mention.types[0] in ("Enterprise", "Person", "Town")
        if telling and mention.confidence >= max(0.75, known.confidence + 1e-9 if known else 0):
            best[mention.name] = mention
    if not best:
        return []
    names = sorted(best)
    automaton = CharwiseDoubleArrayAhoCorasick(names, MATCH_KIND_LEFTMOST_LONGEST)
    taken = {(m.start, m.end) for m in mentions}
    starts = [s.start for s in report.sentences]
    found = []
    for start, end, i in automaton.find(report.text):
        index = bisect_right(starts, start) - 1
        if best[names[i]].types[0] == "Enterprise" and _STREET.match(report.text, end) or report.text.startswith("部门", end - 1):
            continue  # 恒岳北大街, 司法部门
        if (start, end) in taken or index < 0 or end > report.sentences[index].end:
            continue
        model = best[names[i]]
        found.append(Mention(start, end, model.name, model.types, index, model.rule,
                             round(model.confidence * RECURRENCE, 3)))
    return found
