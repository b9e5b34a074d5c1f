"""IRIs of things: deterministic from type, name and place, and readable."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from kg.triples.vocabulary import ID

LONGEST = 64  # characters of the readable part
_DROPPED = re.compile(r"[\s“”‘’\"'《》〈〉（）()【】\[\]「」『』]")
_UNFIT = re.compile(r"[^\w.+~\-]")


def slug(name: str) -> str:
    """A name as a part of an IRI: letters and digits of any script, no space, quote or ``%``.

    What cannot stand there becomes a hyphen, and a short hash keeps apart names that would then be alike.

    >>> slug("“百日会战”行动"), slug("恒岳 集团"), slug("A/B") == slug("A-B")
    ('百日会战行动', '恒岳集团', False)
    """
    plain = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", name))
    kept = _DROPPED.sub("", plain)
    safe = _UNFIT.sub("-", kept).strip("-.") or "x"
    if safe == kept and len(safe) <= LONGEST:
        return safe
    return f"{safe[:LONGEST - 16].rstrip('-.')}-{digest(kept)[:8]}"


def digest(text: str) -> str:
    """A short hash of a text, the same everywhere."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def entity_iri(kind: str, name: str, scope: str = "") -> str:
    """The IRI of an entity; ``scope`` is the code or name of the division it is local to.

    >>> entity_iri("Park", "云西产业园", "370000")
    'https://w3id.org/govkg/id/park/370000/云西产业园'
    """
    place = f"{slug(scope)}/" if scope else ""
    return f"{ID}{kind.lower()}/{place}{slug(name)}"


def report_iri(name: str) -> str:
    """The IRI of a report by its safe name."""
    return f"{ID}report/{slug(name)}"


def sentence_iri(report: str, index: int) -> str:
    """The IRI of a sentence of a report."""
    return f"{ID}sentence/{slug(report)}/{index}"


def mention_iri(report: str, start: int, end: int) -> str:
    """The IRI of a mention, by its place in the text as read."""
    return f"{ID}mention/{slug(report)}/{start}-{end}"


def statement_iri(subject: str, predicate: str, object_: str) -> str:
    """The IRI of a statement: the hash of its three parts as N-Triples writes them."""
    return f"{ID}statement/{digest(f'{subject} {predicate} {object_}')}"
