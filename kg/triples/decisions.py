"""A person's decisions as provenance: who stands for a statement, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rdflib import Literal, URIRef
from rdflib.term import Node

from kg.triples import vocabulary as v
from kg.triples.iri import slug
from kg.triples.records import Triple
from kg.triples.terms import LABEL, TYPE, term

PERSON = URIRef(v.ID + "agent/person")
_ATTRIBUTED, _INFLUENCED = term(v.PROV, "wasAttributedTo"), term(v.PROV, "wasInfluencedBy")
_COMMENT = term(v.RDFS, "comment")


def decision_triples(statement: Node, rules: Iterable[str], reasons: Mapping[str, str]) -> Iterator[Triple]:
    """What ties a statement to the corrections among its rules; nothing for what only rules have found.

    ``reasons`` gives the reason of each correction by its id.
    """
    for rule in rules:
        if rule in reasons:
            decision = URIRef(f"{v.ID}correction/{slug(rule)}")
            yield Triple(statement, _INFLUENCED, decision)
            yield Triple(statement, _ATTRIBUTED, PERSON)
            yield Triple(decision, TYPE, term(v.PROV, "Entity"))
            yield Triple(decision, LABEL, Literal(rule))
            yield Triple(decision, _COMMENT, Literal(reasons[rule]))
            yield Triple(decision, _ATTRIBUTED, PERSON)
            yield Triple(PERSON, TYPE, term(v.PROV, "Person"))
            yield Triple(PERSON, LABEL, Literal("a person, by corrections", lang="en"))
