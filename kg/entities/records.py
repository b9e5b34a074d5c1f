"""Entities: what mentions name, after resolution."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing that one or more mentions name."""

    name: str  # canonical: the longest proper form
    aliases: tuple[str, ...]  # other forms, sorted
    types: tuple[str, ...]  # local names of ontology classes, the main one first
    mentions: tuple[int, ...]  # indices into Extraction.mentions, in text order
    code: str = ""  # national code of a division or town
    scope: str = ""  # code or name of the division that a local thing belongs to; "" for things known everywhere


@dataclass(frozen=True, slots=True)
class Merge:
    """Why two names became one entity, or were kept apart."""

    name: str
    into: str
    rule: str
    reason: str


@dataclass(frozen=True)
class Resolution:
    """Entities of a report, which entity each mention names, and the log of merges."""

    entities: tuple[Entity, ...] = ()
    of: tuple[int, ...] = ()  # for each mention, the index of its entity
    own: int = -1  # the index of the report's own division, -1 where unknown
    log: tuple[Merge, ...] = ()
