"""``kg query``: ask builds, RDF files, a store or an endpoint in SPARQL."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.command.answers import answer_options, given_up_after, print_answer

LARGEST = 1_000_000  # characters of a query


@click.command()
@click.argument("arguments", nargs=-1, required=True, metavar="[DIR|FILE]... QUERY")
@click.option("--endpoint", metavar="URL", help="Ask this SPARQL endpoint instead of files.")
@answer_options
def query(arguments: tuple[str, ...], endpoint: str | None, timeout: float, limit: int | None,
          format_: str | None) -> None:
    """Ask a SPARQL 1.1 query of builds (default: output), RDF files, or a store on disk.

    QUERY is a file (projects.rq), `-` for standard input, or the query itself. Patterns see the facts and evidence
    of all reports together; GRAPH ?g looks at each report alone. Nothing is changed and no other machine is asked,
    unless --endpoint names one.
    """
    name, text = read_query(arguments[-1])
    if endpoint and len(arguments) > 1:
        raise click.UsageError("give either --endpoint or folders and files, not both")
    with given_up_after(timeout, name):
        if endpoint:
            from kg.store.endpoint import Endpoint

            answer = Endpoint(endpoint, timeout=timeout).ask(text, name)
        else:
            from kg.store.queries import ask
            from kg.store.sources import open_sources

            answer = ask(open_sources([Path(a) for a in arguments[:-1]] or [Path("output")]), text, name)
        print_answer(answer, format_, limit)


def read_query(argument: str) -> tuple[str, str]:
    """The name by which errors call a query, and its text."""
    if argument == "-":
        name, text = "standard input", sys.stdin.buffer.read(LARGEST * 4).decode("utf-8-sig", errors="replace")
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
