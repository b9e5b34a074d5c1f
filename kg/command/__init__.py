"""The command ``kg``."""

from __future__ import annotations

import gc
import os
import sys

import click

from kg import __version__
from kg.command.ask import ask
from kg.command.build import build
from kg.command.describe import describe
from kg.command.evaluate import evaluate
from kg.command.export import export
from kg.command.extract import annotate, extract
from kg.command.graph import graph
from kg.command.load import load
from kg.command.query import query
from kg.command.rules import rules
from kg.command.sample import sample
from kg.command.serve import serve
from kg.command.validate import validate
from kg.errors import KgError

DEBUG = "KG_DEBUG"
SELDOM = (100_000, 50, 100)  # when garbage is collected: looking through what lasts again and again is slow


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="kg")
def cli() -> None:
    """Turn Chinese local-government work reports into a knowledge graph.

    Start with `kg build REPORT.txt`; `kg COMMAND --help` explains each command.
    """


for _command in (build, query, ask, validate, describe, graph, export, serve, load, evaluate, extract, annotate, rules,
                 sample):
    cli.add_command(_command)


def main(arguments: list[str] | None = None) -> None:
    """Run the command and exit: 0 all went well, 1 something could not be done, 2 wrong usage, 130 interrupted.

    Every error is one line on stderr. Set the environment variable ``KG_DEBUG`` to see where it came from.
    """
    gc.set_threshold(*SELDOM)
    try:
        code = cli.main(arguments, prog_name="kg", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        code = _fail(error.format_message(), error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        code = _fail("interrupted; nothing was changed", 130)
    except BrokenPipeError:  # the reader of our output has gone, as `kg query … | head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except KgError as error:
        code = _fail(str(error), 1)
    except MemoryError:
        code = _fail("out of memory; build fewer or smaller reports at once", 1)
    except OSError as error:
        code = _fail(f"{error.filename or 'input or output'}: {error.strerror or error}", 1)
    except Exception as error:  # a bug: still one line, unless its finder wants to see more
        if os.environ.get(DEBUG):
            raise
        code = _fail(f"a fault of kg itself, {type(error).__name__}: {error}; set {DEBUG}=1 to see where", 70)
    gc.freeze()  # nor at the end
    sys.exit(code if isinstance(code, int) else 0)


def _fail(message: str, code: int) -> int:
    print(f"kg: {' '.join(message.split())}", file=sys.stderr)
    return code
