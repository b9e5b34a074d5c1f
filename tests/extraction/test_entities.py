"""Mentions of entities, as a reader would mark them. All names are invented."""

import json
from pathlib import Path

import pytest

from kg.document.reader import lay_out
from kg.extraction.entities import find_mentions

CASES = Path(__file__).parent.parent / "cases" / "entities"


def named(text: str) -> dict[str, set[str]]:
    """The names found in a text with their types."""
    found: dict[str, set[str]] = {}
    for mention in find_mentions(lay_out(text, name="sample", normalise=False)):
        found.setdefault(mention.name, set()).update(mention.types)
    return found


@pytest.mark.parametrize("case", sorted(p.name for p in CASES.iterdir()))
def test_golden_case(case):
    """Every expected name is found with its types, and nothing is found that is not listed."""
    expected = json.loads((CASES / case / "expected.json").read_text("utf-8"))
    found = named((CASES / case / "input.txt").read_text("utf-8"))
    assert {name: sorted(types) for name, types in found.items()} == expected


def test_a_listed_project_takes_its_type_from_the_noun_that_sums_the_list_up():
    found = named("加快恒岳光电二期、天禾食品冷链仓储、澄江精密铸造等12个项目建设。")
    assert all("Project" in found[name] for name in ("恒岳光电二期", "天禾食品冷链仓储", "澄江精密铸造"))


def test_a_class_of_things_is_no_entity():
    assert not {"项目", "重点项目", "12个项目", "产业园区"} & set(named("全年实施12个重点项目，建设一批产业园区。"))


def test_a_verb_of_reporting_is_not_part_of_the_name():
    assert "清源生物医药产业园" in named("加快推进清源生物医药产业园建设。")


def test_a_verb_within_a_programme_stays():
    assert "Program" in named("深入实施提振消费惠民行动。").get("提振消费惠民行动", ())


def test_enumeration_commas_within_quotes_do_not_split_a_programme():
    assert "强根基、严管理专项整治" in named("扎实开展“强根基、严管理”专项整治。")


def test_a_title_after_a_verb_of_getting_is_an_honour_and_its_subject_an_enterprise():
    found = named("恒岳光电成功创建国家级绿色工厂。")
    assert "Honor" in found["国家级绿色工厂"] and "Enterprise" in found["恒岳光电"]


@pytest.mark.parametrize(("text", "title"), [
    ("连续三年获省村容整治优胜奖。", "省村容整治优胜奖"),
    ("清源镇通过国家级生态镇（乡）公示和现场核查。", "国家级生态镇（乡）"),
    ("抓好省级旅游度假区创建，秋季前完成验收。", "省级旅游度假区"),
    ("县图书馆获评国家一级图书馆。", "国家一级图书馆"),
    ("我县获得“中国云雾茶之乡”称号。", "中国云雾茶之乡"),
    ("积极争取纳入国家和省级重点帮扶县范围。", "国家和省级重点帮扶县"),
    ("累计建成省级卫生乡镇6个、市级生态村9个。", "市级生态村"),
])
def test_a_title_is_known_by_its_rank_its_noun_and_what_is_said_of_it(text, title):
    assert "Honor" in named(text).get(title, ())


def test_a_class_of_things_of_some_rank_is_no_title():
    found = named("今年安排省级重点项目8个，全县亿元企业达到30家，巩固省属企业改革成果。")
    assert not [name for name, types in found.items() if "Honor" in types]


@pytest.mark.parametrize("text", ["新建农村电气化村12个。", "建成污水治理村。", "新投放通村客车60辆。", "排除中小学危房。", "打造示范园10个。"])
def test_a_description_with_a_head_noun_names_nothing(text):
    assert named(text) == {}


@pytest.mark.parametrize(("text", "name", "kind"), [
    ("加快县医院、县图书馆建设。", "县医院", "PublicBody"),
    ("组建了市疾病预防控制中心。", "市疾病预防控制中心", "PublicBody"),
    ("得到中国云雾茶流通协会的关注。", "中国云雾茶流通协会", "PublicBody"),
    ("继续办好清源冰雪节、药乡养生文化节等活动。", "清源冰雪节", "Event"),
    ("精心组织第九届云洽会。", "第九届云洽会", "Event"),
    ("加强鄱阳湖保护。", "鄱阳湖", "Place"),
])
def test_bodies_events_and_waters(text, name, kind):
    assert kind in named(text).get(name, ())


def test_sectors_are_known_by_their_company():
    found = named("汽车、五金、棉纺织加快发展，一辆汽车驶过。")
    assert all("Industry" in found[name] for name in ("汽车", "五金", "棉纺织"))
    assert "汽车" not in named("一辆汽车驶过。")


def test_a_crop_is_one_where_its_growing_is_spoken_of():
    assert "Product" in named("新增核桃种植2万亩。").get("核桃", ()) and "核桃" not in named("群众吃上了核桃。")


def test_of_several_class_nouns_in_a_row_the_last_is_the_head():
    found = named("清源果蔬冰温库、天禾香菇烘干等上下游产业链项目全部建成投产。")
    assert "Project" in found["清源果蔬冰温库"] and "Industry" not in found["清源果蔬冰温库"]


def test_the_country_within_a_phrase_or_a_name_is_no_mention_of_its_own():
    assert "中国" not in named("坚持中国特色社会主义，会见中国云雾茶流通协会。")


