"""Names of programmes: campaigns, reforms and trials; and of parks that a place has one of. All names are invented."""

import pytest

from kg.document.reader import lay_out
from kg.extraction.entities import find_mentions


def programs(text: str) -> set[str]:
    """The names of programmes in a text."""
    return {m.name for m in find_mentions(lay_out(text, name="sample", normalise=False)) if "Program" in m.types}


@pytest.mark.parametrize(("text", "names"), [
    ("统筹推进林下用水权、碳标签认证、公平准入审查、教学数字化等改革。", {"林下用水权", "碳标签认证", "公平准入审查", "教学数字化"}),
    ("综合行政执法、教育医疗、财税体制等改革进展顺利。", {"综合行政执法", "教育医疗", "财税体制"}),
    ("深化教育、医疗、社保等改革。", set()),
    ("全面打击网络诈骗等违法犯罪活动，把各项部署付诸行动。", set()),
])
def test_reforms_of_a_list_may_have_plain_words(text, names):
    assert programs(text) == names


@pytest.mark.parametrize(("text", "name"), [
    ("开展绿色微电网试点工作。", "绿色微电网试点"),
    ("开展好城乡产业协同发展县域试点。", "城乡产业协同发展县域试点"),
    ("实施好新一轮找矿突破战略行动。", "新一轮找矿突破战略行动"),
    ("开展城中村、城乡结合部治理试点。", "城中村、城乡结合部治理试点"),
    ("开展产品质量和食品、药品安全整治行动。", "产品质量和食品、药品安全整治行动"),
    ("坚决打好蓝天、碧水、净土、清废攻坚战。", "蓝天、碧水、净土、清废攻坚战"),
    ("开展严厉打击违法生产、运输、销售爆竹专项整治行动。", "严厉打击违法生产、运输、销售爆竹专项整治行动"),
    ("开展重点领域安全生产专项整治。", "重点领域安全生产专项整治"),
    ("开展两期“乡镇长带货”活动。", "乡镇长带货活动"),
    ("印发《清口市招商引资政策（试行）》。", "清口市招商引资政策（试行）"),
    ("2个事项列入新一轮突破清西崛起行动重点支持事项清单。", "新一轮突破清西崛起行动"),
    ("实施造林绿化十大工程。", "造林绿化十大工程"),
    ("“爱清口”获评全省优秀社会救助品牌。", "爱清口"),
    ("城镇居民基本医疗保险试点进展顺利。", "城镇居民基本医疗保险试点"),
])
def test_names_of_campaigns_stay_whole(text, name):
    assert name in programs(text)


def test_joints_within_an_item_of_a_list_of_campaigns():
    text = "实施产能跃升、活力和能级提升、民生改善和安全强基、国际化能力锻造等“四大工程”，开展扬尘防治、重点河流除氮等专项行动。"
    assert {"活力和能级提升", "民生改善和安全强基", "重点河流除氮"} <= programs(text)


def test_aims_with_the_name_of_the_place_share_the_noun_of_making():
    report = "云溪县2024年政府工作报告\n各位代表：\n一、2023年工作回顾\n深化法治云溪、平安云溪建设。\n"
    assert {"法治云溪", "平安云溪"} <= programs(report)


@pytest.mark.parametrize(("text", "names"), [
    ("实施项目带动、开放带动、创新驱动三大战略。", {"项目带动", "开放带动", "创新驱动"}),
    ("大力实施“科教强县”“人才兴县”两大战略。", {"科教强县", "人才兴县"}),
    ("实施“育苗扶壮”“清溪雨林”培育计划。", {"育苗扶壮", "清溪雨林培育计划"}),
    ("推出“跨镇通办”“一业一码”等改革举措。", {"跨镇通办", "一业一码"}),
    ("加快推进户籍制度、投融资体制、行政审批制度改革。", {"户籍制度改革", "投融资体制改革", "行政审批制度改革"}),
    ("纵深推进国资国企、财税金融、投融资体制改革。", {"国资国企改革", "财税金融改革", "投融资体制改革"}),
    ("完成党政机构、镇街管理体制和公务用车制度改革。", {"党政机构改革", "镇街管理体制改革", "公务用车制度改革"}),
    ("实施文化繁荣发展十大工程、文旅融合八大行动。", {"文化繁荣发展十大工程", "文旅融合八大行动"}),
    ("实施“1640”和“十百千”工程。", {"1640", "十百千工程"}),
    ("实施企业上市倍增计划。", {"企业上市倍增计划"}),
    ("完成全县农商行统一法人改革。", {"农商行统一法人改革"}),
    ("落实县委“1447”发展战略。", {"1447发展战略"}),
    ("新增“清惠贷”业务。", {"清惠贷"}),
    ("落实金融服务“翻番”工程和“2161”挂牌上市计划。", {"金融服务翻番工程", "2161挂牌上市计划"}),
    ("扎实开展对口支援清西旗工作。", {"对口支援清西旗"}),
    ("“星光+文旅”等入选全国文旅典型案例。", {"星光+文旅"}),
    ("“清口好人”品牌持续打响，“生态清口”平台高效运行。", {"清口好人", "生态清口"}),
])
def test_campaigns_that_share_a_noun_or_a_count(text, names):
    assert names <= programs(text)


@pytest.mark.parametrize(("text", "names"), [
    ("国有林场改革攻坚深化提升行动顺利收官。", {"国有林场改革攻坚深化提升行动"}),
    ("实施粮食单产提升和高产创建工程。", {"粮食单产提升和高产创建工程"}),
    ("获批全国甜瓜单产提升工程项目县和省级果树绿色高效行动项目县。", set()),
    ("实施“双优196”、校舍环境提质等重大工程。", {"双优196", "校舍环境提质"}),
    ("“三条保障线”全面落实，乡镇中心学校实现“校校通”。", {"三条保障线", "校校通"}),
])
def test_campaigns_with_verbs_and_joints(text, names):
    assert programs(text) == names


@pytest.mark.parametrize(("text", "names"), [
    ("现代农业产业园通过省级认定。", {"现代农业产业园"}),
    ("县城工业园区入驻企业达136家。", {"县城工业园区"}),
    ("推进县工业园区、县经济开发区提质升级。", {"县工业园区", "县经济开发区"}),
    ("建设现代农业产业园3个，各县工业园区加快建设。", set()),
])
def test_parks_that_a_place_has_one_of(text, names):
    assert {m.name for m in find_mentions(lay_out(text, name="sample", normalise=False)) if "Park" in m.types} == names


def test_a_trial_that_a_place_is_chosen_for_is_a_title_and_a_programme():
    found = find_mentions(lay_out("清口县获批国家公立医院改革试点。", name="sample", normalise=False))
    assert ("Honor", "Program") in {m.types for m in found if m.name == "国家公立医院改革试点"}
