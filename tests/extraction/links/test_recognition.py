"""Titles: which of them a sentence names, and who got or hopes for them."""

import pytest


@pytest.mark.parametrize("sentence, pairs", [
    ("云溪获得“中国竹编名城”和“中国陶瓷产业基地”称号。", {("云溪县", "中国竹编名城"), ("云溪县", "中国陶瓷产业基地")}),
    ("军地共建成果丰硕，获得了“全省就业模范城”殊荣。", {("云溪县", "全省就业模范城")}),
    ("云溪被国家列为青云山片区产业振兴试点县。", {("云溪县", "青云山片区产业振兴试点县")}),
    ("乡道焕然一新，荣获“四好农村路”全国示范县。", {("云溪县", "四好农村路全国示范县")}),
    ("清源镇认定为首批和美乡村标兵省级示范区。", {("清源镇", "首批和美乡村标兵省级示范区")}),
    ("成功创建三级乙等康复保健院。", {("云溪县", "三级乙等康复保健院")}),
    ("清源镇小石各庄被评为全省果业发展示范村。", {("清源镇小石各庄", "全省果业发展示范村")}),
])
def test_titles_are_told_by_quotes_ranks_and_passive_verbs(stated, sentence, pairs):
    assert stated("review", sentence, "awarded") == pairs


@pytest.mark.parametrize("sentence, title", [
    ("国家绿色化工中试平台获批。", "国家绿色化工中试平台"),
    ("全国水价形成综合改革试点获批。", "全国水价形成综合改革试点"),
    ("全国农村广播先进县通过评审。", "全国农村广播先进县"),
    ("农村供水管理改革获评全省工作先进县。", "全省工作先进县"),
    ("建成全国唯一林养结合示范县。", "全国唯一林养结合示范县"),
])
def test_titles_of_a_division_are_its_own_without_a_subject_too(stated, sentence, title):
    assert stated("review", sentence, "awarded") == {("云溪县", title)}


@pytest.mark.parametrize("sentence, titles", [
    ("完成省级生态康养示范区挂牌，开展国家级生态康养示范区申报。", {"省级生态康养示范区", "国家级生态康养示范区"}),
    ("力争达到国家卫生城市验收标准。", {"国家卫生城市"}),
    ("以省级文明镇区创建为牵引，打造宜居城市。", {"省级文明镇区"}),
    ("加快创建国家森林城市步伐。", {"国家森林城市"}),
    ("积极争取全国乡村振兴示范县试点。", {"全国乡村振兴示范县试点"}),
])
def test_titles_are_hoped_for_in_many_words(stated, sentence, titles):
    assert stated("plan", sentence, "seeks") == {("云溪县", title) for title in titles}


@pytest.mark.parametrize("sentence", ["创建“青松绽放”文明实践中心品牌。", "引导企业创建知名品牌。"])
def test_a_brand_that_is_made_is_no_title(stated, sentence):
    assert not stated("plan", sentence, "seeks")


def test_a_quoted_title_that_is_created_is_told_by_its_noun(stated):
    assert stated("plan", "推进玉泉景区、石马岭“和美乡村示范区”创建工作。", "seeks") == {("玉泉景区", "和美乡村示范区")}


@pytest.mark.parametrize("sentence, pairs", [
    ("机关事务管理局获评国家级节约型示范单位，青石司法所获评全国先进司法所。", {("机关事务管理局", "国家级节约型示范单位")}),
    ("全市领先，位列全国营商环境百强区第35位。", {("云溪县", "全国营商环境百强区")}),
    ("成功摘得“中国天然氧吧”金字招牌。", {("云溪县", "中国天然氧吧")}),
    ("云溪中学创成省级示范性高中。", {("云溪中学", "省级示范性高中")}),
    ("获国务院督查激励表彰。", {("云溪县", "国务院督查激励")}),
])
def test_titles_keep_to_their_own_clause_and_end_before_places_and_praise(stated, sentence, pairs):
    assert stated("review", sentence, "awarded") == pairs


@pytest.mark.parametrize("sentence, titles", [
    ("全力冲刺全国百强县。", {"全国百强县"}),
    ("加快省级生态文明示范县建设。", {"省级生态文明示范县"}),
    ("巩固省级清爽城市创建成果。", set()),
    ("培育全国百强县3个。", set()),
])
def test_a_title_of_the_own_division_is_hoped_for_with_any_verb_of_the_plan(stated, sentence, titles):
    assert stated("plan", sentence, "seeks") == {("云溪县", title) for title in titles}


def test_a_verb_of_hope_before_the_time_is_nobody(stated):
    assert stated("plan", "力争年内创建国家卫生县城。", "seeks") == {("云溪县", "国家卫生县城")}


def test_a_title_of_parks_goes_to_the_park_that_the_paragraph_spoke_of(stated):
    text = "清源经济开发区建设加快。全年财政收入增长8%。被省政府评为省级先进开发区。"
    assert stated("review", text, "awarded") == {("清源经济开发区", "省级先进开发区")}


def test_who_gets_a_title_with_its_rank_may_be_two_that_a_word_joins(stated):
    assert stated("review", "恒岳和清泉高新轴承获国家“清洁工厂”称号。", "awarded") == {("恒岳", "国家清洁工厂"), ("清泉高新轴承", "国家清洁工厂")}


def test_a_title_whose_creation_has_passed_is_had(stated):
    assert stated("review", "国家园林县城创建通过市级验收。", "awarded") == {("云溪县", "国家园林县城")}
