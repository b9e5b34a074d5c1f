"""Relations of invented sentences: what the wording states, and what it does not."""

from dataclasses import replace

import pytest

from kg.document.reader import lay_out
from kg.document.report import Division
from kg.extraction.pipeline import extract
from kg.extraction.records import OWN

OPENING = "云溪县人民政府县长陆望川\n\n各位代表：\n现在，我代表县人民政府，向大会报告工作，请予审议。\n\n"
REVIEW = OPENING + "一、2023年工作回顾\n{}\n"
PLAN = OPENING + "一、2023年工作回顾\n过去一年成绩来之不易。\n\n二、2024年工作安排\n{}\n"


def relations(frame, sentence, relation):
    """The (head, tail) pairs of one relation that a sentence in the frame states."""
    report = replace(lay_out(frame.format(sentence), name="sample", normalise=False),
                     division=Division("云溪县", "county", short="云溪"), own_names=("云溪县", "我县", "全县"))
    found = extract(report)
    name = lambda i: "云溪县" if i == OWN or found.mentions[i].name in report.own_names else found.mentions[i].name
    return {(name(r.head), name(r.tail)) for r in found.relations if r.relation == relation}


@pytest.mark.parametrize("sentence, pairs", [
    ("成功创建国家卫生县城。", {("云溪县", "国家卫生县城")}),
    ("我县被省里命名为省级森林县城。", {("云溪县", "省级森林县城")}),
    ("城市面貌明显改善，被市委、市政府评为全市先进县。", {("云溪县", "全市先进县")}),
    ("云溪化工产业园被省政府认定为省级绿色园区。", {("云溪化工产业园", "省级绿色园区")}),
    ("一次通过创建省级洁净县城考核验收。", {("云溪县", "省级洁净县城")}),
    ("全力创建省级园林县城并顺利通过验收。", {("云溪县", "省级园林县城")}),
    ("顺利完成国家卫生县城复审。", {("云溪县", "国家卫生县城")}),
    ("双拥工作成绩喜人，进入省级双拥模范县行列。", {("云溪县", "省级双拥模范县")}),
    ("粮食连年丰收，继续保持国家卫生县城称号。", {("云溪县", "国家卫生县城")}),
])
def test_a_title_goes_to_whom_it_was_given_not_to_who_gave_it(sentence, pairs):
    assert relations(REVIEW, sentence, "awarded") == pairs


@pytest.mark.parametrize("sentence", [
    "7个县被省命名为平安县。",
    "15所职业院校入选国家示范性高职院校名单。",
    "“好办事”获评全省优秀政务服务品牌。",
    "造船和食品加工两个产业获评市级特色产业集群。",
    "镜湖成功创建省级美丽河湖。",
])
def test_a_title_of_others_is_not_the_governments(sentence):
    assert not {pair for pair in relations(REVIEW, sentence, "awarded") if pair[0] == "云溪县"}


def test_a_title_of_a_thing_is_not_that_of_the_place_its_name_opens_with():
    assert ("云溪县", "全国博览会金奖") not in relations(REVIEW, "云溪锦鲤荣获全国博览会金奖。", "awarded")


def test_a_list_of_titles_goes_on_after_a_comma():
    pairs = relations(REVIEW, "荣获国家生态县、全国双拥模范县，全省电商先进县等称号。", "awarded")
    assert {title for _, title in pairs} == {"国家生态县", "全国双拥模范县", "全省电商先进县"}


def test_the_title_that_a_campaign_is_named_after_is_hoped_for():
    assert relations(REVIEW, "广泛开展全国文明城市创建活动。", "seeks") == {("云溪县", "全国文明城市")}


def test_a_class_of_titles_after_a_list_is_no_part_of_the_last_one():
    pairs = relations(REVIEW, "荣获国家生态县、国家绿色发展试验区等“成色十足”的金字招牌。", "awarded")
    assert ("云溪县", "国家绿色发展试验区") in pairs


def test_in_the_plan_a_title_is_hoped_for():
    assert relations(PLAN, "争创国家卫生县城。", "seeks") == {("云溪县", "国家卫生县城")}


