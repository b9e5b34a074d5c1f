"""Bins of confidence beside the share that is right, and gold with the report that it belongs to."""

import json

import pytest

from kg.errors import BadGold
from kg.evaluation.corpus import judges, pairs
from kg.evaluation.reliability import Measured, bins, calibration_error, log_loss, measured

STRETCH = "清泉镇被认定为国家农业产业强镇，白鹭湖湿地公园成功入选省级美丽幸福示范河湖名单。"


def statements(confidence, right, count):
    return [Measured("g", "fact", confidence, ("r",), i < right) for i in range(count)]


def test_a_bin_tells_mean_confidence_and_the_share_that_is_right():
    one, other = bins(statements(0.75, 6, 10) + statements(0.92, 9, 10))
    assert (one.low, one.high, one.count, one.right) == (0.7, 0.8, 10, 0.6) and one.confidence == pytest.approx(0.75)
    assert other.right == 0.9


def test_a_confidence_of_one_is_in_the_last_bin():
    assert [b.count for b in bins(statements(1.0, 3, 3))] == [3]


def test_the_calibration_error_is_the_mean_distance_from_the_truth():
    assert calibration_error(statements(0.75, 6, 10)) == pytest.approx(0.15)
    assert calibration_error(statements(0.5, 5, 10) + statements(0.9, 9, 10)) == pytest.approx(0)
    assert calibration_error([]) == log_loss([]) == 0


def test_being_surely_wrong_costs_most():
    assert log_loss(statements(0.99, 0, 5)) > log_loss(statements(0.6, 0, 5)) > log_loss(statements(0.6, 5, 5))


@pytest.fixture
def gold(tmp_path):
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "entities.jsonl").write_text(json.dumps({"name": "清泉镇", "types": ["Town"], "required": True,
                                                       "quote": "清泉镇"}) + "\n", "utf-8")
    (folder / "text.txt").write_text(STRETCH, "utf-8")
    return folder


@pytest.fixture
def reports(tmp_path, sample):
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "another.txt").write_text("各位代表：建成云溪大桥。", "utf-8")
    (folder / "qiyun.txt").write_bytes(sample.read_bytes())
    return folder


def test_the_report_is_found_by_the_stretch_that_it_holds(gold, reports):
    (found, report), = pairs([str(gold)], reports)
    assert report.name == "qiyun.txt" and found.text == STRETCH


def test_or_is_given(gold, sample):
    assert pairs([f"{gold}={sample}"])[0][1] == sample


def test_a_stretch_that_no_report_holds_is_named(gold, reports):
    (gold / "text.txt").write_text("此句无处可寻。", "utf-8")
    with pytest.raises(BadGold, match="no report holds the annotated text; give it as GOLD=REPORT"):
        pairs([str(gold)], reports)
    (gold / "text.txt").unlink()
    with pytest.raises(BadGold, match=r"no text\.txt"):
        pairs([str(gold)], reports)


def test_every_statement_in_scope_is_measured_with_its_rules(gold, sample):
    judge, = judges(pairs([f"{gold}={sample}"]))
    found = list(measured(judge))
    assert any(m.right for m in found) and any(not m.right for m in found)
    assert {m.kind for m in found} >= {"entity"} and all(m.rules and 0 < m.confidence <= 1 for m in found)
