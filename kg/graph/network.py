"""Entities and the relations between them as a network of networkx."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    from kg.builds import Build
    from kg.store.contents import Contents

#: What joins several values of one attribute.
SEPARATOR = "|"


def to_networkx(build: Build | Contents) -> nx.MultiDiGraph:
    """Entities as nodes, relations as edges, in a fixed order.

    Every node has the same attributes, all strings: ``label``, ``type`` (the main one), ``types`` and
    ``aliases``
    (joined by ``|``), ``code``, and its facts ``status``, ``aim``, ``investment``, ``capacity``,
    ``plansListing`` (empty where nothing is said). Every edge has the relation as key and as ``relation``,
    the IRI of its ``statement``, and from the evidence ``rule`` (joined by ``|``) and ``confidence``, a
    number from 0 to 1 (1 where nothing says otherwise). So every writer of networkx takes them: no None, no
    lists, no mixed types.

    >>> import kg
    >>> from kg.resources import sample_report
    >>> network = to_networkx(kg.build(sample_report()))
    >>> network.nodes["https://w3id.org/govkg/id/administrativedivision/栖云县"]["label"]
    '栖云县'
    """
    from kg.store.contents import FACTS
    from kg.triples.iri import statement_iri
    from kg.triples.vocabulary import GOV

    contents = getattr(build, "contents", build)
    facts: dict[str, dict[str, list[str]]] = {}
    for fact in contents.facts:
        facts.setdefault(fact.entity, {}).setdefault(fact.fact, []).append(fact.value)
    graph = nx.MultiDiGraph()
    for entity in contents.entities.values():
        said = facts.get(entity.iri, {})
        graph.add_node(entity.iri, label=entity.name, type=entity.types[0],
                       types=SEPARATOR.join(entity.types),
                       aliases=SEPARATOR.join(entity.aliases), code=entity.code,
                       **{fact: SEPARATOR.join(said.get(fact, ())) for fact in FACTS})
    for r in contents.relations:
        known = r.support
        statement = statement_iri(f"<{r.head}>", f"<{GOV}{r.relation}>", f"<{r.tail}>")
        graph.add_edge(r.head, r.tail, key=r.relation, relation=r.relation, statement=statement,
                       rule=SEPARATOR.join(known.rules) if known else "",
                       confidence=known.confidence if known and known.confidence is not None else 1.0)
    return graph
