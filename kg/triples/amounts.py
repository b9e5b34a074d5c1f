"""Investments as amounts of money."""

from __future__ import annotations

from rdflib import Literal, URIRef

from kg.extraction.records import Fact
from kg.triples import vocabulary as v
from kg.triples.iri import digest
from kg.triples.quantity import normalise
from kg.triples.records import Triple
from kg.triples.terms import TYPE, decimal, gov, term


def amount_triples(entity: URIRef, fact: Fact) -> tuple[URIRef, list[Triple]]:
    """The node of an amount, and its value, currency and wording."""
    written = fact.value + fact.unit
    node = URIRef(f"{v.ID}amount/{digest(f'{entity} {written}')}")
    quantity = normalise(fact.value, fact.unit)
    currency = quantity.unit.rsplit("/", 1)[-1] if quantity.unit.startswith(v.UNIT) else "CNY"
    return node, [Triple(node, TYPE, term(v.SCHEMA, "MonetaryAmount")),
                  Triple(node, term(v.SCHEMA, "value"), decimal(quantity.value)),
                  Triple(node, term(v.SCHEMA, "currency"), Literal(currency if len(currency) == 3 else "CNY")),
                  Triple(node, gov("amountText"), Literal(written))]
