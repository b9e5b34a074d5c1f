"""Events and campaigns: which a sentence names, and who carries them out."""

import pytest


@pytest.mark.parametrize("sentence, events", [
    ("召开全县旅游发展大会。", {"全县旅游发展大会"}),
    ("承办了全国产业扶贫现场会、全省土地改革现场会。", {"全国产业扶贫现场会", "全省土地改革现场会"}),
    ("举办云溪县第四届文化旅游系列活动。", {"云溪县第四届文化旅游系列活动"}),
    ("成功举办青锦高质量发展交流会暨云溪县第五届青锦大赛。", {"青锦高质量发展交流会", "云溪县第五届青锦大赛"}),
    ("承办全市首场“迎春贺年会”等活动。", {"迎春贺年会"}),
    ("举办首届青石山杯自行车越野赛。", {"首届青石山杯自行车越野赛"}),
])
def test_what_is_held_is_an_event_of_the_government(stated, sentence, events):
    assert stated("review", sentence, "organizes") == {("云溪县", event) for event in events}


@pytest.mark.parametrize("sentence", ["召开全县会议12次。", "举办书画展、摄影展等各类展览30次。"])
def test_meetings_and_shows_of_any_kind_are_no_events(stated, sentence):
    assert not stated("review", sentence, "organizes")


@pytest.mark.parametrize("sentence, programs", [
    ("深入推进集中供热项目建设和煤改天然气工程。", {"煤改天然气工程"}),
    ("以开展“三净”行动、大气污染综合治理、云溪会议期间空气保障等一系列工作为手段。", {"三净行动", "大气污染综合治理"}),
])
def test_a_list_is_carried_out_by_the_verb_that_opens_it(stated, sentence, programs):
    assert stated("review", sentence, "organizes") == {("云溪县", program) for program in programs}


def test_what_has_taken_place_was_held_by_the_government(stated):
    assert stated("review", "“青溪味道”美食节、青石音乐节精彩纷呈。", "organizes") == {("云溪县", "青溪味道美食节"), ("云溪县", "青石音乐节")}
