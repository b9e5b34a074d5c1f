"""govkg: from Chinese local-government work reports to a knowledge graph you can trust.

    import kg

    build = kg.build("report.txt")
    build.graph         # rdflib.Graph
    build.network       # networkx.MultiDiGraph
    build.observations  # pandas.DataFrame
    build.save("output")

    kg.load("output").entities
    kg.graph.to_networkx(build)
    kg.export.export(build, "excel", "county.xlsx")

Importing the package costs nothing: what a name needs is imported when it is first used (PEP 562).
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.builds import Build, build, load
    from kg.errors import KgError

__version__ = "0.1.0"
__all__ = ["Build", "KgError", "__version__", "build", "load"]

_HOME = {"Build": "kg.builds", "build": "kg.builds", "load": "kg.builds", "KgError": "kg.errors"}


_PACKAGES = ("export", "graph")


def __getattr__(name: str):
    if name in _PACKAGES:
        return import_module(f"kg.{name}")
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
