"""The report itself as a node of the graph."""

from __future__ import annotations

from rdflib import Literal, URIRef

from kg.document.report import Report
from kg.triples import vocabulary as v
from kg.triples.records import Triple
from kg.triples.terms import LABEL, TYPE, chinese, date, gov, term, year


def report_triples(report: Report, iri: URIRef, division: URIRef | None, publisher: URIRef | None) -> list[Triple]:
    """What is known of a report as a document."""
    place = report.division.name if report.division else ""
    title = f"{report.year or ''}{'年' if report.year else ''}{place}政府工作报告"
    said = [Triple(iri, TYPE, gov("Report")), Triple(iri, LABEL, chinese(title)),
            Triple(iri, term(v.DCTERMS, "title"), chinese(report.title or title))]
    if report.source:
        said.append(Triple(iri, term(v.DCTERMS, "source"), Literal(report.source)))
    issued = report.issued or report.speech_date
    if issued:
        said.append(Triple(iri, term(v.DCTERMS, "issued"), date(issued)))
    if report.year:
        said.append(Triple(iri, term(v.DCTERMS, "temporal"), year(report.year)))
    if division is not None:
        said.append(Triple(iri, term(v.DCTERMS, "spatial"), division))
    if publisher or division:
        said.append(Triple(iri, term(v.DCTERMS, "publisher"), publisher or division))
    return said
