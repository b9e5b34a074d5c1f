"""Rows for people and for programs; text from reports is data, never a command."""

import json

import pytest

from kg.command.formats import csv_lines, print_rows, visible

ROWS = [["=HYPERLINK(1)", "a,b"], ["-5.9", "\x1b[2Jgone"]]


def test_csv_cells_cannot_be_formulas():
    assert list(csv_lines(["a", "b"], ROWS)) == ["a,b\r\n", "'=HYPERLINK(1),\"a,b\"\r\n", "-5.9,\x1b[2Jgone\r\n"]


def test_json_keeps_the_text_as_it_is(capsys):
    print_rows(["a", "b"], ROWS, "json")
    assert json.loads(capsys.readouterr().out) == [dict(zip("ab", row)) for row in ROWS]


def test_a_table_cannot_command_the_terminal(capsys):
    print_rows(["a", "b"], ROWS, "table")
    assert "\x1b" not in capsys.readouterr().out


@pytest.mark.parametrize("markup", ["[bold]云溪[/bold]", "[link=http://example.org]x[/link]", "[/]"])
def test_brackets_are_text_not_markup(capsys, markup):
    print_rows(["name"], [[markup]], "table")
    assert markup in capsys.readouterr().out


def test_every_control_character_shows():
    assert not any(not c.isprintable() for c in visible("".join(map(chr, range(0xA0)))) if c != "\n")
