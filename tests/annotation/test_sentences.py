"""Annotated sentences: written, read back, used as gold and as corrections."""

import json

import pytest

import kg
from kg.annotation.reading import read_sentences
from kg.annotation.writing import sentences
from kg.errors import BadCorrection
from kg.evaluation.gold import read_gold
from kg.evaluation.judging import Judge
from kg.evaluation.measures import measures
from kg.evaluation.subject import subject_of
from kg.readings import read


@pytest.fixture(scope="module")
def rows(sample):
    """The sentences of the sample as ``kg extract`` writes them."""
    return list(sentences(read(sample)))


def written(path, rows):
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), "utf-8")
    return path


def copied(rows):
    return json.loads(json.dumps(rows))


def holding(rows, text):
    return next(r for r in rows if text in r["text"])


def test_offsets_are_those_of_the_text_as_it_was_read(rows, sample):
    raw = sample.read_text("utf-8")
    assert len(rows) > 40
    for row in rows:
        assert raw[row["start"]:row["end"]] == row["text"]
        for span in row["spans"]:
            assert "".join(row["text"][span["start"]:span["end"]].split()).strip("“”")
    row = holding(rows, "白鹭湖220千伏变电站并网")
    assert "白鹭湖220千伏变电站" in {row["text"][s["start"]:s["end"]] for s in row["spans"]}


def test_what_is_said_has_rule_and_confidence(rows):
    said = [x for r in rows for kind in ("spans", "relations", "facts", "observations") for x in r[kind]]
    assert len(said) > 150 and all(x["rule"] and 0 < x["confidence"] <= 1 for x in said)


def test_they_are_read_as_they_were_written(rows, tmp_path):
    found = read_sentences(written(tmp_path / "a.jsonl", rows), "correction", BadCorrection)
    assert [s.text for s in found] == [r["text"] for r in rows]
    assert [len(s.spans) + len(s.relations) + len(s.facts) + len(s.numbers) for s in found] == \
        [sum(len(r[k]) for k in ("spans", "relations", "facts", "observations")) for r in rows]


def test_unchanged_they_are_gold_that_the_build_reaches_fully(rows, sample_build, tmp_path):
    gold = read_gold([written(tmp_path / "a.jsonl", rows)])
    found = measures(Judge(subject_of(sample_build), gold, gold.text), every_type=True)
    assert {m.name for m in found} >= {"entity/core", "relation", "fact", "observation"}
    for m in found:
        assert m.recall == 1, m
        assert m.precision == 1 or not m.have, m


def test_unchanged_they_correct_nothing(rows, sample, sample_build, tmp_path):
    build = kg.build(sample, corrections=written(tmp_path / "a.jsonl", rows))
    assert build.entities == sample_build.entities and build.rejected == sample_build.rejected
    assert build.contents.relations == sample_build.contents.relations
    assert build.contents.facts == sample_build.contents.facts
    assert build.contents.observations == sample_build.contents.observations
    assert build.guidance["corrections"][0]["unapplied"] == []


def test_a_label_that_was_changed_is_applied_and_cited(rows, sample, tmp_path):
    changed = copied(rows)
    span = next(s for s in holding(changed, "白鹭湖湿地公园")["spans"] if s["name"] == "白鹭湖湿地公园")
    span["label"], line = "Facility", changed.index(holding(changed, "白鹭湖湿地公园")) + 1
    build = kg.build(sample, corrections=written(tmp_path / "a.jsonl", changed))
    found = next(e for e in build.entities if e.name == "白鹭湖湿地公园")
    assert "Facility" in found.types
    assert any(f"correction.a.{line}" in s.rules for s in build.evidence.about(found.iri))


def test_what_was_taken_out_is_gone_and_noted(rows, sample, sample_build, tmp_path):
    changed = copied(rows)
    row = holding(changed, "衡岳光电成功创建国家级绿色工厂")
    row["relations"] = [r for r in row["relations"] if r["tail_name"] != "国家级绿色工厂"]
    row["observations"] = []
    build = kg.build(sample, corrections=written(tmp_path / "a.jsonl", [row]))
    assert len(build.contents.relations) == len(sample_build.contents.relations) - 1
    assert any(r["object"] == "国家级绿色工厂" and r["reason"].startswith("dropped") for r in build.rejected)


