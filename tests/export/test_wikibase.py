"""QuickStatements and the OpenRefine table."""

import csv
import re

import pytest

from kg.errors import UnreadableInput
from kg.export import Options, export
from kg.export.wikibase import read_matches

COUNTY = "https://w3id.org/govkg/id/administrativedivision/栖云县"


def table(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_core_entities_become_items(exported, expected):
    header, *rows = table(exported("quickstatements"))
    assert header[:3] == ["qid", "Lzh", "Dzh"] and all(re.fullmatch(r"P\d+|Azh", name) for name in header[3:])
    kinds = header.index("P31")
    assert sum(row[kinds] == "Q4830453" for row in rows) == expected.types["Enterprise"]
    row = next(r for r in rows if r[1] == "衡岳光电")
    assert row[0] == "" and row[2] == "栖云县的企业"


def test_only_the_types_asked_for(exported, expected):
    rows = table(exported("quickstatements", types=("Person",)))[1:]
    assert [(row[1], "Q5" in row) for row in rows] == [("陆望川", True)]


def test_what_matches_is_edited_and_related(exported, sample_build, tmp_path):
    relation = next(r for r in sample_build.contents.relations if r.relation == "developedBy")
    file = tmp_path / "matches.csv"
    file.write_text(f"iri,id\n{relation.head},Q100001\n{relation.tail},Q100002\n", "utf-8")
    path = export(sample_build, "quickstatements", tmp_path / "qs.csv", Options(matches=read_matches(file)))
    header, *rows = table(path)
    row = dict(zip(header, next(r for r in rows if r[0] == "Q100001")))
    assert row["P178"] == "Q100002" and row["Lzh"] == ""
    assert row["Azh"] == sample_build.contents.entities[relation.head].name


def test_a_file_of_matches_without_its_columns_is_refused(tmp_path):
    (tmp_path / "m.csv").write_text("name,qid\na,Q1\n", "utf-8")
    with pytest.raises(UnreadableInput, match="its columns are name, qid; name them iri,id"):
        read_matches(tmp_path / "m.csv")


def test_no_cell_of_quickstatements_breaks_its_line(hostile):
    lines = hostile("quickstatements").read_text("utf-8").splitlines()
    rows = table(hostile("quickstatements"))
    assert len(lines) == len(rows) and {len(row) for row in rows} == {len(rows[0])}
    assert any("DETACH DELETE" in row[1] and "\x1b" not in row[1] for row in rows)


def test_the_openrefine_table_has_what_tells_names_apart(exported, expected):
    header, *rows = table(exported("openrefine", types=("Park", "AdministrativeDivision")))
    found = {row[1]: dict(zip(header, row)) for row in rows}
    assert len(rows) == expected.types["Park"] + expected.types["AdministrativeDivision"]
    park = found["栖云山楂产业园"]
    assert park["type_id"] == "Q1662011" and park["located_in"] == "栖云县"
    assert found["栖云县"]["iri"] == COUNTY and "我县" in found["栖云县"]["aliases"].split("|")
    assert "栖云山楂产业园" in found["栖云山楂产业园"]["sentence"]
