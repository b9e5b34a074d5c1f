"""Clauses, items of enumerations, quotes."""

from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.phrases import clauses, enclosed


def items(text):
    return [[text[a:b] for a, b in clause.items] for clause in clauses(text, 0, len(text))]


def test_commas_part_clauses_and_enumeration_commas_part_items():
    assert items("推进东河路、西河路建设，实施老城改造；开展巡查。") == [
        ["推进东河路", "西河路建设"], ["实施老城改造"], ["开展巡查"]]


def test_marks_within_quotes_and_brackets_do_not_cut():
    assert items("开展“强根基、严管理”整治，建成清源镇（含东岭、西岭）水厂") == [
        ["开展“强根基、严管理”整治"], ["建成清源镇（含东岭、西岭）水厂"]]


def test_a_quote_that_is_never_closed_encloses_nothing():
    assert items("推进“东河路、西河路建设") == [["推进“东河路", "西河路建设"]]


def test_grades_joined_by_an_enumeration_comma_stay_one_name():
    assert items("争创重点行业A、B级企业") == [["争创重点行业A、B级企业"]]


def test_the_outermost_quotes_and_brackets_are_found():
    text = "《云溪“双十”方案》（试行）"
    assert [text[a:b] for a, b in enclosed(text, 0, len(text))] == ["《云溪“双十”方案》", "（试行）"]


@given(st.text(alphabet="推进云溪路、，。；：“”《》（）ABC\n", max_size=60))
def test_items_lie_within_their_clause_in_order_and_without_overlap(text):
    end = 0
    for clause in clauses(text, 0, len(text)):
        for start, stop in clause.items:
            assert end <= start < stop <= clause.end <= len(text)
            end = stop
