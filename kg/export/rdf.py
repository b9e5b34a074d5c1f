"""RDF 1.1 and RDF 1.2, written by Oxigraph's serialisers as the triples come.

In RDF 1.2 the IRI of a statement is a reifier: ``<statement> rdf:reifies <<( s p o )>>`` stands in the place
of ``rdf:Statement`` with its subject, predicate and object, and carries the same sentences, rules and
confidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from typing import BinaryIO

import pyoxigraph as ox

from kg.export.characters import xml_text
from kg.export.format import Options
from kg.export.source import Source
from kg.triples import vocabulary as v

_TYPE, _STATEMENT = ox.NamedNode(v.RDF + "type"), ox.NamedNode(v.RDF + "Statement")
_REIFIES = ox.NamedNode(v.RDF + "reifies")
_PARTS = tuple(ox.NamedNode(v.RDF + part) for part in ("subject", "predicate", "object"))


def turtle(source: Source, out: BinaryIO, options: Options) -> None:
    """Turtle."""
    _serialize(chosen(source, options), out, ox.RdfFormat.TURTLE)


def n_triples(source: Source, out: BinaryIO, options: Options) -> None:
    """N-Triples."""
    _serialize(chosen(source, options), out, ox.RdfFormat.N_TRIPLES)


def rdf_xml(source: Source, out: BinaryIO, options: Options) -> None:
    """RDF/XML. Characters that XML cannot hold become U+FFFD."""
    _serialize(map(_in_xml, chosen(source, options)), _CarriageReturns(out), ox.RdfFormat.RDF_XML)


def n_quads(source: Source, out: BinaryIO, options: Options) -> None:
    """N-Quads."""
    _serialize(_quads(source, options), out, ox.RdfFormat.N_QUADS)


def trig(source: Source, out: BinaryIO, options: Options) -> None:
    """TriG."""
    _serialize(_quads(source, options), out, ox.RdfFormat.TRIG)


def turtle_12(source: Source, out: BinaryIO, options: Options) -> None:
    """RDF 1.2 Turtle, evidence by reifiers; facts and evidence unless said otherwise."""
    _serialize(reified(chosen(source, options, "all")), _TruthValues(out), ox.RdfFormat.TURTLE)


def trig_12(source: Source, out: BinaryIO, options: Options) -> None:
    """RDF 1.2 TriG, evidence by reifiers."""
    graphs = groupby(_quads(source, options), key=lambda quad: quad.graph_name)
    _serialize((ox.Quad(t.subject, t.predicate, t.object, name) for name, quads in graphs
                for t in reified(quad.triple for quad in quads)), _TruthValues(out), ox.RdfFormat.TRIG)


def chosen(source: Source, options: Options, default: str = "facts") -> Iterator[ox.Triple]:
    """The triples that are asked for."""
    content = options.content or default
    return chain(source.facts() if content != "evidence" else (), source.evidence() if content != "facts"
                 else ())


def reified(triples: Iterable[ox.Triple]) -> Iterator[ox.Triple]:
    """Triples with each ``rdf:Statement`` turned into a reifier; those of a subject must stand together.

    >>> s, p, o, r = (ox.NamedNode(f"http://example.org/{name}") for name in "spor")
    >>> parts = [ox.Triple(r, part, value) for part, value in zip(_PARTS, (s, p, o))]
    >>> [str(t.object) for t in reified([ox.Triple(r, _TYPE, _STATEMENT), *parts])]
    ['<http://example.org/s> <http://example.org/p> <http://example.org/o>']
    """
    for subject, group in groupby(triples, key=lambda triple: triple.subject):
        said = list(group)
        if not any(t.predicate == _TYPE and t.object == _STATEMENT for t in said):
            yield from said
            continue
        parts = {t.predicate: t.object for t in said}
        yield ox.Triple(subject, _REIFIES, ox.Triple(*(parts[part] for part in _PARTS)))
        yield from (t for t in said if t.predicate not in _PARTS and t.object != _STATEMENT)


def _quads(source: Source, options: Options) -> Iterator[ox.Quad]:
    """The quads that are asked for: the graphs of facts, of evidence, or all."""
    ending = {"facts": "/facts", "evidence": "/evidence"}.get(options.content, "")
    return (quad for quad in source.quads() if quad.graph_name.value.endswith(ending))


def _serialize(triples: Iterable[ox.Triple | ox.Quad], out: BinaryIO, format_: ox.RdfFormat) -> None:
    if format_ in (ox.RdfFormat.TURTLE, ox.RdfFormat.TRIG):
        sorted_ = _SortedPrefixes(out)
        ox.serialize(triples, output=sorted_, format=format_, prefixes=v.PREFIXES)
        sorted_.finish()
        out.flush()
    else:
        ox.serialize(triples, output=out, format=format_, prefixes=v.PREFIXES
                     if format_ == ox.RdfFormat.RDF_XML else None)


def _in_xml(triple: ox.Triple) -> ox.Triple:
    """A triple whose text XML can hold."""
    value = triple.object
    if not isinstance(value, ox.Literal) or (text := xml_text(value.value)) == value.value:
        return triple
    literal = ox.Literal(text, language=value.language) if value.language else ox.Literal(text,
                                                                                          datatype=value.datatype)
    return ox.Triple(triple.subject, triple.predicate, literal)


class _SortedPrefixes:
    """Sorts the prefixes before the first statement: the serialiser writes them in an order that changes."""

    def __init__(self, out: BinaryIO):
        self._out = out
        self._head: bytes | None = b""

    def write(self, data: bytes) -> int:
        if self._head is None:
            self._out.write(data)
        else:
            self._head += data
            lines = self._head.split(b"\n")
            if any(not line.startswith(b"@prefix") for line in lines[:-1]):
                self.finish()
        return len(data)

    def flush(self) -> None:
        """Nothing: the caller closes the file."""

    def finish(self) -> None:
        """Write what is held back."""
        if self._head is not None:
            lines = self._head.split(b"\n")
            count = next((i for i, line in enumerate(lines) if not line.startswith(b"@prefix")), len(lines))
            self._out.write(b"\n".join((*sorted(lines[:count]), *lines[count:])))
            self._head = None


class _CarriageReturns:
    """Writes carriage returns as character references: parsers of XML turn bare ones into line feeds."""

    def __init__(self, out: BinaryIO):
        self._out = out

    def write(self, data: bytes) -> int:
        self._out.write(data.replace(b"\r", b"&#13;"))
        return len(data)

    def flush(self) -> None:
        """Nothing: the caller closes the file."""


class _TruthValues:
    """Writes truth values in triple terms in full: Jena 5.6 does not read the short ``true`` there.

    Reifiers come first of their subject, at the start of a line, so that no text of a literal is taken for
    one.
    """

    _SHORT = re.compile(rb"^(\t?\S+ rdf:reifies <<\( \S+ \S+ )(true|false)( \)>>)", re.MULTILINE)

    def __init__(self, out: BinaryIO):
        self._out, self._rest = out, b""

    def write(self, data: bytes) -> int:
        lines, end, rest = (self._rest + data).rpartition(b"\n")
        self._out.write(self._SHORT.sub(rb'\1"\2"^^xsd:boolean\3', lines + end))
        self._rest = rest
        return len(data)

    def flush(self) -> None:
        """Write what is held back."""
        self._out.write(self._rest)
        self._rest = b""
