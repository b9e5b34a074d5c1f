"""RDF terms, made once each: mapping uses the same few predicates thousands of times."""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache

from rdflib import Literal, URIRef

from kg.triples import vocabulary as v

_XSD = {name: URIRef(v.XSD + name) for name in ("gYear", "decimal", "integer", "nonNegativeInteger", "boolean", "date",
                                                "double")}


@cache
def gov(name: str) -> URIRef:
    """An own term by its local name."""
    return URIRef(v.GOV + name)


@cache
def term(namespace: str, name: str) -> URIRef:
    """A term of another vocabulary."""
    return URIRef(namespace + name)


TYPE = URIRef(v.RDF + "type")
PREF_LABEL, ALT_LABEL = URIRef(v.SKOS + "prefLabel"), URIRef(v.SKOS + "altLabel")
LABEL = URIRef(v.RDFS + "label")
NOTATION, EXACT_MATCH = URIRef(v.SKOS + "notation"), URIRef(v.SKOS + "exactMatch")


def chinese(text: str) -> Literal:
    """A text in Chinese."""
    return Literal(text, lang="zh")


def year(value: int) -> Literal:
    """A year as ``xsd:gYear``."""
    return Literal(f"{value:04}", datatype=_XSD["gYear"], normalize=False)


def decimal(value: Decimal | str) -> Literal:
    """A decimal number as ``xsd:decimal``, never with an exponent."""
    return Literal(f"{Decimal(value):f}", datatype=_XSD["decimal"], normalize=False)


@lru_cache(maxsize=4096)
def integer(value: int) -> Literal:
    """A whole number."""
    return Literal(str(value), datatype=_XSD["integer"], normalize=False)


def truth(value: bool) -> Literal:
    """A truth value."""
    return Literal("true" if value else "false", datatype=_XSD["boolean"], normalize=False)


def date(value: str) -> Literal:
    """A date in ISO 8601."""
    return Literal(value, datatype=_XSD["date"], normalize=False)
