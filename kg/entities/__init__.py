"""Entities: mentions of one thing become one entity, with a log of what was merged and why."""

from __future__ import annotations

from kg.entities.records import Entity, Merge, Resolution
from kg.entities.resolution import resolve

__all__ = ["Entity", "Merge", "Resolution", "resolve"]
