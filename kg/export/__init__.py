"""Exports: a build as files that other tools import.

    from kg.export import export, FORMATS

    export(kg.load("output"), "graphml", "county.graphml")

Each format is one function in a module of this package, see :mod:`kg.export.formats`. Exports are
deterministic and atomic. Those of RDF are written triple by triple as the build's files are read, so that
their memory does not grow with the build.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.export.format import Format, Options
    from kg.export.formats import FORMATS, export, find

__all__ = ["FORMATS", "Format", "Options", "export", "find"]

_HOME = {"FORMATS": "kg.export.formats", "export": "kg.export.formats", "find": "kg.export.formats",
         "Format": "kg.export.format", "Options": "kg.export.format"}


def __getattr__(name: str):
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