@pytest.mark.parametrize("sentence, pairs", [
    ("镜湖电池产业园项目由恒岳新材料有限公司投资建设。", {("镜湖电池产业园", "恒岳新材料有限公司")}),
    ("恒岳新材料有限公司投资5亿元建设的镜湖电池产业园项目竣工投产。", {("镜湖电池产业园", "恒岳新材料有限公司")}),
    ("恒岳集团与天禾纸业合作的化学浆技改、澄达生物豆粕加工等项目落户。",
     {("化学浆技改", "恒岳集团"), ("化学浆技改", "天禾纸业"), ("澄达生物豆粕加工", "澄达生物")}),
    ("恒岳公司网上毛巾展馆建成运营。", {("恒岳公司网上毛巾展馆", "恒岳公司")}),
])
def test_who_builds_is_said_by_verbs(sentence, pairs):
    assert pairs <= relations(REVIEW, sentence, "developedBy")


@pytest.mark.parametrize("name, enterprise", [
    ("澄达木业定向刨花板", "澄达木业"),  # a noun of companies
    ("江苏中澄集团集中供热", "江苏中澄集团"),
    ("云溪电料产业园区恒岳公司新型线缆", "恒岳公司"),
    ("恒岳年产20万吨涂料生产线", "恒岳"),  # a capacity
    ("恒岳300兆瓦光伏发电", "恒岳"),
    ("恒岳一期", "恒岳"),  # a phase
    ("澄瑞医疗设备", "澄瑞"),  # goods
    ("英国澄迪燃油箱", "英国澄迪"),
])
def test_the_enterprise_that_opens_a_projects_name_builds_it(name, enterprise):
    assert relations(REVIEW, f"{name}、东山产业园等项目建成投产。", "developedBy") == {(name, enterprise)}


@pytest.mark.parametrize("name", [
    "白家峪光伏发电", "城南二期", "整车一期", "云溪西部电池材料", "县城净水厂二期", "澄保南线改造", "智慧医疗设备", "征迁群众搬迁",
    "澄河农业机械交易市场", "澄山核电二期", "云溪高端装备制造",
])
def test_places_sectors_and_common_words_that_open_a_projects_name_build_nothing(name):
    assert relations(REVIEW, f"{name}、东山产业园等项目建成投产。", "developedBy") == set()


def test_a_place_of_the_same_name_builds_nothing():
    sentence = "大池店集团竣工投产。大池店村面貌一新，大池店产业路改造、大池店幼儿园等项目加快建设。"
    assert relations(REVIEW, sentence, "developedBy") == set()


def test_an_enterprise_leads_what_stands_after_its_role():
    sentence = "培育以恒岳新材料有限公司为龙头的新材料产业，以天禾食品有限公司为主导的食品加工产业。"
    assert relations(PLAN, sentence, "leads") == {("恒岳新材料有限公司", "新材料产业"), ("天禾食品有限公司", "食品加工产业")}


@pytest.mark.parametrize("sentence", ["启动东海路小学建设。", "启动云溪至青石高速公路建设。"])
def test_a_road_or_way_is_not_in_the_place_of_its_name(sentence):
    assert relations(PLAN, sentence, "locatedIn") == set()


@pytest.mark.parametrize("sentence, pairs", [
    ("恒岳新材料有限公司等3家企业落户云溪化工产业园。", {("恒岳新材料有限公司", "云溪化工产业园")}),
    ("县人民医院等医院专家进驻云溪县。", set()),
])
def test_who_settles_is_the_subject_itself(sentence, pairs):
    assert {p for p in relations(REVIEW, sentence, "locatedIn") if p[0] != "云溪化工产业园"} == pairs


def test_an_event_that_was_held_was_held_by_the_government():
    assert ("云溪县", "第三届音乐节") in relations(REVIEW, "第三届音乐节成功举办。", "organizes")


def test_a_fair_that_one_goes_to_is_not_ones_own():
    assert relations(PLAN, "筹备好东湖博览会等参会工作。", "organizes") == set()


def test_a_park_that_gets_a_title_of_parks_does_so_for_the_government():
    assert relations(PLAN, "争创国家现代农业产业园。", "seeks") == {("云溪县", "国家现代农业产业园")}


def test_the_opening_subject_of_a_sentence_bears_what_its_last_clause_hopes_for():
    sentence = "云溪化工产业园优化空间布局，完善基础设施，争创省级绿色园区。"
    assert relations(PLAN, sentence, "seeks") == {("云溪化工产业园", "省级绿色园区")}


def test_a_batch_of_titles_is_nobodys():
    assert relations(PLAN, "创建一批国家级绿色园区。", "seeks") == set()


