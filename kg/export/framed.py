"""JSON-LD by the frame of the ontology: each entity with its facts, neighbours, numbers and sentences inside.

A small part of JSON-LD framing (https://www.w3.org/TR/json-ld11-framing/): frames that say which keys an
object has (``@explicit``) and what is embedded in them, forward or in reverse. Tests hold it against
jsonld.js. The whole build is held in memory, since neighbours are looked up.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import BinaryIO

import pyoxigraph as ox

from kg import resources
from kg.export.context import Context, context
from kg.export.format import Options
from kg.export.jsonld import add, write_graph
from kg.export.rdf import chosen
from kg.export.source import Source
from kg.triples import vocabulary as v

_TYPE = v.RDF + "type"


def framed(source: Source, out: BinaryIO, options: Options) -> None:
    """Every entity as an object, one a line, sorted by IRI; facts and evidence unless said otherwise."""
    framer = _Framer(context(), chosen(source, options, "all"))
    write_graph(framer.terms, framer.nodes(frame()), out)


@cache
def frame() -> dict:
    """The frame that the package ships."""
    return json.loads(resources.ontology("frame.jsonld").read_text("utf-8"))


class _Framer:
    """Triples by subject and by object, and the objects that a frame makes of them."""

    def __init__(self, terms: Context, triples: Iterable[ox.Triple]):
        self.terms = terms
        self._said: dict[str, dict[str, list]] = defaultdict(dict)
        self._of: dict[tuple[str, str], list[str]] = defaultdict(list)
        for s, p, o in triples:
            self._said[s.value].setdefault(p.value, []).append(o)
            if isinstance(o, ox.NamedNode):
                self._of[o.value, p.value].append(s.value)

    def nodes(self, top: dict) -> Iterator[dict]:
        """The objects of a frame, by the classes that it names."""
        wanted = {self.terms.iri(name)[0] for name in top["type"]}
        for iri in sorted(self._said):
            if wanted.intersection(t.value for t in self._said[iri].get(_TYPE, ())):
                yield self._node(iri, top)

    def _node(self, iri: str, part: dict) -> dict:
        said, found = self._said.get(iri, {}), {}
        for key in (k for k in part if not k.startswith("@") and k not in ("id", "type")):
            predicate, reverse = self.terms.iri(key)
            if reverse:
                for subject in sorted(set(self._of.get((iri, predicate), ()))):
                    add(found, key, self._node(subject, part[key]), True)
            else:
                for value in said.get(predicate, ()):
                    self._value(found, key, predicate, value, part[key])
        start = {"id": self.terms.compact(iri, prefixed=True)}
        types = [self.terms.compact(t.value) for t in said.get(_TYPE, ())]
        if types:
            start["type"] = types[0] if len(types) == 1 else types
        return start | {key: found[key] for key in sorted(found)}

    def _value(self, found: dict, key: str, predicate: str, value: ox.NamedNode | ox.Literal,
               part: dict) -> None:
        """One value of a key, if it is the key's own; a known node is embedded where the frame says so."""
        term, plain = self.terms.entry(predicate, value)
        if term.name != key:
            return
        known = isinstance(value, ox.NamedNode) and value.value in self._said
        embedded = known and part.get("@embed") != "@never"
        add(found, key, self._node(value.value, part) if embedded else plain, term.is_set)
