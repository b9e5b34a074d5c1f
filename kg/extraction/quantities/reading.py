"""The numbers of one sentence read in turn, each with what the sentence said before it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from kg.document.report import Report, Sentence
from kg.extraction.numbers import Quantity
from kg.extraction.quantities import lists, measures, naming, periods
from kg.extraction.quantities.frames import Frame
from kg.extraction.quantities.patterns import pattern
from kg.extraction.quantities.subjects import Subjects
from kg.extraction.quantities.wording import (
    Tail,
    final_action,
    kind_of,
    leading_action,
    read_tail,
    without_comparison,
    without_opening,
)
from kg.extraction.records import OWN, Observation
from kg.extraction.words import Words

_TOWARDS = pattern("towards")  # 为6家企业
_TOGETHER = pattern("together")  # A、B均达到100%
_ORIGIN = re.compile(r"[由从][^由从]*$")
_RANKING = pattern("ranking")
_CONTEST = pattern("contest")
_CAPACITIES = frozenset(("mass", "power", "volume"))
_WORKS = pattern("works")
_GRADE = pattern("grade")  # 其中省级3家
_COUNTED = frozenset(("counter", "people", ""))
_ADDED = frozenset(("quantity_verbs.增加", "quantity_verbs.增加了"))  # 增加20个车位
_TAKEN = frozenset(("quantity_verbs.减少", "quantity_verbs.减少了"))
_RAISED = "quantity_verbs.提升"
_RAISED_UNITS = frozenset(("户", "万户", "户（套）", "栋", "幢", "条", "座", "处", "套", "万套"))
_SPENT = frozenset(("投资", "投入", "总投资", "资金"))
_CLAUSE = re.compile(r"[^，；：。！？]+")
_INCREMENT = "quantity_actions.新增"
# how far each way of naming is to be trusted: a ranking by judgement, not a measured probability
_SURE = {"before": 0.95, "after": 0.9, "list": 0.9, "left out": 0.9, "rank": 0.85, "clause before": 0.7}


class Context(NamedTuple):
    """What holds for the whole report."""

    report: Report
    words: Words
    subjects: Subjects


@dataclass(slots=True)
class _Said:
    """What the sentence has named so far, for numbers whose indicator is left out."""

    names: list[str] = field(default_factory=list)  # of every number that is no growth, in order
    name: str = ""
    area: int = OWN
    kind: str = ""  # of the unit
    verb: str = ""  # that the name opens with
    verb_kind: str = ""

    def say(self, name: str, area: int, kind: str, relative: bool) -> None:
        self.name, self.area, self.kind = name, area, kind
        self.verb, self.verb_kind = naming.opening_verb(name)
        if self.verb == name:
            self.verb = self.verb_kind = ""
        if not relative:
            self.names.append(name)


class _Naming(NamedTuple):
    """The names of one or more numbers, whose they are, and how they were found."""

    names: list[str]
    area: int
    way: str


class SentenceReader:
    """Reads the numbers of one sentence."""

    def __init__(self, context: Context, sentence: Sentence, laid: list[Frame]):
        self.context, self.sentence, self.laid = context, sentence, laid
        self.said = _Said()
        self.found: list[Observation] = []

    def read(self) -> list[Observation]:
        """The observations of the sentence, in order."""
        at = 0
        while at < len(self.laid):
            at = self._read(at)
        return self.found

    def _read(self, at: int) -> int:
        """Read the number at ``at`` with those that share its words; returns the next place."""
        frame = self.laid[at]
        if frame.quantity.kind == "rank":
            end = self._group_end(at)
            self._rank(self.laid[at:end])
            return end
        base = periods.base_year(frame.before, self.context.report.year)
        tail = read_tail(_ORIGIN.sub("", frame.left) if base else frame.left)
        core = self._core(frame, tail)
        if core and not tail.kinds and frame.quantity.kind in _CAPACITIES and _WORKS.search(frame.right):
            return at + 1  # 恒岳新材料20万吨硅材料项目
        origin = base is not None or "from" in tail.kinds
        if not origin and "share" not in tail.kinds and self._noun_follows(at, core, tail):
            self._after(at, core, tail)
            return at + 1
        end = self._group_end(at)
        if origin:
            self._origin(self.laid[at:end], core, tail, base)
        else:
            self._before(self.laid[at:end], core, tail)
        return end

    def _noun_follows(self, at: int, core: str, tail: Tail) -> bool:
        """Does the number count the noun after it, not what stands before it?"""
        frame, words = self.laid[at], self.context.words
        if not frame.right:  # 实施30个120公里的道路项目
            following = self.laid[at + 1] if at + 1 < len(self.laid) else None
            if following is None or following.left or following.joined or following.breaks:
                return False
            return bool(following.right) and bool(core) and final_action(core) is not None
        if not core and self.said.name and "其中" in frame.left and not naming.starts_with_noun(frame, words):
            return False
        return naming.noun_after(frame, core, bool(tail.kinds - {"reach"}), words)

    def _core(self, frame: Frame, tail: Tail) -> str:
        """The words before a number that can name what it measures."""
        core = without_opening(tail.core, self.context.report.own_names)
        if frame.quantity.kind == "points":
            return without_comparison(core)
        if not frame.right or frame.right[0] == "的" or frame.quantity.kind not in _COUNTED:
            return core
        goes_on = not frame.breaks and self.said.name.endswith(core)  # 20个国家和地区近400名运动员
        return "" if goes_on or _TOWARDS.search(frame.left) else core

    def _group_end(self, at: int) -> int:
        """The place after the numbers that nothing but ``、`` or 和 parts from the one at ``at``."""
        end = at + 1
        while end < len(self.laid) and self.laid[end].bare and not self.laid[end - 1].right and (
                not self.laid[end].right or self.laid[end].quantity.kind in measures.RELATIVE
                or not read_tail(self.laid[end].right).core):
            end += 1
        return end

    def _rank(self, group: list[Frame]) -> None:
        """``居全省第三位``: what is ranked stands before the verb, or before that in the sentence; ``A、B分别居第三位、第五位``."""
        frame = group[0]
        core = without_opening(_CONTEST.sub("", _RANKING.sub("", frame.left)), self.context.report.own_names)
        heads = lists.heads(core, len(group)) if len(group) > 1 else None
        if heads is not None:
            for one, head in zip(group, heads):
                whose = self.said.name if kind_of(head) in ("aspect", "total") else ""  # 总量、增速
                self._add(one, whose + naming.name_before(head), Tail("", frozenset(), ""), OWN, "rank")
            return
        name, area = naming.name_before(core), OWN
        if kind_of(name) in ("aspect", "total") and self.said.name:  # 增速居全省第三位
            name, area = self.said.name + name, self.said.area
        if not name:
            name, area = self.said.name, self.said.area
        if len(name) >= 2:
            self._add(frame, name, Tail("", frozenset(), ""), area, "rank")

    def _origin(self, group: list[Frame], core: str, tail: Tail, base: int | None) -> None:
        """``由2015年的10亿元增加到…``: the value that a change starts from is told only with its year."""
        named = self._name_all(core, tail, group)
        for frame, name in zip(group, named.names):
            if base and len(name) >= 2:
                origin = Tail("", frozenset(), "quantity_verbs.由")
                self._add(frame, name, origin, named.area, named.way, year=base)
            self.said.say(name, named.area, frame.quantity.kind, False)

    def _after(self, at: int, core: str, tail: Tail) -> None:
        """A number whose noun follows it (``新建3座桥梁``)."""
        frame, words = self.laid[at], self.context.words
        following = self.laid[at + 1] if at + 1 < len(self.laid) else None
        counted = following if following and not frame.right else frame  # 15条138公里公路
        name, action = naming.name_after(counted, core, words), final_action(core)
        alike = self.said.verb_kind == "increment" and len(name) > 2 and self.said.name.endswith(name[-2:])  # 新增2个创新试点、6个整村改造试点
        if not core and frame.joined and self.said.verb and (alike or naming.starts_with_noun(frame, words)):
            name, action = self.said.verb + name, leading_action(self.said.verb)
        if len(name) == 1 and following and following.joined:  # 79个村、15万人喝上自来水
            name += naming.tidy(following.right)
        if not name:
            return
        if tail.rule not in _ADDED and tail.rule not in _TAKEN:  # 提升30个公园: done to them, not their number
            tail = tail._replace(kinds=tail.kinds - {"rise", "fall"})
        increment = tail.rule in _ADDED or action is not None and action.columns["kind"] == "increment"
        self._add(frame, name, tail, OWN, "after", increment, action.id if action else "", partial=True)
        self.said.say(name, OWN, frame.quantity.kind, False)

    def _before(self, group: list[Frame], core: str, tail: Tail) -> None:
        """Numbers whose indicators stand before them."""
        frame, kind = group[0], group[0].quantity.kind
        if tail.rule == _RAISED and core and frame.quantity.unit in _RAISED_UNITS and not tail.kinds & {"to"}:
            core, tail = core + "提升", tail._replace(kinds=tail.kinds - {"rise"})  # 农房风貌提升2万户: done to them
        named = self._name_all(core, tail, group)
        action = self._increment(core, frame)
        for one, name in zip(group * len(named.names) if len(group) == 1 else group, named.names):
            if len(name) >= 2:
                self._add(one, name, tail, named.area, named.way, bool(action),
                          action if kind not in measures.RELATIVE else "")
        relative = kind in measures.RELATIVE and not tail.kinds & {"to", "share"}
        for name in named.names:
            self.said.say(name, named.area, kind, relative)

    def _name_all(self, core: str, tail: Tail, group: list[Frame]) -> _Naming:
        """The indicator of each number of a group."""
        count, said = len(group), self.said
        if count > 1:
            alike = len({_sort(one.quantity) for one in group}) == 1
            heads = lists.heads(core, count) if core and (alike or "split" in tail.kinds) else None
            if heads is not None:
                return _Naming([naming.name_before(head) for head in heads], OWN, "list")
            if not core and len(said.names) >= count:
                return _Naming(said.names[-count:], said.area, "left out")
        elif ("、" in core or "和" in core) and (
                "split" in tail.kinds or _TOGETHER.search(group[0].left) or lists.all_measured(core)):
            return _Naming([naming.name_before(head) for head in lists.each(core)], OWN, "list")
        name, area, way = self._name(core, group[0])
        return _Naming([name] * count, area, way)

    def _name(self, core: str, frame: Frame) -> tuple[str, int, str]:
        """The indicator that one stretch of words names, whose it is, and how it was found."""
        said, words = self.said, self.context.words
        if not naming.name_before(core):
            if not said.name:
                return naming.clause_before(frame, words), OWN, "clause before"
            whole = "累计" in frame.left or "总" in frame.left
            return naming.without_verb(said.name) if whole else said.name, said.area, "left out"
        area, name = self._subject(core, frame)
        sort = kind_of(name)
        if sort == "total" and said.name and area == OWN:
            return naming.without_verb(said.name), said.area, "left out"
        if sort == "dependent" and frame.right.startswith("的"):
            return self._of_what_follows(name, frame)
        if name in _SPENT and frame.right:
            return self._spent_on(frame) + name, OWN, "before"
        if _GRADE.fullmatch(name) and said.name:
            return name + _GRADE.sub("", naming.without_verb(said.name)), said.area, "left out"
        of_counted = sort == "dependent" and said.kind == "counter" and frame.breaks < 2
        if (of_counted or core.startswith("占")) and said.name and area == OWN:
            subject = naming.without_verb(said.name)
            return name if name.startswith(subject) else subject + name, said.area, "before"
        pure = leading_action(name)
        if pure is not None and pure.text == name and pure.columns["kind"] == "increment" and said.name:
            return name + naming.without_verb(said.name), said.area, "left out"
        if frame.joined and said.verb and said.verb_kind != "light" and not naming.starts_with_verb(core) and not name.endswith("收入"):
            return said.verb + name, said.area, "before"
        return name, area, "before"

    def _subject(self, core: str, frame: Frame) -> tuple[int, str]:
        """The mention that the words open with, and the name that is left of them."""
        start = frame.left_start + frame.left.find(core)
        area, close = self.context.subjects.opening(start, frame.quantity.start)
        if area == OWN:
            return OWN, naming.name_before(core)
        inner, inner_close = self.context.subjects.opening(close, frame.quantity.start)
        if inner != OWN:  # 江州市恒岳新材料产值
            area, close = inner, inner_close
        rest = naming.name_before(core[close - start:])
        if len(rest) < 2 or not (lists.is_measured(rest) or self.context.subjects.acts(area)):
            return OWN, naming.name_before(core)
        return area, rest

    def _of_what_follows(self, name: str, frame: Frame) -> tuple[str, int, str]:
        """``总投资2亿元的云溪化工产业园``: the number is one of what follows."""
        start = frame.quantity.suffix_end + 1
        area, _ = self.context.subjects.opening(start, start + len(frame.right) - 1)
        if area != OWN:
            return name, area, "before"
        return naming.tidy(naming.name_after(frame, "", self.context.words) + name), OWN, "before"

    def _spent_on(self, frame: Frame) -> str:
        """What money before a verb goes to: the rest of the clause says it, up to the next number."""
        text, start = self.context.report.text, frame.quantity.suffix_end
        following = next((f.quantity.start for f in self.laid if f.quantity.start > start), self.sentence.end)
        clause = _CLAUSE.match(text, start, following)
        return naming.spent_on(clause.group(), start, self.context.words) if clause else ""

    def _increment(self, core: str, frame: Frame) -> str:
        """The id of the verb that says that the number was added (新增), or nothing."""
        action = leading_action(core)
        if action is not None and action.columns["kind"] == "increment":
            return action.id
        goes_on = frame.joined and self.said.verb_kind == "increment" and action is None and bool(core) and kind_of(core) != "total"
        return _INCREMENT if goes_on or "新增" in core or "净增" in core else ""

    def _add(self, frame: Frame, name: str, tail: Tail, area: int, way: str, increment: bool = False,
             rule: str = "", year: int | None = None, partial: bool = False) -> None:
        quantity, kinds, report = frame.quantity, tail.kinds, self.context.report
        if year is None:
            year = periods.year_of(frame.before, self.sentence.year, report.year)
        if year is None:
            return  # the report does not say when it is
        minus = "-" if measures.falls(kinds) and float(quantity.value) else ""
        self.found.append(Observation(
            start=quantity.start, end=quantity.end, indicator=name,
            value=minus + quantity.value, unit=quantity.unit,
            measure=measures.measure_of(frame, kinds, name, increment, partial),
            nature=periods.nature_of(frame.before, self.sentence.part, year, report.year, frame.right),
            bound=measures.bound_of(quantity, kinds), year=year, sentence=self.sentence.index,
            rule=rule or tail.rule or quantity.rule, confidence=_SURE[way], area=area))


def _sort(quantity: Quantity) -> str:
    """What numbers must share to stand in one list: the kind of unit, and for counts the unit itself."""
    return quantity.unit if quantity.kind == "counter" else quantity.kind
