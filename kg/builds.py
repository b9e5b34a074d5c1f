"""A build: what one or more reports say, as graphs, tables and networks, in memory or in a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kg.errors import NothingToBuild
from kg.readings import NO_GUIDANCE, Failure, Guidance, Reading, read_all

if TYPE_CHECKING:
    import networkx
    import pandas
    import rdflib

    from kg.corrections import Dropped, Unapplied
    from kg.document.report import Report
    from kg.store.contents import Contents, EntityRow
    from kg.store.evidence import Evidence
    from kg.triples import Triple


class GraphSource(Protocol):
    """Where the graphs of a build come from: ``kg.triples.Graphs``, or the files of a folder.

    The triples are there without an rdflib graph, which takes time to fill; the graphs are made on demand.
    """

    fact_triples: Iterable[Triple]
    evidence_triples: Iterable[Triple]
    named: Mapping[str, Iterable[Triple]]
    facts: rdflib.Graph
    evidence: rdflib.Graph
    dataset: rdflib.Dataset


class Build:
    """What one or more reports say; made by :func:`build` or :func:`load`.

    Attributes:
        graphs: where ``graph``, ``evidence_graph`` and ``dataset`` come from.
        rejected: what the gate kept out of the graph, each with its sentence and the reason.
        merges: which names became one entity, or were kept apart, and why.
        inputs: for each report the file it came from, its SHA-256, and what was said by hand.
        failures: inputs that could not be read; empty unless they were to be passed over.
        guidance: what a person added, as the manifest records it: ``lexicon``, ``corrections`` with those that no
            longer apply, ``min_confidence``.
    """

    def __init__(self, reports: Callable[[], tuple[Report, ...]], graphs: GraphSource, rejected: Sequence[dict],
                 merges: Sequence[dict], inputs: Sequence[dict], failures: Sequence[Failure] = (),
                 guidance: Mapping | None = None):
        self._read_reports, self.graphs = reports, graphs
        self.rejected, self.merges, self.inputs = tuple(rejected), tuple(merges), tuple(inputs)
        self.failures, self.guidance = tuple(failures), dict(guidance or {})

    @cached_property
    def reports(self) -> tuple[Report, ...]:
        """The reports, in the order given."""
        return self._read_reports()

    @property
    def report(self) -> Report:
        """The report, when there is just one.

        Raises:
            ValueError: there are several; use ``reports``.
        """
        if len(self.inputs) != 1:
            raise ValueError(f"this build has {len(self.inputs)} reports; use .reports")
        return self.reports[0]

    @property
    def graph(self) -> rdflib.Graph:
        """The facts alone."""
        return self.graphs.facts

    @property
    def evidence_graph(self) -> rdflib.Graph:
        """Statements, the sentences they are quoted from, and provenance."""
        return self.graphs.evidence

    @property
    def dataset(self) -> rdflib.Dataset:
        """Facts and evidence as named graphs, one pair for each report."""
        return self.graphs.dataset

    @cached_property
    def evidence(self) -> Evidence:
        """The evidence, looked up by statement."""
        from kg.store.evidence import Evidence

        return Evidence(self.graphs.evidence_triples)

    @cached_property
    def contents(self) -> Contents:
        """Entities, relations, facts and observations as plain records."""
        from kg.store.contents import Contents
        from kg.triples.vocabulary import ontology

        return Contents(self.graphs.fact_triples, self.evidence, ontology())

    @property
    def entities(self) -> tuple[EntityRow, ...]:
        """The entities, sorted by IRI."""
        return tuple(self.contents.entities.values())

    @cached_property
    def network(self) -> networkx.MultiDiGraph:
        """Entities and the relations between them; see :func:`kg.graph.to_networkx`."""
        from kg.graph import to_networkx

        return to_networkx(self.contents)

    @cached_property
    def observations(self) -> pandas.DataFrame:
        """One row for each number; see :data:`kg.store.tables.OBSERVATION_COLUMNS`."""
        from kg.store.tables import to_frame

        return to_frame(self.contents, self.evidence)

    def save(self, folder: str | Path) -> Path:
        """Write the build into a folder, in place of the build that is there; return the folder.

        Raises:
            BuildNotWritten: nothing was changed; the message says why and what to do.
        """
        from kg.files import write

        return write(self, Path(folder))


def build(paths: str | Path | Iterable[str | Path], *, division: str | None = None, year: int | None = None,
          keep_going: bool = False, lexicon: str | Path | None = None,
          corrections: str | Path | Iterable[str | Path] = (), min_confidence: float = 0.0) -> Build:
    """Read one or more reports and build their graph.

    Args:
        paths: a path, or several; several reports make one dataset.
        division: whose reports they are (name or code), where the text does not say.
        year: the year that the plan part speaks of, where the text does not say.
        keep_going: pass over inputs that cannot be read; ``failures`` lists them.
        lexicon: a CSV file (name, type, aliases, note) of names to find besides.
        corrections: one or more files of corrections, CSV or JSON lines; ``guidance`` says which did not apply.
        min_confidence: leave out statements of which kg is less sure, from 0 to 1; ``rejected`` lists them.

    Raises:
        UnreadableInput: an input cannot be read; its message is one line with the way out.
        BadLexicon, BadCorrection: a row cannot be used; its message names the line.
        NothingToBuild: no input is left.
        ValueError: ``min_confidence`` is not between 0 and 1.
    """
    sources = [paths] if isinstance(paths, (str, Path)) else list(paths)
    decided = [corrections] if isinstance(corrections, (str, Path)) else list(corrections)
    guidance = Guidance.read(lexicon, decided)
    return assemble(read_all(sources, division, year, guidance), division, year, keep_going, guidance, min_confidence)


def load(folder: str | Path) -> Build:
    """The build in a folder. Its files are read, and checked, when they are asked for.

    Raises:
        NotABuild: the folder holds none, or one that is incomplete or was altered.
    """
    from kg.files import MERGES, REJECTED, StoredBuild

    stored = StoredBuild(Path(folder))
    return Build(stored.reports, stored, stored.rows(REJECTED), stored.rows(MERGES), stored.manifest["inputs"],
                 guidance=stored.manifest.get("guidance"))


def assemble(readings: Iterable[Reading | Failure], division: str | None = None, year: int | None = None,
             keep_going: bool = False, guidance: Guidance = NO_GUIDANCE, min_confidence: float = 0.0) -> Build:
    """The build of readings, in their order; see :func:`build`."""
    from kg.triples import combine, map_report

    if not 0 <= min_confidence <= 1:
        raise ValueError(f"min_confidence is {min_confidence}; give a number from 0 to 1")
    reasons = {rule: why for given in guidance.corrections for rule, why in given.reasons.items()}
    failures: list[Failure] = []
    inputs, reports, mapped, merges, dropped = [], [], [], [], []
    applied: set[str] = set()
    unapplied: dict[str, Unapplied] = {}
    for reading in readings:
        if isinstance(reading, Failure):
            if not keep_going:
                raise reading.error
            failures.append(reading)
            continue
        report = replace(reading.report, name=_free(reading.report.name, {r.name for r in reports}))
        reports.append(report)
        mapped.append(map_report(report, reading.extraction, reading.resolution, reasons, min_confidence))
        merges += [{"report": report.name, **asdict(merge)} for merge in reading.resolution.log]
        dropped += [_by_hand(report, gone) for gone in reading.dropped]
        inputs.append(_input(report, reading.sha256, division, year))
        applied |= reading.applied
        unapplied = {**{vain.rule: vain for vain in reading.unapplied}, **unapplied}
    if not reports:
        raise NothingToBuild([failure.error for failure in failures])
    graphs = combine(mapped)
    found = tuple(reports)
    rejected = [asdict(r) for r in graphs.rejected] + dropped
    in_vain = [vain for rule, vain in unapplied.items() if rule not in applied]
    return Build(lambda: found, graphs, rejected, merges, inputs, failures,
                 _record(guidance, applied, in_vain, min_confidence))


def _by_hand(report: Report, gone: Dropped) -> dict:
    """A row of ``rejected`` for what a person has dropped."""
    sentence = report.sentences[gone.sentence]
    return {"report": report.name, "subject": gone.subject, "predicate": gone.predicate, "object": gone.object,
            "sentence": report.text[sentence.start:sentence.end], "rule": gone.rule, "reason": gone.reason}


def _record(guidance: Guidance, applied: set[str], in_vain: Sequence[Unapplied], min_confidence: float) -> dict:
    """What a person added, for the manifest: files by name and checksum, and the corrections without effect."""
    lexicon = {"file": guidance.lexicon, "sha256": guidance.lexicon_sha256, "names": len(guidance.names)}
    corrections = [{"file": c.file, "sha256": c.sha256, "applied": len(applied & set(c.reasons)),
                    "unapplied": [{"line": v.line, "reason": v.reason} for v in sorted(in_vain, key=lambda v: v.line)
                                  if v.rule in c.reasons]} for c in guidance.corrections]
    return {"lexicon": lexicon if guidance.lexicon else None, "corrections": corrections,
            "min_confidence": min_confidence}


def _free(name: str, taken: set[str]) -> str:
    """A name that is not taken: the second report of one name gets ``-2``, and so on.

    >>> _free("report", {"report", "report-2"})
    'report-3'
    """
    if name not in taken:
        return name
    return next(f"{name}-{i}" for i in range(2, len(taken) + 2) if f"{name}-{i}" not in taken)


def _input(report: Report, sha256: str, division: str | None, year: int | None) -> dict:
    found = report.division
    return {"name": report.name, "source": report.source, "sha256": sha256, "characters": len(report.raw),
            "title": report.title, "year": report.year, "division": found.name if found else None,
            "code": found.code if found else None, "given": {"division": division, "year": year}}
