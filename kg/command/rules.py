"""``kg rules``: which rules fire, how often they are right, and which entries nobody uses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.command.build import progress
from kg.command.formats import format_option, print_rows

if TYPE_CHECKING:
    from kg.evaluation.reliability import Measured
    from kg.evaluation.subject import Subject

FIRINGS = ("rule", "statements", "entity", "relation", "fact", "observation", "judged", "right", "precision")
UNUSED = ("entry", "lexicon", "why")

_there = click.Path(path_type=Path, exists=True)


@click.command()
@click.argument("sources", nargs=-1, type=_there, metavar="[DIR|REPORT]...")
@click.option("--gold", type=_there, multiple=True, metavar="FOLDER|FILE.jsonl",
              help="Annotations of a stretch of one of the sources: tells how often each rule is right.")
@click.option("--unused", "list_unused", is_flag=True,
              help="List the lexicon entries that none of the reports uses instead.")
@format_option
def rules(sources: Sequence[Path], gold: Sequence[Path], list_unused: bool, format_: str) -> None:
    """List the rules that builds or reports cite as evidence, and how often (default: the build in output).

    A rule is named by its lexicon and entry (heads.产业园) or by what it looks at (nameparts.developer).
    """
    if list_unused and gold:
        raise click.UsageError("--unused lists entries without evidence; --gold has nothing to judge there")
    sources = sources or (Path("output"),)
    if list_unused:
        print_rows(UNUSED, ((u.id, u.lexicon, u.why) for u in unused_by(sources)), format_)
        return
    from kg.evaluation.firing import KINDS, firings

    with progress([*map(Source, sources)], len(sources)) as read:
        found = [(source.subject(), source.text()) for source in read]
    judged = [m for path in gold for m in judge(path, found)]
    rows = ((f.rule, str(f.statements), *(str(f.counts[kind]) for kind in KINDS), str(f.judged), str(f.right),
             "" if f.precision is None else f"{f.precision:.3f}") for f in firings((s for s, _ in found), judged))
    print_rows(FIRINGS, rows, format_)


class Source:
    """A build in a folder, or a report that is built for the purpose."""

    def __init__(self, path: Path):
        import kg

        self._path = path
        self._build = kg.load(path) if path.is_dir() else kg.build(path)

    def subject(self) -> Subject:
        """Its graph with the evidence."""
        from kg.evaluation.subject import read_subject, subject_of

        return read_subject(self._path) if self._path.is_dir() else subject_of(self._build)

    def text(self) -> str:
        """The texts of its reports."""
        return "\n".join(report.raw for report in self._build.reports)


def judge(path: Path, found: Sequence[tuple[Subject, str]]) -> Iterator[Measured]:
    """The statements that gold judges: in the one source that holds the annotated text."""
    from kg.evaluation.forms import key
    from kg.evaluation.gold import read_gold
    from kg.evaluation.judging import Judge
    from kg.evaluation.reliability import measured

    gold = read_gold([path])
    lines = [key(line) for line in (gold.text or "").splitlines()]
    holders = [subject for subject, text in found if gold.text is None or all(line in key(text) for line in lines)]
    if not holders or (gold.text is None and len(holders) > 1):
        raise click.ClickException(f"{path}: none of the sources holds the annotated text; name its report or build too")
    yield from measured(Judge(holders[0], gold, gold.text))


def unused_by(sources: Sequence[Path]) -> list:
    """The entries that no report of the sources uses."""
    import kg
    from kg.document.reader import read
    from kg.evaluation.usage import unused

    with progress(list(sources), len(sources)) as paths:
        return unused(report for path in paths for report in (kg.load(path).reports if path.is_dir() else [read(path)]))
