"""Observations as an RDF Data Cube: one data set, one structure, one observation a number."""

from __future__ import annotations

from rdflib import Literal, URIRef

from kg.extraction.records import Observation
from kg.triples import vocabulary as v
from kg.triples.iri import digest
from kg.triples.quantity import normalise
from kg.triples.records import Triple
from kg.triples.terms import LABEL, TYPE, decimal, gov, integer, term, year

DATA_SET, STRUCTURE = URIRef(v.ID + "dataset/observations"), URIRef(v.ID + "structure/observations")
_DIMENSIONS = (term(v.SDMX_DIMENSION, "refArea"), term(v.SDMX_DIMENSION, "refPeriod"), gov("indicator"), gov("measure"),
               gov("nature"), gov("statedIn"), gov("ordinal"))
_MEASURES = (term(v.SDMX_MEASURE, "obsValue"),)
_ATTRIBUTES = (gov("unit"), gov("bound"), gov("normalizedValue"), term(v.SDMX_ATTRIBUTE, "unitMeasure"))


def observation_triples(observation: Observation, area: URIRef, indicator: URIRef, ordinal: int,
                        report: URIRef) -> tuple[URIRef, list[Triple]]:
    """The IRI of an observation and its triples (but its type, which is stated with its support).

    ``ordinal`` numbers what a report says several times of the same indicator, area, year, measure and nature.
    """
    said = " ".join((str(area), str(indicator), str(observation.year), observation.measure, observation.nature,
                     observation.value, observation.unit, observation.bound, str(report), str(ordinal)))
    iri = URIRef(f"{v.ID}observation/{digest(said)}")
    quantity = normalise(observation.value, observation.unit)
    return iri, [
        Triple(iri, term(v.QB, "dataSet"), DATA_SET),
        Triple(iri, gov("indicator"), indicator),
        Triple(iri, term(v.SDMX_DIMENSION, "refArea"), area),
        Triple(iri, term(v.SDMX_DIMENSION, "refPeriod"), year(observation.year)),
        Triple(iri, gov("measure"), gov(observation.measure)),
        Triple(iri, gov("nature"), gov(observation.nature)),
        Triple(iri, gov("statedIn"), report),
        Triple(iri, gov("ordinal"), integer(ordinal)),
        Triple(iri, term(v.SDMX_MEASURE, "obsValue"), decimal(observation.value)),
        Triple(iri, gov("unit"), Literal(observation.unit)),
        Triple(iri, gov("bound"), gov(observation.bound)),
        Triple(iri, gov("normalizedValue"), decimal(quantity.value)),
        Triple(iri, term(v.SDMX_ATTRIBUTE, "unitMeasure"), URIRef(quantity.unit))]


def structure_triples() -> list[Triple]:
    """The data set and its structure definition."""
    triples = [Triple(DATA_SET, TYPE, term(v.QB, "DataSet")), Triple(DATA_SET, term(v.QB, "structure"), STRUCTURE),
               Triple(DATA_SET, LABEL, Literal("Observations of work reports", lang="en")),
               Triple(STRUCTURE, TYPE, term(v.QB, "DataStructureDefinition"))]
    for kind, properties in (("dimension", _DIMENSIONS), ("measure", _MEASURES), ("attribute", _ATTRIBUTES)):
        for place, property_ in enumerate(properties, 1):
            component = URIRef(f"{STRUCTURE}/{kind}/{place}")
            triples += [Triple(STRUCTURE, term(v.QB, "component"), component),
                        Triple(component, TYPE, term(v.QB, "ComponentSpecification")),
                        Triple(component, term(v.QB, kind), property_),
                        Triple(property_, TYPE, term(v.QB, f"{kind.capitalize()}Property"))]
    return triples