@pytest.mark.parametrize("sentence, pairs", [
    ("第三届音乐节在云溪化工产业园举办。", {("第三届音乐节", "云溪化工产业园")}),
    ("县农业局在云溪化工产业园设立服务站。", set()),
    ("云石高速、云河高速2条高速贯穿全境。", {("云石高速", "云溪县"), ("云河高速", "云溪县")}),
])
def test_what_takes_place_or_passes_somewhere_is_there(sentence, pairs):
    assert {p for p in relations(REVIEW, sentence, "locatedIn") if p[0] != "云溪化工产业园"} == pairs


def test_a_region_does_not_lie_in_the_region_that_it_is_named_after():
    assert relations(PLAN, "推动长三角城市群、长三角经济圈协同发展。", "locatedIn") == set()


@pytest.mark.parametrize("sentence", [
    "今年是“十四五”规划承前启后的一年。",
    "严查高标准农田建设、养老资金使用等领域的腐败问题。",
])
def test_a_programme_that_is_the_measure_of_a_year_or_the_field_of_abuses_is_not_carried_out(sentence):
    assert relations(PLAN, sentence, "organizes") == set()


def test_a_tally_sums_up_the_list_before_it():
    sentence = "开展清河行动、护苗行动“两大行动”。"
    assert relations(REVIEW, sentence, "partOf") == {("清河行动", "两大行动"), ("护苗行动", "两大行动")}


def test_what_is_made_for_a_place_is_not_in_it():
    assert relations(PLAN, "建设面向长三角的农产品供应基地。", "locatedIn") == set()


def test_the_result_of_a_title_that_was_got_is_not_hoped_for():
    assert relations(PLAN, "巩固国家卫生县城创建成果。", "seeks") == set()


def test_a_tally_of_battles_is_a_campaign():
    assert relations(PLAN, "坚决打好“三大攻坚战”。", "organizes") == {("云溪县", "三大攻坚战")}


@pytest.mark.parametrize("sentence, pairs", [
    ("积极发展旅游产业，投资8亿元的清岭度假村项目完成投资6000万元。", {("清岭度假村", "旅游产业")}),
    ("围绕新能源产业，重点抓好恒岳光伏组件、华宇储能电池等项目。", {("恒岳光伏组件", "新能源产业"), ("华宇储能电池", "新能源产业")}),
    ("加快电机配件创新服务中心建设，发挥云溪科技园作用。", set()),
])
def test_a_clause_that_opens_with_an_industry_governs_the_next(sentence, pairs):
    assert relations(PLAN, sentence, "inIndustry") == pairs


@pytest.mark.parametrize("sentence", ["被省政府命名为食品药品安全县。", "建立健全县乡村三级服务体系。"])
def test_the_end_of_another_word_is_not_the_whole_county(sentence):
    report = lay_out(REVIEW.format(sentence), name="sample", normalise=False)
    report = replace(report, division=Division("云溪县", "county", short="云溪"), own_names=("云溪县", "我县", "全县"))
    assert "全县" not in {m.name for m in extract(report).mentions}


@pytest.mark.parametrize("sentence, pairs", [
    ("云溪化工产业园建设加快推进，恒岳新材料二期等项目建成投产。", {("恒岳新材料二期", "云溪化工产业园")}),
    ("镜湖新区重点实施东河路、西河路等项目。", {("东河路", "镜湖新区"), ("西河路", "镜湖新区")}),
    ("云溪化工产业园发展势头强劲，清源大桥、东河大桥建成通车。", set()),
])
def test_what_is_built_where_the_sentence_speaks_of_lies_there(sentence, pairs):
    assert {p for p in relations(REVIEW, sentence, "locatedIn") if p[0] != "云溪化工产业园"} == pairs


def test_what_a_place_applies_for_is_no_part_of_its_name():
    assert relations(PLAN, "支持镜湖景区创建国家5A级旅游景区。", "seeks") == {("镜湖景区", "国家5A级旅游景区")}


@pytest.mark.parametrize("sentence, pairs", [
    ("推进镜湖景区4A级旅游景区创建。", {("镜湖景区", "4A级旅游景区")}),
    ("确保国家节水灌溉强县工程试点县顺利通过考核验收。", {("云溪县", "国家节水灌溉强县工程试点县")}),
    ("抢抓创建“国家茶旅富民试验区”“国家全域旅游示范区”机遇。", {("云溪县", "国家茶旅富民试验区"), ("云溪县", "国家全域旅游示范区")}),
    ("实施了天生谷5A景区创建。", {("天生谷", "5A景区")}),
])
def test_the_verb_may_stand_after_the_title(sentence, pairs):
    assert relations(PLAN, sentence, "seeks") == pairs


