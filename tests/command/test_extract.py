"""``kg extract`` and ``kg annotate``."""

import csv
import html.parser
import io
import json
import re

import pytest

NAMES = "name,type,aliases,note\n栖心办,PublicBody,,办公室\n"
EVIL = ("云溪县2024年政府工作报告\n各位代表：\n我代表县人民政府向大会报告工作。\n一、2023年工作回顾\n"
        "<script>alert(1)</script>&amp;建成云溪<b>产业园</b>项目，全县重点项目\x1b[31m投资12亿元。\n二、2024年工作安排\n推进云溪大桥建设。\n")


@pytest.fixture
def evil(tmp_path):
    path = tmp_path / "evil.txt"
    path.write_text(EVIL, "utf-8")
    return path


def test_extract_prints_a_json_object_for_each_sentence(run, sample):
    rows = [json.loads(line) for line in run("extract", sample).out.splitlines()]
    assert len(rows) > 40 and all({"text", "spans", "relations", "facts", "observations"} <= set(r) for r in rows)
    assert rows == json.loads(run("extract", sample, "--format", "json").out)


def test_as_a_table_each_finding_is_a_row(run, sample):
    raw = sample.read_text("utf-8")
    rows = list(csv.DictReader(io.StringIO(run("extract", sample, "--format", "csv").out)))
    assert {r["kind"] for r in rows} == {"entity", "relation", "fact", "observation"}
    for r in rows:
        if r["kind"] == "entity":
            assert raw[int(r["start"]):int(r["end"])] == r["value"]
    assert "衡岳光电" in run("extract", sample, "--format", "table").out


def test_several_files_are_extracted_one_after_the_other(run, sample, tmp_path):
    other = tmp_path / "other.txt"
    other.write_bytes(sample.read_bytes())
    reports = [json.loads(line)["report"] for line in run("extract", sample, other).out.splitlines()]
    assert set(reports) == {sample.stem, "other"}


def test_annotate_puts_names_in_brackets_where_there_is_no_colour(run, sample):
    out = run("annotate", sample).out
    assert "【清泉镇|镇街】被认定为【国家农业产业强镇|荣誉】" in out
    assert re.sub(r"【([^|】]*)\|[^】]*】", r"\1", out).startswith(sample.read_text("utf-8")[:20])


def test_annotate_uses_the_colours_of_the_ontology(run, sample, monkeypatch):
    from kg.triples.vocabulary import ontology

    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("TERM", "xterm-256color")
    town = next(t.color for t in ontology().classes if t.name == "Town")
    rgb = ";".join(str(int(town[i:i + 2], 16)) for i in (1, 3, 5))
    assert f"\x1b[1;38;2;{rgb}m清泉镇\x1b[0m" in run("annotate", sample).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "【清泉镇|镇街】" in run("annotate", sample).out


def test_annotate_can_show_one_class_only(run, sample):
    out = run("annotate", sample, "--type", "Town").out
    assert "【清泉镇|镇街】" in out and "|荣誉】" not in out
    result = run("annotate", sample, "--type", "Village")
    assert result.code == 2 and "Village is no class" in result.err


def test_the_page_marks_names_and_has_a_title(run, sample):
    out = run("annotate", sample, "--html").out
    assert out.startswith("<!DOCTYPE html>") and 'lang="zh"' in out and "政府工作报告</title>" in out
    assert re.search(r'<mark class="entity" title="清泉镇 [^"]*" style="background: #[0-9A-F]{8};[^>]*>清泉镇<', out)


def test_hostile_text_stays_text(run, evil):
    class Tags(html.parser.HTMLParser):
        def __init__(self):
            super().__init__()
            self.seen = set()

        def handle_starttag(self, tag, attrs):
            self.seen.add(tag)

    out = run("annotate", evil, "--html").out
    tags = Tags()
    tags.feed(out)
    assert "script" not in tags.seen and "b" not in tags.seen and "\x1b" not in out and "&lt;script&gt;" in out
    assert "\x1b[31m" not in run("annotate", evil).out


def test_names_of_ones_own_are_found(run, sample, tmp_path):
    (tmp_path / "names.csv").write_text(NAMES, "utf-8")
    rows = [json.loads(line) for line in run("extract", sample, "--lexicon", tmp_path / "names.csv").out.splitlines()]
    given = [s for r in rows for s in r["spans"] if s["rule"] == "given"]
    assert given and {s["name"] for s in given} == {"栖心办"} and {s["label"] for s in given} == {"PublicBody"}


def test_corrections_are_applied_and_those_in_vain_are_told(run, sample, tmp_path):
    (tmp_path / "corrections.csv").write_text("action,name,type,reason\nretype,云岭数据中心,Park,x\ndrop,鬼城,,x\n", "utf-8")
    result = run("extract", sample, "--corrections", tmp_path / "corrections.csv")
    assert "correction.2" in result.out
    assert result.err == ("kg: warning: corrections.csv, line 3: the correction does not apply, nothing is called “鬼城”\n")


def test_a_file_that_is_no_report_is_named(run, tmp_path):
    (tmp_path / "a.txt").write_text("hello", "utf-8")
    for command in ("extract", "annotate"):
        result = run(command, tmp_path / "a.txt")
        assert result.code == 1 and result.err.startswith("kg: a.txt: ") and result.out == ""
