"""Annotated sentences: what a report says, sentence by sentence, as JSON lines that people can correct."""

from __future__ import annotations

from kg.annotation.records import AnnotatedSentence, SaidFact, SaidNumber, SaidRelation, Span

__all__ = ["AnnotatedSentence", "SaidFact", "SaidNumber", "SaidRelation", "Span"]
