"""Words and their parts of speech, by the rjieba segmenter."""

from __future__ import annotations

from functools import partial
from itertools import accumulate
from typing import NamedTuple

import rjieba
from spacy.language import Language
from spacy.tokens import Doc


class Word(NamedTuple):
    """A segmented word and its part-of-speech tag (the tag set of ICTCLAS, as jieba uses it)."""

    start: int
    end: int
    tag: str


_word = partial(tuple.__new__, Word)  # without a step in Python for each of a report's thousands of words


def segment(text: str) -> tuple[Word, ...]:
    """Words of a text in order; they cover it without gaps.

    >>> [("云溪县建成产业园"[w.start:w.end]) for w in segment("云溪县建成产业园")]
    ['云溪县', '建成', '产业园']
    """
    tagged = rjieba.tag(text)
    if not tagged:
        return ()
    surfaces, tags = zip(*tagged)
    ends = list(accumulate(map(len, surfaces)))
    return tuple(map(_word, zip((0, *ends), ends, tags)))


@Language.component("govkg_words", requires=["doc._.report"], assigns=["doc._.words"])
def find_words(doc: Doc) -> Doc:
    """Put the words of the document on ``doc._.words``.

    The text is taken from the report: ``doc.text`` would make an object of every character to put it together.
    """
    doc._.words = segment(doc._.report.text)
    return doc
