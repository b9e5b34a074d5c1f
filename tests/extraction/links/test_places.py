"""Where things are: by the parts of their names and by the words around them."""

import pytest


@pytest.mark.parametrize("sentence, pairs", [
    ("完成国道105云溪南段改建工程。", {("国道105云溪南段改建工程", "云溪县")}),
    ("加快云溪一中建设。", {("云溪一中", "云溪县")}),
    ("加快推进清源产业园路网、地表水厂等工程建设。", {("清源产业园路网", "清源产业园"), ("地表水厂", "清源产业园")}),
    ("启动云溪至东河高速建设。", set()),
    ("建设京津农产品供应基地。", set()),
])
def test_names_tell_where_things_are(stated, sentence, pairs):
    assert stated("plan", sentence, "locatedIn") == pairs
