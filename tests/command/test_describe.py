"""``kg describe``: what is in a build, for people and programs."""

import csv
import io
import json

from kg.builds import build
from kg.store.description import describe


def test_counts_are_those_of_the_build(run, sample_build, sample_folder):
    rows = json.loads(run("describe", sample_folder, "--format", "json").out)
    counts = sample_build.contents.counts()
    for section in ("entities", "relations", "facts"):
        assert {r["name"]: r["count"] for r in rows if r["section"] == section} == counts[section]
    by_year = {r["name"]: r["count"] for r in rows if r["section"] == "observations"}
    assert by_year == {"2023 Actual": counts["observations"]["Actual"],
                       "2024 Target": counts["observations"]["Target"]}


def test_coverage_adds_up(run, sample_build, sample_folder):
    rows = [r for r in json.loads(run("describe", sample_folder, "--format", "json").out)
            if r["section"] == "coverage"]
    total = next(r for r in rows if r["name"].endswith(" all"))
    assert sum(r["count"] for r in rows) == 2 * total["count"]
    assert total["count"] == len(sample_build.evidence.sentences)
    assert f"of {len(sample_build.report.sentences)}" in total["note"]


def test_a_report_is_written_as_markdown(run, sample_build, sample_folder, tmp_path):
    result = run("describe", sample_folder, "--out", tmp_path / "report.md")
    text = (tmp_path / "report.md").read_text("utf-8")
    companies = sample_build.contents.counts()["entities"]["Enterprise"]
    assert result.code == 0 and text.startswith("# What is in this build\n")
    assert f"| Enterprise | 企业 | {companies} |" in text
    assert "## Checks of quality" in text
    for table in text.split("\n## ")[1:]:
        lines = [line for line in table.splitlines() if line.startswith("|")]
        assert len({line.replace("\\|", "").count("|") for line in lines}) == 1


def test_csv_has_every_row(run, sample_folder):
    table = list(csv.DictReader(io.StringIO(run("describe", sample_folder, "--format", "csv").out)))
    rows = json.loads(run("describe", sample_folder, "--format", "json").out)
    assert [(r["section"], r["name"]) for r in table] == [(r["section"], r["name"]) for r in rows]


def test_rejections_and_contradictions_are_counted(run, sample, tmp_path):
    text = sample.read_text("utf-8")
    again = tmp_path / "again.txt"
    again.write_text(text + "\n全县一般公共预算收入增长9.9%。\n", "utf-8")
    rows = {(r.section, r.name): r for r in describe(build(again))}
    made = build(again)
    assert sum(r.count for key, r in rows.items() if key[0] == "rejected") == len(made.rejected)
    assert sum(r.count for key, r in rows.items() if key[0] == "merges") == len(made.merges)
    assert rows["quality", "contradicting numbers"].count >= 1
