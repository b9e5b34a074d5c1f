"""``kg sample``: where the sample report is."""

from __future__ import annotations

import click

from kg.resources import sample_report


@click.command()
def sample() -> None:
    """Print the path of the sample report: that of a county that does not exist.

    Try it with: kg build "$(kg sample)"
    """
    click.echo(str(sample_report()))
