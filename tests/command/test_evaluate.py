"""``kg eval``: tables of measures, grounding and errors."""

import csv
import io
import json

import pytest


@pytest.fixture
def gold(tmp_path):
    """Gold that requires one town of the sample and one that is not there."""
    folder = tmp_path / "gold"
    folder.mkdir()
    rows = [{"name": "清泉镇", "types": ["Town"], "required": True, "quote": "清泉镇被认定为国家农业产业强镇"},
            {"name": "乌有镇", "types": ["Town"], "required": True, "quote": "乌有镇"}]
    (folder / "entities.jsonl").write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), "utf-8")
    (folder / "text.txt").write_text("清泉镇被认定为国家农业产业强镇，白鹭湖湿地公园成功入选省级美丽幸福示范河湖名单。", "utf-8")
    return folder


def test_the_table_has_a_row_for_each_type_and_the_grounding(run, sample_folder, gold):
    result = run("eval", sample_folder, "--gold", gold)
    assert result.code == 0 and "entity/Town" in result.out and "ontology conformance" in result.out


def test_as_csv_and_json_the_figures_are_for_programs(run, sample_folder, gold):
    rows = list(csv.DictReader(io.StringIO(run("eval", sample_folder, "--gold", gold, "--format", "csv").out)))
    town = next(r for r in rows if r["measure"] == "entity/Town")
    assert (town["precision"], town["recall"], town["gold"], town["built"]) == ("1.000", "0.500", "2", "1")
    data = json.loads(run("eval", sample_folder, "--gold", gold, "--format", "json", "--errors").out)
    assert {m["name"]: m["recall"] for m in data["measures"]}["entity/Town"] == 0.5
    assert data["grounding"]["ungrounded"] == [] and data["grounding"]["conforming"] == data["grounding"]["statements"]
    assert any(e["error"] == "missed" and e["text"] == "乌有镇（Town）" for e in data["errors"])


def test_errors_are_listed_with_their_sentences(run, sample_folder, gold):
    rows = list(csv.DictReader(io.StringIO(
        run("eval", sample_folder, "--gold", gold, "--errors", "--format", "csv").out)))
    wrong = next(r for r in rows if r["error"] == "wrong")
    assert "白鹭湖湿地公园" in wrong["sentence"] and wrong["rules"] and wrong["confidence"]


def test_whole_counts_the_whole_graph(run, sample_folder, gold):
    data = json.loads(run("eval", sample_folder, "--gold", gold, "--whole", "--format", "json").out)
    assert {m["name"]: m["have"] for m in data["measures"]}["entity/core"] > 20


def test_the_text_can_be_given(run, sample_folder, gold, tmp_path):
    (tmp_path / "other.txt").write_text("全县都知道这句话不在报告里。", "utf-8")
    data = json.loads(run("eval", sample_folder, "--gold", gold, "--text", tmp_path / "other.txt", "--format", "json").out)
    assert {m["name"]: m["have"] for m in data["measures"]}["entity/core"] == 0


def test_without_gold_the_grounding_is_told(run, sample_folder):
    result = run("eval", sample_folder)
    assert result.code == 0 and "ungrounded subjects" in result.out and "entity/" not in result.out


def test_errors_without_gold_make_no_sense(run, sample_folder):
    assert run("eval", sample_folder, "--errors").code == 2


def test_a_graph_without_evidence_is_measured_too(run, sample_folder, gold, tmp_path):
    (tmp_path / "graph.ttl").write_bytes((sample_folder / "graph.ttl").read_bytes())
    result = run("eval", tmp_path / "graph.ttl", "--gold", gold, "--format", "csv")
    assert result.code == 0 and "entity/Town,1.000,0.500" in result.out and "no evidence" in result.err


def test_what_cannot_be_measured_is_named(run, tmp_path):
    (tmp_path / "a.ttl").write_text("not turtle", "utf-8")
    result = run("eval", tmp_path / "a.ttl")
    assert result.code == 1 and result.err.startswith("kg: a.ttl: not a graph")
    assert run("eval", tmp_path / "nowhere").code == 2
