"""Corrections: what a person has decided about names, types and statements, applied on every build."""

from __future__ import annotations

from kg.corrections.reading import read_corrections
from kg.corrections.records import NONE, Corrections, Decision, Dropped, Outcome, Unapplied

__all__ = ["NONE", "Corrections", "Decision", "Dropped", "Outcome", "Unapplied", "read_corrections"]
