"""What is asked: builds, RDF files, or a store on disk, opened as one store."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from pathlib import Path

import pyoxigraph as ox

from kg.errors import NotABuild, UnreadableInput
from kg.store.folder import MANIFEST
from kg.store.queries import load_build, unite

FORMATS = {".ttl": ox.RdfFormat.TURTLE, ".nt": ox.RdfFormat.N_TRIPLES, ".nq": ox.RdfFormat.N_QUADS,
           ".trig": ox.RdfFormat.TRIG, ".rdf": ox.RdfFormat.RDF_XML, ".owl": ox.RdfFormat.RDF_XML,
           ".xml": ox.RdfFormat.RDF_XML, ".jsonld": ox.RdfFormat.JSON_LD, ".n3": ox.RdfFormat.N3}
_MARK = "CURRENT"  # a file that every folder of RocksDB, where Oxigraph keeps its stores, has


def open_sources(paths: Sequence[Path]) -> ox.Store:
    """One store of all that is given: builds and RDF files in memory, or a single store on disk as it is.

    Raises:
        NotABuild: a folder holds neither a build nor a store, or one that is damaged.
        UnreadableInput: a file cannot be read or parsed, or a store on disk is given beside something else.
    """
    if any(is_store(path) for path in paths):
        if len(paths) > 1:
            raise UnreadableInput(str(next(p for p in paths if is_store(p))), "a store on disk is asked alone",
                                  "add the builds to it with `kg load`")
        return open_store(paths[0])
    store = ox.Store()
    for path in paths:
        if path.is_dir() or not path.suffix:
            load_build(store, path)
        else:
            _load_file(store, path)
    return store


def is_store(path: Path) -> bool:
    """Whether a folder is a store on disk, as `kg load FOLDER` makes it."""
    return (path / _MARK).is_file() and not (path / MANIFEST).exists()


def open_store(path: Path) -> ox.Store:
    """A store on disk, read-only.

    Raises:
        NotABuild: it cannot be opened.
    """
    try:
        return ox.Store.read_only(str(path))
    except (OSError, ValueError) as error:
        raise NotABuild(str(path), f"the store cannot be opened ({error})", "make it again with `kg load`") from error


def _load_file(store: ox.Store, path: Path) -> None:
    """Add a file of triples or quads; what its named graphs say joins the default graph as well."""
    packed = path.suffix == ".gz"
    format_ = FORMATS.get((path.with_suffix("") if packed else path).suffix.lower())
    if format_ is None:
        raise UnreadableInput(str(path), "its name does not say which RDF it is",
                              f"give a folder of a build, or a file that ends in {', '.join(FORMATS)}")
    own = ox.Store()
    try:
        with gzip.open(path) if packed else path.open("rb") as file:
            own.bulk_load(file, format=format_, base_iri=path.resolve().as_uri())
    except OSError as error:
        raise UnreadableInput(str(path), (error.strerror or str(error)).lower(), "give the path of an RDF file") from error
    except (SyntaxError, ValueError, EOFError) as error:
        raise UnreadableInput(str(path), f"it cannot be parsed ({' '.join(str(error).split())})",
                              "mend it there, or give it the ending of its format") from error
    unite(own)
    store.bulk_extend(own)
