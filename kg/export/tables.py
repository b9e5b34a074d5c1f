"""CSV for spreadsheets and statistics: a file for each table, with a byte order mark.

Cells that a spreadsheet would run as formulas get an apostrophe before them; several values stand in one
cell, parted by ``|``.
"""

from __future__ import annotations

from kg.export.format import Options
from kg.export.records import Table, all_tables
from kg.export.source import Source
from kg.export.target import Folder
from kg.store.tables import spreadsheet


def csv_tables(source: Source, folder: Folder, options: Options) -> None:
    """A file for each table; of the classes, those asked for."""
    classes = {term.name for term in source.ontology.classes}
    for table in all_tables(source):
        if not options.types or table.name not in classes or table.name in options.types:
            folder.write(f"{table.name}.csv", as_csv(table))


def as_csv(table: Table) -> str:
    """A table as CSV (RFC 4180)."""
    return spreadsheet(table.columns, (map(text, row) for row in table.rows))


def text(value: object) -> str:
    """A value as a cell.

    >>> text(["云溪", "我县"]), text(None), text(286.0), text(0.1)
    ('云溪|我县', '', '286', '0.1')
    """
    if value is None:
        return ""
    if isinstance(value, list):
        return "|".join(value)
    return f"{value:.12g}" if isinstance(value, float) and abs(value) < 1e15 else str(value)
