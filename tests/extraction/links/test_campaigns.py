"""Events and campaigns: which a sentence names, and who carries them out."""

import pytest


@pytest.mark.parametrize("sentence, events", [
    ("召开全县旅游发展大会。", {"全县旅游发展大会"}),
    ("承办了全省果业振兴现场会、全国水利改革现场会。", {"全省果业振兴现场会", "全国水利改革现场会"}),
    ("举办云溪县第七届民俗音乐系列活动。", {"云溪县第七届民俗音乐系列活动"}),
    ("圆满举办青泥陶艺传承交流会暨云溪县第八届青泥大赛。", {"青泥陶艺传承交流会", "云溪县第八届青泥大赛"}),
    ("承办全市首场“迎春贺年会”等活动。", {"迎春贺年会"}),
    ("举办首届青石山杯自行车越野赛。", {"首届青石山杯自行车越野赛"}),
])
def test_what_is_held_is_an_event_of_the_government(stated, sentence, events):
    assert stated("review", sentence, "organizes") == {("云溪县", event) for event in events}


@pytest.mark.parametrize("sentence", ["召开全县会议12次。", "举办剪纸展、根雕展等各类展览40次。"])
def test_meetings_and_shows_of_any_kind_are_no_events(stated, sentence):
    assert not stated("review", sentence, "organizes")


@pytest.mark.parametrize("sentence, programs", [
    ("扎实推进分户供水项目建设和煤改电工程。", {"煤改电工程"}),
    ("以开展“两清”行动、河道污染综合治理、云溪论坛期间交通保障等多项工作为手段。", {"两清行动", "河道污染综合治理"}),
])
def test_a_list_is_carried_out_by_the_verb_that_opens_it(stated, sentence, programs):
    assert stated("review", sentence, "organizes") == {("云溪县", program) for program in programs}


def test_what_has_taken_place_was_held_by_the_government(stated):
    assert stated("review", "“青溪味道”美食节、青石音乐节精彩纷呈。", "organizes") == {("云溪县", "青溪味道美食节"), ("云溪县", "青石音乐节")}
