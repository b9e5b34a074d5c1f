"""The files of a build, written and read as one."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kg import __version__
from kg.store.folder import MANIFEST, read_file, read_manifest, replacing
from kg.triples.vocabulary import ID

if TYPE_CHECKING:
    import rdflib

    from kg.builds import Build
    from kg.document.report import Report

GRAPH, EVIDENCE, DATASET, PAGE = "graph.ttl", "evidence.ttl", "dataset.trig", "graph.html"
OBSERVATIONS, REJECTED, MERGES = "observations.csv", "rejected.jsonl", "merges.jsonl"
_FORMAT = 1  # of the folder; raised when an older kg could not read it


def write(build: Build, folder: Path) -> Path:
    """Write a build into a folder, in place of the build that is there.

    Raises:
        BuildNotWritten: nothing was changed.
    """
    from kg.store.tables import to_csv
    from kg.triples import serialise
    from kg.view.page import page

    with replacing(folder) as stage:
        facts = serialise.turtle(build.graphs.fact_triples)
        stage.write(GRAPH, facts)
        stage.write(EVIDENCE, serialise.turtle(build.graphs.evidence_triples))
        stage.write(DATASET, serialise.trig(build.graphs.named))
        stage.write(PAGE, page(build, facts))
        stage.write(OBSERVATIONS, to_csv(build.contents, build.evidence))
        stage.write(REJECTED, json_lines(build.rejected))
        stage.write(MERGES, json_lines(build.merges))
        for report in build.reports:
            stage.write(text_of(report.name), report.raw)
        manifest = {"govkg": __version__, "format": _FORMAT, "inputs": list(build.inputs),
                    "guidance": build.guidance, "counts": build.contents.counts(), "files": stage.files}
        stage.write(MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1) + "\n")
    return folder


def text_of(name: str) -> str:
    """Where the text of a report is, as it was read.

    >>> text_of("qiyun_2024")
    'text/qiyun_2024.txt'
    """
    return f"text/{name}.txt"


def json_lines(rows: Iterable[dict]) -> str:
    """Rows as JSON lines."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


class StoredBuild:
    """The files of a build in a folder, each checked against the manifest when it is first read.

    Raises:
        NotABuild: the folder holds none, or one that was altered.
    """

    def __init__(self, folder: Path):
        self.folder = folder
        self.manifest = read_manifest(folder)

    def _text(self, name: str) -> str:
        return read_file(self.folder, self.manifest, name).decode("utf-8")

    def check(self) -> None:
        """See that every file is there and as it was built."""
        for name in self.manifest["files"]:
            read_file(self.folder, self.manifest, name)

    def rows(self, name: str) -> list[dict]:
        """The rows of a file of JSON lines."""
        return [json.loads(line) for line in self._text(name).splitlines()]

    def reports(self) -> tuple[Report, ...]:
        """The reports, laid out anew from their texts."""
        from kg.document.reader import lay_out

        return tuple(lay_out(self._text(text_of(given["name"])), name=given["name"], source=given["source"],
                             **given["given"]) for given in self.manifest["inputs"])

    @cached_property
    def facts(self) -> rdflib.Graph:
        """The graph of facts."""
        import rdflib

        return rdflib.Graph().parse(data=self._text(GRAPH), format="turtle")

    @cached_property
    def evidence(self) -> rdflib.Graph:
        """The graph of evidence."""
        import rdflib

        return rdflib.Graph().parse(data=self._text(EVIDENCE), format="turtle")

    @property
    def fact_triples(self) -> rdflib.Graph:
        """The triples of the facts."""
        return self.facts

    @property
    def evidence_triples(self) -> rdflib.Graph:
        """The triples of the evidence."""
        return self.evidence

    @property
    def named(self) -> dict[str, rdflib.Graph]:
        """The named graphs by their IRIs."""
        return {str(g.identifier): g for g in self.dataset.graphs() if str(g.identifier).startswith(ID)}

    @cached_property
    def dataset(self) -> rdflib.Dataset:
        """Both as named graphs."""
        import rdflib

        dataset = rdflib.Dataset()
        dataset.parse(data=self._text(DATASET), format="trig")
        return dataset
