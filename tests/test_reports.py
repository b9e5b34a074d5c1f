"""Real reports, where they are at hand (in the workplace and in CI)."""

import os
from pathlib import Path

import pytest

import kg
from kg.document.gazetteer import Gazetteer
from kg.triples.validation import validate_graph

REPORTS = sorted((Path(__file__).parent.parent.parent / "shared" / "reports").glob("*.txt"))
pytestmark = pytest.mark.skipif(not REPORTS, reason="../shared/reports is not here")


@pytest.fixture(scope="module", params=REPORTS, ids=lambda p: p.stem)
def build(request):
    return kg.build(request.param)


def test_the_year_is_that_of_the_file_name(build):
    assert build.report.year == int(build.report.name[-4:])


def test_the_division_is_known_with_its_code(build):
    division = build.report.division
    assert division is not None and division.code
    assert Gazetteer.default().division(division.code).level == division.level


def test_prose_is_found_and_every_sentence_has_a_place_in_the_text_as_read(build):
    report = build.report
    assert "review" in {p.part for p in report.paragraphs}
    for sentence in report.sentences:
        start, end = report.span(sentence.start, sentence.end)
        assert 0 <= start < end <= len(report.raw)


def test_every_kind_of_statement_is_found(build):
    counts = build.contents.counts()
    assert all(sum(counts[kind].values()) > 0 for kind in ("entities", "relations", "facts", "observations"))


def test_every_quote_equals_the_text_at_its_offsets(build):
    quotes = (*build.evidence.sentences.values(), *build.evidence.mentions.values())
    assert quotes
    for quote in quotes:
        assert quote.text == build.report.raw[quote.start:quote.end]


def test_every_rejected_statement_has_a_sentence_and_a_reason(build):
    assert all(row["sentence"] and row["reason"] for row in build.rejected)


@pytest.mark.skipif("KG_SLOW" not in os.environ, reason="SHACL takes seconds for each report; KG_SLOW=1 runs it")
def test_the_build_conforms_to_the_shapes(build):
    verdict = validate_graph(build.graph + build.evidence_graph)
    assert verdict.conforms, verdict.violations[:5]
