"""Who builds what, by the wording around companies and by the names of works."""

import pytest


@pytest.mark.parametrize("sentence, pairs", [
    ("支持恒岳集团加快精密轴承、电子浆料等项目建设。", {("精密轴承", "恒岳集团"), ("电子浆料", "恒岳集团")}),
    ("配合恒岳集团搞好精密轴承、电子浆料等项目的实施。", {("精密轴承", "恒岳集团"), ("电子浆料", "恒岳集团")}),
    ("支持恒岳集团实施甲醇扩建项目。", {("甲醇扩建", "恒岳集团")}),
])
def test_the_projects_that_a_company_is_helped_with_are_its_own(stated, sentence, pairs):
    assert stated("plan", sentence, "developedBy") == pairs


@pytest.mark.parametrize("name, company", [("盛云泰汽车传动轴", "盛云泰"), ("恒丰隆索具", "恒丰隆"), ("青隆永磁", "青隆")])
def test_goods_of_many_trades_stand_behind_their_maker(stated, name, company):
    assert stated("plan", f"加快青石热电、{name}等项目建设。", "developedBy") >= {(name, company)}


def test_the_maker_may_stand_behind_the_park_that_its_works_lie_in(stated):
    sentence = "清源产业园区恒岳汽车传动轴、清源产业园城南变电站、清源产业园东河路二期等项目建成。"
    assert stated("review", sentence, "developedBy") == {("清源产业园区恒岳汽车传动轴", "恒岳")}
