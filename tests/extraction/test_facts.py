"""Facts of invented sentences: the stage a thing has reached, or is to reach."""

import pytest

from kg.document.reader import lay_out
from kg.extraction.pipeline import extract

OPENING = "云溪县人民政府县长陆望川\n\n各位代表：\n现在，我代表县人民政府，向大会报告工作，请予审议。\n\n"
REVIEW = OPENING + "一、2023年工作回顾\n{}\n"
PLAN = OPENING + "一、2023年工作回顾\n过去一年成绩来之不易。\n\n二、2024年工作安排\n{}\n"


def facts(frame, sentence):
    """(name, fact, value) of all that a sentence in the frame tells."""
    found = extract(lay_out(frame.format(sentence), name="sample", normalise=False))
    return {(found.mentions[f.mention].name, f.fact, f.value) for f in found.facts}


@pytest.mark.parametrize("sentence, status", [
    ("新建了镜湖污水处理厂。", "Completed"),
    ("改造镜湖水库、青石水库等水利设施。", "Completed"),
    ("加快改造镜湖污水处理厂。", "UnderConstruction"),
    ("正在新建镜湖污水处理厂。", "UnderConstruction"),
    ("镜湖污水处理厂完成工程总量的80%。", "UnderConstruction"),
    ("镜湖污水处理厂土建工程全面完成。", "Completed"),
    ("镜湖商业广场建成营业。", "InOperation"),
    ("镜湖机场建成通航。", "Completed"),
    ("镜湖水电站获国家核准。", "Planned"),
    ("镜湖产业园初具规模。", "UnderConstruction"),
    ("青石变电站正在紧张建设中。", "UnderConstruction"),
    ("镜湖大道、云清大道等2条城区道路完成大修。", "Completed"),
    ("镜湖小学、青石小学、供水、供热等一批重点项目建设全面展开、抓紧推进。", "UnderConstruction"),
    ("目前，镜湖高铁站及周边规划已编制完成。", "Planned"),
    ("镜湖产业园、青石物流园等项目前期工作有序开展。", "Planned"),
    ("镜湖产业园、青石物流园等在谈项目有序推进。", "Planned"),
    ("青石水泥技改项目完成备案。", "Planned"),
    ("青石水泥技改项目设备安装调试完毕。", "UnderConstruction"),
    ("青石水泥技改项目进入试生产阶段。", "InOperation"),
])
def test_the_review_tells_how_far_a_thing_is(sentence, status):
    assert {value for _, fact, value in facts(REVIEW, sentence) if fact == "status"} == {status}


@pytest.mark.parametrize("sentence, expected", [
    ("打通青石大道。", ("青石大道", "aim", "Completed")),
    ("镜湖产业园上半年达到运营条件。", ("镜湖产业园", "aim", "InOperation")),
    ("加快镜湖中学施工进度，确保寒假投入使用。", ("镜湖中学", "aim", "Completed")),
    ("谋划启动镜湖产业园建设。", ("镜湖产业园", "status", "Planned")),
    ("做好镜湖产业园、青石物流园的规划和项目争取工作。", ("青石物流园", "status", "Planned")),
    ("抓好镜湖产业园、青石物流园等项目招商。", ("镜湖产业园", "status", "Planned")),
    ("推动镜湖产业园、青石物流园等签约项目开工建设。", ("青石物流园", "status", "Signed")),
    ("加快镜湖中学建设，确保按期投用。", ("镜湖中学", "aim", "Completed")),
    ("加快镜湖产业园、青石物流园等项目建设，确保早竣工、早投产。", ("镜湖产业园", "aim", "InOperation")),
])
def test_the_plan_tells_what_is_to_come(sentence, expected):
    assert expected in facts(PLAN, sentence)


@pytest.mark.parametrize("sentence", [
    "严控镜湖电厂、青石电厂等项目建设。",
    "推动镜湖古镇、青石古镇等项目申报世界文化遗产。",
])
def test_what_is_kept_from_being_built_or_only_spoken_of_has_no_stage(sentence):
    assert not {f for f in facts(PLAN, sentence) if f[1] in ("status", "aim")}


def test_another_phase_says_nothing_of_this_one():
    assert ("镜湖产业园一期", "aim", "Started") not in facts(PLAN, "镜湖产业园一期投入使用，二期开工建设。")


def types(frame, sentence, name):
    """The types of what the sentence in the frame calls so."""
    found = extract(lay_out(frame.format(sentence), name="sample", normalise=False))
    return {kind for mention in found.mentions if mention.name == name for kind in mention.types}


def test_a_place_that_is_being_built_is_a_project_too():
    assert types(PLAN, "启动“春晓小镇”项目。", "春晓小镇") == {"Place", "Project"}
    assert ("春晓小镇", "aim", "Started") in facts(PLAN, "启动“春晓小镇”项目。")


