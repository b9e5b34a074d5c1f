"""A store on disk, for graphs that are too large to be read into memory for each question.

It holds what a store in memory holds: the named graphs of reports, in the default graph what they say together,
and the ontology.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox

from kg.errors import StoreNotWritten
from kg.store.names import ONTOLOGY, with_ontology
from kg.store.sources import is_store
from kg.triples.vocabulary import DCTERMS, GOV, RDF

try:
    import fcntl
except ImportError:  # Windows has no advisory locks; one writer at a time is then up to the user
    fcntl = None

_DEFAULT = ox.DefaultGraph()
_SMALL = 20_000_000  # bytes of triples that go into a store faster in one transaction than in bulk
_SUBJECT, _PREDICATE, _OBJECT = (ox.NamedNode(RDF + part) for part in ("subject", "predicate", "object"))
#: Statuses that a newer report replaced: they stay in the graph of their report and leave the default graph.
_SUPERSEDED = f"""PREFIX gov: <{GOV}> PREFIX dcterms: <{DCTERMS}>
SELECT DISTINCT ?entity ?property ?status WHERE {{
  ?record gov:recordOf ?entity ; gov:recordedStatus ?status ; gov:promised ?promised ; gov:statedIn/dcterms:temporal ?year .
  ?newer gov:recordOf ?entity ; gov:promised false ; gov:statedIn/dcterms:temporal ?newest .
  FILTER(STR(?newest) > STR(?year))
  BIND(IF(?promised, gov:aim, gov:status) AS ?property)
  FILTER NOT EXISTS {{
    ?later gov:recordOf ?entity ; gov:recordedStatus ?status ; gov:promised ?promised ; gov:statedIn/dcterms:temporal ?last .
    FILTER NOT EXISTS {{
      ?newest2 gov:recordOf ?entity ; gov:promised false ; gov:statedIn/dcterms:temporal ?year2 . FILTER(STR(?year2) > STR(?last))
    }}
  }}
}}"""


class DiskStore:
    """A store on disk that graphs are put into; see :func:`writing`."""

    def __init__(self, store: ox.Store):
        self._store = store

    def replace(self, graph: str, triples: bytes) -> None:
        """Put N-Triples into a named graph in place of what it holds."""
        name = ox.NamedNode(graph)
        self._store.remove_graph(name)
        put = self._store.load if len(triples) < _SMALL else self._store.bulk_load
        put(triples, format=ox.RdfFormat.N_TRIPLES, to_graph=name)

    def holds(self, graph: str) -> bool:
        """Whether it has the named graph."""
        return self._store.contains_named_graph(ox.NamedNode(graph))

    def unite(self) -> None:
        """Make the default graph anew from the named graphs."""
        store = self._store
        store.clear_graph(_DEFAULT)
        with tempfile.TemporaryFile() as together:  # loaded at once: each load in bulk writes files of its own
            for graph in sorted(store.named_graphs(), key=str):
                if graph != ONTOLOGY:
                    store.dump(together, format=ox.RdfFormat.N_TRIPLES, from_graph=graph)
            together.seek(0)
            store.bulk_load(together, format=ox.RdfFormat.N_TRIPLES, to_graph=_DEFAULT)
        for entity, property_, status in list(store.query(_SUPERSEDED)):
            store.remove(ox.Quad(entity, property_, status, _DEFAULT))
            self._withdraw(entity, property_, status)
        store.remove_graph(ONTOLOGY)
        with_ontology(store)
        store.flush()


    def _withdraw(self, entity: ox.NamedNode, property_: ox.NamedNode, status: ox.NamedNode) -> None:
        """Take the statement that speaks for a replaced status out of the default graph."""
        parts = ((_SUBJECT, entity), (_PREDICATE, property_), (_OBJECT, status))
        found = [{q.subject for q in self._store.quads_for_pattern(None, part, value, _DEFAULT)} for part, value in parts]
        for statement in found[0] & found[1] & found[2]:
            for quad in list(self._store.quads_for_pattern(statement, None, None, _DEFAULT)):
                self._store.remove(quad)


@contextmanager
def in_use(folder: Path) -> Iterator[None]:
    """Keep others from writing to a store while the block reads it; any number may read."""
    with _locked(folder, exclusive=False):
        yield


@contextmanager
def writing(folder: Path) -> Iterator[DiskStore]:
    """A store on disk, made if it is not there, to put graphs into.

    Raises:
        StoreNotWritten: the folder holds something else, or another process has the store.
    """
    if folder.exists() and not is_store(folder) and (not folder.is_dir() or any(folder.iterdir())):
        raise StoreNotWritten(str(folder), "it holds something that is not a store", "choose another folder")
    folder.mkdir(parents=True, exist_ok=True)
    with _locked(folder, exclusive=True):
        try:
            store = ox.Store(str(folder))
        except OSError as error:
            raise StoreNotWritten(str(folder), " ".join(str(error).split()), "choose another folder") from error
        disk = DiskStore(store)
        yield disk
        disk.unite()


@contextmanager
def _locked(folder: Path, exclusive: bool) -> Iterator[None]:
    if fcntl is None:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, (fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        yield
    except BlockingIOError as error:
        raise StoreNotWritten(str(folder), "another process is using it", "end `kg serve` or `kg load` there") from error
    finally:
        os.close(handle)
