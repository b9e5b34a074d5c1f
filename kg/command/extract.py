"""``kg extract`` and ``kg annotate``: what is found in a text, as data and for the eye."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.command.build import EXISTING, lexicon_option
from kg.command.formats import print_rows, visible

if TYPE_CHECKING:
    from kg.readings import Reading

division_option = click.option("--division", metavar="NAME|CODE", help="Whose report it is, where the text does not say.")
year_option = click.option("--year", type=click.IntRange(1949, 2100), help="The year that its plan part speaks of, likewise.")
corrections_option = click.option("--corrections", type=EXISTING, multiple=True, metavar="FILE",
                                  help="Corrections to apply: .csv, or .jsonl of `kg extract`.")


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="FILE...")
@division_option
@year_option
@lexicon_option
@corrections_option
@click.option("--format", "format_", type=click.Choice(("jsonl", "json", "csv", "table")), default="jsonl",
              show_default=True, help="jsonl and json hold all of it; csv and table list it.")
def extract(inputs: tuple[str, ...], division: str | None, year: int | None, lexicon: Path | None,
            corrections: Sequence[Path], format_: str) -> None:
    """Print what is found in each sentence: spans, relations, facts and numbers, with offsets, rule and confidence.

    A file of JSON lines that a person has corrected can be measured against (kg eval --gold FILE.jsonl) or applied
    (kg build --corrections FILE.jsonl).
    """
    from kg.annotation.listing import COLUMNS, listing
    from kg.annotation.writing import sentences

    found = chain.from_iterable(map(sentences, read_inputs(inputs, division, year, lexicon, corrections)))
    if format_ == "jsonl":
        for row in found:
            click.echo(json.dumps(row, ensure_ascii=False))
    elif format_ == "json":
        click.echo(json.dumps(list(found), ensure_ascii=False, indent=1))
    else:
        print_rows(COLUMNS, listing(found), format_)


@click.command()
@click.argument("input_", metavar="FILE")
@click.option("--html", is_flag=True, help="Print an HTML page instead, by displaCy.")
@click.option("--type", "types", multiple=True, metavar="CLASS", help="Only names of this class; may be given several times.")
@division_option
@year_option
@lexicon_option
@corrections_option
def annotate(input_: str, html: bool, types: tuple[str, ...], division: str | None, year: int | None,
             lexicon: Path | None, corrections: Sequence[Path]) -> None:
    """Print the text of FILE with its entities in the colours of their classes.

    Where there are no colours (a pipe, NO_COLOR) names stand in brackets with their class.
    """
    from kg.triples.vocabulary import ontology

    known = [term.name for term in ontology().classes]
    for kind in types:
        if kind not in known:
            raise click.BadParameter(f"{kind} is no class; use one of {', '.join(known)}", param_hint="--type")
    reading, = read_inputs((input_,), division, year, lexicon, corrections)
    mentions = [m for m in reading.extraction.mentions if not types or set(types) & set(m.types)]
    if html:
        from kg.view.annotated import page

        click.echo(page(reading.report, mentions))
    else:
        show(reading, mentions)


def read_inputs(inputs: Iterable[str], division: str | None, year: int | None, lexicon: Path | None,
                corrections: Sequence[Path]) -> list[Reading]:
    """The readings of files, all of them or an error; corrections without effect are told on stderr."""
    from kg.readings import Guidance, read

    guidance = Guidance.read(lexicon, corrections)
    readings = [read(source, division, year, guidance) for source in inputs]
    applied = {rule for reading in readings for rule in reading.applied}
    for vain in {v.rule: v for r in readings for v in r.unapplied if v.rule not in applied}.values():
        click.echo(f"kg: warning: {vain.file}, line {vain.line}: the correction does not apply, {vain.reason}", err=True)
    return readings


def show(reading: Reading, mentions: Sequence) -> None:
    """The marked text on standard output, and under it which colour is which class."""
    from rich.console import Console
    from rich.text import Text

    from kg.view.annotated import bracketed, colored, legend, paragraphs

    console = Console(file=sys.stdout, highlight=False, markup=False, soft_wrap=True)
    plain = console.color_system is None or console.no_color
    for text, found in paragraphs(reading.report, mentions):
        if plain:
            click.echo(bracketed(text, found, visible))
        else:
            console.print(colored(text, found, visible))
    counts = [(name, color, str(count)) for name, color, count in legend(mentions)]
    if plain:
        click.echo("\n" + "  ".join(f"{name} {count}" for name, _, count in counts))
    else:
        console.print(Text("\n") + Text("  ").join(Text(f"{name} {count}", f"bold {color}") for name, color, count in counts))
