"""Items of a list that share the noun of the last one are named by it. All names are invented."""

import pytest

from kg.document.reader import lay_out
from kg.extraction.entities import find_mentions


def named(text: str, *kinds: str) -> list[str]:
    """The names in a text that have one of the types."""
    mentions = find_mentions(lay_out(text, name="sample", normalise=False))
    return [m.name for m in mentions if not set(kinds).isdisjoint(m.types)]


@pytest.mark.parametrize(("sentence", "names"), [
    ("新建220千伏长垣变电站和110千伏汇垣、遗陵、白岗变电站。", ["110千伏汇垣变电站", "遗陵变电站", "白岗变电站"]),
    ("新建改造垣南、陵北农贸市场。", ["垣南农贸市场", "陵北农贸市场"]),
])
def test_a_list_without_nouns_takes_that_of_its_last_item(sentence, names):
    assert set(names) <= set(named(sentence, "Facility"))


def test_a_counted_noun_tells_what_the_names_before_it_are():
    assert set(named("开工建设双垣、准陵、汇垣5个矸石电厂。", "Project")) == {"双垣", "准陵", "汇垣"}


def test_work_on_several_things_is_one_project():
    assert "垣阳、陵阳、岗阳污水处理厂提标改造" in named("推进垣阳、陵阳、岗阳污水处理厂提标改造。", "Project")


@pytest.mark.parametrize("sentence", ["加快文化、体育中心建设。", "云溪湾、青石经济开发区入选全国百强。"])
def test_fields_and_other_areas_share_no_noun(sentence):
    assert not {"文化中心", "云溪湾经济开发区"} & set(named(sentence, "Facility", "Park"))


def test_later_phases_are_named_by_the_thing_whose_phase_stands_before_them():
    assert {"恒岳叉车项目三期", "清帆物流园二期"} <= set(named("力争恒岳叉车项目二期投产、三期建成；清帆物流园一期、二期全部达产。", "Project"))
    assert not named("完成一期、二期工程建设。", "Project")
