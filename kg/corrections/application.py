"""Applies the corrections of one or more files to what one report says."""

from __future__ import annotations

from collections.abc import Sequence

from kg.corrections.decisions import Decisions
from kg.corrections.records import Corrections, Dropped, Outcome, Unapplied
from kg.corrections.sentences import Sentences
from kg.document.report import Report
from kg.entities.records import Resolution
from kg.extraction.records import Extraction


class Application:
    """The corrections on their way through one report: sentences before resolution, decisions after it."""

    def __init__(self, report: Report, corrections: Sequence[Corrections]):
        self.report, self.corrections = report, corrections
        self._applied: set[str] = set()
        self._unapplied: list[Unapplied] = []
        self._dropped: list[Dropped] = []

    def correct_sentences(self, extraction: Extraction) -> Extraction:
        """The extraction with the sentences that a person has annotated anew."""
        given = [s for c in self.corrections for s in c.sentences]
        if not given:
            return extraction
        sentences = Sentences(self.report, extraction, given)
        corrected = sentences.corrected()
        self._note(sentences.applied, sentences.unapplied, sentences.dropped)
        return corrected

    def decide(self, extraction: Extraction, resolution: Resolution) -> Outcome:
        """The records after the decisions, and what became of all corrections."""
        given = [d for c in self.corrections for d in c.decisions]
        if given:
            decisions = Decisions(self.report, extraction, resolution)
            decisions.carry_out(given)
            extraction, resolution = decisions.draft.records()
            self._note(decisions.applied, decisions.unapplied, decisions.draft.dropped)
        return Outcome(extraction, resolution, frozenset(self._applied), tuple(self._unapplied), tuple(self._dropped))

    def _note(self, applied: set[str], unapplied: list[Unapplied], dropped: list[Dropped]) -> None:
        self._applied |= applied
        self._unapplied += unapplied
        self._dropped += dropped
