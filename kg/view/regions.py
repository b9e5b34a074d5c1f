"""What the communities of a map are about: the headings that their entities stand under."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

_SHARE = 0.3  # of the mentions of a community under one heading, for the heading to be its title
_NAME = 10  # characters of a name that are shown
_SIZE = 4  # entities from which a community has a title


def titles(members: Sequence[Sequence[int]], headings: Mapping[int, Counter[str]],
           names: Sequence[str]) -> list[str]:
    """A title for each community; no two are the same, and small ones have none.

    A heading titles the community that most of its mentions are in; a community without one is called by the two
    most important of its entities.

    Args:
        members: entities of each community, by falling importance.
        headings: how often each entity is mentioned under which heading.
        names: of the entities.

    >>> titles([[0, 1, 2, 3], [4, 5, 6, 7]], {i: Counter({"工业": 1}) for i in range(5)}, "甲乙丙丁戊己庚辛")
    ['工业', '戊 · 己']
    """
    votes = [sum((headings.get(entity, Counter()) for entity in group), Counter()) for group in members]
    bids = sorted((-count, group, heading) for group, found in enumerate(votes) for heading, count in found.items()
                  if heading and count >= _SHARE * found.total())
    given: dict[int, str] = {}
    for _, group, heading in bids:
        if group not in given and heading not in given.values() and len(members[group]) >= _SIZE:
            given[group] = heading
    return [given.get(group, " · ".join(_shortened(names[e]) for e in found[:2]) if len(found) >= _SIZE else "")
            for group, found in enumerate(members)]


def _shortened(name: str) -> str:
    return name if len(name) <= _NAME else name[:_NAME - 1] + "…"
