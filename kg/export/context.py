"""The JSON-LD context of the ontology: how IRIs and literals are called in plain JSON.

A small part of the compaction algorithm of JSON-LD 1.1
(https://www.w3.org/TR/json-ld11-api/#compaction-algorithms),
all that graphs without blank nodes and lists need, but triple by triple: libraries that compact want the
whole document
in memory. Tests hold it against jsonld.js.
"""

from __future__ import annotations

import json
from functools import cache, lru_cache
from typing import NamedTuple

import pyoxigraph as ox

from kg import resources
from kg.triples import vocabulary as v

_EXACT = 2**53  # whole numbers below are exact in JavaScript


class Term(NamedTuple):
    """A key of JSON: what its values are taken for (``@id``, ``@vocab``, a type, ``@zh``, nothing), and if they
    always stand in an array."""

    name: str
    kind: str
    is_set: bool


class Context:
    """Terms of a JSON-LD context.

    >>> terms = context()
    >>> terms.entry(v.SKOS + "prefLabel", ox.Literal("云溪县", language="zh"))
    (Term(name='name', kind='@zh', is_set=False), '云溪县')
    >>> terms.entry(v.RDFS + "label", ox.Literal("Yunxi", language="en"))[1]
    {'@language': 'en', '@value': 'Yunxi'}
    """

    def __init__(self, terms: dict):
        self.terms = terms
        self.compact = lru_cache(maxsize=1 << 16)(self._compact)
        self._prefixes = {name: iri for name, iri in terms.items()
                          if isinstance(iri, str) and not name.startswith("@") and iri[-1:] in ("/", "#")}
        self._names: dict[str, str] = {}
        self._keys: dict[str, list[Term]] = {}
        for name, definition in terms.items():
            said = {"@id": definition} if isinstance(definition, str) else definition
            if isinstance(said, dict) and name not in self._prefixes and ":" in said.get("@id", ""):
                self._add(name, said)

    def _add(self, name: str, said: dict) -> None:
        iri, kind = self.expand(said["@id"]), said.get("@type", "")
        kind = kind if kind.startswith("@") else self.expand(kind)
        kind = kind or ("@" + said["@language"] if "@language" in said else "")
        if kind in ("", "@id"):  # what a term of another kind stands for is written with a prefix
            self._names.setdefault(iri, name)
        self._keys.setdefault(iri, []).append(Term(name, kind, said.get("@container") == "@set"))

    def entry(self, predicate: str, value: ox.NamedNode | ox.Literal) -> tuple[Term, object]:
        """The key of a triple and its value in JSON."""
        kinds = _kinds(value)
        found = (term for kind in (*kinds, "") for term in self._keys.get(predicate, ()) if term.kind == kind)
        term = next(found, None) or Term(self.compact(predicate, prefixed=bool(self._keys.get(predicate))),
                                         "", False)
        return term, self._iri(term, value) if isinstance(value, ox.NamedNode) else self._literal(term, value)

    def _compact(self, iri: str, prefixed: bool = False) -> str:
        """An IRI as a term (unless it must be ``prefixed``), or with a prefix, or as it is."""
        if not prefixed and iri in self._names:
            return self._names[iri]
        found = [f"{name}:{iri[len(start):]}" for name, start in self._prefixes.items()
                 if iri.startswith(start) and len(iri) > len(start)]
        return min(found, key=lambda name: (len(name), name), default=iri)

    def expand(self, name: str) -> str:
        """The IRI of a name with a prefix."""
        prefix, _, local = name.partition(":")
        return self._prefixes[prefix] + local if prefix in self._prefixes else name

    def iri(self, term: str) -> tuple[str, bool]:
        """The IRI that a key stands for, and whether it is said in reverse."""
        said = self.terms.get(term, term)
        if isinstance(said, str):
            return self.expand(said), False
        return self.expand(said.get("@id") or said["@reverse"]), "@reverse" in said

    def _iri(self, term: Term, value: ox.NamedNode) -> object:
        if term.kind in ("@id", "@vocab"):
            return self.compact(value.value, prefixed=term.kind == "@id")
        return {"id": self.compact(value.value, prefixed=True)}

    def _literal(self, term: Term, value: ox.Literal) -> object:
        if term.kind:
            return value.value
        if value.language:
            return {"@language": value.language, "@value": value.value}
        kind = value.datatype.value
        if kind == v.XSD + "boolean" and value.value in ("true", "false"):
            return value.value == "true"
        number = _whole(value.value) if kind == v.XSD + "integer" else None
        if number is not None and value.value == str(number) and abs(number) < _EXACT:
            return number
        return value.value if kind == v.XSD + "string" else {"type": self.compact(kind),
                                                             "@value": value.value}


def _kinds(value: ox.NamedNode | ox.Literal) -> tuple[str, ...]:
    """The kinds of terms that a value fits, the best first."""
    if isinstance(value, ox.NamedNode):
        return "@vocab", "@id"
    return (f"@{value.language}" if value.language else value.datatype.value,)


def _whole(text: str) -> int:
    return int(text) if text.lstrip("-").isdecimal() else 0


@cache
def context() -> Context:
    """The context that the package ships."""
    return Context(json.loads(resources.ontology("context.jsonld").read_text("utf-8"))["@context"])
