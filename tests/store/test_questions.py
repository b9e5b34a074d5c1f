"""Saved questions: each is answered on the sample and on two invented years, row for row.

A case is a folder of ``tests/cases/questions``: ``input.trig``, ``asked.json`` with values for parameters, and for
each question the expected rows. The input of ``sample`` is the dataset of a build of the sample report, kept so
that reading reports better does not change what these tests expect; a test of its own asks today's build.
``KG_WRITE_CASES=1`` writes what comes out in place of what was expected, to be read before it is committed.
"""

import csv
import io
import json
import os
import re
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import BadParameter, BadQuestion, UnknownQuestion
from kg.store.queries import load, open_build, plain
from kg.store.questions import Parameter, answer, named, question, questions, read_question
from kg.triples.vocabulary import ID, ontology

CASES = Path(__file__).parents[1] / "cases" / "questions"
IDS = [q.id for q in questions()]


@pytest.fixture(scope="module")
def sample_store():
    return load((CASES / "sample" / "input.trig").read_bytes(), "sample")


@pytest.fixture(scope="module")
def todays_build(sample_folder):
    return open_build(sample_folder)


@pytest.fixture(scope="module")
def two_years():
    return load((CASES / "two_years" / "input.trig").read_bytes(), "two_years")


def table(answered):
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(answered.columns)
    writer.writerows([plain(term) for term in row] for row in answered.rows)
    return buffer.getvalue()


def check(store, case, id_):
    asked = json.loads((case / "asked.json").read_text("utf-8")) if (case / "asked.json").exists() else {}
    found = table(named(answer(store, question(id_), asked.get(id_)), question(id_)))
    expected = case / "expected" / f"{id_}.csv"
    if os.environ.get("KG_WRITE_CASES"):
        expected.parent.mkdir(exist_ok=True)
        expected.write_text(found, "utf-8", newline="")
    assert found == expected.read_bytes().decode()


@pytest.mark.parametrize("id_", IDS)
def test_each_question_gives_its_rows_on_the_sample(sample_store, id_):
    check(sample_store, CASES / "sample", id_)


@pytest.mark.parametrize("id_", IDS)
def test_each_question_gives_its_rows_on_two_years_of_a_county(two_years, id_):
    check(two_years, CASES / "two_years", id_)


@pytest.mark.parametrize("id_", IDS)
def test_each_question_is_answered_on_todays_build_of_the_sample(todays_build, sample_store, id_):
    """What is read may change; that the questions fit what is built must not."""
    asked = question(id_)
    found = answer(todays_build, asked)
    expected = (CASES / "sample" / "expected" / f"{id_}.csv").read_text("utf-8").splitlines()
    assert ",".join(named(found, asked).columns) == expected[0]
    kept = len(list(answer(sample_store, asked).rows))
    assert len(list(found.rows)) > 0 or kept < 5  # many rows do not all go at once


def test_every_question_has_rows_in_some_case():
    lines = {id_: [len((CASES / case / "expected" / f"{id_}.csv").read_text("utf-8").splitlines())
                   for case in ("sample", "two_years")] for id_ in IDS}
    assert [id_ for id_, counts in lines.items() if max(counts) < 2] == []


def test_no_case_is_left_without_its_question():
    for case in ("sample", "two_years"):
        assert sorted(p.stem for p in (CASES / case / "expected").iterdir()) == IDS


def test_there_are_at_least_forty():
    assert len(IDS) >= 40


@pytest.mark.parametrize("id_", IDS)
def test_rows_come_in_one_order(two_years, id_):
    """Every row has its place: what the order leaves open would change from run to run."""
    rows = list(answer(two_years, question(id_)).rows)
    assert len(rows) == len(set(rows))
    assert rows == list(answer(two_years, question(id_)).rows)


@pytest.mark.parametrize("id_", IDS)
def test_every_parameter_can_be_bound(two_years, id_):
    """A variable that is bound must be one of the answer's columns."""
    asked = question(id_)
    assert {p.name for p in asked.parameters} <= set(answer(two_years, asked).columns)


@pytest.mark.parametrize("id_", [q.id for q in questions() if q.parameters])
def test_a_bound_parameter_gives_the_rows_of_that_value(two_years, id_):
    """What is answered for one thing is what the answer for everything says of it."""
    asked = question(id_)
    everything = answer(two_years, asked)
    rows = list(everything.rows)
    for parameter in asked.parameters:
        place = everything.columns.index(parameter.name)
        value = next((row[place] for row in rows if row[place] is not None), None)
        if parameter.kind in ("number", "text") or value is None:
            continue
        bound = set(answer(two_years, asked, {parameter.name: plain(value)}).rows)
        assert bound == {row for row in rows if row[place] == value}


def test_aliases_and_common_names_are_names_too(two_years):
    by_name, by_alias = (list(answer(two_years, question("projects-in-park"), {"park": name}).rows)
                         for name in ("澜岳高新区", "高新区"))
    assert by_name == by_alias != []


