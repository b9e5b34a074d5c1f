"""Triples: records mapped through the ontology to RDF, each checked and traceable to the text."""

from __future__ import annotations

from kg.triples.graphs import Graphs, combine
from kg.triples.mapping import map_report
from kg.triples.records import Rejected, ReportTriples, Support, Triple

__all__ = ["Graphs", "Rejected", "ReportTriples", "Support", "Triple", "combine", "map_report"]
