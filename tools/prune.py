"""Removes the entries of the lexicons that none of the given reports uses.

    python tools/prune.py REPORT... [--write]

Lists how many entries of each lexicon go (`kg rules --unused REPORT...` names them). With --write the lexicons are
rewritten, and the reports extracted again: if a single record differs, the lexicons are put back as they were.
Rows that code asks for by name (quantity_patterns) are left alone: they go together with that code.
"""

from __future__ import annotations

import argparse
import csv
import subprocess
import sys
from collections import Counter
from pathlib import Path

from kg import resources
from kg.document.reader import read
from kg.evaluation.usage import lexicons, unused

NAMED_IN_CODE = ("quantity_patterns",)
_FINGERPRINT = """
import hashlib, sys
from kg.document.reader import read
from kg.entities import resolve
from kg.extraction.pipeline import extract
said = hashlib.sha256()
for path in sys.argv[1:]:
    report = read(path)
    extraction = extract(report)
    said.update(repr((extraction, resolve(report, extraction))).encode())
print(said.hexdigest())
"""


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("reports", nargs="+", type=Path)
    arguments.add_argument("--write", action="store_true")
    given = arguments.parse_args()
    gone = {u.id for u in unused(map(read, given.reports)) if u.lexicon not in NAMED_IN_CODE}
    for name, count in sorted(Counter(entry.partition(".")[0] for entry in gone).items()):
        print(f"{name:20} {count:5}")
    print(f"{'all':20} {len(gone):5} entries that no report uses")
    return prune(gone, given.reports) if given.write else 0


def prune(gone: set[str], reports: list[Path]) -> int:
    """Rewrite the lexicons, and put them back if that changes what a report says."""
    paths = [resources.lexicon(f"{name}.csv") for name in lexicons()]
    before = {path: path.read_bytes() for path in paths}
    said = fingerprint(reports)
    if not said:
        sys.exit("prune: a report cannot be extracted; see `kg extract REPORT`")
    for path in paths:
        path.write_text(kept(path, gone), "utf-8", newline="")
    if fingerprint(reports) == said:
        print("removed; the reports say the same without them")
        return 0
    for path, content in before.items():
        path.write_bytes(content)
    print("put back: without them a report says something else", file=sys.stderr)
    return 1


def kept(path: Path, gone: set[str]) -> str:
    """The lines of a lexicon that stay, to the letter."""
    with path.open(encoding="utf-8", newline="") as file:
        lines = file.readlines()
    return "".join(line for line in lines if f"{path.stem}.{next(csv.reader([line]), [''])[0]}" not in gone)


def fingerprint(reports: list[Path]) -> str:
    """A hash of all that the reports say, by a process that reads the lexicons anew; nothing if it fails."""
    done = subprocess.run([sys.executable, "-c", _FINGERPRINT, *map(str, reports)], capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else ""


if __name__ == "__main__":
    sys.exit(main())