def test_names_are_compared_without_quotes_and_width(two_years):
    spaced, exact = (list(answer(two_years, question("projects-of-enterprise"), {"enterprise": name}).rows)
                     for name in ("“恒岳　新材”", "恒岳新材"))
    assert spaced == exact != []


def test_concepts_are_called_by_either_language(two_years):
    chinese, english = (list(answer(two_years, question("projects"), {"status": name}).rows)
                        for name in ("在建", "under construction"))
    assert chinese == english != []


def test_the_name_of_a_common_concept_stands_for_what_matches_it(sample_store):
    assert list(answer(sample_store, question("industries"), {"industry": "food industry"}).rows)


def test_an_iri_is_a_name(two_years):
    assert list(answer(two_years, question("awards"), {"holder": f"{ID}park/澜岳高新区"}).rows)


def test_a_name_of_several_things_gives_the_rows_of_all(two_years):
    rows = list(answer(two_years, question("located"), {"place": "高新区"}).rows)
    entity = list(answer(two_years, question("entity"), {"entity": "高新区"}).rows)
    assert {plain(row[1]) for row in entity} == {"澜岳高新区"} and rows


HOSTILE = ['"', "'", "\\", "}", "} DROP ALL #", '"@zh } ; DROP ALL ; SELECT * { ?s ?p "', "?x", "<http://e/>", "\x00", "\n",
           "\u202e", "{{7*7}}", "${x}", "%s%n", "a" * 10_000, "https://e/ }", "http://e/>", "; rm -rf /", "-1e400", "2024)"]


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_values_stay_values(two_years, value):
    """They are unknown names, wrong years, or words that no sentence has: never a part of the query."""
    before = len(two_years)
    for id_, name in (("awards", "holder"), ("targets", "year"), ("money", "minimum"), ("evidence", "property")):
        if value.strip():
            with pytest.raises(BadParameter) as caught:
                answer(two_years, question(id_), {name: value})
            assert len(str(caught.value)) < 1000
    assert list(answer(two_years, question("sentences"), {"word": value if value.strip() else "\x00"}).rows) == []
    assert len(two_years) == before


def test_an_unknown_name_is_told_with_those_that_are_near(two_years):
    with pytest.raises(BadParameter, match="nothing of the kind Enterprise is called “恒岳材料”; names that are near: 恒岳"):
        answer(two_years, question("projects-of-enterprise"), {"enterprise": "恒岳材料"})


@pytest.mark.parametrize("id_, values, reason", [
    ("targets", {"year": "soon"}, "“soon” is no year; give it as 2024"),
    ("money", {"minimum": "much"}, "“much” is no number"),
    ("money", {"most": "1"}, "the question has no such parameter; it has area, year, minimum"),
    ("events", {"year": "2024"}, "the question has no such parameter; it has none"),
])
def test_wrong_values_are_told(two_years, id_, values, reason):
    with pytest.raises(BadParameter, match=reason):
        answer(two_years, question(id_), values)


def test_an_unknown_question_is_told_with_those_that_are_near():
    with pytest.raises(UnknownQuestion, match="did you mean projects") as caught:
        question("projectz")
    assert "projects" in caught.value.near


HEADER = "# id: q\n# title@zh: 一\n# title@en: a\n# description@zh: 一\n# description@en: a\n"


@pytest.mark.parametrize("text, reason", [
    ("SELECT * {}", "the header has no id"),
    ("# id: q\n# title@zh: 一\n# title@en: a\n# description@zh: 一\nSELECT * {}", "no description@en"),
    (HEADER.replace("q", "other") + "SELECT * {}", "its id is other"),
    (f"{HEADER}# parameter x (year) = : a\nSELECT * {{}}", r"no variable \?x"),
])
def test_a_file_without_a_proper_header_is_told(tmp_path, text, reason):
    (tmp_path / "q.rq").write_text(text, "utf-8")
    with pytest.raises(BadQuestion, match=reason):
        read_question(tmp_path / "q.rq")


def test_a_question_stands_alone(two_years):
    """The text has the prefixes that it needs, so that it can be carried to any other tool."""
    for asked in questions():
        ox.Store().query(asked.text)
        assert asked.text.startswith("PREFIX")


@pytest.mark.parametrize("id_", ["connections", "most-connected", "isolated-entities"])
def test_questions_about_all_relations_know_them_all(id_):
    assert {f"gov:{name}" for name in ontology().relations} <= set(re.findall(r"gov:\w+", question(id_).text))


def test_headers_are_read():
    asked = question("targets")
    assert asked.titles == {"zh": "目标值", "en": "Targets"} and set(asked.descriptions) == {"zh", "en"}
    assert asked.parameters[0] == Parameter("year", "", "目标年份，如 2024 / the year that is aimed at, such as 2024", "year")