def test_a_brand_of_goods_gets_its_title():
    assert relations(REVIEW, "“青石花”等鞋帽品牌获评“全省十大鞋帽品牌”。", "awarded") == {("青石花", "全省十大鞋帽品牌")}


def test_what_stands_for_an_industry_is_in_it():
    pairs = relations(REVIEW, "以恒岳集团、天禾集团为代表的新材料产业蓬勃发展。", "inIndustry")
    assert pairs == {("恒岳集团", "新材料产业"), ("天禾集团", "新材料产业")}


@pytest.mark.parametrize("sentence, pairs", [
    ("成立了恒岳银行云溪县支行。", {("恒岳银行云溪县支行", "云溪县")}),
    ("中国·云溪县文创产业园建成投用。", {("中国·云溪县文创产业园", "云溪县")}),
])
def test_a_branch_and_a_park_of_the_country_are_named_after_their_place(sentence, pairs):
    assert {p for p in relations(REVIEW, sentence, "locatedIn") if p[0] != "云溪化工产业园"} == pairs


def test_who_is_visited_does_not_organize():
    assert relations(REVIEW, "赴北京、上海开展招商推介活动20余次。", "organizes") <= {("云溪县", "招商推介活动")}


def test_a_body_that_is_set_up_in_a_place_lies_there():
    pairs = relations(REVIEW, "省林业局在清源林场设立森林生态观测研究站。", "locatedIn")
    assert pairs == {("森林生态观测研究站", "清源林场")}


@pytest.mark.parametrize("sentence, pairs", [
    ("扎实推进省级卫生县城、文明县城、园林县城创建。", {("云溪县", "省级卫生县城"), ("云溪县", "文明县城"), ("云溪县", "园林县城")}),
    ("加快推进天柱山景区5A创建工作。", {("天柱山景区", "5A")}),
    ("实施玉泉山5A景区创建。", {("玉泉山", "5A景区")}),
    ("完成碧云湾4A级旅游景区创建。", {("碧云湾", "4A级旅游景区")}),
])
def test_titles_share_a_rank_and_grades_belong_to_what_stands_before_them(sentence, pairs):
    assert relations(PLAN, sentence, "seeks") == pairs


@pytest.mark.parametrize("sentence, pairs", [
    ("镜湖农业园区被省政府命名为“省级精品农业园区”、被省科技厅命名为“省级农业科技园区”。",
     {("镜湖农业园区", "省级精品农业园区"), ("镜湖农业园区", "省级农业科技园区")}),
    ("成功申报“镜湖毛巾”地理标志证明商标。", {("镜湖毛巾", "地理标志证明商标")}),
])
def test_one_bearer_can_get_several_titles_and_marks(sentence, pairs):
    assert relations(REVIEW, sentence, "awarded") == pairs


@pytest.mark.parametrize("sentence, pairs", [
    ("发展旅游业是富民之路。与恒岳旅行社、云海文旅公司等头部旅游企业合作。", {("恒岳旅行社", "旅游业"), ("云海文旅公司", "旅游业")}),
    ("（二）着力推动旅游产业发展。以规划为引领，实现突破。\n以点带面提升。\n加快推进玉泉古镇、清源驿站等项目建设。",
     {("玉泉古镇", "旅游产业"), ("清源驿站", "旅游产业")}),
    ("（二）着力推动旅游产业发展、食品产业壮大。实现突破。\n加快推进玉泉古镇、清源驿站等项目建设。", set()),
])
def test_the_class_of_a_list_and_the_heading_above_tell_the_industry(sentence, pairs):
    assert relations(REVIEW, sentence, "inIndustry") >= pairs
    assert pairs or not relations(REVIEW, sentence, "inIndustry")


@pytest.mark.parametrize("sentence, pairs", [
    ("推进镜湖湾片区开发。\n建成镜湖湾小学。", {("镜湖湾小学", "镜湖湾片区")}),
    ("完成玉泉景区游客中心、亲子酒店建设。", {("玉泉景区游客中心", "玉泉景区"), ("亲子酒店", "玉泉景区")}),
    ("完成玉泉景区游客中心、恒岳酒店建设。", {("玉泉景区游客中心", "玉泉景区")}),
])
def test_areas_hold_what_bears_their_name_and_what_common_words_name_beside_it(sentence, pairs):
    assert {p for p in relations(REVIEW, sentence, "locatedIn") if p[0] != "云溪化工产业园"} == pairs


