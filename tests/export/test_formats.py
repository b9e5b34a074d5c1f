"""All formats: deterministic, atomic, complete; what cannot be written leaves what was there."""

import hashlib
import json
import os
import re
import subprocess
import sys

import pytest

import kg
from kg.errors import ExportNotWritten, MissingExtra, UnknownFormat
from kg.export import FORMATS, Options, export, find
from kg.export import format as formats
from kg.export.target import MANIFEST, writing_file, writing_folder

SCRIPT = """
import hashlib, pathlib, sys
import kg
from kg.export import FORMATS, export
build = kg.load(sys.argv[1])
for f in FORMATS:
    path = export(build, f.name, pathlib.Path(sys.argv[2]) / f.file.rstrip("/"))
    for p in sorted(path.rglob("*")) if path.is_dir() else [path]:
        print(f.name, p.name, hashlib.sha256(p.read_bytes()).hexdigest())
"""


def digests(path):
    return [(p.name, hashlib.sha256(p.read_bytes()).hexdigest())
            for p in (sorted(path.rglob("*")) if path.is_dir() else [path])]


def test_the_same_build_gives_the_same_bytes_in_every_format(exported, sample_folder, tmp_path):
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}
    done = subprocess.run([sys.executable, "-c", SCRIPT, sample_folder, tmp_path], check=True,
                          capture_output=True,
                          text=True, env=environment)
    elsewhere = [tuple(line.split()) for line in done.stdout.splitlines()]
    here = [(f.name, *digest) for f in FORMATS for digest in digests(exported(f.name))]
    assert here == elsewhere


@pytest.mark.parametrize("format_", FORMATS, ids=[f.name for f in FORMATS])
def test_no_path_of_this_machine_is_in_an_export(exported, sample_folder, format_):
    path = exported(format_.name)
    for file in path.rglob("*") if path.is_dir() else [path]:
        content = file.read_bytes()
        assert content is not None and str(sample_folder.parent).encode() not in content


def test_names_and_files_of_formats_are_their_own():
    assert len({f.name for f in FORMATS}) == len({f.file for f in FORMATS}) == len(FORMATS)
    assert all(re.fullmatch(r"[a-z0-9.-]+", f.name) and f.title and f.readers for f in FORMATS)


def test_an_unknown_format_is_said_with_the_nearest_one():
    with pytest.raises(UnknownFormat, match="did you mean graphml"):
        find("graphlm")


def test_a_library_that_is_missing_is_said_with_the_way_to_it(monkeypatch, sample_build, tmp_path):
    monkeypatch.setattr(formats, "find_spec", lambda name: None)
    with pytest.raises(MissingExtra, match=r"excel: needs openpyxl, .* pip install 'govkg\[excel\]'"):
        export(sample_build, "excel", tmp_path / "a.xlsx")


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path):
    path = tmp_path / "graph.nt"
    path.write_text("old")
    with pytest.raises(ZeroDivisionError), writing_file(path) as file:
        file.write(b"new" * 1_000_000)
        raise ZeroDivisionError
    assert path.read_text() == "old" and list(tmp_path.iterdir()) == [path]


def test_a_full_disk_is_said(tmp_path):
    with pytest.raises(ExportNotWritten, match="no space left on device; free some space"), \
            writing_file(tmp_path / "a") as file:
        file.write(b"x")
        raise OSError(28, os.strerror(28))
    assert list(tmp_path.iterdir()) == []


def test_a_failure_leaves_the_old_folder_and_nothing_else(tmp_path):
    with writing_folder(tmp_path / "csv", "csv") as folder:
        folder.write("a.csv", "old")
    with pytest.raises(ZeroDivisionError), writing_folder(tmp_path / "csv", "csv") as folder:
        folder.write("a.csv", "new")
        raise ZeroDivisionError
    assert (tmp_path / "csv" / "a.csv").read_text() == "old" and [p.name
                                                                  for p in tmp_path.iterdir()] == ["csv"]


def test_a_folder_is_replaced_as_a_whole(tmp_path):
    for names in (("a.csv", "b.csv"), ("c.csv",)):
        with writing_folder(tmp_path / "deep" / "csv", "csv") as folder:
            for name in names:
                folder.write(name, name)
    assert {p.name for p in (tmp_path / "deep" / "csv").iterdir()} == {"c.csv", MANIFEST}
    assert json.loads((tmp_path / "deep" / "csv" / MANIFEST).read_text("utf-8"))["files"].keys() == {"c.csv"}


@pytest.mark.parametrize("mine", ["notes.txt", "sub/notes.txt"])
def test_a_folder_that_holds_other_files_is_left_alone(tmp_path, mine):
    with writing_folder(tmp_path / "csv", "csv") as folder:
        folder.write("a.csv", "old")
    (tmp_path / "csv" / mine).parent.mkdir(exist_ok=True)
    (tmp_path / "csv" / mine).write_text("mine")
    with pytest.raises(ExportNotWritten, match="notes.txt is there and is not from an export"), \
            writing_folder(tmp_path / "csv", "csv") as folder:
        folder.write("a.csv", "new")
    assert (tmp_path / "csv" / "a.csv").read_text() == "old"


def test_a_build_is_never_replaced_by_an_export(sample_build, tmp_path):
    sample_build.save(tmp_path / "out")
    for name in ("csv", "neo4j"):
        with pytest.raises(ExportNotWritten, match="is not from an export"):
            export(sample_build, name, tmp_path / "out")
    assert len(kg.load(tmp_path / "out").entities) > 50


def test_a_file_cannot_take_the_place_of_a_folder_nor_the_other_way(sample_build, tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    with pytest.raises(ExportNotWritten, match="it is a folder"):
        export(sample_build, "turtle", tmp_path / "folder")
    with pytest.raises(ExportNotWritten, match="it is a file"):
        export(sample_build, "csv", tmp_path / "file")


def test_triples_pass_through_one_by_one(sample_folder):
    """The writer of N-Triples has written before the last triple was read."""
    from kg.export import rdf
    from kg.export.source import Source

    source, written, seen = Source(kg.load(sample_folder)), [], []

    class Out:
        def write(self, data):
            written.append(len(data))
            return len(data)

        def flush(self):
            pass

    class Repeating(Source):
        def facts(self):
            for _ in range(200):
                for triple in source.facts():
                    seen.append(len(written))
                    yield triple

    rdf.n_triples(Repeating(source.build), Out(), Options())
    assert seen[-1] > 100 and sum(written) > 10_000_000
