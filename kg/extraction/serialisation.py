"""Lets spaCy carry the records of a document: between processes (``nlp.pipe(n_process=2)``) and in a ``DocBin``.

spaCy writes ``doc.user_data`` with msgpack, which knows no dataclasses; each record becomes its class name and its
fields, and is built again from them.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import srsly

from kg.document.normal import CleanText
from kg.document.report import Chapter, Division, Paragraph, Report, Sentence
from kg.extraction.records import Fact, Mention, Observation, Relation
from kg.extraction.words import Words

_TAG = "__govkg__"
_CLASSES = {cls.__name__: cls for cls in (CleanText, Chapter, Division, Paragraph, Report, Sentence, Fact, Mention,
                                          Observation, Relation, Words)}


def encode(record: Any, chain: Any = None) -> Any:
    """A record as plain data; anything else goes to the next encoder of the chain."""
    if type(record).__name__ in _CLASSES and isinstance(record, _CLASSES[type(record).__name__]):
        return {_TAG: type(record).__name__, "values": [getattr(record, f.name) for f in fields(record)]}
    return record if chain is None else chain(record)


def decode(data: Any, chain: Any = None) -> Any:
    """The record that ``encode`` made plain; anything else goes to the next decoder of the chain."""
    if isinstance(data, dict) and _TAG in data:
        return _CLASSES[data[_TAG]](*map(_frozen, data["values"]))
    return data if chain is None else chain(data)


def _frozen(value: Any) -> Any:
    """Lists back into tuples: msgpack knows no difference."""
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def register() -> None:
    """Make spaCy's serialisers use ``encode`` and ``decode``; harmless when called again."""
    srsly.msgpack_encoders("govkg", func=encode)
    srsly.msgpack_decoders("govkg", func=decode)