@pytest.mark.parametrize("sentence, program", [
    ("高质量开展城市更新行动。", "城市更新行动"),
    ("开展城市环境综合整治。", "城市环境综合整治"),
    ("聚力实施港口效能提升攻坚突破。", "港口效能提升攻坚突破"),
    ("持续推进大气污染防治攻坚。", "大气污染防治攻坚"),
    ("实施机器人赋能绿色制造行动。", "机器人赋能绿色制造行动"),
])
def test_what_is_carried_out_may_be_named_by_plain_words(sentence, program):
    assert relations(PLAN, sentence, "organizes") == {("云溪县", program)}


def test_what_has_moved_in_lies_in_the_park_that_was_named_last():
    assert relations(PLAN, "完善镜湖产业园基础设施，推进中水利用、废渣干化等入园项目建设。", "locatedIn") == {
        ("中水利用", "镜湖产业园"), ("废渣干化", "镜湖产业园")}


def test_who_is_led_is_in_the_industry_that_opens_the_sentence():
    assert relations(PLAN, "石油装备产业以创新为着力点，引导云溪机械、青石重工等企业加大投入。", "inIndustry") == {
        ("云溪机械", "石油装备产业"), ("青石重工", "石油装备产业")}


def test_a_title_that_is_to_be_examined_is_hoped_for():
    assert relations(PLAN, "做好镜湖博物馆4A级景区验收工作。", "seeks") == {("镜湖博物馆", "4A级景区")}


def test_projects_after_a_campaign_that_a_class_noun_sums_up_are_parts_of_it():
    sentence = "深入实施“源网荷储”等多能协同工程，开工建设青石储能电站等项目。"
    assert relations(PLAN, sentence, "partOf") == {("青石储能电站", "源网荷储")}


def test_titles_of_a_list_that_is_created_are_hoped_for():
    assert relations(PLAN, "开展国家园林县城、省级文明县城等创建活动。", "seeks") == {
        ("云溪县", "国家园林县城"), ("云溪县", "省级文明县城")}


def test_the_companies_before_a_project_of_a_company_build_it_too():
    sentence = "力争久垣、新禾、云清集团煤转甲醇等项目落地。"
    assert relations(PLAN, sentence, "developedBy") == {("云清集团煤转甲醇", firm) for firm in ("久垣", "新禾", "云清集团")}


def test_what_a_park_gathers_is_not_led_by_the_company_it_rests_on():
    sentence = "依托云禾公司，打造集茶叶、菌菇于一体的千亩生态农业示范园区。"
    assert relations(PLAN, sentence, "leads") == {("云禾公司", "千亩生态农业示范园区")}


@pytest.mark.parametrize(("sentence", "pairs"), [
    ("发挥恒岳、云垣等龙头企业牵引作用，壮大装备制造产业。", {("恒岳", "装备制造产业"), ("云垣", "装备制造产业")}),
    ("云澄新材料产业园以恒岳集团为龙头，引进上下游企业。", {("恒岳集团", "云澄新材料产业园")}),
    ("东湖商圈，以恒岳集团为龙头，加快改造。", {("恒岳集团", "东湖商圈")}),
])
def test_who_leads_a_sector_a_park_or_a_place(sentence, pairs):
    assert relations(PLAN, sentence, "leads") == pairs


def test_who_builds_in_a_park_stands_behind_its_name():
    sentence = "推进云垣五金陶瓷产业园区恒岳公司精密刀具等项目建设。"
    assert ("云垣五金陶瓷产业园区恒岳公司精密刀具", "恒岳公司") in relations(PLAN, sentence, "developedBy")


def test_a_company_that_others_follow_leads_what_rests_on_them():
    assert ("恒岳集团", "航空航天产业集群") in relations(PLAN, "依托恒岳集团、航天科技，打造航空航天产业集群。", "leads")


def test_who_signs_for_a_project_builds_it():
    sentence = "与江澜重工、云川科技成功签约轴承产业制造基地项目。"
    assert ("轴承产业制造基地", "江澜重工") in relations(REVIEW, sentence, "developedBy")