def test_a_county_of_the_citys_own_is_known_by_its_short_name():
    report = lay_out("青田、缙云经济增长较快。", name="sample", division="丽水市", normalise=False)
    assert {m.name for m in find_mentions(report) if m.types[0] == "AdministrativeDivision"} == {"青田", "缙云"}


def test_a_name_found_once_with_certainty_is_found_again_without_context():
    text = "支持恒岳集团做大做强。恒岳集团是我们的朋友。"
    mentions = [m for m in find_mentions(lay_out(text, name="sample", normalise=False)) if m.name == "恒岳集团"]
    assert [text[m.start:m.end] for m in mentions] == ["恒岳集团", "恒岳集团"]


def test_spans_point_at_the_name_in_the_text():
    text = "推进“云品”行动，召开 企业家大会。"
    report = lay_out(text, name="sample", normalise=False)
    for mention in find_mentions(report):
        surface = report.text[mention.start:mention.end]
        assert mention.name == surface.replace("“", "").replace("”", "").replace(" ", "")


def test_slogans_in_quotes_are_no_programmes():
    assert not [n for n, types in named("切实增强“四个意识”，跑出“加速度”。").items() if "Program" in types]


def test_a_person_is_named_before_a_title():
    assert named("省委王建国书记要求加快发展。").get("王建国") == {"Person"}


def test_a_product_is_named_by_its_origin_not_by_what_is_done_with_it():
    assert "Product" in named("推广青田茶叶。").get("青田茶叶", ())
    assert not [n for n, types in named("稳定大枣产量，年出栏肉牛3000头。").items() if "Product" in types and len(n) > 2]


def test_two_waters_joined_by_a_dash_are_two():
    assert {"萍河", "清源湖"} <= set(named("加强萍河—清源湖生态保护。"))


def test_bare_bodies_after_one_of_the_governments_own_are_its_own_too():
    found = named("成立了市疾病预防控制中心、卫生监督所和传染病院。")
    assert all("PublicBody" in found[name] for name in ("市疾病预防控制中心", "卫生监督所", "传染病院"))


def test_fields_in_a_list_are_sectors_only_where_they_hold_a_known_one():
    found = named("加快新能源、生物医药、知识产权等领域合作。")
    assert "Industry" in found["生物医药"] and "知识产权" not in found


def test_a_craft_with_its_origin_is_a_product():
    found = named("青田腐竹、缙云板鸭等特色市场加快发展。")
    assert "Product" in found["青田腐竹"]


def test_a_word_that_holds_a_verb_ends_no_name():
    assert not [n for n in named("开发区长城学校投入使用。") if n.startswith("区")]


def test_a_turn_of_phrase_is_no_place():
    assert not {"绿水青山", "山水林田湖"} & set(named("守护绿水青山，统筹山水林田湖草沙治理。"))


def test_a_section_of_a_road_is_named_from_end_to_end():
    assert "Project" in named("东清高速清源至云溪段开工建设。").get("东清高速清源至云溪段", ())


def test_plenary_meetings_that_share_a_congress_are_one_name():
    assert "Event" in named("贯彻党的十八届三中、四中全会精神。").get("十八届三中、四中全会", ())


@pytest.mark.parametrize(("text", "name"), [
    ("新架设高低压线路260公里。", "高低压线路"),  # measured: a class of things
    ("话剧在清源成功展演。", "清源成功展演"),
    ("清源湖西南遗址考古取得突破。", "西南"),
    ("守护长江黄河上游。", "长江黄河"),
])
def test_what_only_looks_like_a_name(text, name):
    assert name not in named(text)


@pytest.mark.parametrize(("text", "name", "kind"), [
    ("支持海洋矿业、油气业和海水利用业发展。", "海洋矿业", "Industry"),
    ("组建了城市公共事务管理局。", "城市公共事务管理局", "PublicBody"),
    ("跻身全国社会管理创新综合试点城市行列。", "全国社会管理创新综合试点城市", "Honor"),
    ("取得了国家农业综合开发县资格。", "国家农业综合开发县", "Honor"),
    ("自觉接受人大、政协监督。", "人大", "PublicBody"),
    ("清东铁路云溪站及周边规划编制完成。", "清东铁路云溪站", "Facility"),
])
def test_names_of_all_types(text, name, kind):
    assert kind in named(text).get(name, ())


@pytest.mark.parametrize(("text", "name"), [
    ("深入开展“净城净村”行动。", "净城净村"),
    ("初中升高中比例提高。", "初中升高中"),
    ("支持清源理工大学建设高水平大学。", "清源理工大学建设高水平大学"),
    ("打通清源坑洼路、搓板路。", "坑洼路"),
])
def test_words_that_make_no_name_with_their_head(text, name):
    assert not {"Place", "PublicBody", "Facility"} & named(text).get(name, set())


def test_a_village_in_a_list_is_no_bridge():
    types = named("东清、西清、云溪桥等13个示范村开工建设。")["云溪桥"]
    assert "Place" in types and "Facility" not in types


def test_a_device_that_enters_trials_is_a_product():
    assert "Product" in named("研发的电子闪疗设备进入临床试验。").get("电子闪疗设备", ())


@pytest.mark.parametrize(("text", "name"), [
    ("建成清源县一馆两中心。", "一馆两中心"),
    ("晨光大街南延（至云能路）工程开工。", "至云能路"),
    ("②青田河治理完成。", "②青田河"),
])
def test_tallies_ends_and_numbering_open_no_name(text, name):
    assert name not in named(text)
