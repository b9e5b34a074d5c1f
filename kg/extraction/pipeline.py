"""The spaCy pipeline of govkg, and extraction as a pure function.

Each character is a token, so token offsets, character offsets and offsets into ``report.text`` are one and
the same. Components read and write the extensions that they declare; ``doc._.report`` comes first.
"""

from __future__ import annotations

from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.strings import StringStore
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.document.report import Report
from kg.extraction import entities, facts, observations, relations, structure, words  # noqa: F401 (register)
from kg.extraction.extensions import register_extensions
from kg.extraction.given import GivenName
from kg.extraction.records import Extraction

COMPONENTS = ("govkg_report", "govkg_words", "govkg_entities", "govkg_observations", "govkg_relations",
              "govkg_facts")


class _Orths(dict[str, int]):
    """The number of each character in the vocabulary: a Doc is made from numbers in half the time."""

    def __init__(self, strings: StringStore):
        self._strings = strings

    def __missing__(self, character: str) -> int:
        self[character] = number = self._strings.add(character)
        return number


class CharacterTokenizer:
    """Makes every character a token, white space too."""

    def __init__(self, vocab: Vocab):
        self.vocab = vocab
        self._orths = _Orths(vocab.strings)

    def __call__(self, text: str) -> Doc:
        return Doc(self.vocab, words=list(map(self._orths.__getitem__, text)), spaces=[False] * len(text))

    def to_bytes(self, **_) -> bytes:
        return b""

    def from_bytes(self, _data: bytes, **_) -> CharacterTokenizer:
        return self

    def to_disk(self, _path, **_) -> None:
        """Nothing to write: the tokenizer has no state."""

    def from_disk(self, _path, **_) -> CharacterTokenizer:
        return self


@spacy.registry.tokenizers("govkg.characters.v1")
def create_tokenizer():
    """The factory that a spaCy config names."""
    return lambda nlp: CharacterTokenizer(nlp.vocab)


@lru_cache(maxsize=1)
def pipeline() -> Language:
    """The pipeline, built once for the process."""
    register_extensions()
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "govkg.characters.v1"}}})
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp


def annotate(report: Report, given: tuple[GivenName, ...] = ()) -> Doc:
    """Run the pipeline over a report that was read already; ``given`` are names that a user adds."""
    nlp = pipeline()
    doc = nlp.make_doc(report.text)
    doc._.report, doc._.given = report, given
    return nlp(doc)


def extract(report: Report, given: tuple[GivenName, ...] = ()) -> Extraction:
    """All mentions, relations, facts and observations of a report: a pure function of it and of the given names."""
    doc = annotate(report, given)
    return Extraction(doc._.mentions, doc._.relations, doc._.facts, doc._.observations)
