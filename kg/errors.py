"""What can go wrong for a person who uses govkg, one class for each failure.

Every message is one line that names the offender and the way out; the command prints it as it is.
"""

from __future__ import annotations


class KgError(Exception):
    """The base of all errors that govkg raises on purpose."""


class UnreadableInput(KgError):
    """An input cannot be opened or decoded, or holds no text.

    >>> str(UnreadableInput("a.pdf", "it has no text layer", "run OCR on it first"))
    'a.pdf: it has no text layer; run OCR on it first'
    """

    def __init__(self, name: str, reason: str, way_out: str):
        super().__init__(f"{name}: {reason}; {way_out}")
        self.name, self.reason, self.way_out = name, reason, way_out


class NotAReport(UnreadableInput):
    """A text was read, but it is no government work report."""
