"""Lists that go on behind a class noun, and lists of works. All names are invented."""

import pytest

from kg.document.reader import lay_out
from kg.extraction.entities import find_mentions
from kg.extraction.pipeline import extract


def test_each_等_closes_a_list_of_its_own(typed):
    text = "突出抓好岳宏豌豆淀粉、道岳新型涂料生产等12个省级重点项目和时岳新型装备制造、宝岳多级锻压等一批市级项目建设。"
    assert typed(text, "Project") == {"岳宏豌豆淀粉", "道岳新型涂料生产", "时岳新型装备制造", "宝岳多级锻压"}


def test_what_goes_on_behind_the_class_noun_is_no_item(typed):
    text = "旧厂用地整治、青少年宫新校区、园区路网等一批重点项目建设全面展开、抓紧推进。"
    assert typed(text, "Project") == {"旧厂用地整治", "青少年宫新校区", "园区路网"}


@pytest.mark.parametrize(("text", "kind", "names"), [
    ("完成岳北电力改造升级、石岭微波基站改扩建等工程。", "Project", {"岳北电力改造升级", "石岭微波基站改扩建"}),
    ("今年建设了西部城区雨水管线及学生通道雨水管线等工程。", "Project", {"西部城区雨水管线", "学生通道雨水管线"}),
    ("深入推进乡土文化传承发展、戏曲精品创优等工程。", "Program", {"乡土文化传承发展", "戏曲精品创优"}),
    ("推进虎泉关、石南庄、平岭等特色小城镇建设。", "Town", {"虎泉关", "石南庄", "平岭"}),
    ("培育浩岳电力、志岳印务、领岳食品3户规上企业。", "Enterprise", {"浩岳电力", "志岳印务", "领岳食品"}),
])
def test_works_towns_and_companies_in_lists(typed, text, kind, names):
    assert names <= typed(text, kind)


@pytest.mark.parametrize(("text", "name"), [
    ("民乐桥、清河三桥建成通车。", "清河三桥"),
    ("完成清河风光带一、二期工程、九三游园等绿化建设。", "清河风光带一、二期工程"),
    ("推进焚烧炉规范运营和恒岳净水厂二期、老城污水管网改扩建等治污项目建设。", "恒岳净水厂二期"),
    ("实施奔腾路北段、祥云路西段翻建工程。", "祥云路西段翻建"),
    ("中恒岳粮油收储精加工物流项目建成投产。", "中恒岳粮油收储精加工物流"),
])
def test_numerals_and_joints_within_names(typed, text, name):
    assert any(found.startswith(name) for found in typed(text, "Project"))


def test_a_list_goes_on_across_a_comma(typed):
    text = "重点实施岳河水系绿化、山前农田林网绿化、清口荒山绿化，居民聚集区绿化、果林基地建设等五项绿化工程。"
    assert {"岳河水系绿化", "山前农田林网绿化", "清口荒山绿化"} <= typed(text, "Project")


@pytest.mark.parametrize(("text", "names"), [
    ("年内实施集中供气、供水及污水管网工程。", {"集中供气、供水及污水管网"}),
    ("完成太岳家具市场建设并投入运营。", {"太岳家具市场"}),
    ("加快人才公寓建设。", {"人才公寓"}),
    ("加强疾控中心建设。", set()),  # a body is made stronger
    ("投资3.7亿元的恒岳粮油收储精加工物流项目9座粮库建成。", {"恒岳粮油收储精加工物流"}),
    ("投资2亿元的省级重点项目进展顺利。", set()),
    ("精准发力谋划项目。", set()),
])
def test_works_that_have_no_name_of_their_own(typed, text, names):
    assert typed(text, "Project") == names


@pytest.mark.parametrize(("text", "names"), [
    ("青莲湖公园二期工程已栽植苗木6万株。", {"青莲湖公园二期工程"}),
    ("历时5年的县医院迁建项目正在搬迁入驻。", {"县医院迁建"}),
    ("岳禾家居商贸城升级改造工程不久就要启用。", {"岳禾家居商贸城升级改造"}),
    ("岳庄村片区改造开始启动。", {"岳庄村片区改造"}),
    ("省级技术改造项目不断增加。", set()),
])
def test_phases_and_works_that_are_called_works_need_no_verb_before_them(typed, text, names):
    assert typed(text, "Project") == names


def test_adjectives_may_stand_between_等_and_the_class_noun(typed):
    text = "岳电科技创新基地、云溪算力调度中心、岳尔数字城市等一批大规模、高品质项目落户云溪。"
    assert "岳尔数字城市" in typed(text, "Project") and "大体量" not in typed(text, "Project")


def test_words_of_the_dictionary_are_companies_among_names_that_it_does_not_have(typed):
    assert typed("重点扶持恒岳、禾垣、华淼、岳九等竹木加工企业。", "Enterprise") == {"恒岳", "禾垣", "华淼", "岳九"}


@pytest.mark.parametrize(("text", "names"), [
    ("完成清口至石岭、石岭至云西界等4个项目建设。", {"清口至石岭", "石岭至云西界"}),
    ("实施振兴西路改造、岳河治理等工程。", {"振兴西路改造", "岳河治理"}),
    ("中医院、妇幼保健院等一批新建项目建成投用。", {"中医院", "妇幼保健院"}),
    ("41个岳东安置区建成投用。", set()),
])
def test_stretches_streets_and_buildings_in_lists(typed, text, names):
    assert typed(text, "Project") == names


def test_parks_may_have_a_floor_space(typed):
    assert "岳西家居产业园" in typed("岳西家居产业园80万平方米标房入驻。", "Park")


