"""Views of a build: the pyvis network and the exploration page.

Import what you need: ``kg.view.network(build)`` for notebooks, ``kg.view.page`` for the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyvis.network import Network

    from kg.builds import Build


def network(build: Build) -> Network:
    """The entities and relations of a build as a pyvis network, laid out, its physics off.

    The options are set; change them, add nodes, or write it with pyvis itself.
    """
    from kg.triples.vocabulary import ontology
    from kg.view.drawing import to_pyvis

    return to_pyvis(build.contents, ontology())
