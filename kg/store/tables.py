"""A build as a table of numbers."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas

    from kg.store.contents import Contents
    from kg.store.evidence import Evidence

#: ``value`` and ``unit`` are as written, ``amount`` is in ``amount_unit`` (yuan, square metres …) and compares.
OBSERVATION_COLUMNS = ("observation", "indicator", "area", "year", "value", "unit", "amount", "amount_unit",
                       "measure", "nature", "bound", "sentence", "confidence")


def observation_rows(contents: Contents, evidence: Evidence) -> list[tuple]:
    """One row for each number, in the order of the text."""
    rows = []
    for o in contents.observations:
        sentences = o.support.sentences if o.support else ()
        text = evidence.sentences[sentences[0]].text if sentences else ""
        rows.append((o.iri, o.indicator, o.area, o.year, o.value, o.unit, o.amount, o.amount_unit, o.measure,
                     o.nature, o.bound, text, o.support.confidence if o.support else None))
    return rows


def to_frame(contents: Contents, evidence: Evidence) -> pandas.DataFrame:
    """The observations as a DataFrame; year, value, amount and confidence are numbers."""
    import pandas

    frame = pandas.DataFrame(observation_rows(contents, evidence), columns=list(OBSERVATION_COLUMNS))
    for column in ("year", "value", "amount", "confidence"):
        frame[column] = pandas.to_numeric(frame[column])
    return frame


def to_csv(contents: Contents, evidence: Evidence) -> str:
    """The observations as CSV (RFC 4180), with a byte order mark so that spreadsheets read it as UTF-8."""
    rows = observation_rows(contents, evidence)
    return spreadsheet(OBSERVATION_COLUMNS, (["" if cell is None else str(cell) for cell in row] for row in rows))


def spreadsheet(columns: Sequence[str], rows: Iterable[Iterable[str]]) -> str:
    """A table as CSV with a byte order mark, its cells made harmless."""
    lines = (csv_line(map(harmless, row)) for row in rows)
    return "\ufeff" + csv_line(columns) + "".join(lines)


def csv_line(cells: Iterable[str]) -> str:
    """A line of CSV (RFC 4180).

    >>> csv_line(["a", "一,二"])
    'a,"一,二"\\r\\n'
    """
    buffer = io.StringIO()
    csv.writer(buffer).writerow(cells)
    return buffer.getvalue()


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; numbers stay as they are.

    >>> harmless("=1+1"), harmless("-5.9"), harmless("云溪县")
    ("'=1+1", '-5.9', '云溪县')
    """
    if cell[:1] in ("=", "+", "-", "@", "\t", "\r"):
        try:
            float(cell)
        except ValueError:
            return "'" + cell
    return cell
