"""Observations of invented sentences: golden cases, and single points of the guideline."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from kg.document.normal import CleanText
from kg.document.report import Paragraph, Report, Sentence
from kg.extraction.observations import observe
from kg.extraction.records import OWN, Mention
from kg.extraction.words import segment

CASES = Path(__file__).parent.parent / "cases" / "observations"
FIELDS = ("indicator", "value", "unit", "measure", "nature", "bound", "year")


def report_of(text: str, part: str, year: int = 2024) -> Report:
    """A report of 2024 whose every sentence stands in one part."""
    spans = [(m.start(), m.end()) for m in re.finditer(r"[^。\n]+。?", text)]
    sentences = tuple(Sentence(i, a, b, part, year - (part == "review"), 0) for i, (a, b) in enumerate(spans))
    return Report("yunxi", "yunxi.txt", text, CleanText(text, tuple(range(len(text))), len(text)), year=year,
                  own_names=("云溪县", "我县", "全县"), paragraphs=(Paragraph(0, 0, len(text), part, None),),
                  sentences=sentences)


def observed(text: str, part: str = "review", mentions: tuple[Mention, ...] = ()):
    report = report_of(text, part)
    return observe(report, segment(text), mentions)


def told(text: str, part: str = "review") -> list[tuple[str, str, str, str]]:
    return [(o.indicator, o.value, o.unit, o.measure) for o in observed(text, part)]


@pytest.mark.parametrize("folder", sorted(CASES.iterdir()), ids=lambda folder: folder.name)
def test_golden_case(folder):
    """The folder's name ends with the part of the report that its sentences stand in."""
    text = (folder / "input.txt").read_text("utf-8")
    expected = [json.loads(line) for line in (folder / "expected.jsonl").read_text("utf-8").splitlines()]
    found = observed(text, folder.name.rsplit("_", 1)[1])
    assert [{name: getattr(o, name) for name in FIELDS} for o in found] == expected


def test_the_span_is_the_number_with_its_unit():
    text = "全县生产总值完成120.5亿元、增长6%以上。"
    assert [text[o.start:o.end] for o in observed(text)] == ["120.5亿元", "6%"]


def test_every_observation_names_the_lexicon_entry_that_decided():
    assert [o.rule for o in observed("用电量增长6%，新增企业3家，建成道路5公里。")] == [
        "quantity_verbs.增长", "quantity_actions.新增", "quantity_units.公里"]


def test_a_number_inside_a_name_measures_nothing():
    text = "恒岳新材料20万吨硅材料项目加快建设。"
    named = Mention(0, 15, "恒岳新材料20万吨硅材料项目", ("Project",), 0, "heads.项目", 0.9)
    assert observed(text, mentions=(named,)) == ()


def test_sentences_of_header_and_glossary_are_not_read():
    assert observed("生产总值增长6%。", "glossary") == observed("生产总值增长6%。", "header") == ()


def test_a_count_after_a_list_counts_the_class_of_its_items():
    assert told("年内力争恒岳新材料、双湖轴承9个过十亿元项目投产见效。", "plan") == [("过十亿元项目投产见效", "9", "个", "Level")]


def test_counts_of_the_same_noun_share_the_verb_of_adding():
    assert told("新增17个集镇改造试点、6个整县推进林果茶发展试点。")[1] == ("新增整县推进林果茶发展试点", "6", "个", "Increment")


def test_homes_that_are_raised_are_counted_not_added():
    assert told("累计推动农房外墙提升4万户。") == [("农房外墙提升", "4", "万户", "Level")]


def test_what_is_newly_opened_is_an_increment():
    assert told("新开通4条国际航线。") == [("新开通国际航线", "4", "条", "Increment")]


def test_the_area_is_the_report_s_own_division():
    assert [o.area for o in observed("全县生产总值增长6%。")] == [OWN]


@pytest.mark.parametrize("text, named, kind, indicators", [
    ("云溪化工产业园实现产值12亿元、增长6%。", "云溪化工产业园", "Park", ["产值", "产值"]),
    ("清源镇农民收入增长6%。", "清源镇", "Town", ["农民收入"]),
])
def test_a_mention_that_a_statement_opens_with_is_its_area(text, named, kind, indicators):
    mention = Mention(0, len(named), named, (kind,), 0, "heads.test", 0.9)
    found = observed(text, mentions=(mention,))
    assert [(o.indicator, o.area) for o in found] == [(indicator, 0) for indicator in indicators]


def test_an_amount_of_what_follows_it_has_that_for_its_area():
    text = "总投资12亿元的云溪化工产业园开工建设。"
    mention = Mention(8, 15, "云溪化工产业园", ("Park", "Project"), 0, "heads.产业园", 0.9)
    [observation] = observed(text, mentions=(mention,))
    assert (observation.indicator, observation.value, observation.area) == ("总投资", "12", 0)


def test_a_place_that_opens_another_name_is_no_area():
    mention = Mention(2, 4, "云溪", ("AdministrativeDivision",), 0, "divisions", 0.9)
    [observation] = observed("入选云溪英才6人。", mentions=(mention,))
    assert (observation.indicator, observation.area) == ("入选云溪英才", OWN)

@pytest.mark.parametrize("text, told_of", [
    ("实现GDP52.7亿元、财政总收入3.1亿元，同比增长6.7%、8%。",
     {("GDP", "52.7", "Level"), ("财政总收入", "3.1", "Level"), ("GDP", "6.7", "Growth"), ("财政总收入", "8", "Growth")}),
    ("地区生产总值同比（下同）增长4.7%。", {("地区生产总值", "4.7", "Growth")}),
    ("接待游客337万人次、旅游收入12亿元。", {("接待游客", "337", "Level"), ("旅游收入", "12", "Level")}),
    ("工业增速、投资增速分别居全市第2位、第5位。", {("工业增速", "2", "Rank"), ("投资增速", "5", "Rank")}),
    ("新增高新技术企业20家、总数达到85家。", {("新增高新技术企业", "20", "Increment"), ("高新技术企业", "85", "Level")}),
    ("肉蛋奶产量分别达3.1万吨、1.2万吨、0.8万吨。", {("肉产量", "3.1", "Level"), ("蛋产量", "1.2", "Level"), ("奶产量", "0.8", "Level")}),
])
def test_each_number_of_a_list_has_its_own_indicator(text, told_of):
    assert {(o.indicator, o.value, o.measure) for o in observed(text)} == told_of


def test_a_value_is_of_the_year_that_it_reaches():
    found = {o.value: o.year for o in observed("生产总值由2016年的120亿元增加到2021年的185亿元。")}
    assert found == {"120": 2016, "185": 2021}
