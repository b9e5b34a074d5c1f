"""``kg serve``: the graph as a service."""

from __future__ import annotations

from pathlib import Path

import click

_LOCAL = ("127.0.0.1", "localhost", "::1")


@click.command()
@click.argument("sources", nargs=-1, type=click.Path(path_type=Path), metavar="[DIR|FILE]...")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True,
              help="The port to listen at; 0 takes a free one.")
@click.option("--timeout", type=click.FloatRange(min=0, min_open=True), default=30.0, show_default=True,
              help="Seconds that one query may take.")
@click.option("--max-result", type=click.FloatRange(min=0, min_open=True), default=64.0, show_default=True, metavar="MB",
              help="How large one answer may be.")
@click.option("--max-memory", type=click.IntRange(min=16), default=1024, show_default=True, metavar="MB",
              help="How much memory one query may need beside the data.")
@click.option("--workers", type=click.IntRange(1, 256), default=None,
              help="How many queries are answered at a time.  [default: the number of processors, at least 4]")
@click.option("--cors", "origins", multiple=True, metavar="ORIGIN",
              help="Let web pages of this origin ask, such as https://example.org, or * for all; may be repeated.")
@click.option("--root-path", default="", metavar="PATH", help="The path that a proxy has put this service at.")
def serve(sources: tuple[Path, ...], host: str, port: int, timeout: float, max_result: float, max_memory: int,
          workers: int | None, origins: tuple[str, ...], root_path: str) -> None:
    """Serve builds (default: output), RDF files, or a store on disk: SPARQL, an editor, pages of things.

    Read-only. /sparql is the endpoint, /editor asks it, /explore/0 is the exploration page of the first build,
    /id/… are the things that IRIs name, /questions the saved questions, /void and /health what they are called.
    """
    try:
        from kg.service.app import Settings
        from kg.service.limits import Limits
        from kg.service.running import check, run
    except ModuleNotFoundError as error:
        raise click.ClickException(f"the service needs {error.name}, which is not installed; "
                                   "install it with: pip install \"govkg[serve]\"") from error
    given = sources or (Path("output"),)
    check(given)
    limits = Limits(timeout, max_result, max_memory, patience=timeout, **({"workers": workers} if workers else {}))
    hosts = (*_LOCAL, "[::1]") if host in _LOCAL else ()
    run(Settings(tuple(given), limits, origins, hosts), host, port, root_path)
