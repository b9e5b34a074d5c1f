"""Works that plain words name, and works that several things share. All names are invented."""

import pytest

from kg.document.reader import lay_out
from kg.extraction.pipeline import extract


@pytest.mark.parametrize(("text", "name"), [
    ("实施森林防火预警项目，添置巡护设备。", "森林防火预警"),
    ("推进石岭灌区续建配套与节水改造项目。", "石岭灌区续建配套与节水改造"),
    ("实施全县水系贯通工程。", "水系贯通工程"),
    ("逐步实施雨污分流工程。", "雨污分流工程"),
    ("完成“引云入溪”水利工程。", "引云入溪水利工程"),
    ("完成平岭至石溪道路改建。", "平岭至石溪道路改建"),
    ("加快振岳酒楼、县医院迁建等工程施工。", "县医院迁建"),
    ("云岳第二条日产260吨豆奶粉生产线建成投产。", "云岳第二条日产260吨豆奶粉生产线"),
    ("加快建设恒岳食品年产3万吨速冻蔬菜、天禾黑谷三产融合等农产品加工项目。", "天禾黑谷三产融合"),
    ("青禾银帆软件外包基地、恒岳食品等项目如期投产。", "青禾银帆软件外包基地"),
    ("完成新型档案馆试点建设和数字云溪二期工程。", "数字云溪二期工程"),
    ("完成云岭寨8万对山鹑养殖、青岭原种猪场和石溪果园建设。", "云岭寨8万对山鹑养殖"),
    ("抓紧建设大溪湾海洋创新港、综合性国家科学中心。", "综合性国家科学中心"),
    ("污泥焚烧发电、建筑渣土消纳场年内建成。", "建筑渣土消纳场"),
    ("大恒果品、岭东清豆坊6月份具备投产条件。", "大恒果品"),
    ("抓好社区养老信息化平台建设。", "社区养老信息化平台"),
    ("清万线、十岭线加快推进。", "清万线"),
    ("完成958国道云溪集镇段东移、义清公路等主体工程。", "958国道云溪集镇段东移"),
    ("东岭工业园区1#厂房三季度完成主体。", "东岭工业园区1#厂房"),
    ("清岳科技园道路及管网建设全面完成。", "清岳科技园道路及管网"),
    ("木材物流园区市政配套设施10月底全部竣工。", "木材物流园区市政配套设施"),
    ("谋划实施移民新村屋顶分布式光伏项目。", "移民新村屋顶分布式光伏"),
    ("恒岳T3大型MPV项目获省政府科技创新一等奖。", "恒岳T3大型MPV"),
])
def test_what_is_done_or_called_a_project_names_a_work(typed, text, name):
    assert name in typed(text, "Project")


@pytest.mark.parametrize("text", [
    "开展地下管线普查项目核查。",  # projects of a kind, which are looked at
    "实施招商引资项目。",
    "推进文明车站、文明校园、文明商场建设。",
    "5个省级现代物流业重点项目、3个市级农业重点项目有序推进。",
    "获批全省果蔬绿色高效行动项目县。",
    "完成用地报批及杆线迁改。",
])
def test_kinds_of_works_are_no_project(typed, text):
    assert not typed(text, "Project")


@pytest.mark.parametrize(("text", "kind"), [
    ("小学段、初中段教学水平走在前列。", "Facility"),
    ("落实《关于规范工业园区管理推动产业升级的意见》。", "Park"),
    ("人才、资金等资源集中向园区倾斜。", "Park"),
    ("开创云溪高质量高速发展新天地。", "Facility"),
])
def test_nouns_of_building_within_other_words_name_nothing(typed, text, kind):
    assert not typed(text, kind)


@pytest.mark.parametrize(("text", "name"), [
    ("完成A片区、岭石口、东溪营棚户区改造任务。", "A片区、岭石口、东溪营棚户区改造"),
    ("推进云河、清河、岭河水质治理。", "云河、清河、岭河水质治理"),
])
def test_places_with_one_plain_work_are_one_project(typed, text, name):
    assert name in typed(text, "Project")


