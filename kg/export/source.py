"""What exports are made from: the triples of a build, streamed, and its records."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, BinaryIO

import pyoxigraph as ox

from kg.errors import NotABuild
from kg.files import DATASET, EVIDENCE, GRAPH, StoredBuild
from kg.store.folder import checked_path
from kg.triples.serialise import in_order
from kg.triples.vocabulary import Ontology, ontology

if TYPE_CHECKING:
    from kg.builds import Build
    from kg.store.contents import Contents
    from kg.store.evidence import Evidence
    from kg.store.history import History


class Source:
    """A build as exports see it.

    Triples come in a fixed order, those of one subject together. From a folder they are read as they are
    taken, so that a build of any size passes through.

    Args:
        build: the build.
        watch: is told how many bytes of the build's files were read, as they are read.
    """

    def __init__(self, build: Build, watch: Callable[[int], object] = lambda count: None):
        self.build, self._watch = build, watch

    def facts(self) -> Iterator[ox.Triple]:
        """The triples of the facts."""
        if isinstance(self.build.graphs, StoredBuild):
            return self._parsed(GRAPH, ox.RdfFormat.TURTLE)
        return iter(in_order(self.build.graphs.fact_triples))

    def evidence(self) -> Iterator[ox.Triple]:
        """The triples of the evidence."""
        if isinstance(self.build.graphs, StoredBuild):
            return self._parsed(EVIDENCE, ox.RdfFormat.TURTLE)
        return iter(in_order(self.build.graphs.evidence_triples))

    def quads(self) -> Iterator[ox.Quad]:
        """Both of each report, graph by graph."""
        if isinstance(self.build.graphs, StoredBuild):
            yield from self._parsed(DATASET, ox.RdfFormat.TRIG)
            return
        for name, triples in sorted(self.build.graphs.named.items()):
            for triple in in_order(triples):
                yield ox.Quad(triple.subject, triple.predicate, triple.object, ox.NamedNode(name))

    @property
    def contents(self) -> Contents:
        """Entities, relations, facts, observations."""
        return self.build.contents

    @property
    def support(self) -> Evidence:
        """The evidence, looked up by statement."""
        return self.build.evidence

    @cached_property
    def history(self) -> History:
        """Reports, and what they said of statuses when."""
        from kg.store.history import History

        return History(self.build.graphs.fact_triples)

    @property
    def ontology(self) -> Ontology:
        """The ontology."""
        return ontology()

    def _parsed(self, name: str, format_: ox.RdfFormat) -> Iterator:
        stored = self.build.graphs
        path = checked_path(stored.folder, stored.manifest, name)
        with path.open("rb") as file:
            try:
                for parsed in ox.parse(_Watched(file, self._watch), format=format_):
                    yield parsed if format_ == ox.RdfFormat.TRIG else parsed.triple
            except SyntaxError as error:
                raise NotABuild(str(stored.folder), f"{name} cannot be parsed ({error})",
                                "build it again") from error

    def size(self, *names: str) -> int:
        """Bytes of files of the build; 0 when it is in no folder."""
        files = getattr(self.build.graphs, "manifest", {}).get("files", {})
        return sum(files.get(name, {}).get("bytes", 0) for name in names)


class _Watched:
    """A file that tells how much of it was read."""

    def __init__(self, file: BinaryIO, watch: Callable[[int], object]):
        self._file, self._watch = file, watch

    def read(self, size: int = -1) -> bytes:
        block = self._file.read(size)
        self._watch(len(block))
        return block


