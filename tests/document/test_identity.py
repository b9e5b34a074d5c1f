"""Whose report it is, and of which year."""

import pytest

from kg import resources
from kg.document.header import read_header
from kg.document.reader import lay_out, read
from kg.errors import UnknownDivision

BODY = "各位代表：\n现在，我代表县人民政府，向大会报告工作。\n2023年工作回顾\n建成产业园。\n"


def test_the_frame_of_the_sample():
    report = read(resources.sample_report())
    assert (report.year, report.speaker, report.office) == (2024, "陆望川", "县长")
    assert (report.issued, report.speech_date) == ("2024-01-26", "2024-01-18")
    assert report.meeting == "栖云县第十八届人民代表大会第三次会议"
    assert report.header["索引号"] == "QY-2024-00017"
    assert report.division.name == "栖云县" and report.division.code == ""


@pytest.mark.parametrize("line, name", [
    ("——2024年1月8日在东城区第十七届人民代表大会第三次会议上", "东城区"),
    ("义乌市人民政府市长 某某某", "义乌市"),
    ("2024年义乌市政府工作报告", "义乌市"),
])
def test_the_division_is_read_from_meeting_office_or_title(line, name):
    assert lay_out(f"{line}\n{BODY}", name="x").division.name == name


def test_the_reviewed_year_tells_the_year_of_the_report():
    assert lay_out(BODY, name="x").year == 2024


@pytest.mark.parametrize("date, heading, year", [
    ("2023年12月26日", "2023年工作回顾", 2024),
    ("2023年12月26日", "过去五年工作回顾", 2024),
    ("2024年1月18日", "2023年工作回顾", 2024),
    ("2024年1月18日", "过去五年工作回顾", 2024),
])
def test_a_congress_at_the_end_of_a_year_plans_the_next(date, heading, year):
    text = f"政府工作报告\n——{date}在云溪县第十届人民代表大会第三次会议上\n云溪县人民政府县长 陆望川\n各位代表：\n一、{heading}\n建成产业园。"
    assert lay_out(text, name="x").year == year


def test_a_user_can_say_division_and_year():
    report = lay_out(BODY, name="x", division="330782", year=2019)
    assert (report.division.name, report.year) == ("义乌市", 2019)
    assert {"义乌", "我市", "全市"} <= set(report.own_names)


def test_an_unknown_code_is_refused():
    with pytest.raises(UnknownDivision, match="--division 999999"):
        lay_out(BODY, name="x", division="999999")


@pytest.mark.parametrize("frame, speaker", [
    ("县长 陆望川", "陆望川"), ("栖云县代县长陆望川", "陆望川"), ("栖云县人民政府县长\n", ""), ("自治区人民政府主席 陆望川", "陆望川")])
def test_speakers_are_named_in_several_ways(frame, speaker):
    assert read_header(f"政府工作报告\n{frame}\n各位代表：").speaker == speaker