def test_a_list_of_names_between_commas_is_read_to_its_class_noun(typed):
    text = "云岳集团尿素，清恒集团焦化一期，长溪、大青天然气管输，恒岳集团烧碱，四岭公司硅锰等项目建成投产。"
    names = {"云岳集团尿素", "清恒集团焦化一期", "长溪天然气管输", "大青天然气管输", "恒岳集团烧碱", "四岭公司硅锰"}
    assert names <= typed(text, "Project")
    found = extract(lay_out(text, name="sample", normalise=False))
    assert names <= {found.mentions[f.mention].name for f in found.facts if f.value == "InOperation"}


@pytest.mark.parametrize(("text", "kind", "names"), [
    ("新建中医院、儿童福利院和疾控中心。", "PublicBody", {"中医院", "儿童福利院", "疾控中心"}),
    ("开工建设县级人力资源市场。", "Project", {"人力资源市场"}),
    ("推进石岭水质监测台站、水文局业务用房建设。", "Facility", {"石岭水质监测台站", "水文局业务用房"}),
    ("改造提升桃花苑和金岳广场。", "Facility", {"桃花苑", "金岳广场"}),
    ("县城西环路、南环路建设全面提速。", "Facility", {"县城西环路", "南环路"}),
    ("新建东岭支渠、清溪沟、三干渠4处水系公园。", "Project", {"东岭支渠", "三干渠"}),
    ("完成投资730万元的食品监督所办公楼建设。", "Facility", {"食品监督所办公楼"}),
    ("启动投资1900万元的云岳北线石家营段4.2公里改线工程。", "Project", {"云岳北线石家营段4.2公里改线工程"}),
    ("重点实施岳青路硬化、绿化、美化工程。", "Project", {"岳青路硬化、绿化、美化工程"}),
    ("建设人力资源和社会保障培训中心。", "Facility", {"人力资源和社会保障培训中心"}),
    ("支持云岳煤液化项目和恒岳公司树脂项目。", "Project", {"云岳煤液化"}),
])
def test_public_buildings_and_works_after_verbs_of_building(typed, text, kind, names):
    assert names <= typed(text, kind)


@pytest.mark.parametrize("text", ["新建农贸市场3个。", "搞好对入驻项目的服务。", "关闭云岳造纸厂、县造纸厂的造纸生产线。", "突出质量和速度抓项目。"])
def test_classes_and_what_is_closed_down_are_no_projects(typed, text):
    assert not typed(text, "Project")


def test_a_road_within_the_name_of_a_bridge_is_a_facility_of_its_own(typed):
    assert {"清河北路", "清河北路云沟桥"} <= typed("清河北路云沟桥实现通车。", "Facility")


@pytest.mark.parametrize(("text", "names"), [
    ("推进集中供热和管道天然气工程。", {"集中供热", "管道天然气"}),
    ("实施污水管网改造。", {"污水管网改造"}),
    ("完成清溪、龙岭污水处理一期管网扩建工程。", {"龙岭污水处理一期管网扩建工程"}),  # the first item holds the verb and has no noun of building
    ("推进城南水厂（一期）建设项目、七岭风景区（二期）工程。", {"城南水厂（一期）", "七岭风景区（二期）工程"}),
    ("贴片元件、高岭电子产业园等9个产业类和基建类项目开工。", {"贴片元件", "高岭电子产业园"}),
])
def test_nets_and_supplies_that_are_built_need_no_name(typed, text, names):
    assert names <= typed(text, "Project")


def test_nets_that_are_counted_or_spoken_of_are_no_project(typed):
    assert not typed("新建污水管网12公里，集中供热面积达到200万平方米。", "Project")