def test_what_was_added_is_there_with_the_spans_it_names(rows, sample, tmp_path):
    changed = copied(rows)
    row = holding(changed, "推动清泉化工产业园争创")
    row["spans"].append({"id": "new", "start": 0, "end": 2, "label": "Program"})
    park = next(s for s in row["spans"] if s["label"] == "Park")["id"]
    row["facts"].append({"subject": park, "label": "status", "value": "UnderConstruction"})
    row["relations"].append({"head": "own", "label": "organizes", "tail": "new"})
    row["observations"].append({"start": 0, "end": 2, "indicator": "推动次数", "value": "2", "unit": "次", "measure": "level",
                                "nature": "target", "bound": "exact", "year": 2024, "area": "own"})
    build = kg.build(sample, corrections=written(tmp_path / "a.jsonl", [row]))
    names = {e.iri: e.name for e in build.entities}
    assert ("清泉化工产业园", "status", "UnderConstruction") in {(names[f.entity], f.fact, f.value) for f in build.contents.facts}
    assert ("栖云县", "organizes", "推动") in {(names[r.head], r.relation, names[r.tail]) for r in build.contents.relations}
    number = next(o for o in build.contents.observations if o.indicator == "推动次数")
    assert number.support.rules == ("correction.a.1",) and number.value == "2"


def test_a_sentence_that_no_report_holds_is_reported(sample, tmp_path):
    path = written(tmp_path / "a.jsonl", [{"text": "这句话不在报告里。"}])
    unapplied = kg.build(sample, corrections=path).guidance["corrections"][0]["unapplied"]
    assert unapplied == [{"line": 1, "reason": "no report holds this sentence"}]


def test_an_end_that_is_nowhere_is_reported(rows, sample, tmp_path):
    row = copied(holding(rows, "推动清泉化工产业园争创"))
    row["relations"].append({"head": "own", "label": "organizes", "tail": "m9999"})
    unapplied = kg.build(sample, corrections=written(tmp_path / "a.jsonl", [row])).guidance["corrections"][0]["unapplied"]
    assert unapplied == [{"line": 1, "reason": "no span has the id m9999"}]


@pytest.mark.parametrize("row, message", [
    ("nonsense", "a.jsonl, line 1: not JSON"),
    ('{"spans": []}', "line 1: no text"),
    ('{"text": "建成。", "spans": 3}', "line 1: spans is no list of objects"),
    ('{"text": "建成。", "spans": [{"start": 0, "end": 9, "label": "Park"}]}', "line 1: 0–9 is no stretch of the text"),
    ('{"text": "建成。", "spans": [{"start": 0, "end": 2, "label": "Plant"}]}', "line 1: the label “Plant” is not one"),
    ('{"text": "建成。", "relations": [{"head": "a", "tail": "b", "label": "near"}]}', "line 1: “near” is no relation"),
    ('{"text": "建成。", "relations": [{"tail": "b", "label": "locatedIn"}]}', "line 1: no head"),
    ('{"text": "建成。", "facts": [{"subject": "a", "label": "status", "value": "Ready"}]}', "line 1: “Ready” is no status"),
    ('{"text": "建成。", "facts": [{"subject": "a", "label": "investment", "value": "many"}]}', "line 1: “many” is no number"),
    ('{"text": "建成。", "facts": [{"subject": "a", "label": "capacity"}]}', "line 1: capacity without value"),
    ('{"text": "建成。", "observations": [{"start": 0, "end": 1, "measure": "level", "nature": "done"}]}',
     "line 1: “done” is no nature"),
])
def test_a_bad_line_is_named_with_the_way_out(tmp_path, row, message):
    path = tmp_path / "a.jsonl"
    path.write_text(row + "\n", "utf-8")
    with pytest.raises(BadCorrection, match=message):
        read_sentences(path, "correction", BadCorrection)
