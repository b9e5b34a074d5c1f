"""``kg load``: builds into a graph store."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from kg.store.loading import Target


@click.command()
@click.argument("target", metavar="ENDPOINT|STORE")
@click.argument("folders", nargs=-1, type=click.Path(path_type=Path, file_okay=False), metavar="[DIR]...")
@click.option("--timeout", type=click.FloatRange(min=0, min_open=True), default=600.0, show_default=True,
              help="Seconds that sending one graph may take.")
@click.option("--journal", type=click.Path(path_type=Path, file_okay=False), default=None,
              help="Where a run notes what it has sent.  [default: the application's own folder]")
def load(target: str, folders: tuple[Path, ...], timeout: float, journal: Path | None) -> None:
    """Send builds (default: output) to a graph store, or into a store on disk.

    ENDPOINT is the address of a SPARQL 1.1 Graph Store, such as http://localhost:7878/store (Oxigraph),
    http://localhost:3030/graph/data (Fuseki) or http://localhost:7200/repositories/kg/rdf-graphs/service (GraphDB);
    KG_USER and KG_PASSWORD, or KG_TOKEN, of the environment are sent along. STORE is a folder that `kg query`,
    `kg ask` and `kg serve` open. The graphs of each report replace those that are there, others are left alone.
    A run that is broken off can be run again and goes on where it was.
    """
    from kg.store.loading import Journal, count, send

    given = folders or (Path("output"),)
    total = count(given)
    notes = Journal(journal or Path(click.get_app_dir("govkg")) / "loads", target)
    fresh = skipped = triples = 0
    with _opened(target, timeout) as opened, \
            click.progressbar(length=total, label="sending", file=sys.stderr, show_pos=True,
                              hidden=not sys.stderr.isatty()) as bar:
        for sent in send(given, opened, notes):
            fresh, skipped, triples = fresh + sent.fresh, skipped + (not sent.fresh), triples + sent.triples
            bar.update(1)
    there = f", {skipped} were there already" if skipped else ""
    click.echo(f"{fresh} graphs sent to {target}{there}; {triples} triples")


@contextmanager
def _opened(target: str, timeout: float) -> Iterator[Target]:
    if target.startswith(("http://", "https://")):
        from kg.store.endpoint import Endpoint

        yield Endpoint(target, timeout=timeout)
    else:
        from kg.store.disk import writing

        with writing(Path(target)) as store:
            yield store