def test_a_park_that_others_settle_in_is_not_signed():
    assert not {f for f in facts(REVIEW, "恒岳新材料有限公司落户镜湖产业园。") if f[0] == "镜湖产业园"}


def test_the_division_before_an_item_of_a_list_is_no_item():
    assert {f[0] for f in facts(PLAN, "加快镜湖大道改造及全县青石变电站建设。")} >= {"青石变电站"}


@pytest.mark.parametrize("sentence, capacity", [
    ("恒岳新材料年产20万吨铝棒项目竣工投产。", {"年产20万吨"}),
    ("恒岳20万吨铝棒、青石50兆瓦光伏发电等项目竣工投产。", {"20万吨", "50兆瓦"}),
    ("青石110千伏变电站、5000吨级码头等项目竣工投产。", set()),
])
def test_capacity_is_a_size_of_output(sentence, capacity):
    assert {value for _, fact, value in facts(REVIEW, sentence) if fact == "capacity"} == capacity


@pytest.mark.parametrize("sentence, invested", [
    ("投资900万元，完成了青石大道改造。", {("青石大道改造", "900")}),
    ("投资900万元，新建了青石变电站，改造了镜湖变电站。", set()),
])
def test_money_that_opens_the_clause_is_for_the_one_work_after_it(sentence, invested):
    assert {(name, value) for name, fact, value in facts(REVIEW, sentence) if fact == "investment"} == invested


def test_what_is_built_and_opened_is_both():
    assert {("镜湖工业园", "status", "Completed"), ("镜湖工业园", "status", "InOperation")} <= facts(REVIEW, "镜湖工业园建成开园。")


def test_counsel_before_a_listing_promises_one():
    assert ("恒岳集团", "plansListing", "true") in facts(PLAN, "力争恒岳集团进入证监局辅导备案。")


@pytest.mark.parametrize("sentence", ["投资6380万元的农村饮水安全工程顺利完工。", "投资6380万元，实施农村饮水安全工程。"])
def test_a_campaign_that_money_is_put_into_is_a_work_too(sentence):
    assert ("农村饮水安全工程", "investment", "6380") in facts(REVIEW, sentence)


def test_a_firm_that_is_to_go_into_operation_stands_for_its_works():
    assert ("云溪药业", "aim", "InOperation") in facts(PLAN, "确保青石集团一期建成，云溪药业年内投产。")
    assert types(PLAN, "确保青石集团一期建成，云溪药业年内投产。", "云溪药业") == {"Enterprise", "Project"}
    assert types(PLAN, "支持云溪药业签约更多客户。", "云溪药业") == {"Enterprise"}


def test_a_company_whose_name_is_a_word_opens_one_project_as_well():
    assert ("华盛科技数控机床", "status", "Signed") in facts(REVIEW, "华盛科技数控机床项目签约落户。")


def test_what_a_verb_does_to_a_list_it_does_to_each_work_of_it():
    assert ("青石路东延", "aim", "Started") in facts(PLAN, "启动青石路东延、镜湖大道绿化。")


@pytest.mark.parametrize(("frame", "sentence", "expected"), [
    (REVIEW, "镜湖图书馆完成扩建提升。", ("镜湖图书馆", "status", "Completed")),
    (REVIEW, "镜湖中学宿舍楼改扩建项目正抓紧装修。", ("镜湖中学宿舍楼改扩建", "status", "UnderConstruction")),
    (REVIEW, "完成投资260万元的青石水厂二期工程。", ("青石水厂二期工程", "status", "Completed")),
    (REVIEW, "镜湖路、青石路、云清路4条乡道翻新工程开工建设。", ("镜湖路", "status", "Started")),
    (REVIEW, "镜湖养殖基地、云清物流园、青石桥食品城、镜湖产业园等项目实现投产。", ("镜湖养殖基地", "status", "InOperation")),
    (PLAN, "建好云清文化数据中心。", ("云清文化数据中心", "status", "UnderConstruction")),
    (PLAN, "抓好镜湖产业园等26个拟竣工投产项目。", ("镜湖产业园", "aim", "InOperation")),
    (PLAN, "打通镜湖路南延段、青石路北延段断头路。", ("镜湖路南延段", "aim", "Completed")),
    (REVIEW, "云清大道、青石大街北延（镜湖段）完成主路建设。", ("云清大道", "status", "Completed")),
    (REVIEW, "镜湖路、青石街等8条镇区道路完成大修。", ("青石街", "status", "Completed")),
    (PLAN, "在加快推进镜湖产业园项目的同时，引进上下游企业。", ("镜湖产业园", "status", "UnderConstruction")),
    (PLAN, "提速镜湖机场二期、青石物流园等重大项目。", ("镜湖机场二期", "status", "UnderConstruction")),
])
def test_stages_that_words_of_work_classes_and_counts_tell(frame, sentence, expected):
    assert expected in facts(frame, sentence)


