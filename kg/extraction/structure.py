"""The component that lays out a text as a report, for programs that start from plain text."""

from __future__ import annotations

import numpy
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokens import Doc

from kg.document.reader import lay_out


@Language.component("govkg_report", assigns=["doc._.report", "doc.sents"])
def find_report(doc: Doc) -> Doc:
    """Give the document its report unless it came with one, and its sentence boundaries.

    Text that is handed straight to spaCy is taken as it is: offsets must stay those of its characters.
    """
    if doc._.report is None:
        doc._.report = lay_out(doc.text, name="text", normalise=False)
    starts = numpy.full((len(doc), 1), -1, dtype="int64")  # as a whole: setting one token checks all the others
    starts[[0, *(sentence.start for sentence in doc._.report.sentences)] if len(doc) else []] = 1
    return doc.from_array([SENT_START], starts.view("uint64"))
