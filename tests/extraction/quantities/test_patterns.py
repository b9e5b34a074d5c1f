"""Patterns are data: each one is sound and finds its example."""

from __future__ import annotations

import pytest

from kg.extraction.lexicon import load
from kg.extraction.quantities.patterns import pattern


@pytest.mark.parametrize("entry", load("quantity_patterns"), ids=lambda entry: entry.text)
def test_a_pattern_finds_its_example(entry):
    assert pattern(entry.text).search(entry.columns["example"])


@pytest.mark.parametrize("entry", load("quantity_pairs"), ids=lambda entry: entry.text)
def test_a_pair_has_a_form_for_each_of_its_members(entry):
    assert len(entry.list("forms")) in (2, 3)
