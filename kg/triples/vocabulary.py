"""The terms that graphs are written in, and the ontology that says what each may be used for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Store

from kg import resources

GOV = "https://w3id.org/govkg/ontology#"
ID = "https://w3id.org/govkg/id/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
QB = "http://purl.org/linked-data/cube#"
DCTERMS = "http://purl.org/dc/terms/"
PROV = "http://www.w3.org/ns/prov#"
OA = "http://www.w3.org/ns/oa#"
SCHEMA = "https://schema.org/"
UNIT = "http://qudt.org/vocab/unit/"
SDMX_DIMENSION = "http://purl.org/linked-data/sdmx/2009/dimension#"
SDMX_MEASURE = "http://purl.org/linked-data/sdmx/2009/measure#"
SDMX_ATTRIBUTE = "http://purl.org/linked-data/sdmx/2009/attribute#"

PREFIXES = {"gov": GOV, "rdf": RDF, "rdfs": RDFS, "xsd": XSD, "skos": SKOS, "qb": QB, "dcterms": DCTERMS, "prov": PROV,
            "oa": OA, "schema": SCHEMA, "unit": UNIT, "sdmx-dimension": SDMX_DIMENSION, "sdmx-measure": SDMX_MEASURE,
            "sdmx-attribute": SDMX_ATTRIBUTE}

#: Properties that say something of one entity alone.
FACTS = ("status", "aim", "investment", "capacity", "plansListing")


@dataclass(frozen=True, slots=True)
class Term:
    """A class or property of the ontology, by its local name."""

    name: str
    labels: dict[str, str]  # by language: zh, en
    color: str = ""  # #RRGGBB, of classes
    core: bool = False
    order: int = 999  # in legends


class Ontology:
    """What the ontology says of its own terms; everything is asked and given by local names.

    >>> ontology().label("Park", "en"), sorted(ontology().range("developedBy"))
    ('Park', ['Enterprise'])
    """

    def __init__(self) -> None:
        self._store = Store()
        for name in ("govkg.ttl", "schemes.ttl"):
            self._store.load(path=str(resources.ontology(name)), format=RdfFormat.TURTLE)

    @cached_property
    def classes(self) -> tuple[Term, ...]:
        """Classes of entities (those with a colour), in the order of legends."""
        colored = (s for s, _, _ in self._pairs(GOV + "color"))
        return tuple(sorted((self._term(_local(s)) for s in colored), key=lambda t: (t.order, t.name)))

    @cached_property
    def relations(self) -> tuple[str, ...]:
        """Object properties between entities, in the order of the ontology file's names."""
        entities = {term.name for term in self.classes}
        found = (_local(s) for s, _, _ in self._pairs(RDF + "type", OWL + "ObjectProperty"))
        return tuple(sorted(n for n in found if self.domain(n) and self.range(n)
                            and self.domain(n) <= entities and self.range(n) <= entities))

    def label(self, name: str, language: str = "zh") -> str:
        """The label of a term; its local name where the ontology has none."""
        return self._labels(name).get(language, name)

    def domain(self, name: str) -> frozenset[str]:
        """Classes that a property is used on; empty: any."""
        return self._sides(name, RDFS + "domain")

    def range(self, name: str) -> frozenset[str]:
        """Classes that a property's values are of; empty: any."""
        return self._sides(name, RDFS + "range")

    @cache  # noqa: B019 (there is one ontology, as long as the process lives)
    def ancestors(self, name: str) -> frozenset[str]:
        """A class and all own classes above it.

        >>> "AdministrativeDivision" in ontology().ancestors("Town")
        True
        """
        found, todo = {name}, [name]
        while todo:
            for _, _, above in self._pairs(RDFS + "subClassOf", subject=GOV + todo.pop()):
                if isinstance(above, NamedNode) and above.value.startswith(GOV) and _local(above) not in found:
                    found.add(_local(above))
                    todo.append(_local(above))
        return frozenset(found)

    def concepts(self, scheme: str) -> tuple[str, ...]:
        """Local names of the concepts of a scheme of the ontology, in their order."""
        members = [_local(s) for s, _, _ in self._pairs(SKOS + "inScheme", GOV + scheme)]
        return tuple(sorted(members, key=lambda n: (self._number(n, "order"), n)))

    @cached_property
    def known(self) -> dict[tuple[str, str], str]:
        """Concepts of the schemes of industries and indicators, by kind and name or synonym."""
        found: dict[tuple[str, str], str] = {}
        for kind in ("industry", "indicator"):
            for predicate in (SKOS + "altLabel", SKOS + "prefLabel"):
                for subject, _, label in self._pairs(predicate):
                    if _local(subject).startswith(kind + "-") and label.language == "zh":
                        found[kind, label.value] = subject.value
        return found

    def _term(self, name: str) -> Term:
        color = next((o.value for _, _, o in self._pairs(GOV + "color", subject=GOV + name)), "")
        core = any(o.value == "true" for _, _, o in self._pairs(GOV + "core", subject=GOV + name))
        return Term(name, self._labels(name), color, core, self._number(name, "order"))

    def _number(self, name: str, predicate: str) -> int:
        return next((int(o.value) for _, _, o in self._pairs(GOV + predicate, subject=GOV + name)), 999)

    def _labels(self, name: str) -> dict[str, str]:
        labels = {}
        for predicate in (SKOS + "prefLabel", RDFS + "label"):
            for _, _, label in self._pairs(predicate, subject=GOV + name):
                labels[label.language or ""] = label.value
        return labels

    @cache  # noqa: B019 (there is one ontology, as long as the process lives)
    def _sides(self, name: str, predicate: str) -> frozenset[str]:
        found: set[str] = set()
        for _, _, side in self._pairs(predicate, subject=GOV + name):
            found.update(self._members(side))
        return frozenset(found)

    def _members(self, side: NamedNode | BlankNode) -> set[str]:
        if isinstance(side, NamedNode):
            return {_local(side)} if side.value.startswith(GOV) else set()
        members: set[str] = set()
        head = next((q.object for q in self._store.quads_for_pattern(side, NamedNode(OWL + "unionOf"), None)), None)
        while isinstance(head, BlankNode):
            first = next(q.object for q in self._store.quads_for_pattern(head, NamedNode(RDF + "first"), None))
            members |= self._members(first)
            head = next(q.object for q in self._store.quads_for_pattern(head, NamedNode(RDF + "rest"), None))
        return members

    def _pairs(self, predicate: str, object_: str | None = None, subject: str | None = None):
        wanted = NamedNode(object_) if object_ else None
        about = NamedNode(subject) if subject else None
        return [(q.subject, q.predicate, q.object)
                for q in self._store.quads_for_pattern(about, NamedNode(predicate), wanted)]


def _local(term: NamedNode | Literal) -> str:
    return term.value.rsplit("#", 1)[-1]


@lru_cache(maxsize=1)
def ontology() -> Ontology:
    """The ontology that the package ships, read once."""
    return Ontology()
