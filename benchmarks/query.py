"""How fast saved questions are answered, on graphs of any size, beside rdflib in the same run.

    python benchmarks/query.py [--triples 1000000 ...] [--runs 5] [--patience 10] [--without-rdflib] [QUESTION ...]

The graph is the sample report over and over, each time as another county with names of its own; honours,
programmes and indicators are shared, as they are between real reports. Each question is asked twice: for one
thing, which is what people ask (its first parameter has a value; questions without one are asked as they are),
and for everything. Times are medians of several runs, with the name looked up and all rows taken. rdflib gets
the same texts, the same bound terms and the default graph in its memory store. What takes longer than the
patience is given up.
"""

from __future__ import annotations

import argparse
import gc
import os
import platform
import re
import resource
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import pyoxigraph as ox
import rdflib

import kg
from kg.resources import sample_report
from kg.store.names import with_ontology
from kg.store.queries import load, plain, unite
from kg.store.questions import Question, answer, bindings, questions
from kg.triples.vocabulary import ID

AIM_MS, AIM_SHARE = 50, 0.95
_LOCAL = ("Enterprise", "Park", "Project", "Town", "PublicBody", "Person", "Place", "Facility", "Product", "Event")
_ANY = {"Entity": "栖云县", "Town": "清泉镇", "Program": "乡村振兴", "Park": "清泉化工产业园", "Project": "云岭数据中心",
        "Report": "2024年栖云县政府工作报告", "Class": "企业"}
_HASHED = re.compile(rf"<({ID}(?:statement|status|observation|amount)/)")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("questions", nargs="*", metavar="QUESTION", help="only these")
    arguments.add_argument("--triples", type=int, action="append")
    arguments.add_argument("--runs", type=int, default=5)
    arguments.add_argument("--patience", type=float, default=10.0, help="seconds after which a question is given up")
    arguments.add_argument("--without-rdflib", action="store_true")
    given = arguments.parse_args()
    asked = [q for q in questions() if not given.questions or q.id in given.questions]
    print(f"Python {platform.python_version()}, pyoxigraph {version('pyoxigraph')}, rdflib {version('rdflib')}, "
          f"{os.cpu_count()} cores, {platform.machine()}")
    for triples in given.triples or [1_000_000]:
        measure(triples, asked, given.runs, given.patience, not given.without_rdflib)


def measure(triples: int, asked: list[Question], runs: int, patience: float, with_rdflib: bool) -> None:
    """One table: each question on a graph of about so many triples."""
    with tempfile.TemporaryDirectory() as folder:
        counties = grow(triples, Path(folder))
        values = {q.id: one_thing(counties, q) for q in asked}
        start = time.perf_counter()
        store = ox.Store()
        store.bulk_load(path=str(counties.path), format=ox.RdfFormat.N_QUADS)
        loaded = time.perf_counter() - start
        unite(store)
        with_ontology(store)
        ready = time.perf_counter() - start
    count = sum(1 for _ in store.quads_for_pattern(None, None, None, ox.DefaultGraph()))
    print(f"\n{triples:,} triples asked for: {counties.count:,} counties, {count:,} triples in the default graph, "
          f"{len(store):,} quads in all\nOxigraph in memory: {loaded:.1f} s to load, {ready:.1f} s until it can be asked, "
          f"peak memory {peak():,.0f} MB\n")
    times = {q.id: (timed(lambda q=q: list(answer(store, q, values[q.id]).rows), runs, patience),
                    timed(lambda q=q: list(answer(store, q).rows), runs, patience)) for q in asked}
    bound = {q.id: next(bindings(store, q, values[q.id])) for q in asked}
    beside = ask_rdflib(store, asked, bound, patience) if with_rdflib else {}
    print(f"{'question':28} {'of one thing':>22} {'of everything':>22} {'rdflib, one thing':>18}")
    for q in asked:
        (one, rows), (all_, all_rows) = times[q.id]
        print(f"{q.id:28} {shown(one, rows, patience):>22} {shown(all_, all_rows, patience):>22} {beside.get(q.id, ''):>18}")
    for name, place in (("of one thing", 0), ("of everything", 1)):
        taken = sorted(t[place][0] for t in times.values())
        share = sum(t < AIM_MS for t in taken) / len(taken)
        print(f"{name}: {share:.0%} under {AIM_MS} ms (aim: {AIM_SHARE:.0%}), median {statistics.median(taken):.1f} ms, "
              f"nine of ten within {taken[len(taken) * 9 // 10]:.0f} ms")


def shown(ms: float, rows: int, patience: float) -> str:
    """A time and a number of rows, for the table."""
    return f"{ms:.1f} ms {rows:7,} rows" if ms < float("inf") else f"> {patience:g} s"


