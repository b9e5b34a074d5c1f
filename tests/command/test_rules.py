"""``kg rules``: how often rules fire, how often they are right, which entries are unused."""

import csv
import io
import json

import pytest


def table(result):
    assert result.code == 0, result.err
    return list(csv.DictReader(io.StringIO(result.out)))


@pytest.fixture
def gold(tmp_path):
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "entities.jsonl").write_text(json.dumps({"name": "清泉镇", "types": ["Town"], "required": True}) + "\n", "utf-8")
    (folder / "text.txt").write_text("清泉镇被认定为国家农业产业强镇，白鹭湖湿地公园成功入选省级美丽幸福示范河湖名单。", "utf-8")
    return folder


def test_a_build_and_its_report_fire_the_same_rules(run, sample, sample_folder):
    built = table(run("rules", sample_folder, "--format", "csv"))
    assert built == table(run("rules", sample, "--format", "csv")) and len(built) > 60
    assert all(int(r["statements"]) == sum(int(r[k]) for k in ("entity", "relation", "fact", "observation")) > 0
               for r in built)


def test_gold_tells_how_often_a_rule_is_right(run, sample_folder, gold):
    rows = {r["rule"]: r for r in table(run("rules", sample_folder, "--gold", gold, "--format", "csv"))}
    judged = {rule: (int(r["right"]), int(r["judged"])) for rule, r in rows.items() if int(r["judged"])}
    assert (1, 1) in judged.values() and any(right < count for right, count in judged.values())
    assert rows["quantity_verbs.增长"]["precision"] == ""


def test_gold_of_another_report_is_refused(run, sample_folder, gold):
    (gold / "text.txt").write_text("此句无处可寻。", "utf-8")
    result = run("rules", sample_folder, "--gold", gold)
    assert result.code == 1 and "none of the sources holds the annotated text" in result.err


def test_unused_entries_are_listed_with_the_reason(run, sample, sample_folder):
    rows = table(run("rules", "--unused", sample, "--format", "csv"))
    assert len(rows) > 1000 and {r["why"] for r in rows} == {"in no report", "only inside longer words"}
    assert all(r["entry"].startswith(r["lexicon"] + ".") for r in rows)
    assert rows == table(run("rules", "--unused", sample_folder, "--format", "csv"))


def test_unused_with_gold_makes_no_sense(run, sample, gold):
    assert run("rules", "--unused", sample, "--gold", gold).code == 2


def test_as_a_table_and_json(run, sample_folder):
    assert "precision" in run("rules", sample_folder).out
    assert {r["rule"] for r in json.loads(run("rules", sample_folder, "--format", "json").out)} >= {"quantity_verbs.增长"}
