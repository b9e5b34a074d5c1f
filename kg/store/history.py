"""What changes from report to report: the reports themselves, and the statuses that each recorded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.triples import Triple
from kg.triples import vocabulary as v


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report as a document; what is not known is empty."""

    iri: str
    label: str
    title: str
    year: str
    issued: str  # ISO date
    place: str  # IRI of the division it speaks of
    source: str  # file name


@dataclass(frozen=True, slots=True)
class StatusRow:
    """What one report said of an entity's status; ``status`` is the local name of a concept."""

    iri: str
    entity: str
    status: str
    year: str
    promised: bool
    report: str  # IRI


class History:
    """The reports of a graph of facts, and the status records, each in a fixed order.

    Attributes:
        reports: by IRI, sorted by year, then IRI.
        statuses: sorted by entity, year, then status.
    """

    def __init__(self, triples: Iterable[Triple]):
        wanted = (v.GOV + "Report", v.GOV + "StatusRecord")
        kept = list(triples)
        kinds = {str(s): str(o) for s, p, o in kept if str(p) == v.RDF + "type" and str(o) in wanted}
        said: dict[str, dict[str, str]] = {iri: {} for iri in kinds}
        for s, p, o in kept:
            if str(s) in said:
                said[str(s)].setdefault(str(p), str(o))
        found = [_report(iri, parts) for iri, parts in said.items() if kinds[iri] == wanted[0]]
        self.reports = {r.iri: r for r in sorted(found, key=lambda r: (r.year, r.iri))}
        self.statuses = sorted((_status(iri, parts) for iri, parts in said.items()
                                if kinds[iri] == wanted[1]),
                               key=lambda s: (s.entity, s.year, s.status, s.iri))


def _report(iri: str, said: dict[str, str]) -> ReportRow:
    return ReportRow(iri, said.get(v.RDFS + "label", ""), said.get(v.DCTERMS + "title", ""),
                     said.get(v.DCTERMS + "temporal", "")[:4], said.get(v.DCTERMS + "issued", ""),
                     said.get(v.DCTERMS + "spatial", ""), said.get(v.DCTERMS + "source", ""))


def _status(iri: str, said: dict[str, str]) -> StatusRow:
    return StatusRow(iri, said.get(v.GOV + "recordOf", ""),
                     said.get(v.GOV + "recordedStatus", "").rsplit("#", 1)[-1],
                     said.get(v.GOV + "year", "")[:4], said.get(v.GOV + "promised", "") == "true",
                     said.get(v.GOV + "statedIn", ""))
