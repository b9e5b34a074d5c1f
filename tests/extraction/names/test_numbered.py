"""Works that a list numbers. All names are invented."""

from kg.document.reader import lay_out
from kg.extraction.entities import find_mentions
from kg.extraction.pipeline import extract

LISTED = "年内完成4项民生工程：⑴迎岭大街西延（至西外环）⑵镇区小巷绿化亮化整修⑶西云村道路建设（至云大路）⑷县医院迁建。"


def projects(text: str) -> set[str]:
    return {m.name for m in find_mentions(lay_out(text, name="sample", normalise=True)) if "Project" in m.types}


def test_each_item_of_a_numbered_list_of_works_is_a_project():
    assert projects(LISTED) == {"迎岭大街西延", "镇区小巷绿化亮化整修", "西云村道路", "县医院迁建"}


def test_measures_that_a_list_numbers_are_no_works():
    assert not projects("办好3件实事：（1）上调低保金额（2）发放助学补助（3）免费体检覆盖全县。")


def test_what_a_list_of_works_is_to_reach_holds_for_each_item():
    extraction = extract(lay_out("一、2023年工作回顾\n工作平稳。\n二、2024年工作安排\n" + LISTED, name="云溪县2024", normalise=True))
    aimed = {extraction.mentions[f.mention].name for f in extraction.facts if (f.fact, f.value) == ("aim", "Completed")}
    assert {"迎岭大街西延", "县医院迁建"} <= aimed
