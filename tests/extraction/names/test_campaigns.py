"""Names of programmes: campaigns, reforms and trials; and of parks that a place has one of. All names are invented."""

import pytest

from kg.document.reader import lay_out
from kg.extraction.entities import find_mentions


def programs(text: str) -> set[str]:
    """The names of programmes in a text."""
    return {m.name for m in find_mentions(lay_out(text, name="sample", normalise=False)) if "Program" in m.types}


@pytest.mark.parametrize(("text", "names"), [
    ("统筹推进林下用水权、碳标签认证、公平准入审查、教学数字化等改革。", {"林下用水权", "碳标签认证", "公平准入审查", "教学数字化"}),
    ("园林管护、养老托育、粮储体制等改革平稳推进。", {"园林管护", "养老托育", "粮储体制"}),
    ("深化教育、医疗、社保等改革。", set()),
    ("全面打击刷单骗贷等犯罪活动，把各项部署付诸行动。", set()),
])
def test_reforms_of_a_list_may_have_plain_words(text, names):
    assert programs(text) == names


@pytest.mark.parametrize(("text", "name"), [
    ("开展绿色微电网试点工作。", "绿色微电网试点"),
    ("开展好镇村产业联动发展县域试点。", "镇村产业联动发展县域试点"),
    ("实施好新一轮护林突破战略行动。", "新一轮护林突破战略行动"),
    ("开展老渡口、镇村结合部治理试点。", "老渡口、镇村结合部治理试点"),
    ("开展玩具质量和餐饮、化妆品安全整治行动。", "玩具质量和餐饮、化妆品安全整治行动"),
    ("坚决打好绿岸、清溪、静夜、清废攻坚战。", "绿岸、清溪、静夜、清废攻坚战"),
    ("开展严厉打击违规囤积、运输、贩卖蛙类专项整治行动。", "严厉打击违规囤积、运输、贩卖蛙类专项整治行动"),
    ("开展重点领域消防隐患专项整治。", "重点领域消防隐患专项整治"),
    ("开展两期“乡镇长带货”活动。", "乡镇长带货活动"),
    ("印发《清口市招商引资政策（试行）》。", "清口市招商引资政策（试行）"),
    ("5个课题列入新一轮突破清西振兴行动优先扶持目录。", "新一轮突破清西振兴行动"),
    ("实施河岸绿化十大工程。", "河岸绿化十大工程"),
    ("“爱清口”获评全市优秀助残品牌。", "爱清口"),
    ("村镇居民眼科医疗补助试点进展顺利。", "村镇居民眼科医疗补助试点"),
])
def test_names_of_campaigns_stay_whole(text, name):
    assert name in programs(text)


def test_joints_within_an_item_of_a_list_of_campaigns():
    text = "实施产能跃升、活力和声誉提升、邻里改善和消防强基、海外能力锻造等“四大工程”，开展扬尘防治、重点河流除氮等专项行动。"
    assert {"活力和声誉提升", "邻里改善和消防强基", "重点河流除氮"} <= programs(text)


def test_aims_with_the_name_of_the_place_share_the_noun_of_making():
    report = "云溪县2024年政府工作报告\n各位代表：\n一、2023年工作回顾\n深化法治云溪、平安云溪建设。\n"
    assert {"法治云溪", "平安云溪"} <= programs(report)


@pytest.mark.parametrize(("text", "names"), [
    ("实施项目带动、开放带动、创新驱动三大战略。", {"项目带动", "开放带动", "创新驱动"}),
    ("大力实施“科教强县”“人才兴县”两大战略。", {"科教强县", "人才兴县"}),
    ("实施“护苗扶新”“清溪沃土”培育计划。", {"护苗扶新", "清溪沃土培育计划"}),
    ("推出“跨镇通办”“一业一码”等改革举措。", {"跨镇通办", "一业一码"}),
    ("加快推进户籍制度、投融资体制、行政审批制度改革。", {"户籍制度改革", "投融资体制改革", "行政审批制度改革"}),
    ("纵深推进国资国企、财税金融、投融资体制改革。", {"国资国企改革", "财税金融改革", "投融资体制改革"}),
    ("完成学区机构、村社管理体制和校车采购制度改革。", {"学区机构改革", "村社管理体制改革", "校车采购制度改革"}),
    ("实施文化繁荣发展十大工程、文旅融合八大行动。", {"文化繁荣发展十大工程", "文旅融合八大行动"}),
    ("实施“1640”和“十百千”工程。", {"1640", "十百千工程"}),
    ("实施商户上市倍增计划。", {"商户上市倍增计划"}),
    ("完成全县供销社统一法人改革。", {"供销社统一法人改革"}),
    ("落实县委“1447”发展战略。", {"1447发展战略"}),
    ("新增“清惠贷”业务。", {"清惠贷"}),
    ("落实商贸服务“倍增”工程和“3182”上市辅导计划。", {"商贸服务倍增工程", "3182上市辅导计划"}),
    ("扎实开展对口支援清西旗工作。", {"对口支援清西旗"}),
    ("“星光+茶旅”等入选全省茶旅典型案例。", {"星光+茶旅"}),
    ("“清口好人”品牌持续打响，“生态清口”平台高效运行。", {"清口好人", "生态清口"}),
])
def test_campaigns_that_share_a_noun_or_a_count(text, names):
    assert names <= programs(text)


@pytest.mark.parametrize(("text", "names"), [
    ("国有渔场改革整合优化提质行动顺利收官。", {"国有渔场改革整合优化提质行动"}),
    ("实施油茶单产提升和良种创建工程。", {"油茶单产提升和良种创建工程"}),
    ("获批全国甜瓜良种提升工程项目县和市级果树绿色节水行动项目县。", set()),
    ("实施“双优196”、校舍环境提质等重大工程。", {"双优196", "校舍环境提质"}),
    ("“三项承诺”全面落实，乡镇敬老院实现“家家通”。", {"三项承诺", "家家通"}),
])
def test_campaigns_with_verbs_and_joints(text, names):
    assert programs(text) == names


@pytest.mark.parametrize(("text", "names"), [
    ("现代渔业产业园通过市级复核。", {"现代渔业产业园"}),
    ("县城工业园区入驻企业达128家。", {"县城工业园区"}),
    ("推进县工业园区、县经济开发区提质升级。", {"县工业园区", "县经济开发区"}),
    ("建设现代渔业产业园3个，各县工业园区加快建设。", set()),
])
def test_parks_that_a_place_has_one_of(text, names):
    assert {m.name for m in find_mentions(lay_out(text, name="sample", normalise=False)) if "Park" in m.types} == names


def test_a_trial_that_a_place_is_chosen_for_is_a_title_and_a_programme():
    found = find_mentions(lay_out("清口县获批国家公立医院改革试点。", name="sample", normalise=False))
    assert ("Honor", "Program") in {m.types for m in found if m.name == "国家公立医院改革试点"}
