"""``kg build`` with a person's names and corrections, and with a least confidence."""

import csv
import hashlib
import json
import shutil

import pytest

import kg
from kg.triples.validation import validate

HEAD = "action,name,type,relation,object,into,quote,report,reason\n"


def entities(folder):
    return {e.name: e.types for e in kg.load(folder).entities}


def manifest(folder):
    return json.loads((folder / "build.json").read_text("utf-8"))


@pytest.fixture
def names(tmp_path):
    path = tmp_path / "names.csv"
    path.write_text("name,type,aliases,note\n栖心办服务中心,PublicBody,栖心办,办公室\n", "utf-8")
    return path


def test_a_lexicon_adds_names_and_is_recorded_with_its_checksum(run, sample, tmp_path, names):
    result = run("build", sample, "--out", tmp_path / "out", "--lexicon", names)
    assert result.code == 0 and "names.csv: 1 names of your own" in result.out
    assert entities(tmp_path / "out")["栖心办服务中心"] == ("PublicBody",)
    assert manifest(tmp_path / "out")["guidance"]["lexicon"] == {
        "file": "names.csv", "sha256": hashlib.sha256(names.read_bytes()).hexdigest(), "names": 1}


def test_processes_find_the_names_too(sample, tmp_path, names, monkeypatch):
    paths = [shutil.copy(sample, tmp_path / f"{i}.txt") for i in range(2)]
    alone = kg.build(paths, lexicon=names)
    monkeypatch.setattr("kg.readings.PARALLEL_FROM", 0)
    monkeypatch.setattr("kg.readings._cores", lambda: 2)
    together = kg.build(paths, lexicon=names)
    assert alone.entities == together.entities and "栖心办服务中心" in {e.name for e in together.entities}


def test_a_bad_lexicon_is_named_before_anything_is_read(run, sample, tmp_path, names):
    names.write_text("name,type\n栖心办,Office\n", "utf-8")
    result = run("build", sample, "--out", tmp_path / "out", "--lexicon", names)
    assert result.code == 1 and result.err.startswith("kg: names.csv, line 2: the type “Office”")
    assert not (tmp_path / "out").exists()


def test_corrections_in_the_folder_survive_every_build(run, sample, tmp_path):
    out = tmp_path / "out"
    run("build", sample, "--out", out)
    written = HEAD + "retype,云岭数据中心,Park,,,,,,是园区\n"
    (out / "corrections.csv").write_text(written, "utf-8")
    first = run("build", sample, "--out", out)
    assert "corrections.csv: 1 corrections applied, 0 not" in first.out
    files = {p: p.read_bytes() for p in out.rglob("*") if p.is_file()}
    assert run("build", sample, "--out", out).code == 0
    assert {p: p.read_bytes() for p in out.rglob("*") if p.is_file()} == files
    assert (out / "corrections.csv").read_text("utf-8") == written
    assert entities(out)["云岭数据中心"] == ("Park",) and validate(out).conforms
    assert manifest(out)["guidance"]["corrections"][0]["applied"] == 1


def test_a_correction_that_no_longer_applies_is_a_warning(run, sample, tmp_path):
    (tmp_path / "corrections.csv").write_text(HEAD + "drop,鬼城,,,,,,,x\n", "utf-8")
    result = run("build", sample, "--out", tmp_path, "--format", "json")
    assert result.code == 0
    assert result.err == ("kg: warning: corrections.csv, line 2: the correction does not apply, nothing is called “鬼城”; "
                          "mend or delete it\n")
    summary = json.loads(result.out)["guidance"]["corrections"][0]
    assert (summary["applied"], summary["unapplied"]) == (0, [{"line": 2, "reason": "nothing is called “鬼城”"}])


def test_of_two_reports_it_is_enough_that_one_is_corrected(run, sample, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text(sample.read_text("utf-8").replace("云岭数据中心", "云岭算力中心"), "utf-8")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "corrections.csv").write_text(HEAD + "retype,云岭算力中心,Park,,,,,,x\n", "utf-8")
    result = run("build", sample, other, "--out", tmp_path / "out")
    assert result.err == "" and entities(tmp_path / "out")["云岭算力中心"] == ("Park",)


def test_a_bad_correction_leaves_the_build_as_it_was(run, sample, tmp_path):
    run("build", sample, "--out", tmp_path)
    before = (tmp_path / "build.json").read_bytes()
    (tmp_path / "corrections.csv").write_text(HEAD + "retype,云岭数据中心,Plant,,,,,,x\n", "utf-8")
    result = run("build", sample, "--out", tmp_path)
    assert result.code == 1 and result.err.startswith("kg: corrections.csv, line 2: the type “Plant”")
    assert (tmp_path / "build.json").read_bytes() == before


def test_corrected_sentences_are_given_as_a_file(run, sample, tmp_path):
    rows = [json.loads(line) for line in run("extract", sample).out.splitlines()]
    row = next(r for r in rows if "云岭数据中心" in r["text"])
    next(s for s in row["spans"] if s["name"] == "云岭数据中心")["label"] = "Park"
    (tmp_path / "seen.jsonl").write_text(json.dumps(row, ensure_ascii=False) + "\n", "utf-8")
    run("build", sample, "--out", tmp_path / "out", "--corrections", tmp_path / "seen.jsonl")
    assert "Park" in entities(tmp_path / "out")["云岭数据中心"]
    assert '"correction.seen.1"' in (tmp_path / "out" / "evidence.ttl").read_text("utf-8")


def test_what_is_less_sure_than_asked_is_left_out_and_listed(run, sample, tmp_path):
    run("build", sample, "--out", tmp_path / "all")
    whole = kg.load(tmp_path / "all")
    levels = sorted(said(whole).values())
    least = levels[len(levels) // 2]
    run("build", sample, "--out", tmp_path / "sure", "--min-confidence", least)
    sure = kg.load(tmp_path / "sure")
    gone = {iri for iri, confidence in said(whole).items() if confidence < least}
    assert gone and said(sure) and not gone & set(said(sure)) and min(said(sure).values()) >= least
    assert whole.report.division.name in {e.name for e in sure.entities} and validate(tmp_path / "sure").conforms
    below = [json.loads(line) for line in (tmp_path / "sure" / "rejected.jsonl").read_text("utf-8").splitlines()]
    assert any(row["reason"].endswith(f"is below {least:g}") for row in below)
    assert manifest(tmp_path / "sure")["guidance"]["min_confidence"] == least


def said(build):
    """The confidence of everything that is said of entities, by statement."""
    rows = [*build.contents.relations, *build.contents.facts, *build.contents.observations]
    return {r.support.iri: r.support.confidence for r in rows}


def test_a_least_confidence_beyond_one_is_wrong_usage(run, sample, tmp_path):
    assert run("build", sample, "--out", tmp_path, "--min-confidence", "1.5").code == 2
    with pytest.raises(ValueError, match="from 0 to 1"):
        kg.build(sample, min_confidence=-1)


def test_observations_csv_follows(run, sample, tmp_path):
    run("build", sample, "--out", tmp_path, "--min-confidence", "0.93")
    with (tmp_path / "observations.csv").open(encoding="utf-8-sig", newline="") as file:
        assert all(float(row["confidence"]) >= 0.93 for row in csv.DictReader(file))
