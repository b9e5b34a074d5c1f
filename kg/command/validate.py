"""``kg validate``: does a build conform to the shapes of the ontology?"""

from __future__ import annotations

from pathlib import Path

import click

from kg.command.formats import format_option, print_rows

COLUMNS = ("node", "path", "value", "message")


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default="output", metavar="[DIR]")
@format_option
def validate(folder: Path, format_: str) -> int:
    """Check the build in DIR (default: output): are its files as they were built, and does it conform?

    Facts and evidence are held against the SHACL shapes of the ontology. Says that they conform, or lists what
    does not. Exit code: 0 it conforms, 1 it does not.
    """
    from kg.files import StoredBuild
    from kg.triples.validation import validate_graph

    stored = StoredBuild(folder)
    stored.check()
    report = validate_graph(stored.facts + stored.evidence)
    if not report.conforms or format_ != "table":
        print_rows(COLUMNS, [(v.node, v.path, v.value, v.message) for v in report.violations], format_)
    verdict = "conforms" if report.conforms else f"does not conform: {len(report.violations)} violations"
    click.echo(f"{folder}: {verdict}", err=format_ != "table")
    return 0 if report.conforms else 1
