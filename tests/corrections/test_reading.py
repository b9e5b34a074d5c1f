"""Files of corrections: what a row may say, and what is said of a bad one."""

import pytest

from kg.corrections import read_corrections
from kg.errors import BadCorrection

HEAD = "action,name,type,relation,object,into,quote,report,reason\n"


def written(tmp_path, *rows, head=HEAD, name="corrections.csv"):
    path = tmp_path / name
    path.write_text(head + "".join(row + "\n" for row in rows), "utf-8")
    return path


def test_a_row_becomes_a_decision_with_its_line_as_id(tmp_path):
    path = written(tmp_path, "retype,云岭数据中心,Park|Project,,,,,,两者都是", "merge,恒岳,,,,恒岳集团,,,简称")
    one, other = read_corrections(path).decisions
    assert (one.rule, one.action, one.types, one.reason) == ("correction.2", "retype", ("Park", "Project"), "两者都是")
    assert (other.rule, other.name, other.into) == ("correction.3", "恒岳", "恒岳集团")


def test_ids_of_another_file_name_it(tmp_path):
    path = written(tmp_path, "drop,恒岳,,,,,,,误", name="second look.csv")
    assert read_corrections(path).decisions[0].rule == "correction.second-look.2"


def test_classes_relations_and_stages_may_be_written_by_their_labels(tmp_path):
    path = written(tmp_path, "retype,云岭数据中心,园区,,,,,,x", "add,云岭数据中心,,状态,投产,,,,x",
                   "add,云岭数据中心,,位于,清泉镇,,,,x")
    one, two, three = read_corrections(path).decisions
    assert one.types == ("Park",) and two.relation == "status" and three.relation == "locatedIn"
    assert two.object == "InOperation"


def test_columns_that_are_not_needed_may_be_left_out(tmp_path):
    path = written(tmp_path, "drop,恒岳,误", head="action,name,reason\n")
    assert read_corrections(path).decisions[0].action == "drop"


@pytest.mark.parametrize("row, message", [
    ("join,恒岳,,,,恒岳集团,,,x", "line 2: “join” is no action; use merge"),
    ("drop,,,,,,,,x", "line 2: drop without name"),
    ("drop,恒岳,,,,,,,", "line 2: drop without reason"),
    ("merge,恒岳,,,,,,,x", "line 2: merge without into"),
    ("retype,恒岳,,,,,,,x", "line 2: retype without type"),
    ("retype,恒岳,Factory,,,,,,x", "line 2: the type “Factory” is not one of the classes"),
    ("add,恒岳,,,,,,,x", "line 2: add says neither"),
    ("add,恒岳,,owns,恒岳集团,,,,x", "line 2: “owns” is no relation or fact"),
    ("add,恒岳,,status,Ready,,,,x", "line 2: “Ready” is no status"),
    ("add,恒岳,,locatedIn,,,,,x", "line 2: locatedIn without object"),
    ("add,粮食产量,,observation,3万吨,,,,x", "line 2: a number has more parts"),
    ("drop,恒岳,,,恒岳集团,,,,x", "line 2: the object “恒岳集团” stands without a relation"),
    ("drop,恒岳,,,,,,,x,y,z", "line 2: more cells than columns"),
])
def test_a_bad_row_is_named_with_the_way_out(tmp_path, row, message):
    with pytest.raises(BadCorrection, match=message):
        read_corrections(written(tmp_path, row))


def test_a_file_without_reasons_is_refused(tmp_path):
    with pytest.raises(BadCorrection, match="line 1: no column reason"):
        read_corrections(written(tmp_path, "drop,恒岳", head="action,name\n"))


def test_another_encoding_is_refused_with_the_way_out(tmp_path):
    path = tmp_path / "corrections.csv"
    path.write_bytes((HEAD + "drop,恒岳,,,,,,,误\n").encode("gb18030"))
    with pytest.raises(BadCorrection, match="save it as CSV UTF-8"):
        read_corrections(path)
