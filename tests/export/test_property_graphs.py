"""Property graphs, loaded into the databases they are for, from a build with a hostile name."""

import csv
import re
from pathlib import Path

import pytest

import kg

COUNTY = "https://w3id.org/govkg/id/administrativedivision/栖云县"
ENTERPRISE = "https://w3id.org/govkg/id/enterprise/栖云县/天禾食品"
PROGRAM = Path(__file__).resolve().parents[1] / "readers" / "Neo4j.java"

#: Rows of three: labels and types with their counts, what the county organizes, and the names of one
#: enterprise.
QUERY = f"""MATCH (n) UNWIND labels(n) AS a RETURN 'label' AS kind, a, toString(count(*)) AS b
UNION ALL MATCH ()-[r]->() RETURN 'type' AS kind, type(r) AS a, toString(count(r)) AS b
UNION ALL MATCH (n:AdministrativeDivision {{iri: '{COUNTY}'}})-[r:organizes]->(m)
  WHERE 0 < r.confidence <= 1 AND size(r.sentences) > 0 AND '我县' IN n.aliases
  RETURN n.name AS kind, m.name AS a, r.statement AS b
UNION ALL MATCH (n:Enterprise {{iri: '{ENTERPRISE}'}}) RETURN 'names' AS kind, n.name AS a, n.aliases[0] AS b
UNION ALL MATCH (n:Observation) WHERE n.value IS NOT NULL AND n.year > 2000 AND n.sentences[0] <> ''
  RETURN 'observations' AS kind, '' AS a, toString(count(n)) AS b"""
LINKS = ("refArea", "ofIndicator", "statedIn")


@pytest.fixture(scope="session")
def names(hostile_folder):
    """The names of the renamed enterprise, as the build has them."""
    entity = kg.load(hostile_folder).contents.entities[ENTERPRISE]
    assert "DETACH DELETE" in entity.name and ";" in entity.aliases[0]
    return entity.name, entity.aliases[0]


@pytest.fixture
def neo4j(java, tmp_path):
    """A home of Neo4j: run scripts in it and ask it; or import into it."""
    home = tmp_path / "neo4j"
    (home / "conf").mkdir(parents=True)
    query = tmp_path / "query.cypher"
    query.write_text(QUERY, "utf-8")

    def ask(*scripts):
        printed = java("neo4j", PROGRAM, home, query, *scripts)
        return [row.split("\x1f") for row in printed.split("\x1e") if "\x1f" in row]

    def load(folder):
        environment = {"NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
        java("neo4j", "org.neo4j.cli.AdminTool", "database", "import", "full", "neo4j", "@import.args",
             env=environment,
             cwd=folder)

    ask.load = load
    return ask


def assert_neo4j(rows, expected, names):
    labels = {a.strip(): int(b) for kind, a, b in rows if kind.endswith("label")}
    assert {name: labels.pop(name) for name in expected.types} == expected.types
    assert labels == {"Entity": sum(expected.main.values()), "Report": 1,
                      "Observation": expected.observations}
    types = {a: int(b) for kind, a, b in rows if kind == "type"}
    assert {name: types.pop(name) for name in expected.relations} == expected.relations
    assert types == dict.fromkeys(LINKS, expected.observations)
    organized = {a: b for kind, a, b in rows if kind == "栖云县"}
    assert set(organized) == expected.organized and all("/statement/" in b for b in organized.values())
    assert [(a, b) for kind, a, b in rows if kind == "names"] == [names]
    assert [int(b) for kind, _, b in rows if kind == "observations"] == [expected.observations]


def test_neo4j_runs_the_script_and_a_second_time_changes_nothing(neo4j, hostile, expected, names):
    script = hostile("cypher")
    assert_neo4j(neo4j(script, script), expected, names)


def test_neo4j_admin_imports_the_csv_files(neo4j, hostile, expected, names):
    folder = hostile("neo4j")
    neo4j.load(folder)
    assert_neo4j(neo4j(folder / "indexes.cypher"), expected, names)


def test_every_line_of_the_csv_files_has_the_columns_of_the_header(hostile):
    for path in hostile("neo4j").glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        assert rows and all(len(row) == len(header) for row in rows), path.name


def test_ladybug_imports_the_folder(hostile, expected, names):
    ladybug = pytest.importorskip("ladybug")
    connection = ladybug.Connection(ladybug.Database(":memory:"))
    connection.execute(f"IMPORT DATABASE '{hostile('ladybug')}'")

    def rows(query):
        result, found = connection.execute(query), []
        while result.has_next():
            found.append(tuple(result.get_next()))
        return found

    tables = dict(rows("MATCH (n) RETURN label(n), count(n)"))
    assert tables == {**expected.main, "Report": 1, "Observation": expected.observations}
    types = dict(rows("MATCH ()-[r]->() RETURN label(r), count(r)"))
    assert types == expected.relations | dict.fromkeys(LINKS, expected.observations)
    found = rows("MATCH (n:AdministrativeDivision)-[r:organizes]->(m) "
                 f"WHERE n.iri = '{COUNTY}' AND r.confidence > 0 "
                 "AND size(r.sentences) > 5 RETURN n.name, m.name")
    assert {tail for _, tail in found} == expected.organized and {head for head, _ in found} == {"栖云县"}
    assert rows(f"MATCH (n:Enterprise) WHERE n.iri = '{ENTERPRISE}' RETURN n.name, n.aliases") == [names]


def test_nothing_of_a_report_stands_outside_of_strings(hostile):
    """Without its strings the script holds only what its writer put there."""
    bare = re.sub(r"'(?:[^'\\]|\\.)*'", "''", hostile("cypher").read_text("utf-8"), flags=re.DOTALL)
    assert not re.search(r"[\u4e00-\u9fff]|DELETE|script", bare)
