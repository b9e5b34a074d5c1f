"""Normalised text with a map back to every character of the text as it was read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CleanText:
    """A text and, for each of its characters, the offset of its origin in the raw text.

    >>> CleanText("产业园", (0, 1, 3), 4).raw_span(1, 3)
    (1, 4)
    """

    text: str
    origins: tuple[int, ...]  # one for each character, rising
    raw_length: int

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Raw offsets of the clean stretch ``[start, end)``: from its first to its last character."""
        if start >= end:
            raise ValueError(f"empty span {start}:{end}")
        return self.origins[start], self.origins[end - 1] + 1