def test_money_before_each_item_of_a_list_is_that_item_s():
    found = extract(lay_out("总投资50亿元的恒岳材料产业园、30亿元的天溪隔膜等项目签约落地。完成总投资8亿元的岳南棚改。", name="sample", normalise=False))
    money = {(found.mentions[f.mention].name, f.value) for f in found.facts if f.fact == "investment"}
    assert money == {("恒岳材料产业园", "50"), ("天溪隔膜", "30"), ("岳南棚改", "8")}


@pytest.mark.parametrize(("text", "names"), [
    ("加快投资3.6亿元的金岳城、投资2.1亿元的青禾印象等棚户区改造步伐。", {"金岳城", "青禾印象"}),
    ("推动总投资100亿元的云岳蓄能电站、80亿元的清江航电枢纽纳入国家规划。", {"清江航电枢纽"}),
    ("完成总投资16亿元的A片区、岭石口、东溪营棚户区改造。", {"A片区、岭石口、东溪营棚户区改造"}),
    ("恒岳化工20万吨/年己内酰胺、天岳石化30万吨聚丙烯装置建成投产。", {"恒岳化工20万吨/年己内酰胺", "天岳石化30万吨聚丙烯装置"}),
    ("启动石溪大桥拆除重建，完成和平街历史文化街区保护利用。", {"石溪大桥拆除重建", "和平街历史文化街区保护利用"}),
    ("完成清溪河、石岭河、青沙河3条中小河流治理。", {"清溪河、石岭河、青沙河3条中小河流治理"}),
])
def test_sums_and_capacities_tell_works(typed, text, names):
    assert names <= typed(text, "Project")


def test_vehicles_that_are_counted_are_no_plant(typed):
    assert not typed("40辆纯电动公交车、30辆出租车投入运行。", "Project")


@pytest.mark.parametrize(("text", "names"), [
    ("办好8项利民工程，城建工程占2项：（1）清溪大街南延工程（2）新岭公园一期工程。", {"清溪大街南延", "新岭公园一期工程"}),
    ("沼气提纯发电项目建设完工。", {"沼气提纯发电"}),
    ("石岭西坡滑坡治理工程、清河田园示范工程等陆续启动。", {"石岭西坡滑坡治理工程"}),
    ("推进了南溪、岭北等旧村改造。", {"南溪", "岭北"}),
    ("推进热力外输通道建设。", {"热力外输通道"}),
    ("推进县、乡两级矛盾调解中心建设。", {"矛盾调解中心"}),
    ("以谋划的岳岭广场北延为轴线。", {"岳岭广场北延"}),
    ("建设云岭农机海外仓。", {"云岭农机海外仓"}),
])
def test_numbered_lists_and_works_that_open_a_clause(typed, text, names):
    assert {n.removesuffix("工程") for n in names} <= {n.removesuffix("工程") for n in typed(text, "Project")}


@pytest.mark.parametrize("text", [
    "严控高耗水、高排放项目落地建设。",
    "推动资金向优质项目靠拢、人才向优质项目流动。",
    "持续实施质量强省体系建设工程。",  # a campaign
    "坚持一抓（着力抓好港区和项目建设）两促（促进渔业增产、促进渔民增收）。",
    "提高教育、养老、环保类项目比重。",
])
def test_aims_and_what_is_forbidden_are_no_projects(typed, text):
    assert not typed(text, "Project")


@pytest.mark.parametrize(("text", "kind", "names"), [
    ("灵岭、东岭风电工程及石口220千伏清溪输变电工程动工建设。", "Project", {"灵岭", "东岭风电工程"}),
    ("推进歌舞剧院、图书馆、博物馆三大建筑建设。", "Project", {"图书馆", "博物馆"}),
    ("完成石溪、青岭3个千吨级码头项目前期。", "Project", {"石溪", "青岭"}),
    ("实现地铁17号线结构贯通。", "Facility", {"地铁17号线"}),
    ("岭溪高速石头岭出口开通。", "Facility", {"岭溪高速石头岭出口"}),
])
def test_lines_exits_and_lists_that_a_noun_sums_up(typed, text, kind, names):
    assert names <= typed(text, kind)


