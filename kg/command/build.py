"""``kg build``: from reports to a build in a folder."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.command.formats import format_option, print_rows
from kg.errors import NothingToBuild

if TYPE_CHECKING:
    from kg.builds import Build

COLUMNS = ("kind", "name", "label", "count")
EXISTING = click.Path(path_type=Path, exists=True, dir_okay=False)

lexicon_option = click.option("--lexicon", type=EXISTING, metavar="FILE.csv",
                              help="Names of your own to find besides: columns name, type, aliases, note.")


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default="output", show_default=True,
              help="The folder to write; a build that is there is replaced, other files are left alone.")
@click.option("--division", metavar="NAME|CODE", help="Whose report it is, where the text does not say.")
@click.option("--year", type=click.IntRange(1949, 2100), help="The year that its plan part speaks of, likewise.")
@lexicon_option
@click.option("--corrections", "more", type=EXISTING, multiple=True, metavar="FILE",
              help="Corrections besides those of corrections.csv in the folder: .csv, or .jsonl of `kg extract`.")
@click.option("--min-confidence", type=click.FloatRange(0, 1), default=0.0, metavar="0–1",
              help="Leave out statements of which kg is less sure; rejected.jsonl lists them.")
@format_option
def build(inputs: tuple[str, ...], out: Path, division: str | None, year: int | None, lexicon: Path | None,
          more: tuple[Path, ...], min_confidence: float, format_: str) -> int:
    """Build the graph of one or more reports.

    INPUT is a .txt, .html, .docx or .pdf file, or `-` for standard input; several make one dataset. Inputs that
    cannot be read are listed at the end and the rest is built. A file corrections.csv in the folder is applied
    and left as it is. Exit code: 0 all were built, 1 some were not.
    """
    start = time.perf_counter()
    from kg.builds import assemble
    from kg.readings import Guidance, read_all

    guidance = Guidance.read(lexicon, corrections_for(out, more))
    try:
        with progress(read_all(inputs, division, year, guidance), len(inputs)) as readings:
            made = assemble(readings, division, year, True, guidance, min_confidence)
    except NothingToBuild as nothing:
        return say_failures(nothing.errors)
    made.save(out)
    warn_of_vain(made)
    summary = summarize(made, out, time.perf_counter() - start)
    if format_ == "json":
        click.echo(json.dumps(summary, ensure_ascii=False, indent=1))
    else:
        print_rows(COLUMNS, rows_of(summary), format_)
        click.echo(closing_lines(summary), err=format_ == "csv")
    return say_failures([failure.error for failure in made.failures])


def corrections_for(out: Path, more: Iterable[Path]) -> list[Path]:
    """The corrections that the folder keeps, and those that are given besides; a file once."""
    from kg.corrections.reading import FILE

    kept = [out / FILE] if (out / FILE).is_file() else []
    return kept + [path for path in more if not (kept and path.samefile(kept[0]))]


def warn_of_vain(made: Build) -> None:
    """Say on stderr which corrections had no effect, and why."""
    for given in made.guidance["corrections"]:
        for vain in given["unapplied"]:
            click.echo(f"kg: warning: {given['file']}, line {vain['line']}: the correction does not apply, "
                       f"{vain['reason']}; mend or delete it", err=True)


def progress(readings: Iterable, length: int):
    """A bar on stderr while several inputs are read, if a person is looking."""
    return click.progressbar(readings, length=length, label="reading", file=sys.stderr, show_pos=True,
                             hidden=length < 2 or not sys.stderr.isatty())


def summarize(made: Build, out: Path, seconds: float) -> dict:
    """What was found, what was rejected, how long it took, where the files are."""
    from kg.triples.vocabulary import ontology

    found = [{"kind": kind, "name": name, "label": ontology().label(name), "count": count}
             for kind, counts in made.contents.counts().items() for name, count in counts.items()]
    return {
        "out": str(out), "files": sorted(p.relative_to(out).as_posix() for p in built_files(made, out)),
        "reports": [{k: row[k] for k in ("name", "source", "division", "year")} for row in made.inputs],
        "found": found, "triples": len(made.graphs.fact_triples), "rejected": len(made.rejected),
        "guidance": made.guidance,
        "failed": [{"input": f.source, "error": str(f.error)} for f in made.failures], "seconds": round(seconds, 2),
    }


def built_files(made: Build, out: Path) -> Iterator[Path]:
    """The files of the build."""
    from kg.store.folder import MANIFEST, read_manifest

    yield out / MANIFEST
    yield from (out / name for name in read_manifest(out)["files"])


def rows_of(summary: dict) -> list[list[str]]:
    """The table of what was found."""
    return [[str(row[column]) for column in COLUMNS] for row in summary["found"]]


def closing_lines(summary: dict) -> str:
    """What stands under the table."""
    reports = [f"{r['source']}: {r['division'] or 'division unknown'}, {r['year'] or 'year unknown'}"
               for r in summary["reports"]]
    if len(reports) > 5:
        reports = [*reports[:5], f"… {len(reports) - 5} more"]
    reports += [f"{given['file']}: {given['applied']} corrections applied, {len(given['unapplied'])} not"
                for given in summary["guidance"]["corrections"]]
    if summary["guidance"]["lexicon"]:
        reports.append("{file}: {names} names of your own".format(**summary["guidance"]["lexicon"]))
    counts = f"{summary['triples']} triples in {summary['seconds']:.1f} s, {summary['rejected']} rejected"
    return "\n".join([*reports, f"{counts} (rejected.jsonl says why)",
                      f"Open {summary['out']}/graph.html in a browser; all files are in {summary['out']}/"])


def say_failures(errors: list) -> int:
    """List what could not be built on stderr; the exit code."""
    for error in errors:
        click.echo(f"kg: {error}", err=True)
    return 1 if errors else 0
