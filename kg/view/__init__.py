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
    from kg.view.drawing import draw, to_pyvis
    from kg.view.texts import Texts

    drawn = draw(build.contents, build.evidence, Texts(build.reports))
    return to_pyvis(build.contents, ontology(), drawn)