@dataclass(frozen=True)
class Counties:
    """The sample report over and over.

    Attributes:
        path: N-Quads of all counties.
        sample: the graph of the sample alone.
        count: how many counties there are.
        local: what matches the names that each county has of its own.
    """

    path: Path
    sample: ox.Store
    count: int
    local: re.Pattern[str]

    def own(self, text: str, county: int) -> str:
        """A text of the sample as it is in a county: its own names have a number."""
        return self.local.sub(lambda m: f"{m[0]}{county}", text)


def grow(triples: int, folder: Path) -> Counties:
    """So many triples."""
    from kg.triples import serialise

    build = kg.build(sample_report())
    trig = serialise.trig(build.graphs.named).encode()
    text = ox.serialize(ox.parse(trig, format=ox.RdfFormat.TRIG), format=ox.RdfFormat.N_QUADS).decode()
    names = {n for e in build.entities if set(e.types) & set(_LOCAL) for n in (e.name, *e.aliases)} | {"栖云县", "栖云"}
    local = re.compile("|".join(sorted(map(re.escape, names), key=len, reverse=True)))
    made = Counties(folder / "counties.nq", load(trig, "the sample"), max(1, round(triples / text.count("\n"))), local)
    with made.path.open("w", encoding="utf-8") as file:
        for i in range(made.count):
            own = made.own(text.replace("qiyun_2024", f"qiyun{i}_2024"), i)
            file.write(_HASHED.sub(rf"<\g<1>{i}-", own))
    return made


def one_thing(counties: Counties, question: Question) -> dict[str, str]:
    """A value for the first parameter that names a thing: one that the answer has, or any of its kind."""
    found = answer(counties.sample, question)
    rows, county = list(found.rows), counties.count // 2
    for parameter in question.parameters:
        name = f"{parameter.name}Name"
        if name in found.columns:
            place = found.columns.index(name)
            value = next((plain(row[place]) for row in rows if row[place]), "") or _ANY.get(parameter.kind, "")
            return {parameter.name: counties.own(value, county)} if value else {}
    return {}


def ask_rdflib(store: ox.Store, asked: list[Question], bound: dict[str, dict], patience: float) -> dict[str, str]:
    """What rdflib takes for each question of one thing."""
    start = time.perf_counter()
    graph = rdflib.Graph()
    with tempfile.NamedTemporaryFile(suffix=".nt") as file:
        store.dump(file.name, format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
        graph.parse(file.name, format="nt")
    print(f"rdflib in memory: {time.perf_counter() - start:.1f} s to load, peak memory {peak():,.0f} MB\n", flush=True)
    gc.freeze()
    taken = {}
    for q in asked:
        terms = {name: _term(term) for name, term in bound[q.id].items()}
        start = time.perf_counter()
        try:
            with given_up_after(patience):
                rows = len(list(graph.query(q.text, initBindings=terms)))
            taken[q.id] = f"{(time.perf_counter() - start) * 1000:,.1f} ms"
            del rows
        except TimeoutError:
            taken[q.id] = f"> {patience:g} s"
        except Exception as error:  # noqa: BLE001 (what rdflib cannot evaluate is a result too)
            taken[q.id] = type(error).__name__
    return taken


def timed(ask: Callable[[], list], runs: int, patience: float) -> tuple[float, int]:
    """The median of the times that something takes, in ms, and how many rows it gives; infinite when given up.

    It runs in a process of its own that the clock ends, since Oxigraph cannot be told to stop; forking shares the
    store's memory.
    """
    reader, writer = os.pipe()
    if (child := os.fork()) == 0:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, patience)
        taken, rows = [], 0
        for _ in range(runs):
            start = time.perf_counter()
            rows = len(ask())
            taken.append((time.perf_counter() - start) * 1000)
            if sum(taken) > patience * 500:
                break
        os.write(writer, f"{statistics.median(taken)} {rows}".encode())
        os._exit(0)
    os.close(writer)
    os.waitpid(child, 0)
    with os.fdopen(reader) as said:
        found = said.read().split()
    return (float(found[0]), int(found[1])) if found else (float("inf"), 0)


def peak() -> float:
    """The most memory that this process had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


@contextmanager
def given_up_after(seconds: float) -> Iterator[None]:
    """Raise TimeoutError when the block takes longer; rdflib is Python and can be interrupted."""
    def stop(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _term(term: ox.NamedNode | ox.Literal) -> rdflib.term.Node:
    if isinstance(term, ox.NamedNode):
        return rdflib.URIRef(term.value)
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    return rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype.value))


if __name__ == "__main__":
    main()
