"""Makes kg/extraction/calibration.csv: what the confidence of rules is worth, measured on annotated reports.

    python tools/calibrate.py GOLD[=REPORT]... [--reports FOLDER] [--check]

GOLD is a folder of annotations or a file of annotated sentences (see `kg eval`), REPORT the whole report that it
annotates a stretch of; without it the report is looked for in FOLDER. Run it again whenever rules have changed, with
all annotations there are; those that no rule was tuned on say most. The table holds numbers only, no text.

First it prints how true confidences would be on reports that the table has not seen: each GOLD is measured by a
table made from the others. --check prints that, and how true the shipped table is, and writes nothing.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from kg.errors import KgError
from kg.evaluation.corpus import judges, pairs
from kg.evaluation.reliability import Measured, bins, calibration_error, log_loss, measured
from kg.extraction.calibration import KINDS, Calibration, fit, shipped, write
from kg.readings import Guidance


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("gold", nargs="+")
    arguments.add_argument("--reports", type=Path)
    arguments.add_argument("--check", action="store_true")
    given = arguments.parse_args()
    try:
        raw = [m for judge in judges(pairs(given.gold, given.reports), Guidance(calibrated=False))
               for m in measured(judge)]
    except KgError as error:
        sys.exit(f"calibrate: {error}")
    print_table("as the rules say", raw)
    print_table("by the shipped table", calibrated(raw, shipped()))
    print_table("by a table of the other gold", unseen(raw))
    if not given.check:
        write(fit((m.kind, m.confidence, m.right) for m in raw))
        print("wrote kg/extraction/calibration.csv")
    return 0


def calibrated(statements: Iterable[Measured], calibration: Calibration) -> list[Measured]:
    """The statements with the confidences of a table."""
    return [m._replace(confidence=calibration.confidence(m.kind, m.confidence)) for m in statements]


def unseen(statements: Sequence[Measured]) -> list[Measured]:
    """The statements of each gold with the confidences of a table made from the others."""
    found: list[Measured] = []
    for gold in dict.fromkeys(m.gold for m in statements):
        others = fit((m.kind, m.confidence, m.right) for m in statements if m.gold != gold)
        found += calibrated((m for m in statements if m.gold == gold), others)
    return found


def print_table(title: str, statements: Sequence[Measured]) -> None:
    """Confidence beside the share of right statements, by bins of confidence."""
    print(f"{title}: {len(statements)} statements, calibration error {calibration_error(statements):.3f}, "
          f"log loss {log_loss(statements):.3f}")
    for kind in (*KINDS, "all"):
        here = [m for m in statements if kind in (m.kind, "all")]
        for b in bins(here):
            print(f"  {kind:12} {b.low:.2f}–{b.high:.2f} {b.count:6} statements, confidence {b.confidence:.3f}, "
                  f"right {b.right:.3f}")
    print()


if __name__ == "__main__":
    sys.exit(main())
