"""Named graphs of builds, sent to a graph store or to a store on disk: each replaced as a whole, resumable.

What was sent is noted in a journal beside nothing of the user's: a file of the application's own folder, one for
each target. A run that is broken off leaves it; the next run passes over what is there already, and a run that
comes to its end removes it. The journal holds checksums, so what was built anew meanwhile is sent again.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pyoxigraph as ox

from kg.errors import NotABuild
from kg.store.folder import read_file, read_manifest
from kg.store.queries import DATASET


class Target(Protocol):
    """Where named graphs go."""

    def replace(self, graph: str, triples: bytes) -> None:
        """Put N-Triples into a named graph in place of what it holds."""

    def holds(self, graph: str) -> bool:
        """Whether it has the named graph."""


@dataclass(frozen=True)
class Sent:
    """One named graph: sent, or passed over because it is there already."""

    graph: str
    triples: int
    fresh: bool


def named_graphs(folder: Path) -> ox.Store:
    """The named graphs of a build.

    Raises:
        NotABuild: the folder holds none, or a damaged one.
    """
    store = ox.Store()
    try:
        store.bulk_load(read_file(folder, read_manifest(folder), DATASET), format=ox.RdfFormat.TRIG)
    except SyntaxError as error:
        raise NotABuild(str(folder), f"{DATASET} cannot be parsed ({error})", "build it again") from error
    return store


def send(folders: Sequence[Path], target: Target, journal: Journal) -> Iterator[Sent]:
    """Send the named graphs of builds, in the order of their names; each is told when it is done."""
    for folder in folders:
        store = named_graphs(folder)
        for graph in sorted(store.named_graphs(), key=str):
            triples = _sorted(store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=graph))
            digest, count = hashlib.sha256(triples).hexdigest(), triples.count(b"\n")
            if journal.has(graph.value, digest) and target.holds(graph.value):
                yield Sent(graph.value, count, fresh=False)
                continue
            target.replace(graph.value, triples)
            journal.note(graph.value, digest)
            yield Sent(graph.value, count, fresh=True)
    journal.close()


def count(folders: Sequence[Path]) -> int:
    """How many named graphs the builds have; reads their manifests and nothing else."""
    return sum(2 * len(read_manifest(folder).get("inputs", ())) for folder in folders)


class Journal:
    """What a run has sent to a target, kept until the run comes to its end."""

    def __init__(self, folder: Path, target: str):
        self._path = folder / f"{hashlib.sha256(target.encode()).hexdigest()[:32]}.json"
        try:
            found = json.loads(self._path.read_text("utf-8"))
            self._sent = dict(found) if isinstance(found, dict) else {}
        except (FileNotFoundError, ValueError):  # none, or torn: everything is sent again
            self._sent = {}

    def has(self, graph: str, digest: str) -> bool:
        """Whether a graph of this content was sent by a run that was broken off."""
        return self._sent.get(graph) == digest

    def note(self, graph: str, digest: str) -> None:
        """Note that a graph was sent."""
        self._sent[graph] = digest
        self._path.parent.mkdir(parents=True, exist_ok=True)
        beside = self._path.with_suffix(".new")
        beside.write_text(json.dumps(self._sent, indent=0), "utf-8")
        os.replace(beside, self._path)

    def close(self) -> None:
        """The run has come to its end."""
        self._path.unlink(missing_ok=True)


def _sorted(triples: bytes) -> bytes:
    return b"\n".join(sorted(triples.splitlines())) + b"\n"
