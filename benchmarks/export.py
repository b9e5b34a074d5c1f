"""How fast a build becomes RDF of another kind, and how much memory that takes.

    python benchmarks/export.py [--triples 10000000] [--rdflib 200000] [--folder FOLDER]

A build of the wanted size is made of the sample's facts, repeated under other IRIs, in a temporary folder
(about 1.5 GB for 10 million triples). Each format is written by ``kg export`` in a process of its own, of
which time and peak memory are shown. That the memory does not grow is shown by a build of a tenth of the
size. rdflib's serialisers write the same facts beside it; they hold the graph in memory, so that they are
given fewer: ``--rdflib 0`` leaves them out.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path

import pyoxigraph as ox

from kg.resources import sample_report
from kg.triples.vocabulary import ID, PREFIXES

FORMATS = ("n-triples", "turtle", "rdf-xml", "json-ld", "n-quads", "trig", "trig-1.2")
RDFLIB = {"nt": "graph.nt", "turtle": "graph.ttl", "xml": "graph.rdf", "json-ld": "graph.jsonld"}
RDFLIB_CODE = """
import sys, time, rdflib
graph = rdflib.Graph().parse(sys.argv[1], format="nt")
start = time.perf_counter()
graph.serialize(sys.argv[3], format=sys.argv[2], encoding="utf-8")
print(time.perf_counter() - start)
"""


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__,
                                        formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--triples", type=int, default=10_000_000)
    arguments.add_argument("--rdflib", type=int, default=200_000)
    arguments.add_argument("--folder", type=Path, help="where the build is made; default: a temporary folder")
    given = arguments.parse_args()
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, pyoxigraph {version('pyoxigraph')}, "
          f"rdflib {version('rdflib')}, load {os.getloadavg()[0]:.1f}\n")
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        for size in sorted({given.triples // 10, given.triples}):
            measure(Path(folder) / str(size), size)
        if given.rdflib:
            measure_rdflib(Path(folder) / "rdflib", given.rdflib)


def facts(size: int) -> Iterator[ox.Triple]:
    """About ``size`` triples: the sample's facts, again and again, each time of other things."""
    sample = _sample()
    for copy in range(size // len(sample)):
        names: dict[str, ox.NamedNode] = {}
        for s, p, o in sample:
            yield ox.Triple(_of(copy, s, names), p, _of(copy, o, names) if isinstance(o, ox.NamedNode) else o)


@cache
def _sample() -> tuple[ox.Triple, ...]:
    """The facts of the sample, built in another process: a process inherits the peak memory of its parent."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "kg", "build", sample_report(), "--out", folder], check=True,
                       capture_output=True)
        return tuple(quad.triple for quad in ox.parse(path=f"{folder}/graph.ttl", format=ox.RdfFormat.TURTLE))


def _of(copy: int, term: ox.NamedNode, names: dict[str, ox.NamedNode]) -> ox.NamedNode:
    iri = term.value
    if iri not in names:
        names[iri] = ox.NamedNode(f"{ID}{copy}/{iri.removeprefix(ID)}") if iri.startswith(ID) else term
    return names[iri]


def make_build(folder: Path, size: int) -> int:
    """A folder that ``kg export`` takes for a build, and how many triples its facts are."""
    folder.mkdir(parents=True)
    count = 0

    def counted() -> Iterator[ox.Triple]:
        nonlocal count
        for triple in facts(size):
            count += 1
            yield triple

    graph = ox.NamedNode(f"{ID}report/large/facts")
    ox.serialize(counted(), output=str(folder / "graph.ttl"), format=ox.RdfFormat.TURTLE, prefixes=PREFIXES)
    ox.serialize((ox.Quad(*triple, graph) for triple in facts(size)), output=str(folder / "dataset.trig"),
                 format=ox.RdfFormat.TRIG, prefixes=PREFIXES)
    for name in ("evidence.ttl", "rejected.jsonl", "merges.jsonl"):
        (folder / name).touch()
    files = {path.name: {"bytes": path.stat().st_size, "sha256": _digest(path)} for path in folder.iterdir()}
    (folder / "build.json").write_text(json.dumps({"inputs": [], "counts": {}, "files": files}), "utf-8")
    return count


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        checksum = hashlib.sha256()
        while block := file.read(1 << 20):
            checksum.update(block)
    return checksum.hexdigest()


def measure(folder: Path, size: int) -> None:
    """Write every format of a build of this size."""
    count = make_build(folder, size)
    print(f"kg export, {count:,} triples          seconds   triples/s   peak MB   file MB")
    for name in FORMATS:
        out = folder / "out"
        seconds, memory, _ = _run(sys.executable, "-m", "kg", "export", folder, "--to", name, "--out", out)
        print(_line(name, count, seconds, memory, out), flush=True)
        out.unlink()
    print()


def measure_rdflib(folder: Path, size: int) -> None:
    """The same by rdflib, of which only the writing is timed: reading takes longer still."""
    folder.mkdir()
    source = folder / "source.nt"
    count = 0
    with source.open("wb") as file:
        for triple in facts(size):
            file.write(f"{triple} .\n".encode())
            count += 1
    print(f"rdflib, {count:,} triples               seconds   triples/s   peak MB   file MB")
    for name, file_name in RDFLIB.items():
        out = folder / file_name
        _, memory, printed = _run(sys.executable, "-c", RDFLIB_CODE, source, name, out)
        seconds = float(printed)
        print(_line(name, count, seconds, memory, out), flush=True)


def _line(name: str, count: int, seconds: float, memory: float, out: Path) -> str:
    size = out.stat().st_size / 2**20
    return f"  {name:30} {seconds:13.1f} {count / seconds:11,.0f} {memory:9.0f} {size:9.0f}"


def _run(*command: object) -> tuple[float, float, str]:
    """Seconds, peak memory in MB and output of a process."""
    start = time.perf_counter()
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.PIPE, text=True)
    printed = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[3:6]} failed")
    return time.perf_counter() - start, usage.ru_maxrss / (2**20 if sys.platform == "darwin"
                                                           else 2**10), printed


if __name__ == "__main__":
    main()
