"""The command, run in this process as a person runs it in a shell."""

from dataclasses import dataclass

import pytest

from kg.command import main


@dataclass(frozen=True)
class Result:
    """What a run of the command left."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(capsys):
    """Run ``kg`` with some arguments; an exception that reaches the shell is a failure of the test."""
    def run_kg(*arguments):
        with pytest.raises(SystemExit) as stop:
            main([str(a) for a in arguments])
        captured = capsys.readouterr()
        return Result(stop.value.code, captured.out, captured.err)

    return run_kg
