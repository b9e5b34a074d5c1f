"""Rows as a table for people, or as CSV or JSON for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from itertools import chain
from unicodedata import category

import click

from kg.store.tables import csv_line, harmless

FORMATS = ("table", "csv", "json")

format_option = click.option("--format", "format_", type=click.Choice(FORMATS), default="table", show_default=True,
                             help="How the result is printed.")


def print_rows(columns: Sequence[str], rows: Iterable[Sequence[str]], format_: str) -> None:
    """Print rows on standard output; CSV and JSON as they come, a table when all are there."""
    if format_ == "csv":
        for line in csv_lines(columns, rows):
            click.echo(line, nl=False)
    elif format_ == "json":
        click.echo(json.dumps([dict(zip(columns, row)) for row in rows], ensure_ascii=False, indent=1))
    else:
        print_table(columns, rows)


def csv_lines(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterable[str]:
    """Lines of CSV (RFC 4180). A cell that a spreadsheet would run as a formula gets an apostrophe before it.

    >>> list(csv_lines(["a"], [["=1+1"], ["-5.9"], ["一,二"]]))
    ['a\\r\\n', "'=1+1\\r\\n", '-5.9\\r\\n', '"一,二"\\r\\n']
    """
    for row in chain([columns], rows):
        yield csv_line(harmless(str(cell)) for cell in row)


def print_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table that fits the terminal; control characters of the text are shown, not obeyed."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(Text(visible(cell)) for cell in row))
    width = None if sys.stdout.isatty() else 160
    Console(file=sys.stdout, width=width, highlight=False, markup=False).print(table)


def visible(text: str) -> str:
    """Text without terminal control sequences.

    >>> visible("a\\x1b[31mb")
    'a�[31mb'
    """
    return "".join(c if c.isprintable() or c == "\n" or category(c) == "Zs" else "\ufffd" for c in str(text))
