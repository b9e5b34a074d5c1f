"""``kg export``: formats listed, written where one expects them, refused with one line."""

import csv
import io
import json
import subprocess
import sys

import pytest

from kg.export import FORMATS


def test_the_list_names_every_format(run):
    rows = json.loads(run("export", "--list", "--format", "json").out)
    assert [row["format"] for row in rows] == [f.name for f in FORMATS]
    assert list(csv.DictReader(io.StringIO(run("export", "--list", "--format", "csv").out))) == rows
    assert "GraphML" in run("export", "--list").out


def test_a_file_is_written_beside_the_build_unless_said_otherwise(run, sample_build, tmp_path):
    folder = sample_build.save(tmp_path / "out")
    result = run("export", folder, "--to", "n-triples")
    assert result.code == 0 and result.out.strip() == str(folder / "export" / "graph.nt")
    assert len((folder / "export" / "graph.nt").read_text("utf-8").splitlines()) > 500
    run("export", folder, "--to", "csv", "--out", tmp_path / "tables")
    assert (tmp_path / "tables" / "Enterprise.csv").exists()


def test_standard_output_is_a_place_too(sample_folder):
    done = subprocess.run([sys.executable, "-m", "kg", "export", sample_folder, "--to", "turtle", "--out",
                           "-"],
                          check=True, capture_output=True)
    assert done.stdout == (sample_folder / "graph.ttl").read_bytes()


def test_content_and_types_can_be_chosen(run, sample_folder, tmp_path):
    run("export", sample_folder, "--to", "n-triples", "--content", "evidence", "--out", tmp_path / "e.nt")
    assert "TextQuoteSelector" in (tmp_path / "e.nt").read_text("utf-8")
    run("export", sample_folder, "--to", "openrefine", "--type", "园区", "--out", tmp_path / "o.csv")
    rows = list(csv.DictReader((tmp_path / "o.csv").open(encoding="utf-8-sig")))
    assert rows and {row["type"] for row in rows} == {"Park"}


@pytest.mark.parametrize(("arguments", "said"), [
    (["--to", "graphlm"], "no such format, did you mean graphml"),
    (["--to", "csv", "--out", "-"], "csv is several files; name a folder by --out"),
    (["--to", "openrefine", "--matches", "nowhere.csv"], "nowhere.csv: it cannot be read"),
])
def test_what_cannot_be_done_is_one_line(run, sample_folder, arguments, said):
    result = run("export", sample_folder, *arguments)
    assert result.code == 1 and said in result.err and len(result.err.splitlines()) == 1


def test_wrong_usage_says_what_there_is(run, sample_folder):
    assert "--list" in run("export", sample_folder).err
    assert "there are Enterprise, Park" in run("export", sample_folder, "--to", "csv", "--type", "Ship").err


def test_no_build_no_export(run, tmp_path):
    result = run("export", tmp_path / "nowhere", "--to", "turtle")
    assert result.code == 1 and "not a sound build" in result.err and not (tmp_path / "nowhere").exists()


def test_an_altered_build_is_not_exported(run, sample_build, tmp_path):
    folder = sample_build.save(tmp_path / "out")
    (tmp_path / "graph.nt").write_text("old")
    (folder / "graph.ttl").write_text((folder / "graph.ttl").read_text("utf-8") + "\n", "utf-8")
    result = run("export", folder, "--to", "n-triples", "--out", tmp_path / "graph.nt")
    assert result.code == 1 and "graph.ttl is not as it was built" in result.err
    assert (tmp_path / "graph.nt").read_text() == "old"
