"""What the tests of entities share."""

from __future__ import annotations

import pytest
from yunxi import extraction_of, report_of

from kg.entities import resolve


@pytest.fixture
def resolved():
    """Resolve names given as ``"name/Type|Type"``; gives a mapping from each name to its entity's name."""
    def run(*named: str, **report):
        pairs = [(n.rsplit("/", 1)[0], n.rsplit("/", 1)[1].split("|")) for n in named]
        text, extraction = extraction_of(pairs)
        resolution = resolve(report_of(text, **report), extraction)
        return resolution, {named[i]: resolution.entities[of].name for i, of in enumerate(resolution.of)}
    return run
