"""How near entities are to each other: by their relations, and by where the text speaks of them.

Reports relate few of the things they name, but they name side by side what belongs together: a paragraph is
about one matter. So the map of a network is drawn from both. Only relations are ever shown as edges.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.store.contents import Contents
    from kg.store.evidence import Evidence

Pair = tuple[int, int]

RELATED, SAME_SENTENCE, SAME_PARAGRAPH = 3.0, 1.0, 0.3
_REACH = 2  # each mention is tied to so many that follow it: with one, lists would become long chains
#: An entity with more relations than this pulls each of its neighbours less: a county organizes everything.
MANY = 4
#: Named in more than this share of paragraphs, an entity says nothing of what a paragraph is about.
EVERYWHERE, AT_LEAST = 0.1, 8


def mentions(iris: Iterable[str], evidence: Evidence) -> dict[str, tuple[str, ...]]:
    """For each entity its mentions (IRIs), in text order."""
    return {iri: tuple(dict.fromkeys(m for support in evidence.about(iri) for m in support.mentions)) for iri in iris}


def proximity(place: Mapping[str, int], contents: Contents, evidence: Evidence,
              paragraphs: Mapping[str, int]) -> dict[Pair, float]:
    """Weights between entities, by their places; the larger the nearer.

    Args:
        place: the entities to look at, by IRI.
        paragraphs: for each sentence (IRI) a number of its paragraph, no two reports sharing one.
    """
    weights: dict[Pair, float] = defaultdict(float)
    ends = [(place[r.head], place[r.tail]) for r in contents.relations if r.head in place and r.tail in place]
    degree = Counter(end for pair in ends for end in pair)
    for a, b in ends:
        if a != b:
            weights[min(a, b), max(a, b)] += RELATED / max(1.0, max(degree[a], degree[b]) / MANY)
    named = _in_text_order(place, evidence, paragraphs)
    for step in range(1, _REACH + 1):
        for (a, sentence), (b, other) in zip(named, named[step:]):
            if a != b and paragraphs.get(sentence) == paragraphs.get(other):
                weights[min(a, b), max(a, b)] += (SAME_SENTENCE if sentence == other else SAME_PARAGRAPH) / step
    return dict(weights)


def _in_text_order(place: Mapping[str, int], evidence: Evidence,
                   paragraphs: Mapping[str, int]) -> list[tuple[int, str]]:
    """Entities as the text names them, each with its sentence, but for those that it names everywhere."""
    named: dict[str, list[int]] = {}
    spread: dict[int, set[int]] = defaultdict(set)
    for iri, found in mentions(place, evidence).items():
        for mention in found:
            named.setdefault(mention, []).append(place[iri])
            spread[place[iri]].add(paragraphs.get(evidence.mentions[mention].sentence, -1))
    limit = max(AT_LEAST, EVERYWHERE * len(set(paragraphs.values())))
    return [(entity, quote.sentence) for iri, quote in evidence.mentions.items() for entity in named.get(iri, ())
            if len(spread[entity]) <= limit]
