"""Names that a title tells: what got it, where the name has no noun of its own."""

import pytest

from kg.document.reader import lay_out
from kg.extraction.pipeline import extract

REVIEW = "云溪县人民政府县长陆望川\n\n各位代表：\n现在，我代表县人民政府，向大会报告工作，请予审议。\n\n一、2023年工作回顾\n{}\n"


def told(sentence):
    """(name, main type) of what the titles of a sentence tell."""
    found = extract(lay_out(REVIEW.format(sentence), name="sample", normalise=False))
    return {(m.name, m.types[0]) for m in found.mentions if m.rule == "winner.title"}


@pytest.mark.parametrize("sentence, names", [
    ("云河丁字湾、青石经开区入选首批省级零碳园区。", {("云河丁字湾", "Park")}),
    ("“宏云达”、“诚岳隆”被农业部确定为奶牛示范场。", {("宏云达", "Enterprise"), ("诚岳隆", "Enterprise")}),
    ("恒岳精密轴承研发与制造项目获评全市“十佳项目”。", {("恒岳精密轴承研发与制造", "Project")}),
    ("垣瑞源荣获中国质量奖提名奖。", {("垣瑞源", "Enterprise")}),
    ("智慧堂医药交流促进平台入选国家服务出口重点项目。", {("智慧堂医药交流促进平台", "Project")}),
])
def test_the_title_tells_what_its_bearers_are(sentence, names):
    assert told(sentence) == names


@pytest.mark.parametrize("sentence", [
    "3家园区入选首批国家级零碳园区。",
    "四度被评为全省油料生产先进县。",
    "陆望川同志获评全国劳动模范。",
])
def test_counts_nobody_and_persons_are_no_such_names(sentence):
    assert told(sentence) == set()


def test_who_is_urged_to_win_a_title_is_told_by_it_too():
    assert told("支持大禾岭创建省级森林康养示范村。") == {("大禾岭", "Place")}
