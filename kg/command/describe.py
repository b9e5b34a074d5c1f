"""``kg describe``: what is in a build."""

from __future__ import annotations

from pathlib import Path

import click

from kg.command.formats import format_option, print_rows


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default="output", metavar="[DIR]")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="Also write it as Markdown, such as report.md.")
@format_option
def describe(folder: Path, out: Path | None, format_: str) -> None:
    """Say what is in the build in DIR (default: output).

    Counts by type, relation and year, the most mentioned entities, how many sentences something rests on,
    what was rejected, and what to look at before relying on it.
    """
    from kg.builds import load
    from kg.export.target import writing_file
    from kg.store.description import Row
    from kg.store.description import describe as rows_of
    from kg.store.summary import markdown

    rows = rows_of(load(folder))
    if out is not None:
        with writing_file(out) as file:
            file.write(markdown(rows).encode("utf-8"))
    print_rows(Row._fields, rows if format_ == "json" else [tuple(map(str, row)) for row in rows], format_)
    if out is not None:
        click.echo(f"written to {out}", err=True)
