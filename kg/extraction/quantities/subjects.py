"""Mentions beside numbers: a number inside a name measures nothing, a name before a number is whose it is."""

from __future__ import annotations

from bisect import bisect_right

from kg.extraction.records import OWN, Mention

_HAVE_FIGURES = frozenset(("Enterprise", "Park", "Project", "Town", "Facility", "PublicBody", "Place",
                           "AdministrativeDivision"))

_ACTING = frozenset(("Enterprise", "Park", "Project", "Facility"))


class Subjects:
    """Mentions by place."""

    def __init__(self, mentions: tuple[Mention, ...]):
        self._mentions = mentions
        self._spans = sorted({(m.start, m.end) for m in mentions})
        self._starts = [start for start, _ in self._spans]
        # start → index and end of the longest mention that can have figures
        self._at: dict[int, tuple[int, int]] = {}
        for index, mention in enumerate(mentions):
            longest = mention.end > self._at.get(mention.start, (0, 0))[1]
            if longest and not _HAVE_FIGURES.isdisjoint(mention.types):
                self._at[mention.start] = (index, mention.end)

    def cover(self, start: int, end: int) -> bool:
        """Does a mention hold the whole stretch and more?"""
        at = bisect_right(self._starts, start)
        return any(a <= start and end <= b and b - a > end - start for a, b in self._spans[max(0, at - 6):at])

    def acts(self, index: int) -> bool:
        """Is the mention one that does things of its own, not a place that may be part of another name?"""
        return not _ACTING.isdisjoint(self._mentions[index].types)

    def opening(self, start: int, end: int) -> tuple[int, int]:
        """The mention that a stretch opens with, and its end; ``OWN`` and ``start`` where there is none."""
        index, close = self._at.get(start, (OWN, start))
        return (index, close) if close <= end else (OWN, start)
