"""``kg ask``: saved questions without SPARQL."""

import csv
import io
import json

import pytest

from kg.store.questions import questions


def rows(result):
    return list(csv.reader(io.StringIO(result.out)))


def test_the_list_has_every_question_with_its_titles(run):
    result = run("ask", "--list", "--format", "json")
    listed = json.loads(result.out)
    assert [row["question"] for row in listed] == [q.id for q in questions()]
    assert all(row["title"] and row["english"] for row in listed)


def test_without_a_question_the_list_is_shown(run):
    assert "projects-in-park" in run("ask").out


def test_a_question_is_answered_with_names(run, sample_folder):
    result = run("ask", "projects", sample_folder, "--status", "在建")
    assert result.code == 0 and rows(result)[0] == ["project", "status", "aim", "developer", "place"]
    assert {row[1] for row in rows(result)[1:]} == {"在建"}


def test_iris_are_there_on_demand(run, sample_folder):
    result = run("ask", "awards", sample_folder, "--holder", "我县", "--iris")
    assert rows(result)[0] == ["holder", "holderName", "honor", "honorName"]
    assert all(row[0].startswith("https://w3id.org/govkg/id/") for row in rows(result)[1:])


def test_each_question_explains_itself(run):
    result = run("ask", "projects-in-park", "--help")
    assert result.code == 0 and "园区内的项目 / Projects in a park." in result.out and "--park PARK" in result.out


def test_the_query_can_be_shown(run):
    result = run("ask", "awards", "--show")
    assert result.out.startswith("PREFIX gov:") and "gov:awarded" in result.out


def test_the_rows_can_be_had_in_every_format(run, sample_folder):
    assert "┃" in run("ask", "awards", sample_folder, "--format", "table").out or "─" in run(
        "ask", "awards", sample_folder, "--format", "table").out
    assert json.loads(run("ask", "awards", sample_folder, "--format", "json").out)["head"]["vars"] == ["holder", "honor"]
    assert run("ask", "awards", sample_folder, "--format", "tsv").out.startswith("?holder\t?honor\n")


@pytest.mark.parametrize("arguments, code, reason", [
    (("projectz",), 1, "projectz: no saved question has this name; did you mean projects"),
    (("projects", "--status", "完工了"), 1, "projects, parameter status: nothing of the kind Status is called “完工了”"),
    (("targets", "--year", "'); DROP ALL"), 1, "is no year"),
    (("projects", "--colour", "red"), 2, "No such option"),
])
def test_what_cannot_be_asked_is_one_line(run, sample_folder, arguments, code, reason):
    result = run("ask", arguments[0], sample_folder, *arguments[1:])
    assert result.code == code and reason in result.err and result.err.count("\n") == 1 and result.out == ""


def test_without_a_build_it_says_how_to_make_one(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert "make it with `kg build" in run("ask", "projects").err
