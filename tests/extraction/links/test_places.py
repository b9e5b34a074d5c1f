"""Where things are: by the parts of their names and by the words around them."""

import pytest


@pytest.mark.parametrize("sentence, pairs", [
    ("完成国道105云溪南段改建工程。", {("国道105云溪南段改建工程", "云溪县")}),
    ("加快云溪一中建设。", {("云溪一中", "云溪县")}),
    ("加快推进清源产业园路网、地表水厂等工程建设。", {("清源产业园路网", "清源产业园"), ("地表水厂", "清源产业园")}),
    ("启动云溪至东河高速建设。", set()),
    ("建设江浙农产品供应基地。", set()),
])
def test_names_tell_where_things_are(stated, sentence, pairs):
    assert stated("plan", sentence, "locatedIn") == pairs


@pytest.mark.parametrize("sentence, pairs", [
    ("镜湖产业园新上恒岳二期、青石热电等项目5个。", {("恒岳二期", "镜湖产业园"), ("青石热电", "镜湖产业园")}),
    ("以镜湖产业园为载体，加快恒岳二期、青石热电等项目建设。", {("恒岳二期", "镜湖产业园"), ("青石热电", "镜湖产业园")}),
    ("联合国信息中心落户镜湖产业园。", set()),
])
def test_what_a_park_takes_in_lies_there(stated, sentence, pairs):
    assert stated("plan", sentence, "locatedIn") == pairs


def test_what_is_said_after_the_sum_spent_on_a_park_is_in_it(stated):
    assert stated("review", "镜湖产业园累计投入资金6.4亿元，东河路完成主体工程，污水处理厂、蒸汽供应站建成投用。", "locatedIn") == {
        ("东河路", "镜湖产业园"), ("污水处理厂", "镜湖产业园"), ("蒸汽供应站", "镜湖产业园")}


@pytest.mark.parametrize("sentence, pairs", [
    ("抓好高新区新材科创园建设。", {("高新区新材科创园", "高新区")}),
    ("清源开发区恒岳科技园建成。", {("清源开发区恒岳科技园", "清源开发区")}),
    ("加快清源产业园区建设。", set()),
])
def test_a_park_lies_in_the_one_that_opens_its_name(stated, sentence, pairs):
    assert stated("review", sentence, "locatedIn") == pairs


def test_a_division_behind_the_larger_one_lies_there(stated):
    assert stated("review", "与西藏林周县签订《结对帮扶协议》，建成清源产业园。", "locatedIn") == {("林周县", "西藏")}


@pytest.mark.parametrize("sentence, pairs", [
    ("加快清源产业园建设，推进园区路网、园区污水处理厂等工程建设。", {("园区路网", "清源产业园"), ("园区污水处理厂", "清源产业园")}),
    ("支持恒岳集团做强，推进园区路网、园区污水处理厂等工程建设。", set()),
])
def test_what_the_park_holds_lies_in_the_park_that_was_named_last(stated, sentence, pairs):
    assert stated("review", sentence, "locatedIn") == pairs


def test_a_park_within_the_name_of_a_work_lies_where_its_own_name_says(stated):
    assert stated("review", "云溪清湖产业园污水处理厂投入使用。", "locatedIn") >= {("云溪清湖产业园", "云溪县")}


@pytest.mark.parametrize("sentence, pairs", [
    ("恒岳集团青石热电项目在清源产业园开工。", {("恒岳集团青石热电", "清源产业园")}),
    ("恒岳热电二期、云泰轴承等项目在清源产业园相继开工建设。", {("恒岳热电二期", "清源产业园"), ("云泰轴承", "清源产业园")}),
    ("依托清源产业园，引进恒岳新材料、青石热电等项目。", {("恒岳新材料", "清源产业园"), ("青石热电", "清源产业园")}),
])
def test_projects_lie_where_they_are_begun_or_brought_to(stated, sentence, pairs):
    assert stated("review", sentence, "locatedIn") == pairs