def test_a_known_company_is_found_where_its_short_name_opens_a_project():
    text = "宏泽集团产值过亿元。加快宏泽新型装备制造、岳北污水处理厂等项目建设，宏泽大街绿化完成。"
    found = [m.start for m in find_mentions(lay_out(text, name="sample", normalise=False)) if m.name == "宏泽" and m.types == ("Enterprise",)]
    assert found == [text.index("宏泽新型")]


def test_a_quoted_service_is_a_programme_after_any_verb(typed):
    assert "一个窗口管审批" in typed("盘活资源，实现“一个窗口管审批”。", "Program")


def test_roads_that_a_place_has_are_no_projects(typed):
    assert not typed("云溪有岳清、大岳、津岳3条高速过境。", "Project")
    assert "岳清" in typed("建成岳清、大岳两个公园。", "Project")


def test_a_kind_of_projects_is_no_company(typed):
    assert not typed("引进带动作用强的支撑型大项目、好项目落地云溪。", "Enterprise")


def test_parks_whose_nets_are_built_are_no_projects(typed):
    assert "云溪工业园区" not in typed("完善云溪工业园区、清口工业园区道路、燃气管网等基础设施。", "Project")


@pytest.mark.parametrize(("text", "names"), [
    ("加快发展文化产业，岳川影视传媒得到较快发展。", {"岳川影视传媒"}),
    ("恒峪科技入选首批示范企业，云禾新能源顺利挂牌。", {"恒峪科技", "云禾新能源"}),
    ("岳昶生物高端豌豆淀粉等13个重点项目开工建设。", {"岳昶生物"}),
    ("岳昶纺织技改等7个项目先后投产。", {"岳昶纺织"}),
    ("引导资本投早、投小、投硬科技。", set()),
    ("加快绿色科技、现代生物等产业发展。", set()),
    ("成立了清屏银行云溪支行。", {"清屏银行云溪支行"}),
    ("力争九岳停靠、奥岳航模进入省证监局辅导备案。", {"九岳停靠", "奥岳航模"}),
])
def test_short_names_of_companies_end_in_what_they_do(typed, text, names):
    assert typed(text, "Enterprise") == names


@pytest.mark.parametrize(("kind", "text", "name"), [
    ("Park", "启动建设智慧农机制造产业园和康养生物科技园。", "康养生物科技园"),
    ("Park", "引进恒岳循环利用产业园。", "恒岳循环利用产业园"),
    ("Program", "深入开展安全生产大检查。", "安全生产大检查"),
    ("Program", "扎实做好供销社整合改革。", "供销社整合改革"),
    ("Program", "研究制定《云溪市闲置厂房管理办法（暂行）》。", "云溪市闲置厂房管理办法（暂行）"),
    ("Project", "加快云东过江通道建设。", "云东过江通道"),
])
def test_heads_that_hold_other_words_are_found_whole(typed, kind, text, name):
    assert name in typed(text, kind)


@pytest.mark.parametrize(("kind", "text", "name"), [
    ("Project", "年内完成岳山西路至便民中心、北渠路、石庙大街等路段管网敷设。", "岳山西路至便民中心、北渠路、石庙大街等路段管网敷设"),
    ("Project", "实施清屏路等7条路段雨污分流工程。", "清屏路等7条路段雨污分流工程"),
    ("Project", "完成石岭片区、县城D片区道路绿化。", "石岭片区、县城D片区道路绿化"),
    ("Program", "大力开展砂石、浮尘专项整治。", "砂石、浮尘专项整治"),
])
def test_one_work_on_all_things_of_a_list_is_named_by_the_list(typed, kind, text, name):
    assert typed(text, kind) == {name}


@pytest.mark.parametrize("text", [
    "清屏路等5条路段全部通车。",
    "深入开展养犬秩序、占道市场等专项整治。",
    "实施清屏花园等40个小区改造。",
])
def test_a_list_that_is_summed_up_for_itself_is_no_part_of_a_name(typed, text):
    assert not any("、" in name or "等" in name for kind in ("Project", "Program") for name in typed(text, kind))


@pytest.mark.parametrize(("kind", "text", "name"), [
    ("Project", "恒岳60万辆整车及零部件项目开工。", "恒岳60万辆整车及零部件"),
    ("Project", "返迁房一期26栋封顶。", "返迁房一期"),
    ("Project", "净水厂三期工程和深度治理工程抓紧推进。", "深度治理工程"),
    ("Project", "岳昶生物大豆糖、清屏科技园项目先后获评全市“十优项目”。", "岳昶生物大豆糖"),
    ("Project", "完成城乡客运综合枢纽站建设。", "城乡客运综合枢纽站"),
    ("Park", "岳辰众创空间吸引了30家企业。", "岳辰众创空间"),
])
def test_plain_words_name_projects_and_parks_where_the_sentence_shows_it(typed, kind, text, name):
    assert name in typed(text, kind)


def test_the_stretch_in_brackets_belongs_to_the_road(typed):
    assert typed("加快清屏高速（云溪段）建设。", "Facility") == {"清屏高速（云溪段）"}


def test_each_stage_closes_a_list_of_its_own():
    found = extract(lay_out("垣岗高速岳溪段全线贯通、恒岳电子一期投产、青垣大道开工建设。", name="sample", normalise=False))
    assert {(found.mentions[f.mention].name, f.value) for f in found.facts if f.fact == "status"} \
        == {("垣岗高速岳溪段", "Completed"), ("恒岳电子一期", "InOperation"), ("青垣大道", "Started")}
