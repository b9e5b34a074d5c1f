"""``kg graph``: analyses as a table, CSV or JSON."""

import csv
import io
import json


def rows(run, *arguments):
    result = run("graph", *arguments, "--format", "json")
    assert result.code == 0
    return json.loads(result.out)


def test_centrality_is_shown_first(run, sample_folder):
    found = rows(run, sample_folder, "--top", "3")
    assert len(found) == 3 and found[0]["name"] == "栖云县" and isinstance(found[0]["pagerank"], float)
    assert found == rows(run, sample_folder, "--centrality", "--top", "3")
    assert {r["type"] for r in rows(run, sample_folder, "--type", "Enterprise")} == {"Enterprise"}


def test_communities_bridges_ways_and_neighbours(run, sample_folder):
    assert rows(run, sample_folder, "--communities")[0]["hub"] == "栖云县"
    assert rows(run, sample_folder, "--bridges", "--between", "Project", "Industry")[0]["through"]
    way = rows(run, sample_folder, "--path", "衡岳光电异质结电池一期", "食品加工")
    assert [(s["head"], s["relation"], s["tail"]) for s in way] == [
        ("衡岳光电异质结电池一期", "developedBy", "衡岳光电"), ("衡岳光电", "inIndustry", "食品加工")]
    assert {s["tail"] for s in rows(run, sample_folder, "--ego", "清泉镇")} == {"国家农业产业强镇"}


def test_a_table_and_csv_hold_the_same(run, sample_folder):
    assert "栖云县" in run("graph", sample_folder).out
    table = list(csv.DictReader(io.StringIO(run("graph", sample_folder, "--format", "csv", "--top",
                                                "2").out)))
    assert table[0]["name"] == "栖云县" and len(table) == 2


def test_an_alias_names_an_entity_and_an_unknown_name_is_said(run, sample_folder):
    assert rows(run, sample_folder, "--ego", "我县")
    result = run("graph", sample_folder, "--ego", "清泉")
    assert result.code == 1 and "no entity has this name; did you mean 清泉镇" in result.err


def test_nothing_found_is_said(run, sample_folder):
    result = run("graph", sample_folder, "--path", "清泉镇", "天禾食品", "--format", "csv")
    assert result.code == 0 and "nothing" in result.err
    assert result.out.splitlines() == ["step,head,relation,tail,rule,confidence"]


def test_an_unknown_class_is_wrong_usage(run, sample_folder):
    assert run("graph", sample_folder, "--between", "Ship", "Town").code == 2
