"""``kg ask``: the saved questions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.command.answers import answer_options, given_up_after, print_answer
from kg.command.formats import format_option, print_rows
from kg.errors import UnknownQuestion

if TYPE_CHECKING:
    from kg.store.questions import Parameter, Question

COLUMNS = ("question", "title", "english", "parameters")


class _Questions(click.Group):
    """A command for each saved question, made when it is asked for."""

    def list_commands(self, context: click.Context) -> list[str]:
        from kg.store.questions import questions

        return [q.id for q in questions()]

    def get_command(self, context: click.Context, name: str) -> click.Command:
        from kg.store.questions import question

        try:
            return _command(question(name))
        except UnknownQuestion as error:
            raise click.ClickException(str(error)) from error


@click.command(cls=_Questions, invoke_without_command=True, no_args_is_help=False, subcommand_metavar="QUESTION [ARGS]...")
@click.option("--list", "listing", is_flag=True, help="List the saved questions with their titles and parameters.")
@format_option
@click.pass_context
def ask(context: click.Context, listing: bool, format_: str) -> None:
    """Ask a saved question: no SPARQL needed.

    `kg ask --list` shows them all, `kg ask QUESTION --help` what one of them takes. For example:

    kg ask projects output --status 在建
    """
    if listing or context.invoked_subcommand is None:
        from kg.store.questions import questions

        print_rows(COLUMNS, [(q.id, q.titles["zh"], q.titles["en"], " ".join(f"--{p.name}" for p in q.parameters))
                             for q in questions()], format_)
        context.exit(0)


def _command(question: Question) -> click.Command:
    """The command of one question: its parameters are options."""
    @answer_options
    def run(sources: tuple[Path, ...], iris: bool, show: bool, timeout: float, limit: int | None,
            format_: str | None, **values: str | None) -> None:
        if show:
            click.echo(question.text, nl=False)
            return
        from kg.store.questions import answer, named
        from kg.store.sources import open_sources

        given = {name: value for name, value in values.items() if value is not None}
        with given_up_after(timeout, question.id):
            answered = answer(open_sources(sources or [Path("output")]), question, given)
            print_answer(answered if iris else named(answered, question), format_, limit)

    run.__doc__ = f"{question.titles['zh']} / {question.titles['en']}.\n\n{question.descriptions['zh']}\n\n" \
                  f"{question.descriptions['en']}"
    command = click.command(question.id)(run)
    command.params = [
        click.Argument(["sources"], nargs=-1, type=click.Path(path_type=Path), metavar="[DIR|FILE]..."),
        *(_option(p) for p in question.parameters),
        click.Option(["--iris"], is_flag=True, help="Print the IRIs of things beside their names."),
        click.Option(["--show"], is_flag=True, help="Print the SPARQL of the question instead of asking it."),
        *command.params]
    return command


def _option(parameter: Parameter) -> click.Option:
    default = parameter.default or "all"
    return click.Option([f"--{parameter.name}"], metavar=parameter.kind.upper(),
                        help=f"{parameter.description}  [default: {default}]")
