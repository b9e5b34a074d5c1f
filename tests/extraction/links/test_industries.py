"""Which industry things are in: by leads, topics and the words around them."""

import pytest


@pytest.mark.parametrize("text, pairs", [
    ("大力发展商贸物流业，加快推进青石国际会展中心项目建设。", {("青石国际会展中心", "商贸物流业")}),
    ("以青石影视公司、凤山文化、云溪皮影为代表的文化产业势头强劲。", {("青石影视公司", "文化产业")}),
    ("引导恒岳药业、青石制药等企业做强生物医药产业。", {("恒岳药业", "生物医药产业"), ("青石制药", "生物医药产业")}),
    ("壮大旅游业。旅游方面，加快玉泉景区、青石古镇等项目建设。", {("玉泉景区", "旅游业"), ("青石古镇", "旅游业")}),
    ("夯实发展根基，提升产业能级。大力发展电子商务。加快青石众创空间建设。", {("青石众创空间", "电子商务")}),
    ("以康养业为突破口，拉动山区经济。加快青石古镇建设。", {("青石古镇", "康养业")}),
])
def test_things_are_in_the_industry_that_leads_them(stated, text, pairs):
    assert stated("plan", text, "inIndustry") == pairs


@pytest.mark.parametrize("sentence, pairs", [
    ("镜湖经开区以装备制造为主导产业。", {("镜湖经开区", "装备制造")}),
    ("镜湖经开区围绕装备制造、新材料两大主导产业，加快延链补链。", {("镜湖经开区", "装备制造"), ("镜湖经开区", "新材料")}),
    ("在镜湖经开区布局新能源产业。", {("镜湖经开区", "新能源产业")}),
])
def test_a_park_stands_for_industries_in_many_words(stated, sentence, pairs):
    assert stated("plan", sentence, "focusesOn") == pairs


def test_who_leads_an_industry_is_in_it(stated):
    assert stated("plan", "以恒岳新材、云清科技为龙头，做大新材料产业。", "inIndustry") == {("恒岳新材", "新材料产业"), ("云清科技", "新材料产业")}


def test_companies_that_stand_for_a_sector_may_have_bare_names(stated):
    assert stated("review", "以恒岳、云泰为代表的纺织产业壮大。", "inIndustry") == {("恒岳", "纺织产业"), ("云泰", "纺织产业")}
    assert stated("review", "以太阳能、石墨烯为代表的新材料产业壮大。", "inIndustry") == set()
