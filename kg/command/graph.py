"""``kg graph``: the network of a build, looked at with the eyes of networkx."""

from __future__ import annotations

from pathlib import Path

import click

from kg.command.formats import format_option, print_rows


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default="output", metavar="[DIR]")
@click.option("--centrality", "asked", flag_value="centrality", default=True,
              help="Degree, PageRank and betweenness of entities (the default).")
@click.option("--communities", "asked", flag_value="communities", help="Entities that belong together.")
@click.option("--bridges", "asked", flag_value="bridges", help="What joins industries and towns.")
@click.option("--between", nargs=2, metavar="CLASS CLASS",
              help="For --bridges: other classes, such as Park Enterprise.")
@click.option("--path", "ends", nargs=2, metavar="NAME NAME", help="The shortest way between two entities.")
@click.option("--ego", "center", metavar="NAME", help="The relations around an entity.")
@click.option("--radius", type=click.IntRange(1, 10), default=1, show_default=True,
              help="For --ego: how far around.")
@click.option("--top", type=click.IntRange(1), default=20, show_default=True,
              help="How many rows at most; not for ways.")
@click.option("--type", "type_", metavar="CLASS", help="For --centrality: only entities of this class.")
@format_option
def graph(folder: Path, asked: str, between: tuple[str, str] | None, ends: tuple[str, str] | None,
          center: str | None, radius: int, top: int, type_: str | None, format_: str) -> None:
    """Analyse the network of the build in DIR (default: output): entities, and the relations between them.

    Names may be aliases or IRIs. Relations count whatever their direction.
    """
    from kg.builds import load
    from kg.graph import analyses

    if type_ or between:
        _check((type_, *(between or ())))
    network = load(folder).network
    if ends:
        start, end = (analyses.find(network, name) for name in ends)
        rows, kind = analyses.path(network, start, end), analyses.Step
    elif center:
        rows, kind = analyses.ego(network, analyses.find(network, center), radius), analyses.Step
    elif asked == "communities":
        rows, kind = analyses.communities(network)[:top], analyses.Community
    elif asked == "bridges" or between:
        rows, kind = analyses.bridges(network, *(between or ()))[:top], analyses.Bridge
    else:
        found = [row for row in analyses.centrality(network) if not type_ or row.type == type_]
        rows, kind = found[:top], analyses.Centrality
    print_rows(kind._fields, rows if format_ == "json" else [tuple(map(str, row)) for row in rows], format_)
    if not rows:
        click.echo("nothing: the network has no such relations", err=True)


def _check(names: tuple[str | None, ...]) -> None:
    """Refuse classes that the ontology does not have."""
    from kg.triples.vocabulary import ontology

    classes = [term.name for term in ontology().classes]
    for name in names:
        if name and name not in classes:
            raise click.UsageError(f"{name}: no such class; there are {', '.join(classes)}")
