"""``kg query``: ask a build in SPARQL."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from kg.command.formats import format_option, print_rows

LARGEST = 1_000_000  # characters of a query


@click.command()
@click.argument("arguments", nargs=-1, required=True, metavar="[DIR] QUERY")
@click.option("--timeout", type=click.FloatRange(min=0, min_open=True), default=60.0, show_default=True,
              help="Seconds after which the query is given up.")
@format_option
def query(arguments: tuple[str, ...], timeout: float, format_: str) -> None:
    """Ask the build in DIR (default: output) a SPARQL 1.1 query.

    QUERY is a file (projects.rq), `-` for standard input, or the query itself. Patterns see facts and evidence
    of all reports; GRAPH ?g looks at one of them. Nothing is changed and no other machine is asked.
    """
    from kg.store.queries import ask, open_build, plain

    if len(arguments) > 2:
        raise click.UsageError("give at most a folder and one query; put quotes around a query text")
    folder = Path(arguments[0] if len(arguments) == 2 else "output")
    name, text = read_query(arguments[-1])
    with given_up_after(timeout, name):
        answer = ask(open_build(folder), text, name)
        print_rows(answer.columns, ([plain(term) for term in row] for row in answer.rows), format_)


def read_query(argument: str) -> tuple[str, str]:
    """The name by which errors call a query, and its text."""
    if argument == "-":
        name, text = "standard input", sys.stdin.buffer.read(LARGEST * 4).decode("utf-8", errors="replace")
    elif argument.endswith((".rq", ".sparql")) or not any(c in argument for c in "{} \n"):
        try:
            name, text = argument, Path(argument).read_text("utf-8-sig", errors="replace")
        except OSError as error:
            raise click.ClickException(f"{argument}: the query cannot be read, {error.strerror.lower()}; "
                                       "give a .rq file, `-` or the query itself") from error
    else:
        name, text = "the query", argument
    if len(text) > LARGEST:
        raise click.ClickException(f"{name}: longer than {LARGEST:,} characters; ask something shorter")
    return name, text


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
