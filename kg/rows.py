"""Rows of the CSV files that people write: each with its line, so that an error can name it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.errors import BadRow


def read_rows(path: Path, required: Sequence[str], known: Sequence[str],
              error: type[BadRow]) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a CSV file in UTF-8 with the line each ends on; cells without space around them.

    Args:
        path: the file.
        required: columns that must be there.
        known: all columns, as the message for a bad header names them; others are passed over.
        error: what to raise.

    Raises:
        BadRow: (the given kind of it) the file is not UTF-8, a column is missing, a row has too many cells.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = fault.object.count(b"\n", 0, fault.start) + 1
        raise error(path.name, line, f"byte {fault.start} is not UTF-8", "save it as CSV UTF-8") from fault
    reader = csv.DictReader(io.StringIO(text, newline=""))
    try:
        missing = set(required) - set(reader.fieldnames or ())
        if missing:
            raise error(path.name, 1, f"no column {' and '.join(sorted(missing))}", f"head it {','.join(known)}")
        for row in reader:
            if row.get(None):
                raise error(path.name, reader.line_num, f"more cells than columns (“{'，'.join(row[None])}”)",
                            "put quotes around a cell that holds a comma")
            yield reader.line_num, {column: (row.get(column) or "").strip() for column in known}
    except csv.Error as fault:
        raise error(path.name, reader.line_num, str(fault), "save it as CSV UTF-8") from fault


def values(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds several, parted by ``|``.

    >>> values("恒岳| 老恒岳 |")
    ('恒岳', '老恒岳')
    """
    return tuple(part.strip() for part in cell.split("|") if part.strip())
