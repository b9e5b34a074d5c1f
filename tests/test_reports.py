"""Real reports, where they are at hand (in the workplace and in CI)."""

from pathlib import Path

import pytest

from kg.document.gazetteer import Gazetteer
from kg.document.reader import read

REPORTS = sorted((Path(__file__).parent.parent.parent / "shared" / "reports").glob("*.txt"))
pytestmark = pytest.mark.skipif(not REPORTS, reason="../shared/reports is not here")


@pytest.fixture(scope="module", params=REPORTS, ids=lambda p: p.stem)
def report(request):
    return read(request.param)


def test_the_year_is_that_of_the_file_name(report):
    assert report.year == int(report.name[-4:])


def test_the_division_is_known_with_its_code(report):
    assert report.division is not None and report.division.code
    assert Gazetteer.default().division(report.division.code).level == report.division.level


def test_prose_is_found_and_every_sentence_has_a_place_in_the_text_as_read(report):
    assert "review" in {p.part for p in report.paragraphs}
    for sentence in report.sentences:
        start, end = report.span(sentence.start, sentence.end)
        assert 0 <= start < end <= len(report.raw)
