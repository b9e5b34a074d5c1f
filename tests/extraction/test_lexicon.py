"""Lexicons: every entry has an id of its own and says only what the ontology knows."""

import csv
import re

import pytest

from kg import resources
from kg.extraction.lexicon import lexicon, load

LEXICONS = ("boundaries", "brands", "generic", "groups", "heads", "honor_verbs", "honors", "patterns", "predicates", "slogans",
            "terms")


@pytest.mark.parametrize("name", LEXICONS)
def test_no_entry_stands_twice(name):
    texts = [entry.text for entry in load(name)]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize("name", LEXICONS)
def test_ids_are_the_file_and_the_text(name):
    assert all(entry.id == f"{name}.{entry.text}" for entry in load(name))


@pytest.mark.parametrize("name", ("groups", "heads", "patterns", "predicates", "terms"))
def test_types_are_classes_of_the_ontology(name):
    ontology = resources.ontology("govkg.ttl").read_text("utf-8")
    for entry in load(name):
        for kind in entry.list("types"):
            assert re.search(rf"^gov:{kind}\b", ontology, re.MULTILINE), entry.id


def test_patterns_compile_and_their_mark_occurs_in_what_they_find():
    for entry in load("patterns"):
        re.compile(entry.columns["pattern"])
        re.compile(entry.columns["mark"])


def test_the_longest_entry_wins_from_left_to_right():
    found = [match.entry.text for match in lexicon("heads").find("云溪化工产业园区和清源镇")]
    assert found[0] == "产业园区"


def test_files_are_utf8_with_a_header():
    for name in LEXICONS:
        with resources.lexicon(f"{name}.csv").open(encoding="utf-8", newline="") as file:
            assert next(csv.reader(file))[0] == "text"


def test_no_company_is_known_by_heart():
    assert not [entry.text for entry in load("terms") if "Enterprise" in entry.list("types")]
