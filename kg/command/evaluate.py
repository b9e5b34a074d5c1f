"""``kg eval``: how good is a graph?"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.command.formats import format_option, print_rows

if TYPE_CHECKING:
    from kg.evaluation.errors import Error
    from kg.evaluation.grounding import Grounding
    from kg.evaluation.measures import Measure

MEASURES = ("measure", "precision", "recall", "f1", "gold", "built", "value_recall")
ERRORS = ("error", "kind", "what", "sentence", "rules", "confidence")
GROUNDING = ("check", "statements", "result", "in_report_only")

_there = click.Path(path_type=Path, exists=True)


@click.command("eval")
@click.argument("target", type=_there, default="output", metavar="[DIR|GRAPH]")
@click.option("--gold", type=_there, multiple=True, metavar="FOLDER|FILE.jsonl",
              help="Annotations: a folder, or corrected output of `kg extract`; may be given several times.")
@click.option("--text", "texts", type=click.Path(path_type=Path, exists=True, dir_okay=False), multiple=True,
              metavar="FILE", help="The annotated text: precision counts what is quoted from it. Default: text.txt "
              "of the folders.")
@click.option("--whole", is_flag=True, help="The gold annotates whole reports: precision counts the whole graph.")
@click.option("--errors", "list_errors", is_flag=True, help="List what was missed and what is wrong, with sentences.")
@format_option
def evaluate(target: Path, gold: Sequence[Path], texts: Sequence[Path], whole: bool, list_errors: bool,
             format_: str) -> None:
    """Measure the build in DIR (default: output), or a GRAPH file with evidence.ttl beside it.

    Against --gold: precision, recall and F1 by type. Without gold too: does the graph keep to its ontology, and do
    subjects, relations and objects stand in the text?
    """
    from kg.evaluation.errors import errors
    from kg.evaluation.gold import read_gold
    from kg.evaluation.grounding import grounding
    from kg.evaluation.judging import Judge
    from kg.evaluation.measures import measures
    from kg.evaluation.subject import read_subject

    if list_errors and not gold:
        raise click.UsageError("--errors needs --gold: errors are what differs from it")
    subject = read_subject(target)
    found, wrong = [], []
    if gold:
        annotated = read_gold(gold)
        given = "\n".join(read_text(path) for path in texts) if texts else annotated.text
        judge = Judge(subject, annotated, None if whole else given)
        found, wrong = measures(judge, every_type=True), list(errors(judge)) if list_errors else []
    ground = grounding(subject, report_text(target)) if subject.quotes else None
    print_result(found, ground, wrong, list_errors, format_)


def read_text(path: Path) -> str:
    """A text in UTF-8; what is none gives an error that names the file."""
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise click.ClickException(f"{path}: byte {error.start} is not UTF-8; save it as UTF-8") from error


def report_text(target: Path) -> str:
    """The texts of the reports, where the target is a build."""
    folder = (target if target.is_dir() else target.parent) / "text"
    return "\n".join(read_text(path) for path in sorted(folder.glob("*.txt")))


def print_result(found: Sequence[Measure], ground: Grounding | None, wrong: Sequence[Error], list_errors: bool,
                 format_: str) -> None:
    """One object as JSON; as CSV the list of errors if it is asked for, else the measures; as tables all of it."""
    if format_ == "json":
        click.echo(json.dumps({"measures": [{**asdict(m), "f1": m.f1} for m in found],
                               "grounding": _as_data(ground), "errors": [asdict(e) for e in wrong]},
                              ensure_ascii=False, indent=1))
        return
    if format_ == "csv" and list_errors:
        print_rows(ERRORS, map(error_row, wrong), format_)
        return
    if found:
        print_rows(MEASURES, map(measure_row, found), format_)
    if ground is None:
        click.echo("no evidence: what the graph rests on cannot be checked", err=True)
    elif format_ == "table" or not found:
        print_rows(GROUNDING, grounding_rows(ground), format_)
    if list_errors:
        print_rows(ERRORS, map(error_row, wrong), format_)


def measure_row(m: Measure) -> list[str]:
    """A measure as a row of the table."""
    return [m.name, f"{m.precision:.3f}", f"{m.recall:.3f}", f"{m.f1:.3f}", str(m.want), str(m.have),
            "" if m.value_recall is None else f"{m.value_recall:.3f}"]


def error_row(e: Error) -> list[str]:
    """An error as a row of the table."""
    return [e.error, e.kind, e.text, e.sentence, " ".join(e.rules), "" if e.confidence is None else f"{e.confidence:g}"]


def grounding_rows(ground: Grounding) -> list[list[str]]:
    """Conformance and what is not grounded, as rows."""
    share = f"{100 * ground.conformance:.1f} %"
    fitting = f"{100 * ground.fitting / ground.statements:.1f} %" if ground.statements else "100.0 %"
    return [["ontology conformance", str(ground.statements), share, ""],
            ["classes fit domain and range", str(ground.statements), fitting, ""],
            *([f"ungrounded {part}s", str(ground.statements), str(ground.count(part)), str(ground.count(part, True))]
              for part in ("subject", "relation", "object"))]


def _as_data(ground: Grounding | None) -> dict | None:
    if ground is None:
        return None
    return {"statements": ground.statements, "conforming": ground.conforming, "fitting": ground.fitting,
            "ungrounded": [asdict(u) for u in ground.ungrounded if not u.elsewhere],
            "in_report_only": [asdict(u) for u in ground.ungrounded if u.elsewhere]}
