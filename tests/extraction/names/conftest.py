"""What tests of names ask a text."""

import pytest

from kg.document.reader import lay_out
from kg.extraction.entities import find_mentions


@pytest.fixture
def typed():
    """The names in a text that have the type."""
    def names(text: str, kind: str) -> set[str]:
        return {m.name for m in find_mentions(lay_out(text, name="sample", normalise=False)) if kind in m.types}

    return names
