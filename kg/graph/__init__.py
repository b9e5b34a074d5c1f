"""The graph of a build in the hands of other libraries."""

from __future__ import annotations

from importlib import import_module

__all__ = ["Dataset", "to_networkx"]

_HOME = {"Dataset": "kg.graph.dataset", "to_networkx": "kg.graph.network"}


def __getattr__(name: str):
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
