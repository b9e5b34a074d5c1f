"""A build folder holds the old build or the new one, never a mixture, and keeps what is not its own."""

import json
import os
import tempfile
from pathlib import Path

import pytest

from kg.errors import BuildNotWritten, NotABuild
from kg.store import folder as folders
from kg.store.folder import MANIFEST, read_file, read_manifest, replacing


def write(folder, **files):
    """Make a build of some files (``graph_ttl="…"``) in a folder."""
    with replacing(folder) as stage:
        for name, content in files.items():
            stage.write(name.replace("__", "/").replace("_", "."), content)
        stage.write(MANIFEST, json.dumps({"files": stage.files}))


def content(folder):
    """All files of a folder, hidden ones too."""
    return {str(p.relative_to(folder)): p.read_bytes().decode("utf-8") for p in folder.rglob("*")
            if p.is_file() and p.name != MANIFEST}


def test_a_build_is_written_into_a_folder_that_did_not_exist(tmp_path):
    write(tmp_path / "a" / "b", graph_ttl="云溪", text__one_txt="一\r\n")
    assert content(tmp_path / "a" / "b") == {"graph.ttl": "云溪", "text/one.txt": "一\r\n"}


def test_a_new_build_replaces_the_old_one_and_drops_what_it_no_longer_has(tmp_path):
    write(tmp_path, graph_ttl="old", text__one_txt="one")
    write(tmp_path, graph_ttl="new")
    assert content(tmp_path) == {"graph.ttl": "new"}
    assert not (tmp_path / "text").exists()


def test_files_of_others_are_left_alone(tmp_path):
    (tmp_path / "README.md").write_text("mine")
    (tmp_path / "notes").mkdir()
    write(tmp_path, graph_ttl="old")
    write(tmp_path, graph_ttl="new")
    assert content(tmp_path) == {"graph.ttl": "new", "README.md": "mine"}
    assert (tmp_path / "notes").is_dir()


def test_a_file_that_no_build_wrote_is_not_overwritten(tmp_path):
    (tmp_path / "graph.ttl").write_text("my own work")
    with pytest.raises(BuildNotWritten, match="graph.ttl is there and is not from a build"):
        write(tmp_path, graph_ttl="new")
    assert content(tmp_path) == {"graph.ttl": "my own work"}


def test_a_failure_while_writing_leaves_the_old_build_whole(tmp_path):
    write(tmp_path, graph_ttl="old", evidence_ttl="old")
    full = pytest.raises(BuildNotWritten, match="no space left on device; free some space")
    with full, replacing(tmp_path) as stage:
        stage.write("graph.ttl", "new")
        raise OSError(28, os.strerror(28))
    assert content(tmp_path) == {"graph.ttl": "old", "evidence.ttl": "old"}


def test_a_failure_leaves_no_folder_behind_that_was_not_there(tmp_path):
    with pytest.raises(ZeroDivisionError), replacing(tmp_path / "deep" / "out") as stage:
        stage.write("graph.ttl", str(1 / 0))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("moved", range(4))
def test_a_run_killed_after_the_commit_is_finished_by_the_next_one_to_look(tmp_path, monkeypatch, moved):
    write(tmp_path, graph_ttl="old", evidence_ttl="old", text__old_txt="old")
    real, calls = os.replace, []

    def replace(*paths):
        if len(calls) == moved:
            raise KeyboardInterrupt
        calls.append(paths)
        real(*paths)

    monkeypatch.setattr(folders.os, "replace", replace)
    with pytest.raises(KeyboardInterrupt):
        write(tmp_path, graph_ttl="new", evidence_ttl="new", text__new_txt="new")
    monkeypatch.undo()
    manifest = read_manifest(tmp_path)
    assert content(tmp_path) == {"graph.ttl": "new", "evidence.ttl": "new", "text/new.txt": "new"}
    assert {read_file(tmp_path, manifest, name) for name in manifest["files"]} == {b"new"}


def test_what_a_killed_run_left_before_the_commit_is_cleared(tmp_path):
    write(tmp_path, graph_ttl="old")
    (tmp_path / ".kg-incoming").mkdir()
    (tmp_path / ".kg-incoming" / "graph.ttl").write_text("half")
    assert read_manifest(tmp_path)["files"].keys() == {"graph.ttl"}
    write(tmp_path, graph_ttl="new")
    assert content(tmp_path) == {"graph.ttl": "new"}


def test_two_builds_do_not_write_to_one_folder_at_once(tmp_path):
    with replacing(tmp_path) as stage:
        with pytest.raises(BuildNotWritten, match="another build is being written there"):
            write(tmp_path, graph_ttl="second")
        stage.write("graph.ttl", "first")
        stage.write(MANIFEST, json.dumps({"files": stage.files}))
    assert content(tmp_path) == {"graph.ttl": "first"}


def test_a_target_that_is_a_file_is_refused(tmp_path):
    (tmp_path / "out").write_text("a file")
    with pytest.raises(BuildNotWritten, match="out: the build was not written"):
        write(tmp_path / "out", graph_ttl="new")
    assert (tmp_path / "out").read_text() == "a file"


@pytest.fixture
def locked_folder():
    """A folder in which this process may not write, even when the tests run as root."""
    with tempfile.TemporaryDirectory() as name:
        root = os.geteuid() == 0
        os.chmod(name, 0o555)
        if root:
            os.seteuid(65534)
        try:
            yield Path(name)
        finally:
            if root:
                os.seteuid(0)
            os.chmod(name, 0o700)


def test_a_folder_without_permission_is_refused(locked_folder):
    with pytest.raises(BuildNotWritten, match="permission denied; choose another --out"):
        write(locked_folder / "out", graph_ttl="new")
    with pytest.raises(BuildNotWritten, match="permission denied; choose another --out"):
        write(locked_folder, graph_ttl="new")


def test_a_folder_without_a_build_is_named(tmp_path):
    with pytest.raises(NotABuild, match="there is no such folder"):
        read_manifest(tmp_path / "nowhere")
    with pytest.raises(NotABuild, match="it has no build.json"):
        read_manifest(tmp_path)


@pytest.mark.parametrize("manifest", ["", "{", "[]", "{}", '{"files": {}}', '{"files": []}', "\ud800"])
def test_a_broken_manifest_is_named(tmp_path, manifest):
    (tmp_path / MANIFEST).write_bytes(manifest.encode("utf-8", "surrogatepass"))
    with pytest.raises(NotABuild, match="build.json"):
        read_manifest(tmp_path)


def test_altered_and_missing_files_are_named(tmp_path):
    write(tmp_path, graph_ttl="true", evidence_ttl="true")
    (tmp_path / "graph.ttl").write_text("forged")
    (tmp_path / "evidence.ttl").unlink()
    manifest = read_manifest(tmp_path)
    with pytest.raises(NotABuild, match="graph.ttl is not as it was built"):
        read_file(tmp_path, manifest, "graph.ttl")
    with pytest.raises(NotABuild, match="evidence.ttl cannot be read"):
        read_file(tmp_path, manifest, "evidence.ttl")


def test_a_hostile_manifest_cannot_have_files_outside_the_folder_deleted(tmp_path):
    precious, out = tmp_path / "precious.txt", tmp_path / "out"
    precious.write_text("keep")
    out.mkdir()
    (out / MANIFEST).write_text(json.dumps({"files": {"../precious.txt": {}, str(precious): {}, "graph.ttl": {}}}))
    write(out, graph_ttl="new")
    assert precious.read_text() == "keep"
