"""Words and their parts of speech, by the rjieba segmenter."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
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


@dataclass(frozen=True, slots=True)
class Words(Sequence[Word]):
    """The words of a text in order; they cover it without gaps. Few are asked for, so each is made when it is."""

    text: str = ""
    starts: tuple[int, ...] = ()

    def __len__(self) -> int:
        return len(self.starts)

    def __getitem__(self, at: int) -> Word:
        start = self.starts[at]
        end = self.starts[at + 1] if 0 <= at < len(self.starts) - 1 else len(self.text)
        return Word(start, end, _tag(self.text[start:end]))

    def __iter__(self) -> Iterator[Word]:
        return map(self.__getitem__, range(len(self.starts)))

    def from_place(self, place: int) -> int:
        """The number of the first word that begins at a place of the text or after it."""
        return bisect_left(self.starts, place)


@lru_cache(maxsize=8192)
def _tag(word: str) -> str:
    return rjieba.tag(word)[-1][1]  # a word that falls apart when it stands alone is of the kind of its last part


def segment(text: str) -> Words:
    """The words of the dictionary in a text.

    Unknown words fall into single characters: names of companies and places mostly do.

    >>> words = segment("云溪县建成产业园")
    >>> [words.text[w.start:w.end] for w in words]
    ['云', '溪', '县', '建成', '产业园']
    """
    starts = accumulate(map(len, rjieba.cut(text, False)), initial=0)
    return Words(text, tuple(starts)[:-1])


@Language.component("govkg_words", requires=["doc._.report"], assigns=["doc._.words"])
def find_words(doc: Doc) -> Doc:
    """Put the words of the document on ``doc._.words``.

    The text is taken from the report: ``doc.text`` would make an object of every character to put it together.
    """
    doc._.words = segment(doc._.report.text)
    return doc
