"""Confidence is the share of right statements that was measured."""

import random

import pytest

from kg.extraction.calibration import KINDS, Calibration, Knot, fit, shipped, write
from kg.extraction.records import Extraction, Fact, Mention
from kg.readings import Guidance, read


def drawn(kind, raw, truth, count, rng):
    return [(kind, raw, rng.random() < truth) for _ in range(count)]


def test_a_fitted_map_gives_the_truth_back():
    rng = random.Random(7)
    truths = {0.7: 0.55, 0.8: 0.75, 0.95: 0.97}
    table = fit([row for raw, truth in truths.items() for row in drawn("fact", raw, truth, 2000, rng)])
    for raw, truth in truths.items():
        assert table.confidence("fact", raw) == pytest.approx(truth, abs=0.03)


def test_levels_that_are_out_of_order_become_one():
    rows = [("entity", 0.7, i % 10 > 0) for i in range(100)] + [("entity", 0.9, i % 2 > 0) for i in range(100)]
    knots = fit(rows).knots["entity"]
    assert len(knots) == 1 and knots[0].seen == 200 and knots[0].right == 140


def test_confidence_rises_and_few_cases_make_nothing_certain():
    table = fit([("relation", raw, True) for raw in (0.6, 0.7, 0.8, 0.9)])
    found = [table.confidence("relation", raw / 100) for raw in range(0, 101, 5)]
    assert found == sorted(found) and max(found) < 0.95


def test_a_level_with_few_cases_does_not_turn_the_order():
    rows = [("relation", 0.8, i % 20 > 0) for i in range(200)] + [("relation", 0.93, True)] * 100 + [("relation", 0.97, True)]
    shares = [k.confidence for k in fit(rows).knots["relation"]]
    assert shares == sorted(shares) and len(shares) == 2


def test_a_kind_that_was_not_measured_keeps_what_rules_say():
    assert Calibration({"fact": (Knot(0.8, 10, 9, 0.9),)}).confidence("relation", 0.83) == 0.83


def test_what_a_person_says_stays_as_it_is():
    mentions = (Mention(0, 2, "恒岳", ("Enterprise",), 0, "given", 0.99), Mention(3, 5, "云溪", ("Place",), 0, "heads.x", 0.8),
                Mention(6, 8, "清源", ("Town",), 0, "correction.3", 1.0))
    found = Calibration({"entity": (Knot(0.8, 10, 5, 0.5),)}).calibrated(
        Extraction(mentions, facts=(Fact(0, "status", "Completed", 0, "stages.x", 0.7),)))
    assert [m.confidence for m in found.mentions] == [0.99, 0.5, 1.0] and found.facts[0].confidence == 0.7


def test_the_table_is_written_and_holds_numbers_only(tmp_path):
    write(fit([("fact", 0.7, True), ("fact", 0.9, False)]), tmp_path / "calibration.csv")
    lines = (tmp_path / "calibration.csv").read_text("utf-8").splitlines()
    assert lines == ["kind,raw,seen,right,confidence", "fact,0.8,2,1,0.5"]


def test_the_shipped_table_rises_for_every_kind():
    assert set(shipped().knots) == set(KINDS)
    for knots in shipped().knots.values():
        assert [k.raw for k in knots] == sorted({k.raw for k in knots})
        assert [k.confidence for k in knots] == sorted(k.confidence for k in knots)
        assert all(0 < k.confidence < 1 and k.right <= k.seen for k in knots)


def test_readings_are_calibrated_unless_they_are_to_be_measured(sample):
    raw, made = read(sample, guidance=Guidance(calibrated=False)), read(sample)
    assert [m.name for m in raw.extraction.mentions] == [m.name for m in made.extraction.mentions]
    for one, other in zip(raw.extraction.mentions, made.extraction.mentions):
        assert other.confidence == pytest.approx(shipped().confidence("entity", one.confidence), abs=1e-3)