def test_a_verb_with_了_builds_as_well(typed):
    assert {"职中实训楼", "县一中科技楼"} <= typed("新建了县一中科技楼、职中实训楼。", "Project")


@pytest.mark.parametrize("text", ["农网二期改造工程全面竣工。", "实施测土配方施肥、农机化示范等农业项目。", "双溪水电站扩机增容工程并网发电。"])
def test_words_of_works_are_no_companies(typed, text):
    assert not typed(text, "Enterprise")


@pytest.mark.parametrize(("text", "kind", "names"), [
    ("建成石岭镇、青岭镇综合文化站，启动清江书院修复。", "Project", {"青岭镇综合文化站", "清江书院修复"}),
    ("实施东岭广场综合整治。", "Project", {"东岭广场综合整治"}),
    ("建成岭溪高铁、云岭城际。", "Facility", {"岭溪高铁", "云岭城际"}),
    ("除险加固清溪、石岭等12座小型水库。", "Project", {"清溪", "石岭"}),
    ("启动岭溪第三座220千伏输变电工程前期工作。", "Facility", {"220千伏输变电"}),
])
def test_what_is_done_to_streets_and_buildings(typed, text, kind, names):
    assert names <= typed(text, kind)


def test_substations_that_are_counted_have_no_name(typed):
    assert "110千伏变电站" not in typed("新建3座110千伏变电站。", "Facility")


def test_bare_names_joined_by_和_share_the_noun_of_the_last(typed):
    assert {"石溪大桥", "清江大桥"} <= typed("加快石溪和清江大桥建设。", "Project")
    assert "阳岭大街北延（云溪段）工程" in typed("完成阳岭大街北延（云溪段）工程。", "Project")
    assert "文化中心" not in typed("推进文化和体育中心建设。", "Facility")


@pytest.mark.parametrize(("text", "names"), [
    ("完成东岭片区1#、2#、3#地块安置房建设。", {"东岭片区1#、2#、3#地块安置房"}),
    ("推进2号、3号机组超低排放改造。", {"2号、3号机组超低排放改造"}),
    ("完成7.8公里环城路、4.5公里滨江大道和6座桥梁建设。", {"环城路", "滨江大道"}),
    ("建成“一溪两岸”景观工程。", {"一溪两岸景观工程"}),
])
def test_numbered_things_are_one_name_and_counted_ones_none(typed, text, names):
    assert typed(text, "Project") == names


def test_the_outfit_of_a_class_of_places_is_no_work(typed):
    assert not typed("改善渔港基础设施建设，完成景区配套设施建设。", "Project")


def test_lines_of_production_are_no_roads(typed):
    assert not typed("生产线、流水线建成投产。", "Project")


def test_a_class_of_campaigns_that_sums_up_a_list_is_none(typed):
    assert "专项整治行动" not in typed("集中开展门头招牌、街边洗车、渡口秩序等专项整治行动。", "Program")


def test_a_campaign_in_quotes_is_no_company(typed):
    assert not typed("持续实施服装业“智改数转”与新型技改。", "Enterprise")


def test_what_is_forbidden_is_no_project(typed):
    assert not typed("严禁新上高耗水、高污染项目。", "Project")


def test_the_park_of_the_seat_is_named_by_its_noun_where_something_is_told_of_it(typed):
    assert typed("高新区获评全省“双创”示范基地。", "Park") == {"高新区"}
    assert not typed("支持各类开发区发展。", "Park")


@pytest.mark.parametrize("name", ["节能减排攻坚战", "基本公共服务行动计划"])
def test_wars_and_plans_of_action_are_named_by_plain_fields(typed, name):
    assert typed(f"推进{name}。", "Program") == {name}
