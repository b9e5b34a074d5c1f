"""A user's own names."""

import pytest

from kg.document.reader import lay_out
from kg.errors import BadLexicon
from kg.extraction.entities import find_mentions
from kg.extraction.given import GivenName, read_names


def written(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "names.csv"
    path.write_bytes(text.encode(encoding))
    return path


def test_a_given_name_is_found_with_its_alias_under_the_given_name():
    report = lay_out("老恒岳扩大生产，恒岳云仓增加岗位。", name="sample", normalise=False)
    given = (GivenName("恒岳云仓", ("Enterprise",), ("老恒岳",)),)
    found = [(m.name, report.text[m.start:m.end]) for m in find_mentions(report, given) if m.rule == "given"]
    assert found == [("恒岳云仓", "老恒岳"), ("恒岳云仓", "恒岳云仓")]


def test_a_lexicon_is_read_with_types_aliases_and_note(tmp_path):
    path = written(tmp_path, "name,type,aliases,note\n恒岳云仓,Enterprise|Project,老恒岳|恒岳,旧名\n", "utf-8-sig")
    assert read_names(path) == (GivenName("恒岳云仓", ("Enterprise", "Project"), ("老恒岳", "恒岳"), "旧名"),)


@pytest.mark.parametrize("text, message", [
    ("name,note\n恒岳,x\n", "names.csv, line 1: no column type"),
    ("name,type\n恒岳云仓,Factory\n", "names.csv, line 2: the type “Factory”"),
    ("name,type\n,Enterprise\n", "names.csv, line 2: the name “”"),
])
def test_a_bad_line_is_named(tmp_path, text, message):
    with pytest.raises(BadLexicon, match=message):
        read_names(written(tmp_path, text))


def test_another_encoding_is_refused_with_the_way_out(tmp_path):
    with pytest.raises(BadLexicon, match="CSV UTF-8"):
        read_names(written(tmp_path, "name,type\n恒岳云仓,Enterprise\n", "gb18030"))
