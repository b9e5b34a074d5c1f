"""Validation of a build by SHACL: does it conform, and if not, where and why."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rdflib import RDF, Graph, Namespace
from rdflib.term import Node

from kg import resources

_SH = Namespace("http://www.w3.org/ns/shacl#")


@dataclass(frozen=True, slots=True)
class Violation:
    """One thing that does not conform."""

    node: str
    path: str
    value: str
    message: str

    def __str__(self) -> str:
        return f"{self.node} {self.path} {self.value}: {self.message}".replace("\n", " ")


@dataclass(frozen=True, slots=True)
class ValidationReport:
    """What SHACL says of a build."""

    violations: tuple[Violation, ...]

    @property
    def conforms(self) -> bool:
        """Is there nothing against the build?"""
        return not self.violations


def validate_graph(graph: Graph) -> ValidationReport:
    """Check facts and evidence against the shapes of the ontology.

    Subclasses count (a town is a division), nothing else is inferred: shapes speak of what is written.
    """
    import pyshacl  # heavy: only when a build is to be validated

    shapes = Graph().parse(resources.ontology("shapes.ttl"))
    data = Graph().parse(resources.ontology("govkg.ttl")).parse(resources.ontology("schemes.ttl"))
    data.addN((s, p, o, data) for s, p, o in graph)
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none", advanced=False, inplace=True)
    found = [_violation(report, result) for result in report.subjects(RDF.type, _SH.ValidationResult)]
    return ValidationReport(tuple(sorted(found, key=str)))


def validate(folder: Path) -> ValidationReport:
    """Check the build in a folder.

    Raises:
        OSError: ``graph.ttl`` or ``evidence.ttl`` is not there.
    """
    return validate_graph(Graph().parse(folder / "graph.ttl").parse(folder / "evidence.ttl"))


def _violation(report: Graph, result: Node) -> Violation:
    def one(predicate: Node) -> str:
        return str(report.value(result, predicate) or "")

    return Violation(one(_SH.focusNode), one(_SH.resultPath).rsplit("#", 1)[-1], one(_SH.value), one(_SH.resultMessage))
