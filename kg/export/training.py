"""Sentences with spans and relations for people who train models: JSON lines, and spaCy's DocBin.

In the DocBin every character is a token, so any model of spans can be trained; ``doc.ents`` are the longest
spans, ``doc.spans["sc"]`` are all, ``doc.user_data["relations"]`` joins them. Read it with any vocabulary of
spaCy:

    DocBin().from_disk("sentences.spacy").get_docs(spacy.blank("zh").vocab)
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import BinaryIO

from kg.export.annotated import Annotated, annotated
from kg.export.format import Options
from kg.export.source import Source


def jsonl(source: Source, out: BinaryIO, options: Options) -> None:
    """A sentence a line, as a JSON object."""
    for sentence in annotated(source):
        content = asdict(sentence)
        content["relations"] = content.pop("links")
        out.write(json.dumps(content, ensure_ascii=False).encode("utf-8") + b"\n")


def docbin(source: Source, out: BinaryIO, options: Options) -> None:
    """A Doc for each sentence."""
    import spacy
    from spacy.tokens import DocBin

    vocab = spacy.blank("zh").vocab
    out.write(DocBin(attrs=["ENT_IOB", "ENT_TYPE", "ENT_KB_ID"], store_user_data=True,
                     docs=[_doc(vocab, sentence) for sentence in annotated(source)]).to_bytes())


def _doc(vocab, sentence: Annotated):
    from spacy.tokens import Doc, Span
    from spacy.util import filter_spans

    doc = Doc(vocab, words=list(sentence.text), spaces=[False] * len(sentence.text))
    spans = [Span(doc, s.start, s.end, label=s.label, kb_id=s.entity) for s in sentence.spans]
    doc.spans["sc"] = spans
    doc.ents = filter_spans(spans)
    doc.user_data = {"report": sentence.report, "start": sentence.start, "end": sentence.end,
                     "part": sentence.part,
                     "relations": [asdict(link) for link in sentence.links]}
    return doc
