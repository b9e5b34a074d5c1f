"""Which entries of the lexicons a report uses: without the others it says the same."""

import csv
import shutil
import subprocess
import sys

import pytest

from kg import resources
from kg.document.reader import lay_out, read
from kg.evaluation.usage import lexicons, unused, used_in

NAMED_IN_CODE = ("quantity_patterns",)  # a row of these goes with the lines that ask for it
DUMP = """
import pathlib, sys
from kg import resources
if len(sys.argv) > 2:
    resources.lexicon = lambda name: pathlib.Path(sys.argv[2]) / name
from kg.document.reader import read
from kg.entities import resolve
from kg.extraction.pipeline import extract
report = read(sys.argv[1])
extraction = extract(report)
print(extraction, resolve(report, extraction))
"""


@pytest.fixture(scope="module")
def gone(sample):
    """What the sample report does not use."""
    return unused([read(sample)])


def test_every_lexicon_is_looked_at(gone):
    assert {"heads", "stages", "quantity_units", "terms"} <= set(lexicons())
    assert {u.lexicon for u in gone} <= set(lexicons()) and len({u.lexicon for u in gone}) > 20


def test_what_the_report_uses_is_not_listed(gone):
    listed = {u.id for u in gone}
    assert listed.isdisjoint({"heads.产业园", "heads.三年行动", "stages.竣工投产", "quantity_verbs.增长", "quantity_units.斤",
                              "honor_verbs.获评", "organizing.深入实施"})
    assert "heads.植物园" in listed


def test_a_word_that_stands_only_in_a_longer_one_is_unused():
    report = lay_out("云溪县政府工作报告\n各位代表：\n建成云溪化工产业园区。", name="x", division="云溪县", year=2024)
    assert "heads.产业园区" in used_in(report)
    why = {u.id: u.why for u in unused([report])}
    assert "heads.产业园区" not in why and why["honor_verbs.获评"] == "in no report"


def test_without_the_unused_entries_the_report_says_the_same(gone, sample, tmp_path):
    cut = tmp_path / "lexicons"
    shutil.copytree(resources.lexicon(""), cut)
    listed = {u.id for u in gone if u.lexicon not in NAMED_IN_CODE}
    for name in lexicons():
        with resources.lexicon(f"{name}.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        first = {r.get("class"): r for r in reversed(rows)}  # code expects words of every class, be they few
        kept = [r for r in rows if f"{name}.{r['text']}" not in listed or first[r.get("class")] is r]
        with (cut / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(kept)
    whole, less = (subprocess.run([sys.executable, "-c", DUMP, str(sample), *more], capture_output=True, text=True, check=True)
                   for more in ((), (str(cut),)))
    assert len(whole.stdout) > 10_000 and less.stdout == whole.stdout
