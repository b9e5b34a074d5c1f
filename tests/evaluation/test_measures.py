"""The measures of a graph against gold: a small invented case by hand, and the scorer's own figures."""

import json
import sys
from pathlib import Path

import pytest

import kg
from kg.errors import BadGold, NotABuild, NotAGraph
from kg.evaluation.errors import errors
from kg.evaluation.gold import read_gold
from kg.evaluation.judging import Judge
from kg.evaluation.measures import measures
from kg.evaluation.subject import read_subject, subject_of

SHARED = Path(__file__).parents[3] / "shared"
STRETCH = "清泉镇被认定为国家农业产业强镇，白鹭湖湿地公园成功入选省级美丽幸福示范河湖名单。"


def gold_folder(folder, text=STRETCH, **rows):
    folder.mkdir(exist_ok=True)
    for kind, found in rows.items():
        (folder / f"{kind}.jsonl").write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in found), "utf-8")
    if text:
        (folder / "text.txt").write_text(text, "utf-8")
    return folder


def entity(name, *types, required=True, **more):
    return {"name": name, "types": list(types), "required": required, "quote": name, **more}


@pytest.fixture
def stretch(tmp_path):
    """Gold of one sentence of the sample: a town, an honor that the graph has not, one that it has."""
    return gold_folder(
        tmp_path / "stretch",
        entities=[entity("清泉镇", "Town"), entity("国家农业产业强镇", "Honor"), entity("白鹭湖湿地公园", "Facility", "Place"),
                  entity("省级美丽幸福示范河湖", "Honor", aliases=["省级美丽幸福示范河湖名单"]), entity("湿地之星", "Honor")],
        relations=[{"head": "清泉镇", "relation": "awarded", "tail": "国家农业产业强镇", "required": True, "quote": "x"},
                   {"head": "清泉镇", "relation": "seeks", "tail": "湿地之星", "required": True, "quote": "湿地公园"}])


def by_name(judge, **more):
    return {m.name: m for m in measures(judge, **more)}


def test_recall_counts_what_gold_requires_and_precision_what_the_text_says(sample_build, stretch):
    gold = read_gold([stretch])
    found = by_name(Judge(subject_of(sample_build), gold, gold.text))
    assert (found["entity/Town"].precision, found["entity/Town"].recall, found["entity/Town"].have) == (1, 1, 1)
    support = found["entity/support"]
    assert support.want == 4 and support.recall == 0.75
    assert (found["relation/awarded"].recall, found["relation/seeks"].recall) == (1, 0)
    assert found["relation"].recall == 0.5 and found["relation/awarded"].precision == 0.5


def test_without_a_text_precision_counts_the_whole_graph(sample_build, stretch):
    subject, gold = subject_of(sample_build), read_gold([stretch])
    whole = by_name(Judge(subject, gold))["entity/core"]
    assert whole.have > 20 and whole.precision < 0.2 and whole.recall == 1


def test_every_supporting_class_is_told_apart_if_asked(sample_build, stretch):
    gold = read_gold([stretch])
    found = by_name(Judge(subject_of(sample_build), gold, gold.text), every_type=True)
    assert found["entity/Honor"].want == 3 and found["entity/Facility"].recall == 1


def test_errors_name_the_sentence_and_the_rule(sample_build, stretch):
    gold = read_gold([stretch])
    found = list(errors(Judge(subject_of(sample_build), gold, gold.text)))
    missed = next(e for e in found if e.error == "missed" and e.kind == "seeks")
    assert missed.text == "清泉镇 seeks 湿地之星" and missed.sentence == STRETCH
    wrong = next(e for e in found if e.error == "wrong")
    assert wrong.sentence == STRETCH and wrong.rules and 0 < wrong.confidence <= 1


def test_numbers_need_all_parts_right_and_values_only_two(sample_build, tmp_path):
    row = {"indicator": "生产总值", "year": 2023, "value": 286.4, "unit": "亿元", "measure": "level", "nature": "actual",
           "required": True, "quote": "x"}
    gold = read_gold([gold_folder(tmp_path / "g", text=None, observations=[row, {**row, "nature": "target"}])])
    found = by_name(Judge(subject_of(sample_build), gold))["observation"]
    assert (found.recall, found.value_recall) == (0.5, 1)


def test_a_saved_build_and_its_graph_file_measure_alike(sample_folder, stretch):
    gold = read_gold([stretch])
    one = measures(Judge(read_subject(sample_folder), gold, gold.text))
    assert one == measures(Judge(read_subject(sample_folder / "graph.ttl"), gold, gold.text))


def test_folders_are_measured_as_one(sample_build, stretch, tmp_path):
    other = gold_folder(tmp_path / "other", text=None, entities=[entity("天禾食品", "Enterprise")])
    gold = read_gold([stretch, other])
    assert gold.text is None and by_name(Judge(subject_of(sample_build), gold))["entity/core"].want == 2


@pytest.mark.parametrize("line, message", [
    ("{", "g/entities.jsonl, line 1: not JSON"),
    ('{"name": "x", "required": true}', "g/entities.jsonl, line 1: no types"),
    ('{"name": "x", "types": [], "required": true}', "line 1: “x” has no types"),
    ("[]", "line 1: no name, types, required"),
])
def test_a_bad_row_of_gold_is_named(tmp_path, line, message):
    (tmp_path / "g").mkdir()
    (tmp_path / "g" / "entities.jsonl").write_text(line + "\n", "utf-8")
    with pytest.raises(BadGold, match=message):
        read_gold([tmp_path / "g"])


def test_a_folder_without_annotations_is_refused(tmp_path):
    with pytest.raises(BadGold, match="holds no annotations"):
        read_gold([tmp_path])


def test_what_is_no_graph_is_refused(tmp_path):
    (tmp_path / "a.ttl").write_text("<a", "utf-8")
    with pytest.raises(NotAGraph, match=r"a\.ttl"):
        read_subject(tmp_path / "a.ttl")
    with pytest.raises(NotAGraph, match="names no format"):
        read_subject(tmp_path / "a.xlsx")
    with pytest.raises(NotABuild):
        read_subject(tmp_path)


REPORTS = {"shizhong_2024_review": "shandong_shizhong_2024", "xushui_2018_plan": "hebei_xushui_2018",
           "gaotang_2023_plan": "shandong_gaotang_2023"}


@pytest.mark.skipif(not (SHARED / "tools" / "score.py").exists(), reason="../shared/tools/score.py is not here")
@pytest.mark.parametrize("name", REPORTS)
def test_the_figures_are_those_of_the_scorer(name, tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(str(SHARED / "tools"))
    scorer = sys.modules.get("score") or __import__("score")
    folder = SHARED / "gold" / name
    kg.build(SHARED / "reports" / f"{REPORTS[name]}.txt").save(tmp_path / "build")
    for text in ((folder / "text.txt").read_text("utf-8"), None):
        theirs = scorer.score(scorer.Built(tmp_path / "build" / "graph.ttl"), [folder], text, False)
        ours = {m.name: {"p": m.precision, "r": m.recall, "f1": m.f1, "want": m.want, "have": m.have,
                         **({} if m.value_recall is None else {"value_recall": m.value_recall})}
                for m in measures(Judge(read_subject(tmp_path / "build"), read_gold([folder]), text))}
        assert ours == theirs
