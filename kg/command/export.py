"""``kg export``: a build as files that other tools import."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.command.formats import format_option, print_rows
from kg.export.format import CONTENTS, Format, Options
from kg.export.formats import FORMATS, find

COLUMNS = ("format", "family", "writes", "what it is", "who reads it")
_LONG = 5_000_000  # bytes of a build from which reading them shows a bar


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default="output", metavar="[DIR]")
@click.option("--to", "to", metavar="FORMAT", help="The format; `kg export --list` has them all.")
@click.option("--out", metavar="PATH", help="The file or folder to write, or `-` for standard output. "
              "Default: the format's own name in DIR/export/. What is there is replaced as a whole.")
@click.option("--content", type=click.Choice(CONTENTS),
              help="What RDF is to hold. Default: what the format is for.")
@click.option("--type", "types", multiple=True, metavar="CLASS",
              help="Only entities of this class (Enterprise); may be repeated. For tables and Wikibase.")
@click.option("--matches", metavar="FILE", type=click.Path(dir_okay=False),
              help="CSV (iri,id) of entities that a Wikibase has. For Wikibase.")
@click.option("--list", "listing", is_flag=True, help="List the formats.")
@format_option
def export(folder: Path, to: str | None, out: str | None, content: str | None, types: tuple[str, ...],
           matches: str | None, listing: bool, format_: str) -> None:
    """Write the build in DIR (default: output) in a format that other tools import.

    The path of what was written is printed.
    """
    if listing:
        print_rows(COLUMNS, [(f.name, f.family, f.file, f.title, f.readers) for f in FORMATS], format_)
        return
    if not to:
        raise click.UsageError("say which format with --to; `kg export --list` has them all")
    chosen = find(to)
    chosen.writer()  # what is missing is said before anything is read
    target = out or str(folder / "export" / chosen.file.rstrip("/"))
    written = _write(folder, chosen, target, Options(content or "", _known(types), _matches(matches)))
    if target != "-":
        click.echo(str(written))


def _write(folder: Path, to: Format, target: str, options: Options) -> Path:
    from kg.builds import load
    from kg.export.formats import export as write
    from kg.export.source import Source

    build = load(folder)
    size = Source(build).size(*_read(to, options)) if to.family == "rdf" else 0
    with click.progressbar(length=size, label=f"writing {to.name}", file=sys.stderr,
                           hidden=size < _LONG or not sys.stderr.isatty()) as bar:
        return write(Source(build, bar.update), to.name, target, options)


def _read(to: Format, options: Options) -> tuple[str, ...]:
    """The files of a build that a format of RDF is made from."""
    from kg.files import DATASET, EVIDENCE, GRAPH

    if to.file.startswith("dataset"):
        return (DATASET,)
    return {"facts": (GRAPH,), "evidence": (EVIDENCE,)}.get(options.content, (GRAPH, EVIDENCE))


def _known(types: tuple[str, ...]) -> tuple[str, ...]:
    """Classes as the ontology calls them; its Chinese labels will do too."""
    if not types:
        return ()
    from kg.triples.vocabulary import ontology

    names = {alias: term.name for term in ontology().classes for alias in (term.name, *term.labels.values())}
    for name in types:
        if name not in names:
            classes = ", ".join(term.name for term in ontology().classes)
            raise click.UsageError(f"--type {name}: no such class; there are {classes}")
    return tuple(names[name] for name in types)


def _matches(path: str | None) -> dict[str, str]:
    if path is None:
        return {}
    from kg.export.wikibase import read_matches

    return read_matches(path)
