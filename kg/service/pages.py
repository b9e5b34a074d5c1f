"""Pages for people: the start, the editor, saved questions as forms, and what is known of a thing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from urllib.parse import quote

import jinja2

from kg.store.questions import BOUNDS, Question, questions
from kg.triples.vocabulary import GOV, ID

ASSETS = Path(__file__).parent / "assets"

#: What is said of one thing; ?entity is bound to it. Rows are few for things and bounded for what all speak of.
FACTS = """PREFIX gov: <https://w3id.org/govkg/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?entity ?property ?propertyName ?value ?valueName WHERE {
  ?entity ?property ?value .
  OPTIONAL { ?property rdfs:label ?propertyName FILTER(LANG(?propertyName) = "zh") }
  OPTIONAL { ?value skos:prefLabel|gov:amountText ?named FILTER(LANG(?named) IN ("zh", "")) }
  OPTIONAL { ?value rdfs:label ?labelled FILTER(LANG(?labelled) = "zh") }
  BIND(COALESCE(?named, ?labelled) AS ?valueName)
} ORDER BY ?property ?valueName ?value LIMIT 500"""
SAID_OF = """PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?entity ?property ?propertyName ?value ?valueName WHERE {
  ?value ?property ?entity ; skos:prefLabel ?valueName .
  ?property rdfs:label ?propertyName FILTER(LANG(?propertyName) = "zh")
} ORDER BY ?propertyName ?valueName ?value LIMIT 500"""
EVIDENCE = """PREFIX gov: <https://w3id.org/govkg/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX oa: <http://www.w3.org/ns/oa#>
SELECT DISTINCT ?entity ?property ?value ?rule ?confidence ?place ?sentence WHERE {
  ?statement rdf:subject ?entity ; rdf:predicate ?property ; rdf:object ?value ; gov:rule ?rule ;
    gov:confidence ?confidence ; prov:wasQuotedFrom ?place .
  ?place oa:hasSelector/oa:exact ?sentence .
} ORDER BY ?property ?value ?place ?rule LIMIT 500"""
NUMBERS = """PREFIX gov: <https://w3id.org/govkg/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX sdmx-dimension: <http://purl.org/linked-data/sdmx/2009/dimension#>
PREFIX sdmx-measure: <http://purl.org/linked-data/sdmx/2009/measure#>
SELECT DISTINCT ?entity ?observation ?year ?other ?otherName ?natureName ?number ?unit WHERE {
  { ?observation sdmx-dimension:refArea ?entity ; gov:indicator ?other }
  UNION { ?observation gov:indicator ?entity ; sdmx-dimension:refArea ?other }
  ?observation sdmx-dimension:refPeriod ?year ; sdmx-measure:obsValue ?number ; gov:unit ?unit ; gov:nature ?nature .
  ?other skos:prefLabel ?otherName .
  ?nature skos:prefLabel ?natureName FILTER(LANG(?natureName) = "zh")
} ORDER BY ?year ?otherName ?observation LIMIT 500"""
DESCRIBED = "CONSTRUCT { ?entity ?p ?o . ?s ?q ?entity } WHERE { { ?entity ?p ?o } UNION { ?s ?q ?entity } }"

_NAMES = ("http://www.w3.org/2004/02/skos/core#prefLabel", "http://www.w3.org/2000/01/rdf-schema#label")
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


@cache
def _templates() -> jinja2.Environment:
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(ASSETS), autoescape=True, trim_blocks=True,
                                     lstrip_blocks=True, undefined=jinja2.StrictUndefined)
    environment.filters["local"] = local
    return environment


def render(template: str, root: str, **said: object) -> str:
    """A page; ``root`` is the path that the service is mounted at."""
    return _templates().get_template(template).render(
        root=root, link=lambda iri: link(iri, root), **said)


def link(iri: str, root: str) -> str:
    """Where a thing's page is: here for things of this graph, nowhere for those of others.

    >>> link("https://w3id.org/govkg/id/park/云西产业园", ""), link("http://example.org/", "")
    ('/id/park/%E4%BA%91%E8%A5%BF%E4%BA%A7%E4%B8%9A%E5%9B%AD', '')
    """
    return f"{root}/id/{quote(iri[len(ID):])}" if iri.startswith(ID) and len(iri) > len(ID) else ""


def local(iri: str) -> str:
    """The last part of an IRI, to read where there is no name."""
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1] if iri.startswith("http") else iri


def entity_page(root: str, iri: str, facts: list[dict], said_of: list[dict], evidence: list[dict],
                numbers: list[dict]) -> str:
    """The page of a thing: its names and types, facts with their sentences, what refers to it, its numbers."""
    name = next((row["value"] for p in _NAMES for row in facts if row["property"] == p), local(iri))
    sentences = _sentences(evidence)
    told = [{**row, "evidence": sentences.get((row["property"], row["value"]), [])} for row in facts]
    types = [row for row in told if row["property"] == _TYPE]
    shown = [row for row in told if row["property"] not in (*_NAMES, _TYPE)]
    own = [row for row in said_of if row["property"].startswith(GOV)]
    return render("entity.html", root, iri=iri, name=name, types=types, facts=shown, said_of=own, numbers=numbers)


def _sentences(evidence: list[dict]) -> dict[tuple[str, str], list[dict]]:
    """The sentences of each statement about a thing, each once, with the rules that read it."""
    found: dict[tuple[str, str], dict[str, dict]] = {}
    for row in evidence:
        places = found.setdefault((row["property"], row["value"]), {})
        place = places.setdefault(row["place"], {**row, "rules": []})
        place["rules"].append(row["rule"])
    return {statement: list(places.values()) for statement, places in found.items()}


def question_page(root: str, question: Question, values: Mapping[str, str], answer: dict | None, error: str) -> str:
    """A saved question as a form, with its answer or what is wrong with the values."""
    columns = answer["head"]["vars"] if answer else []
    bounds = {p.name for p in question.parameters if p.kind in BOUNDS}
    kept = [c for c in columns if f"{c}Name" not in columns and c not in bounds]
    rows = [[(row.get(c, {}).get("value", ""), row.get(c.removesuffix("Name"), {}).get("value", "") if
              c.endswith("Name") else "") for c in kept] for row in (answer["results"]["bindings"] if answer else [])]
    return render("question.html", root, question=question, values=values, error=error, rows=rows,
                  columns=[c.removesuffix("Name") for c in kept])


def editor_page(root: str) -> str:
    """The query editor with the saved questions at hand."""
    saved = [{"id": q.id, "title": q.titles["zh"], "english": q.titles["en"], "description": q.descriptions["zh"],
              "parameters": [{"name": p.name, "kind": p.kind, "default": p.default, "description": p.description}
                             for p in q.parameters]} for q in questions()]
    data = json.dumps({"root": root, "questions": saved}, ensure_ascii=False).replace("<", "\\u003c")
    return render("editor.html", root, data=data)
