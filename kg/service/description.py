"""What the service says of itself and its data: SPARQL service description and VoID.

https://www.w3.org/TR/sparql11-service-description/ and https://www.w3.org/TR/void/
"""

from __future__ import annotations

import json
from collections.abc import Iterator

import pyoxigraph as ox

from kg.service.pool import Outcome
from kg.triples.vocabulary import DCTERMS, ID, RDF, XSD

SD = "http://www.w3.org/ns/sparql-service-description#"
VOID = "http://rdfs.org/ns/void#"
FORMATS = "http://www.w3.org/ns/formats/"
_FORMATS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV", "Turtle",
            "N-Triples", "RDF_XML", "JSON-LD")
_LICENCE = "https://www.apache.org/licenses/LICENSE-2.0"

#: What there is, counted; one query each, so that each stays within the limits.
COUNTS = {
    "graphs": "SELECT ?graph (COUNT(*) AS ?count) { GRAPH ?graph { ?s ?p ?o } } GROUP BY ?graph ORDER BY ?graph",
    "classes": "SELECT ?class (COUNT(DISTINCT ?s) AS ?count) { ?s a ?class } GROUP BY ?class ORDER BY ?class",
    "properties": "SELECT ?property (COUNT(*) AS ?count) { ?s ?property ?o } GROUP BY ?property ORDER BY ?property",
    "all": "SELECT (COUNT(*) AS ?triples) (COUNT(DISTINCT ?s) AS ?subjects) (COUNT(DISTINCT ?o) AS ?objects) { ?s ?p ?o }",
}


def rows(outcome: Outcome) -> list[dict[str, str]]:
    """The rows of an answer in SPARQL results JSON, as plain values; what is not bound is empty."""
    answer = json.loads(outcome.text())
    return [{name: row[name]["value"] if name in row else "" for name in answer["head"]["vars"]}
            for row in answer["results"]["bindings"]]


def service_description(endpoint: str, counts: dict[str, list[dict[str, str]]]) -> list[ox.Triple]:
    """The endpoint, what it can do, and its graphs."""
    return [*_service(endpoint), *_dataset(endpoint, counts)]


def void(endpoint: str, counts: dict[str, list[dict[str, str]]]) -> list[ox.Triple]:
    """The data as a void:Dataset, by classes and by properties."""
    return list(_dataset(endpoint, counts))


def _service(endpoint: str) -> Iterator[ox.Triple]:
    service, at = ox.NamedNode(endpoint + "#service"), ox.NamedNode(endpoint)
    yield _triple(service, RDF + "type", ox.NamedNode(SD + "Service"))
    yield _triple(service, SD + "endpoint", at)
    yield _triple(service, SD + "supportedLanguage", ox.NamedNode(SD + "SPARQL11Query"))
    for format_ in _FORMATS:
        yield _triple(service, SD + "resultFormat", ox.NamedNode(FORMATS + format_))
    yield _triple(service, SD + "defaultDataset", ox.NamedNode(endpoint + "#dataset"))


def _dataset(endpoint: str, counts: dict[str, list[dict[str, str]]]) -> Iterator[ox.Triple]:
    dataset, default = ox.NamedNode(endpoint + "#dataset"), ox.NamedNode(endpoint + "#default")
    for kind in (SD + "Dataset", VOID + "Dataset"):
        yield _triple(dataset, RDF + "type", ox.NamedNode(kind))
    yield _triple(dataset, DCTERMS + "title", ox.Literal("政府工作报告知识图谱", language="zh"))
    yield _triple(dataset, DCTERMS + "title", ox.Literal("Knowledge graph of government work reports", language="en"))
    yield _triple(dataset, VOID + "sparqlEndpoint", ox.NamedNode(endpoint))
    yield _triple(dataset, VOID + "uriSpace", ox.Literal(ID))
    yield _triple(dataset, VOID + "vocabulary", ox.NamedNode("https://w3id.org/govkg/ontology"))
    yield _triple(dataset, SD + "defaultGraph", default)
    yield _triple(default, RDF + "type", ox.NamedNode(SD + "Graph"))
    for row in counts["all"]:
        yield _triple(default, VOID + "triples", _integer(row["triples"]))
        yield _triple(dataset, VOID + "triples", _integer(row["triples"]))
        yield _triple(dataset, VOID + "distinctSubjects", _integer(row["subjects"]))
        yield _triple(dataset, VOID + "distinctObjects", _integer(row["objects"]))
    yield from _named_graphs(dataset, endpoint, counts["graphs"])
    for part, name, counted in (("classes", "class", "entities"), ("properties", "property", "triples")):
        yield _triple(dataset, VOID + part, _integer(str(len(counts[part]))))
        for place, row in enumerate(counts[part], 1):
            node = ox.NamedNode(f"{endpoint}#{name}-{place}")
            yield _triple(dataset, f"{VOID}{name}Partition", node)
            yield _triple(node, VOID + name, ox.NamedNode(row[name]))
            yield _triple(node, VOID + counted, _integer(row["count"]))


def _named_graphs(dataset: ox.NamedNode, endpoint: str, graphs: list[dict[str, str]]) -> Iterator[ox.Triple]:
    for place, row in enumerate(graphs, 1):
        node, graph = ox.NamedNode(f"{endpoint}#named-{place}"), ox.NamedNode(f"{endpoint}#graph-{place}")
        yield _triple(dataset, SD + "namedGraph", node)
        yield _triple(node, RDF + "type", ox.NamedNode(SD + "NamedGraph"))
        yield _triple(node, SD + "name", ox.NamedNode(row["graph"]))
        yield _triple(node, SD + "graph", graph)
        yield _triple(graph, RDF + "type", ox.NamedNode(SD + "Graph"))
        yield _triple(graph, VOID + "triples", _integer(row["count"]))


def _triple(subject: ox.NamedNode, predicate: str, object_: ox.NamedNode | ox.Literal) -> ox.Triple:
    return ox.Triple(subject, ox.NamedNode(predicate), object_)


def _integer(value: str) -> ox.Literal:
    return ox.Literal(value, datatype=ox.NamedNode(XSD + "integer"))
