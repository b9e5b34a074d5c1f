"""How answers are asked for and printed; `kg query` and `kg ask` share it."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING

import click

from kg.command.formats import print_rows

if TYPE_CHECKING:
    from kg.store.queries import Answer

FORMATS = ("table", "csv", "tsv", "json", "turtle", "ntriples")


def answer_options(command):
    """The options of every command that prints an answer."""
    for option in (
        click.option("--format", "format_", type=click.Choice(FORMATS), default=None,
                     help="How the answer is printed; json and tsv are SPARQL results, turtle and ntriples are for "
                          "CONSTRUCT and DESCRIBE.  [default: table on a terminal, else csv or turtle]"),
        click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Print the first N rows only."),
        click.option("--timeout", type=click.FloatRange(min=0, min_open=True), default=60.0, show_default=True,
                     help="Seconds after which the query is given up."),
    ):
        command = option(command)
    return command


def print_answer(answer: Answer, format_: str | None, limit: int | None) -> None:
    """Print an answer on standard output, at most ``limit`` rows of it; say on stderr that there is more."""
    from pyoxigraph import RdfFormat

    from kg.store.queries import Answer, plain
    from kg.store.results import json_lines, rdf, tsv_lines

    if format_ is None:
        format_ = "table" if sys.stdout.isatty() else "turtle" if answer.kind == "construct" else "csv"
    if format_ in ("turtle", "ntriples") and answer.kind != "construct":
        raise click.UsageError(f"--format {format_} is for CONSTRUCT and DESCRIBE; take table, csv, tsv or json")
    rows = answer.rows if limit is None else islice(answer.rows, limit)
    cut = Answer(answer.columns, iter(rows), answer.kind)
    if format_ in ("table", "csv"):
        print_rows(cut.columns, ([plain(term) for term in row] for row in cut.rows), format_)
    else:
        lines = {"json": json_lines, "tsv": tsv_lines}.get(format_)
        known = {"turtle": RdfFormat.TURTLE, "ntriples": RdfFormat.N_TRIPLES}
        for line in lines(cut) if lines else rdf(cut, known[format_]):
            click.echo(line, nl=False)
    if limit is not None and next(answer.rows, None) is not None:
        click.echo(f"kg: only the first {limit:,} rows; raise --limit for more", err=True)


@contextmanager
def given_up_after(seconds: float, name: str) -> Iterator[None]:
    """End the process when the block takes longer.

    Oxigraph offers no way to stop a query from outside, but it leaves other threads alone while it works, so
    one of them can say why and end the process: nothing is open that could be left half-written.
    """
    def give_up() -> None:
        sys.stderr.write(f"kg: {name}: query refused, it took longer than {seconds:g} seconds; "
                         "ask for less or raise --timeout\n")
        sys.stderr.flush()
        os._exit(1)

    timer = threading.Timer(seconds, give_up)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
