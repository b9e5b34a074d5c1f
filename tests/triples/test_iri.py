"""IRIs: readable, safe, and the same for the same name."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.triples.iri import LONGEST, entity_iri, slug, statement_iri


@given(st.text(max_size=200))
def test_any_name_makes_a_part_that_any_tool_can_read(name):
    part = slug(name)
    assert part and len(part) <= LONGEST
    assert re.fullmatch(r"[\w.+~\-]+", part)


@given(st.text(min_size=1, max_size=30), st.text(min_size=1, max_size=30))
def test_names_that_differ_in_more_than_quotes_and_spaces_stay_apart(a, b):
    import unicodedata

    bare = [re.sub(r"[\s“”‘’\"'《》〈〉（）()【】\[\]「」『』]", "", unicodedata.normalize("NFC", unicodedata.normalize("NFKC", x))) for x in (a, b)]
    assert (slug(a) == slug(b)) == (bare[0] == bare[1]) or not all(bare)


@pytest.mark.parametrize("hostile", ["<script>", "a b", '"} DROP', "../..", "%2F", "名 称"])
def test_hostile_names_leave_nothing_that_escapes(hostile):
    assert not re.search(r"[<>\"{}|\\^`\s%]", entity_iri("Park", hostile, hostile))


def test_a_statement_is_named_after_its_three_parts():
    assert statement_iri("s", "p", "o") == statement_iri("s", "p", "o") != statement_iri("s", "p", "x")
