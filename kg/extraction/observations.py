"""The component that finds observations: one number about one thing is one observation."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from spacy.language import Language
from spacy.tokens import Doc

from kg.document.report import Report, Sentence
from kg.extraction.numbers import Quantity, find_chinese_numbers, find_numbers, find_ranks
from kg.extraction.quantities import lists, naming, periods
from kg.extraction.quantities.attributes import Names, measures_nothing
from kg.extraction.quantities.frames import Frame, frames
from kg.extraction.quantities.wording import Tail, kind_of, leading_action, final_action, read_tail, without_comparison, without_opening
from kg.extraction.records import OWN, Mention, Observation
from kg.extraction.words import Word

_READ = frozenset(("opening", "review", "plan", "closing"))
_RELATIVE = frozenset(("percent", "points", "times"))
_SHARE = re.compile(r"占|比重|占比")
_INDEX = re.compile(r"(?:指数|系数)[达为是]?到?$")
_OF_WHOLE = re.compile(r"的(?:近|约|超过?)?$")  # 达到耕地总面积的64%
_TOWARDS = re.compile(r"[为对向给与在](?:近|约)?$")  # 为6家企业
_RANKING = re.compile(
    r"(?:继续|稳|均|分别|也|仍)*(?:(?:位居|位列|名列|排名|跃居|上升|跃升|前移|综合排名|居|列|排|升|保持|进入|跻身|获评|评)"
    r"|(?:全国|全省|全市|全区|全县|全球|世界|省内|市内|自治区)).*$")
_RATE = re.compile(r"(?:率|度|比例|水平)$")
_EMPTY = frozenset()


@dataclass(slots=True)
class _Said:
    """What a sentence has named so far, for the numbers whose indicator is left out."""

    names: list[str] = field(default_factory=list)  # of every observation that is no growth, in order
    last: str = ""
    last_kind: str = ""
    verb: str = ""
    verb_kind: str = ""

    def say(self, name: str, relative: bool, unit_kind: str) -> None:
        self.last, self.last_kind = name, unit_kind
        self.verb, self.verb_kind = naming.opening_verb(name)
        if not relative:
            self.names.append(name)


class _Reader:
    """Reads the observations of one report, sentence by sentence."""

    def __init__(self, report: Report, words: tuple[Word, ...], mentions: tuple[Mention, ...]):
        self.report, self.text, self.words = report, report.text, words
        self.names = Names(mentions)
        self.found: list[Observation] = []

    def read(self) -> tuple[Observation, ...]:
        for sentence in self.report.sentences:
            if sentence.part in _READ:
                self._sentence(sentence)
        return tuple(self.found)

    def _sentence(self, sentence: Sentence) -> None:
        text, start, end = self.text, sentence.start, sentence.end
        quantities = [q for q in self._quantities(start, end)
                      if not measures_nothing(text, q, start, end, self.names)]
        if not quantities:
            return
        laid = frames(text, start, end, quantities)
        said, at = _Said(), 0
        while at < len(laid):
            at = self._group(sentence, laid, at, said)

    def _quantities(self, start: int, end: int) -> list[Quantity]:
        """All quantities of a stretch; a number that two patterns find is taken once."""
        text = self.text
        found = list(find_numbers(text, start, end))
        spelled = [*find_chinese_numbers(text, start, end), *find_ranks(text, start, end)]
        if spelled:
            taken = {q.start for q in found}
            found = sorted((*found, *(q for q in spelled if q.start not in taken)), key=lambda q: q.start)
        return found

    def _group(self, sentence: Sentence, laid: list[Frame], at: int, said: _Said) -> int:
        """Read the number at ``at`` with those that share its words; returns the next place."""
        frame = laid[at]
        left, base = frame.left, None
        if left.endswith(("由", "从", "的", "末", "初")):
            base = periods.base_year(left, self.report.year)
        if frame.quantity.kind == "rank":
            self._rank(sentence, frame, said)
            return at + 1
        tail = read_tail(left[:left.rfind("由") if "由" in left else left.rfind("从")] if base else left)
        core = without_opening(tail.core, self.report.own_names)
        if _TOWARDS.search(left) and frame.right and frame.right[0] != "的" and frame.quantity.kind in ("counter", "people", ""):
            core = ""
        elif frame.quantity.kind == "points":
            core = without_comparison(core)
        elif frame.right and core and not frame.breaks and said.last.endswith(core):  # 20个国家和地区近400名运动员
            core = ""
        origin = bool(base) or "from" in tail.kinds
        if not origin and naming.noun_after(frame, core, bool(tail.kinds), self.words) and not tail.kinds & {"share"}:
            self._after(sentence, laid, at, core, tail, said)
            return at + 1
        end = at + 1
        while end < len(laid) and laid[end].bare and not laid[end - 1].right and not (
                laid[end].right and laid[end].quantity.kind not in _RELATIVE):
            end += 1
        if origin:
            self._origin(sentence, laid[at:end], core, tail, base, said)
        else:
            self._before(sentence, laid[at:end], core, tail, said)
        return end

    def _rank(self, sentence: Sentence, frame: Frame, said: _Said) -> None:
        """``居全省第三位``: what is ranked stands before the verb, or before that in the sentence."""
        core = without_opening(_RANKING.sub("", frame.left), self.report.own_names)
        name = naming.name_before(core) or said.last
        if len(name) >= 2:
            self._add(sentence, frame, name, Tail("", _EMPTY, "quantity_units.位"), False)

    def _origin(self, sentence: Sentence, group: list[Frame], core: str, tail: Tail, base: int | None, said: _Said) -> None:
        """``由2015年的10亿元增加到…``: the value that a change starts from, told only with its year."""
        for frame, name in zip(group, self._names(core, tail, group, said)):
            if base and len(name) >= 2:
                self._add(sentence, frame, name, Tail("", _EMPTY, "quantity_verbs.由"), False, year=base)
            said.say(name, False, frame.quantity.kind)

    def _after(self, sentence: Sentence, laid: list[Frame], at: int, core: str, tail: Tail, said: _Said) -> None:
        frame = laid[at]
        name = naming.name_after(frame, core, self.words)
        action = final_action(core)
        if not core and frame.joined and said.verb and naming.starts_with_noun(frame, self.words):
            name, action = said.verb + name, leading_action(said.verb)
        if not name and frame.open and at + 1 < len(laid):  # 15条138公里公路
            name = naming.name_after(laid[at + 1], core, self.words)
        increment = action is not None and action.columns["kind"] == "increment"
        if not name:
            return
        if len(name) == 1 and at + 1 < len(laid) and laid[at + 1].joined:  # 79个村、15万人喝上自来水
            name += naming.tidy(laid[at + 1].right)
        self._add(sentence, frame, name, tail, increment or bool(tail.kinds & {"rise"}), rule=action.id if action else "",
                  partial=True)
        said.say(name, False, frame.quantity.kind)

    def _before(self, sentence: Sentence, group: list[Frame], core: str, tail: Tail, said: _Said) -> None:
        """Numbers whose indicators stand before them."""
        frame, count = group[0], len(group)
        kind = frame.quantity.kind
        names = self._names(core, tail, group, said)
        action = self._increment(core, frame, said)
        relative = kind in _RELATIVE and not tail.kinds & {"to", "share"}
        if count == 1 and len(names) > 1:
            group = group * len(names)
        for one, name in zip(group, names):
            if len(name) >= 2:
                self._add(sentence, one, name, tail, bool(action), rule=action if kind not in _RELATIVE else "")
        for name in names:
            said.say(name, relative, kind)

    def _names(self, core: str, tail: Tail, group: list[Frame], said: _Said) -> list[str]:
        """The indicator of each number of a group."""
        frame, count = group[0], len(group)
        alike = len({one.quantity.kind for one in group}) == 1 and (
            frame.quantity.kind != "counter" or len({one.quantity.unit for one in group}) == 1)
        if count > 1:
            named = lists.heads(core, count) if core and ("split" in tail.kinds or alike) else None
            if named is None and not core:
                named = said.names[-count:] if len(said.names) >= count else None
            if named is not None:
                return [naming.name_before(name) for name in named]
        elif "、" in core or "和" in core:
            together = frame.left.rstrip("约近超过").endswith(("均达", "均达到", "均为", "都达到", "各", "均增长", "均", "均超", "均在"))
            if together:
                return [naming.name_before(name) for name in lists.each(core)]
        return [self._name(core, tail, frame, said)] * count

    def _name(self, core: str, tail: Tail, frame: Frame, said: _Said) -> str:
        name = naming.name_before(core)
        if not name:
            if "累计" in frame.left or "总" in frame.left:
                return naming.without_verb(said.last)
            return said.last
        sort = kind_of(name)
        if sort == "total" and said.last:
            return naming.without_verb(said.last)
        if frame.right.startswith("的") and sort == "dependent":
            return naming.tidy(naming.name_after(frame, "", self.words, of_whole=True) + name)
        if said.last and (sort == "dependent" and said.last_kind == "counter" and frame.breaks < 2 or core.startswith("占")):
            return _joined(naming.without_verb(said.last), name)
        if frame.joined and said.verb and not naming.starts_with_verb(core) and said.verb_kind != "light":
            return said.verb + name
        return name

    def _increment(self, core: str, frame: Frame, said: _Said) -> str:
        """The id of the verb that says that the number was added (新增), or nothing."""
        action = leading_action(core)
        if action is not None and action.columns["kind"] == "increment":
            return action.id
        if "新增" in core or "净增" in core or frame.joined and said.verb_kind == "increment" and action is None and core:
            return "quantity_actions.新增"
        return ""

    def _add(self, sentence: Sentence, frame: Frame, name: str, tail: Tail, increment: bool, year: int | None = None,
             rule: str = "", partial: bool = False) -> None:
        quantity, kinds = frame.quantity, tail.kinds
        if year is None:
            year = periods.year_of(frame.before, sentence.year, self.report.year)
        if year is None:
            return
        measure = _measure(frame, kinds, name, increment, partial)
        falls = "cut" in kinds or "fall" in kinds and "to" not in kinds
        self.found.append(Observation(
            quantity.start, quantity.end, name, ("-" if falls and quantity.value != "0" else "") + quantity.value, quantity.unit, measure,
            periods.nature_of(frame.before, sentence.part, year, self.report.year), _bound(quantity, kinds), year,
            sentence.index, rule or tail.rule or f"quantity_units.{quantity.unit}", 0.9, OWN))


def _joined(subject: str, noun: str) -> str:
    return noun if noun.startswith(subject) else subject + noun


def _measure(frame: Frame, kinds: frozenset[str], name: str, increment: bool, partial: bool) -> str:
    quantity = frame.quantity
    if frame.quantity.kind == "rank":
        return "Rank"
    changes = bool(kinds & {"rate", "cut"}) or bool(kinds & {"rise", "fall"}) and "to" not in kinds
    if quantity.kind in ("points", "times"):
        return "Growth"
    if quantity.kind == "percent":
        if changes:
            return "Growth"
        partial = partial or _OF_WHOLE.search(frame.left) or frame.right[:1] == "的" and not _RATE.search(name)
        return "Share" if partial or "share" in kinds or _SHARE.search(name) else "Level"
    return "Increment" if increment or changes else "Level"


def _bound(quantity: Quantity, kinds: frozenset[str]) -> str:
    if quantity.bound:
        return quantity.bound
    return "AtLeast" if "over" in kinds else "AtMost" if "under" in kinds else "About" if "about" in kinds else "Exact"


def observe(report: Report, words: tuple[Word, ...], mentions: tuple[Mention, ...] = ()) -> tuple[Observation, ...]:
    """All observations of a report, in text order: a pure function of its text and what was found in it.

    ``words`` are the segmented words of ``report.text``; a number inside one of ``mentions`` is part of a name.
    """
    return _Reader(report, words, mentions).read()


@Language.component("govkg_observations", requires=["doc._.report"], assigns=["doc._.observations"])
def find_observations(doc: Doc) -> Doc:
    """Put the observations of the document's report on ``doc._.observations``."""
    doc._.observations = observe(doc._.report, doc._.words, doc._.mentions)
    return doc
