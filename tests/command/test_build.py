"""``kg build``: files, summary, and what happens to bad input."""

import io
import json
import os
import shutil
import subprocess
import sys
import zipfile

import pytest

FILES = {"build.json", "dataset.trig", "evidence.ttl", "graph.html", "graph.ttl", "merges.jsonl", "observations.csv",
         "rejected.jsonl"}


def names(folder):
    return {p.name for p in folder.iterdir()}


def one_line(text):
    """The error of a run: one line that begins with ``kg: `` and is no traceback."""
    lines = text.strip().splitlines()
    assert len(lines) == 1 and lines[0].startswith("kg: ") and "Traceback" not in text, text
    return lines[0]


def test_a_report_becomes_the_files_of_a_build(run, sample, tmp_path):
    result = run("build", sample, "--out", tmp_path / "out")
    assert result.code == 0
    assert names(tmp_path / "out") == FILES | {"text"}
    assert (tmp_path / "out" / "text" / f"{sample.stem}.txt").read_bytes().decode() == sample.read_text("utf-8")


def test_the_summary_counts_by_type_and_says_where_the_files_are(run, sample, tmp_path):
    result = run("build", sample, "--out", tmp_path / "out")
    assert "企业" in result.out and "rejected" in result.out and f"{tmp_path}/out/graph.html" in result.out


def test_the_summary_as_json_holds_all_of_it(run, sample, tmp_path):
    result = run("build", sample, "--out", tmp_path / "out", "--format", "json")
    summary = json.loads(result.out)
    assert {row["kind"] for row in summary["found"]} >= {"entities", "facts", "observations"}
    assert all(row["count"] > 0 and row["label"] for row in summary["found"])
    assert summary["triples"] > 500 and summary["failed"] == []
    assert {f for f in summary["files"] if "/" not in f} == FILES


def test_the_summary_as_csv_leaves_the_rest_to_stderr(run, sample, tmp_path):
    result = run("build", sample, "--out", tmp_path / "out", "--format", "csv")
    assert result.out.splitlines()[0] == "kind,name,label,count"
    assert "triples in" in result.err and "triples in" not in result.out


