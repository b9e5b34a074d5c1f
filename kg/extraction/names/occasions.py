"""Events that plain words name, told by the verb that holds them: ``召开全县教育大会``, ``举办第三届茶乡民俗系列活动``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.names.candidate import Candidate
from kg.extraction.names.passage import Passage

_HELD = re.compile(r"(?:举办|召开|承办|举行|主办|协办|筹办|办好)[了好]?")
# what makes plain words name one event: whose it is, or its number
_NAMED = re.compile(r"“?(?:[^\W\d_A-Za-z]{2,4}[省市县区旗])?(?:全[国省市县区州旗域](?!首|唯)|第[一二三四五六七八九十两\d]{1,3}[届次]|首届)|[^\W\d_A-Za-z]{2,6}(?=系列活动|文化交流)")
_JOINT = re.compile(r"(?<=[会赛节展坛动])[”》]?(?:暨|以及|和|与|及)")
_ACTIVITIES = re.compile(r"系列活动|赛事活动|(?<=[场周月季节])活动")
_AFTER = re.compile(r"$|[”》、，；。]|等|活动|[\d一二三四五六七八九十]+(?:余|多)?[场次]")
_SHORTEST, _LONGEST = 6, 36
_RULE = "occasion.held"


def occasions(passage: Passage) -> Iterator[Candidate]:
    """Candidates for events in what follows a verb of holding, up to the end of its clause."""
    for verb in _HELD.finditer(passage.text, passage.sentence.start, passage.sentence.end):
        clause = next((c for c in passage.clauses if c.start <= verb.start() and verb.end() <= c.end), None)
        if clause is not None and not passage.inside(verb.start(), verb.end()):
            for start, end in clause.items:
                if end > verb.end():
                    yield from _held(passage, max(start, verb.end()), end)


def _held(passage: Passage, start: int, end: int) -> Iterator[Candidate]:
    """The events in one item of a list; 暨 and 和 join two."""
    joints = list(_JOINT.finditer(passage.text, start, end))
    for begin, stop in zip([start, *(m.end() for m in joints)], [*(m.start() for m in joints), end]):
        if _NAMED.match(passage.text, begin, stop) is None and passage.text[begin - 1] != "暨":
            continue
        ends = [h.end for h in passage.heads_within(begin, stop) if "Event" in h.entry.list("types")] \
            + [m.end() for m in _ACTIVITIES.finditer(passage.text, begin, stop)]
        last = max(ends, default=begin)
        if _SHORTEST <= last - begin <= _LONGEST and _AFTER.match(passage.text, last, end) is not None:
            yield Candidate(begin, last, ("Event",), _RULE, 0.85, passage.sentence.index)
