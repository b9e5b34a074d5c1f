"""Titles: what kinds of things can bear one, by its last noun."""

from __future__ import annotations

from functools import lru_cache

from kg.extraction.lexicon import load


@lru_cache(maxsize=1)
def _bearers() -> tuple[tuple[str, tuple[str, ...]], ...]:
    entries = sorted(load("bearers"), key=lambda e: len(e.text), reverse=True)
    return tuple((e.text, e.list("types")) for e in entries)


@lru_cache(maxsize=1)
def _laureates() -> tuple[tuple[str, str], ...]:
    entries = sorted(load("laureates"), key=lambda e: len(e.text), reverse=True)
    return tuple((e.text, e.columns["types"]) for e in entries)


def laureate(title: str) -> str:
    """The type of what gets a title and says of itself what it is by no noun; ``""`` where the title does not tell.

    >>> laureate("全国重点项目"), laureate("国家卫生县城")
    ('Project', '')
    """
    return next((kind for ending, kind in _laureates() if title.endswith(ending)), "")


def bearers(title: str) -> tuple[str, ...]:
    """The types of things that can bear a title, the likeliest first; nothing where its ending does not tell.

    >>> bearers("国家卫生县城"), bearers("科技进步奖")
    (('AdministrativeDivision',), ())
    """
    return next((types for ending, types in _bearers() if title.endswith(ending)), ())
