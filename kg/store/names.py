"""Things of a store by the names that people call them: labels, aliases, or their IRIs."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterator

import pyoxigraph as ox

from kg import resources
from kg.triples.vocabulary import GOV, OWL, RDF, RDFS, SKOS, ontology

ONTOLOGY = ox.NamedNode(GOV.rstrip("#"))  # the named graph that the ontology is kept in
_TYPE, _EXACT = ox.NamedNode(RDF + "type"), ox.NamedNode(SKOS + "exactMatch")
_NAMES = tuple(ox.NamedNode(p) for p in (SKOS + "prefLabel", SKOS + "altLabel", RDFS + "label"))
_TERMS = {"Property": frozenset((OWL + "ObjectProperty", OWL + "DatatypeProperty")), "Class": frozenset((OWL + "Class",))}
_MARKS = re.compile(r"[\s“”‘’\"'《》〈〉（）()【】\[\]「」『』]")


def with_ontology(store: ox.Store) -> ox.Store:
    """The store, with the ontology and its schemes in the default graph and in a named graph of their own."""
    if not store.contains_named_graph(ONTOLOGY):
        for name in ("govkg.ttl", "schemes.ttl"):
            quads = list(ox.parse(path=str(resources.ontology(name)), format=ox.RdfFormat.TURTLE))
            store.extend(quads)
            store.extend(ox.Quad(q.subject, q.predicate, q.object, ONTOLOGY) for q in quads)
    return store


def terms_named(store: ox.Store, name: str, kind: str) -> tuple[list[ox.NamedNode], list[str]]:
    """Things of a kind with a name, in the order of their IRIs; where there are none, names that are near.

    ``kind`` is a class of the ontology, ``Entity`` for any of its classes of entities, ``Class`` or ``Property``. A name
    of a common industry or indicator stands for those that match it exactly.
    """
    wanted = _classes(kind)
    if name.startswith(("http://", "https://")):
        found = _given(name)
        return ([found] if found and _is(store, found, wanted) else []), []
    found = _by_label(store, name, wanted)
    if found:
        return found, []
    plain = _plain(name)
    labels = dict(_labels(store, wanted))
    alike = sorted({label for label in labels if _plain(label) == plain})
    if alike:
        return sorted({t for label in alike for t in _by_label(store, label, wanted)}, key=str), []
    return [], near(name, labels)


def near(name: str, labels) -> list[str]:
    """Up to five names that are like a name: those that contain it or that it contains, then by their letters."""
    parts = sorted((x for x in labels if len(name) > 1 and len(x) > 1 and (name in x or x in name)), key=lambda x: (len(x), x))
    close = difflib.get_close_matches(name, sorted(labels)[:50_000], n=5, cutoff=0.4)
    return list(dict.fromkeys((*parts[:5], *close)))[:5]


def _classes(kind: str) -> frozenset[str]:
    """IRIs of the classes that a thing of a kind may have."""
    if kind in _TERMS:
        return _TERMS[kind]
    own = ontology()
    names = [term.name for term in own.classes]
    if kind == "Entity":
        return frozenset(GOV + n for n in names)
    return frozenset(GOV + n for n in {kind, *(n for n in names if kind in own.ancestors(n))})


def _by_label(store: ox.Store, name: str, wanted: frozenset[str]) -> list[ox.NamedNode]:
    found: dict[ox.NamedNode, None] = {}
    for literal in (ox.Literal(name, language="zh"), ox.Literal(name, language="en"), ox.Literal(name)):
        for predicate in _NAMES:
            for quad in store.quads_for_pattern(None, predicate, literal):
                found[quad.subject] = None
    for concept in list(found):
        for quad in store.quads_for_pattern(None, _EXACT, concept):
            found[quad.subject] = None
    return sorted((t for t in found if isinstance(t, ox.NamedNode) and _is(store, t, wanted)), key=str)


def _is(store: ox.Store, term: ox.NamedNode, wanted: frozenset[str]) -> bool:
    return any(quad.object.value in wanted for quad in store.quads_for_pattern(term, _TYPE, None))


def _labels(store: ox.Store, wanted: frozenset[str]) -> Iterator[tuple[str, None]]:
    for kind in wanted:
        for typed in store.quads_for_pattern(None, _TYPE, ox.NamedNode(kind)):
            for predicate in _NAMES:
                for quad in store.quads_for_pattern(typed.subject, predicate, None):
                    yield quad.object.value, None


def _given(iri: str) -> ox.NamedNode | None:
    try:
        return ox.NamedNode(iri)
    except ValueError:  # no IRI after all
        return None


def _plain(name: str) -> str:
    """A name as it is compared: width, case, spaces and quotation marks do not count.

    >>> _plain("“百企焕新” 三年行动") == _plain("百企焕新三年行动")
    True
    """
    return _MARKS.sub("", unicodedata.normalize("NFKC", name)).casefold()