@pytest.mark.parametrize(("sentence", "expected"), [
    ("镜湖大道南延、青石路西延、云清路改造要在10月底前全部完成。", ("云清路改造", "aim", "Completed")),
    ("加快镜湖水街建设，确保“五一”前开街迎客。", ("镜湖水街", "aim", "InOperation")),
    ("推进镜湖产业园、青石物流园等项目建设，推动早日投产。", ("青石物流园", "aim", "InOperation")),
    ("做好镜湖至青石高速公路纳规。", ("镜湖至青石高速公路", "status", "Planned")),
    ("镜湖机场取得军方批复。", ("镜湖机场", "status", "Planned")),
    ("力促恒岳锂电池、清源石墨等项目落地。", ("清源石墨", "aim", "Signed")),
    ("推进镜湖公园、青石广场、云清体育中心三大工程。", ("云清体育中心", "status", "UnderConstruction")),
])
def test_stages_after_dates_approvals_and_tallies(sentence, expected):
    assert expected in facts(PLAN, sentence)


def test_each_company_of_a_clause_has_its_listing():
    told = facts(PLAN, "推动恒岳股份主板上市、云垣新材北交所上市，引导禾木家居股改。")
    assert {(name, "plansListing", "true") for name in ("恒岳股份", "云垣新材", "禾木家居")} <= told


@pytest.mark.parametrize(("text", "facts"), [
    ("恒岳建材项目位于石岭镇，由天禾集团承建，总投资2亿元。", {("恒岳建材", "investment", "2")}),
    ("恒岳生态农业项目占地500亩，总投资3.2亿元。", {("恒岳生态农业", "investment", "3.2")}),
    ("清泉食品二期项目投资1.5亿元，形成年产3万吨休闲食品能力。", {("清泉食品二期", "investment", "1.5"), ("清泉食品二期", "capacity", "年产3万吨")}),
    ("启动建设日供水10万吨的城东水厂。", {("城东水厂", "capacity", "日供水10万吨")}),
    ("城东水厂竣工投产，全年供水2000万吨，产值3亿元。", set()),
])
def test_money_and_size_are_told_after_what_describes_the_project(text, facts):
    found = extract(lay_out(text, name="sample", normalise=False))
    told = {(found.mentions[f.mention].name, f.fact, f.value) for f in found.facts if f.fact in ("capacity", "investment")}
    assert told == facts


def test_the_lead_of_a_numbered_list_tells_of_its_items():
    told = facts(PLAN, "年内完成3项民生工程：（1）镜湖大桥改造工程（2）青石公园一期工程。")
    assert {("镜湖大桥改造工程", "aim", "Completed"), ("青石公园一期工程", "aim", "Completed")} <= told


def test_sections_of_a_numbered_list_share_the_lead_above_them():
    told = facts(PLAN, "年内完成4项惠民工程，其中道路工程2项：（1）镜湖大桥改造工程（2）全长20公里的云清公路改造工程。电力工程1项：青石110kv变电站建设。卫生工程1项：云清医院门诊大楼投入使用。")
    for name in ("镜湖大桥改造工程", "青石110kv变电站", "云清医院门诊大楼"):
        assert (name, "aim", "Completed") in told
    assert ("青石110kv变电站", "status", "UnderConstruction") not in told


def test_what_settles_somewhere_is_signed():
    told = facts(REVIEW, "恒岳创新产业基地、云垣智慧园区等一批大投入、高品质项目落户镜湖产业园。")
    assert {("恒岳创新产业基地", "status", "Signed"), ("云垣智慧园区", "status", "Signed")} <= told
    assert not {f for f in told if f[0] == "镜湖产业园"}


def test_a_title_with_a_topic_of_its_own_can_be_built():
    told = facts(REVIEW, "国家陶瓷刀具技术创新中心、高原实验室、国家重点实验室等平台加快建设。")
    assert ("国家陶瓷刀具技术创新中心", "status", "UnderConstruction") in told
    assert not {f for f in told if f[0] == "国家重点实验室"}


def test_land_and_parts_tell_nothing_of_the_park():
    assert not {f for f in facts(REVIEW, "完成了东山新村、恒岳产业基地、青年创业园等地块土地收储。") if f[1] == "status"}
    assert not {f for f in facts(PLAN, "镜湖产业园市政配套设施10月底前全部完工。") if f[0] == "镜湖产业园"}


def test_the_place_where_something_starts_does_not_start():
    assert not {f for f in facts(REVIEW, "铝材项目在清源产业园开工建设。") if f[0] == "清源产业园"}
    assert ("清源产业园", "status", "UnderConstruction") in facts(REVIEW, "正在加快清源产业园建设。")


def test_since_something_was_planned_tells_no_stage():
    assert not {f for f in facts(REVIEW, "镜湖产业园自规划建设以来，累计投入7亿元。") if f[1] == "status"}


def test_papers_that_are_handed_in_promise_a_listing():
    assert ("云垣生物", "plansListing", "true") in facts(PLAN, "推动云垣生物报会。")