def test_the_same_input_gives_the_same_bytes_wherever_it_is(run, sample, tmp_path):
    elsewhere = tmp_path / "deep" / "er"
    elsewhere.mkdir(parents=True)
    shutil.copy(sample, elsewhere)
    run("build", sample, "--out", tmp_path / "one")
    code = "import sys; from kg.command import main; main(sys.argv[1:])"
    subprocess.run([sys.executable, "-c", code, "build", str(elsewhere / sample.name), "--out", str(tmp_path / "two")],
                   check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"})
    for path in sorted((tmp_path / "one").rglob("*")):
        if path.is_file():
            assert path.read_bytes() == (tmp_path / "two" / path.relative_to(tmp_path / "one")).read_bytes(), path.name


def test_no_path_of_this_machine_is_in_a_build(run, sample, tmp_path):
    run("build", sample, "--out", tmp_path / "out")
    for path in (tmp_path / "out").rglob("*"):
        if path.is_file():
            content = path.read_text("utf-8")
            assert str(tmp_path) not in content and str(sample.parent) not in content


def test_division_and_year_can_be_given(run, sample, tmp_path):
    run("build", sample, "--out", tmp_path, "--division", "云溪县", "--year", "2031")
    given = json.loads((tmp_path / "build.json").read_text("utf-8"))["inputs"][0]
    assert (given["division"], given["year"]) == ("云溪县", 2031)
    assert given["given"] == {"division": "云溪县", "year": 2031}


def test_standard_input_is_an_input(sample, tmp_path):
    done = subprocess.run([sys.executable, "-m", "kg", "build", "-", "--out", tmp_path], input=sample.read_bytes(),
                          check=False, capture_output=True)
    assert done.returncode == 0
    assert json.loads((tmp_path / "build.json").read_text("utf-8"))["inputs"][0]["name"] == "stdin"


def test_several_inputs_make_one_dataset(run, sample, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text(sample.read_text("utf-8").replace("2024", "2025").replace("2023", "2024"), "utf-8")
    result = run("build", sample, other, "--out", tmp_path / "out", "--format", "json")
    assert result.code == 0
    assert [r["year"] for r in json.loads(result.out)["reports"]] == [2024, 2025]
    trig = (tmp_path / "out" / "dataset.trig").read_text("utf-8")
    assert trig.count("/facts> {") == 2 and trig.count("/evidence> {") == 2


def test_two_inputs_with_one_name_get_names_of_their_own(run, sample, tmp_path):
    paths = []
    for folder, year in (("a", "2024"), ("b", "2025")):
        (tmp_path / folder).mkdir()
        paths.append(tmp_path / folder / "report.txt")
        paths[-1].write_text(sample.read_text("utf-8").replace("2024", year), "utf-8")
    assert run("build", *paths, "--out", tmp_path / "out").code == 0
    assert names(tmp_path / "out" / "text") == {"report.txt", "report-2.txt"}


def test_one_file_given_twice_is_built_once_and_said(run, sample, tmp_path):
    result = run("build", sample, sample, "--out", tmp_path)
    assert result.code == 1
    assert "it is given twice; name it once" in one_line(result.err)
    assert names(tmp_path / "text") == {sample.name}


def test_good_inputs_are_built_and_bad_ones_listed_at_the_end(run, sample, tmp_path):
    (tmp_path / "empty.txt").touch()
    result = run("build", tmp_path / "empty.txt", sample, tmp_path / "nowhere.txt", "--out", tmp_path / "out")
    assert result.code == 1
    assert [line.startswith("kg: ") for line in result.err.splitlines()] == [True, True]
    assert "empty.txt" in result.err.splitlines()[0] and "nowhere.txt" in result.err.splitlines()[1]
    assert names(tmp_path / "out" / "text") == {sample.name}


def test_an_old_build_stays_whole_when_no_input_is_good(run, sample, tmp_path):
    run("build", sample, "--out", tmp_path / "out")
    before = {p: p.read_bytes() for p in (tmp_path / "out").rglob("*") if p.is_file()}
    assert run("build", tmp_path / "nowhere.txt", "--out", tmp_path / "out").code == 1
    assert {p: p.read_bytes() for p in (tmp_path / "out").rglob("*") if p.is_file()} == before


PROSE = "各位代表：我代表县人民政府向大会报告工作。全县地区生产总值完成286.4亿元，重点项目建设加快推进，清源镇产业园投产。"


def docx_bomb():
    """A small archive that unpacks to a hundred megabytes."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"<w:t>" + b"A" * 100_000_000)
    return data.getvalue()


BAD = {
    "empty": b"", "blank": b" \n\t\n", "binary": bytes(range(256)) * 40, "zeros": b"\0" * 5000,
    "not a report": "今天天气很好，我们去公园散步，看见许多花。".encode() * 20, "english": b"A short note on nothing. " * 40,
    "broken utf-16": b"\xff\xfe" + b"\x00\xd8" * 9 + b"a", "gif": b"GIF89a" + bytes(range(256)) * 4,
    "empty pdf": b"%PDF-1.4\n%%EOF", "half a pdf": b"%PDF-1.7\n1 0 obj <<", "empty zip": b"PK\x05\x06" + b"\0" * 18,
    "docx bomb": docx_bomb, "old word": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "page without text": b"<!doctype html><html></html>",
    "too large": lambda: b"\xe5\xb7\xa5" * 20_000_000,
}


@pytest.mark.parametrize("content", BAD.values(), ids=BAD.keys())
@pytest.mark.parametrize("ending", [".txt", ".pdf"])
def test_bad_input_gives_one_line_and_no_build(run, tmp_path, content, ending):
    path = tmp_path / f"input{ending}"
    path.write_bytes(content() if callable(content) else content)
    result = run("build", path, "--out", tmp_path / "out")
    assert result.code == 1 and f"input{ending}: " in one_line(result.err) and "; " in result.err
    assert not (tmp_path / "out").exists()


def test_a_folder_as_input_is_refused(run, tmp_path):
    result = run("build", tmp_path, "--out", tmp_path / "out")
    assert result.code == 1 and "it is a folder" in one_line(result.err)


SOUND = {
    "gb18030": PROSE.encode("gb18030"), "utf-8 with mark": b"\xef\xbb\xbf" + PROSE.encode(),
    "utf-16": PROSE.encode("utf-16"), "lone surrogates": PROSE.encode() + b"\xed\xa0\x80",
    "control characters": (PROSE + "\x01\x08\x1b[31m\x7f" + PROSE).encode(),
    "no full stop": (PROSE.replace("。", "，") + "不断开创各项工作新局面，" * 8400).encode(),
    "scripts": f"<html><body><script>alert(1)</script><p>{PROSE * 6}</p></body></html>".encode(),
}


@pytest.mark.parametrize("content", SOUND.values(), ids=SOUND.keys())
def test_odd_but_readable_input_gives_a_sound_build(run, tmp_path, content):
    path = tmp_path / "input.txt"
    path.write_bytes(content)
    result = run("build", path, "--out", tmp_path / "out", "--division", "云溪县", "--year", "2024")
    if result.code:  # a clear refusal is sound too
        assert "input.txt: " in one_line(result.err) and not (tmp_path / "out").exists()
    else:
        assert names(tmp_path / "out") == FILES | {"text"}
        assert run("validate", tmp_path / "out").code == 0


def test_a_division_that_does_not_exist_is_said(run, sample, tmp_path):
    result = run("build", sample, "--division", "999999", "--out", tmp_path / "out")
    assert result.code == 1 and "--division 999999: no such division" in one_line(result.err)


def test_wrong_usage_has_a_code_of_its_own(run):
    assert run("build").code == 2
    assert run("build", "a.txt", "--year", "soon").code == 2
    assert run("bild").code == 2


LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
from kg.command import main
main(sys.argv[1:])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="file sizes cannot be limited there")
def test_when_a_file_cannot_be_written_in_full_the_old_build_stays_whole(run, sample, tmp_path):
    """A limit on the size of files fails a write in its middle, as a full disk does."""
    run("build", sample, "--out", tmp_path / "out")
    before = {p: p.read_bytes() for p in (tmp_path / "out").rglob("*") if p.is_file()}
    done = subprocess.run([sys.executable, "-c", LIMITED, "build", sample, "--out", tmp_path / "out", "--year", "2029"],
                          check=False, capture_output=True, text=True)
    assert done.returncode == 1 and "the build was not written, file too large" in one_line(done.stderr)
    assert {p: p.read_bytes() for p in (tmp_path / "out").rglob("*") if p.is_file()} == before


FULL = """
set -e
mount -t tmpfs -o size=600k tmpfs "$1"
"$2" -m kg build "$3" --out "$1/out" || code=$?
ls -A "$1"
exit ${code:-0}
"""


def test_a_full_disk_is_said_and_nothing_is_left_on_it(sample, tmp_path):
    """On a real file system that is too small, in a mount namespace of its own."""
    try:
        able = subprocess.run(["unshare", "-m", "mount", "-t", "tmpfs", "-o", "size=8k", "tmpfs", str(tmp_path)],
                              check=False, capture_output=True).returncode == 0
    except FileNotFoundError:
        able = False
    if not able:
        pytest.skip("mounting a small file system needs root and unshare")
    done = subprocess.run(["unshare", "-m", "sh", "-c", FULL, "sh", tmp_path, sys.executable, sample],
                          check=False, capture_output=True, text=True)
    assert done.returncode == 1 and "no space left on device; free some space" in one_line(done.stderr)
    assert done.stdout == ""


def test_a_reader_of_the_output_who_leaves_is_no_error(sample_folder):
    """``kg query … | head -1`` closes the pipe early."""
    query = "SELECT ?s ?p ?o { ?s ?p ?o }"
    done = subprocess.run(f'"{sys.executable}" -m kg query "{sample_folder}" "{query}" --format csv | head -1',
                          shell=True, check=False, capture_output=True, text=True)
    assert done.stdout.strip() == "s,p,o" and done.stderr == ""


def test_an_interrupt_is_one_line(run, sample, tmp_path, monkeypatch):
    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("kg.readings.try_to_read", interrupt)
    result = run("build", sample, "--out", tmp_path / "out")
    assert result.code == 130 and "interrupted" in one_line(result.err) and not (tmp_path / "out").exists()


def test_a_fault_of_kg_itself_is_one_line_too(run, sample, monkeypatch):
    monkeypatch.setattr("kg.readings.try_to_read", lambda *_: 1 / 0)
    result = run("build", sample)
    assert result.code == 70 and "a fault of kg itself, ZeroDivisionError" in one_line(result.err)
