"""Companies, people, meetings and goods as their sentence shows them. All names are invented but those of the national groups."""

import pytest


@pytest.mark.parametrize(("text", "firm"), [
    ("加快禾立泰骨瓷系列产品技改、云澄机电扩能等项目建设。", "禾立泰"),
    ("禾木垣保GMP制剂基地、云澄大厦等项目开工。", "禾木垣保"),
    ("垣泰甲醇、云澄大厦等项目建成。", "垣泰"),
    ("凤凰第三套秸秆制醇、云澄大厦等项目建成。", "凤凰"),  # called like a county
    ("抓好中为硅基薄膜二期、云澄大厦等项目建设。", "中为"),  # 为 is part of the name
])
def test_a_company_opens_the_name_of_the_work_on_its_goods(typed, text, firm):
    assert firm in typed(text, "Enterprise")


@pytest.mark.parametrize("text", [
    "启动云澄中学扩建、石岭公路改扩建等项目。",
    "加快煤转甲醇、肉鸽屠宰等项目建设。",
    "整治小漂染、石材加工、零件铸造、金属熔炼等“散乱污”企业。",
    "新增“瞪羚”“专精特新”等企业32家。",
    "完成石岭一带石灰粉尘污染治理，整顿规模企业院容院貌。",
])
def test_schools_goods_and_classes_are_no_companies(typed, text):
    assert not typed(text, "Enterprise")


def test_a_company_is_known_again_by_its_short_name(typed):
    text = "云垣集团纳税过亿元。\n云垣毛巾畅销各地。\n"
    assert typed(text, "Enterprise") == {"云垣集团", "云垣"}
    assert typed("云垣集团纳税过亿元。\n发展云垣产业。\n", "Enterprise") == {"云垣集团"}


@pytest.mark.parametrize(("text", "events"), [
    ("承办全省果业扶贫现场会，召开全县教育大会、全县招商引资工作会议。", {"全省果业扶贫现场会", "全县教育大会", "全县招商引资工作会议"}),
    ("全国部分省份医改交流会在我县召开。", {"全国部分省份医改交流会"}),
    ("在第九届全国乡镇运动会和第八届全国盲人运动会上赢得佳绩。", {"第九届全国乡镇运动会", "第八届全国盲人运动会"}),
    ("举办全国茶艺交流会暨云溪县第六届茶艺大赛。", {"全国茶艺交流会", "云溪县第六届茶艺大赛"}),
])
def test_meetings_keep_who_gathers_and_are_two_when_held_together(typed, text, events):
    assert typed(text, "Event") == events


@pytest.mark.parametrize(("text", "people"), [
    ("涌现出森林消防英雄王建垣、见义勇为青年赵小禾等先进模范。", {"王建垣", "赵小禾"}),
    ("涌现出李明澄、王秀禾等一批先进模范。", {"李明澄", "王秀禾"}),
    ("潘素禾同志荣获“道德模范”称号，孟祥垣事迹感动中国。", {"潘素禾", "孟祥垣"}),
    ("弘扬劳模精神、工匠精神，运动员成绩优异，模范单位大幅增加。", set()),
])
def test_people_are_named_after_words_of_praise(typed, text, people):
    assert typed(text, "Person") == people


@pytest.mark.parametrize(("text", "goods"), [
    ("大枣发展到25万亩，肉牛达到2.3万头。", {"大枣", "肉牛"}),
    ("《云上歌》热播，当代舞《石语》获奖，《云溪县产业规划》出版。", {"云上歌", "石语"}),
])
def test_crops_and_works_are_products(typed, text, goods):
    assert typed(text, "Product") == goods


def test_ministries_of_a_list_are_bodies(typed):
    assert typed("国管局、国土部等国家部委到我县调研。", "PublicBody") == {"国土部", "国管局"}


@pytest.mark.parametrize(("text", "firms"), [
    ("云垣科技公司获评省级工厂，加快科技公司发展。", {"云垣科技公司"}),  # a class noun names where no word stands before it
    ("支持恒岳新材申报国家级企业技术中心。", {"恒岳新材"}),
    ("支持云垣“二次创业”，支持中小企业做大做强，鼓励乡镇争创先进。", {"云垣"}),
    ("与云垣文化合作，加强文化合作。", {"云垣文化"}),
    ("做到最亮的房子是书院，鼓励非遗产品申报老字号。", set()),
])
def test_a_verb_shows_the_company_before_or_after_it(typed, text, firms):
    assert typed(text, "Enterprise") == firms


def test_quotes_side_by_side_are_names_apart(typed):
    assert typed("打响“好戏连台”“山里大戏”等文化品牌。", "Product") == {"好戏连台", "山里大戏"}


def test_a_school_may_be_called_by_its_number(typed):
    text = "加快清州十九中、云溪二小综合楼建设，落实十八届三中、四中全会精神，构建一大二小、三大两小格局。"
    assert typed(text, "PublicBody") == {"清州十九中", "云溪二小"}


def test_the_end_of_a_verb_is_no_part_of_a_numbered_school(typed):
    assert typed("完成县三中改造，推动县二中新校区建设。", "PublicBody") == {"县三中", "县二中"}


def test_words_of_displays_are_no_verbs(typed):
    assert typed("加快云澄智能门锁、柔性水墨屏显示器件等项目落地。", "Project") == {"云澄智能门锁", "柔性水墨屏显示器件"}


def test_among_companies_a_word_may_be_one(typed):
    assert typed("以恒岳、天禾为引领打造汽车产业集群。", "Enterprise") == {"恒岳", "天禾"}
    assert typed("加大对云垣、骏力、恒禾等企业扶持力度。", "Enterprise") == {"云垣", "骏力", "恒禾"}
    assert typed("以恒岳食品、云澄酱菜等加工企业为支撑。", "Enterprise") == {"恒岳食品", "云澄酱菜"}


@pytest.mark.parametrize(("text", "firms"), [
    ("威荻智能玻璃、云垣新能源汽车等项目投产。", {"威荻", "云垣"}),  # 智能 and 新能源 belong to the goods
    ("培育出海垣实业。", {"海垣实业"}),
])
def test_a_company_ends_before_its_goods_and_begins_after_the_verb(typed, text, firms):
    assert typed(text, "Enterprise") == firms


def test_plants_of_companies_are_projects_where_their_stage_is_told(typed):
    assert {"恒云铝材", "垣禾特钢"} <= typed("恒云铝材、垣禾特钢顺利投产。", "Project")


@pytest.mark.parametrize(("text", "firms"), [
    ("引进世界500强企业云垣集团、法国施垣德等企业落户。", {"云垣集团", "法国施垣德"}),  # the rank is no part of the name
    ("全力服务恒岳、云垣、禾木三家企业。", {"恒岳", "云垣", "禾木"}),
    ("香港恒和集团投资5000万美元建设电子产业园。", {"香港恒和集团"}),
    ("推进云垣百货、红垣连锁等品牌入驻。", {"云垣百货", "红垣连锁"}),
    ("支持禾木创能、恒岳光学做大做强。", {"禾木创能", "恒岳光学"}),
    ("推动宝垣钢铁、德澄镍业扩产增效。", {"宝垣钢铁", "德澄镍业"}),
])
def test_ranks_services_and_acts_are_no_part_of_a_company(typed, text, firms):
    assert typed(text, "Enterprise") == firms


def test_a_park_or_project_begins_after_the_money_that_is_put_into_it(typed):
    assert typed("香港恒岳集团投资5000万美元建设电子产业园。", "Park") == {"电子产业园"}


@pytest.mark.parametrize(("text", "people"), [
    ("省长刘建垣、市委书记赵明禾先后到我县视察，恒岳集团董事长李建垣当选代表。", {"刘建垣", "赵明禾", "李建垣"}),
    ("开通市长热线，县长张榜公示，书记马上办。", set()),
    ("云溪籍企业家李垣明回乡投资，弘扬企业家精神。", {"李垣明"}),
])
def test_people_are_named_after_their_office(typed, text, people):
    assert typed(text, "Person") == people


def test_goods_are_called_by_their_mark(typed):
    assert typed("恒岳牌面粉、云澄牌酱油被评为省名牌产品，企业挂牌上市，品牌建设提速。", "Product") == {"恒岳牌面粉", "云澄牌酱油"}


@pytest.mark.parametrize(("text", "firms"), [
    ("进一步发挥云垣、飞轮、骏力等龙头企业引领作用。", {"云垣", "飞轮", "骏力"}),  # words that name companies here
    ("借势云垣、伊维立德、施兰巴特等企业。", {"云垣", "伊维立德", "施兰巴特"}),  # 特等 is a word, too
    ("海垣公司养殖、和禾公司肉鸭分割等项目竣工。", {"海垣公司", "和禾公司"}),  # 和 after a comma opens a name
    ("云垣集团新建厂房，云垣集团北大街改造完成。", {"云垣集团"}),
])
def test_lists_of_companies_are_whole(typed, text, firms):
    assert typed(text, "Enterprise") == firms


def test_a_department_in_general_is_no_ministry(typed):
    assert typed("公安、司法部门通力协作。\n司法部给予表彰。", "PublicBody") == {"司法部"}
    assert not typed("引入专业餐饮集团。", "Enterprise")


def test_goods_that_sell_far_away_are_products(typed):
    assert typed("石岭黄牛、清河板鸭、云溪贡枣远销海外。", "Product") == {"石岭黄牛", "清河板鸭", "云溪贡枣"}
    assert not typed("服务热线、网络平台畅通运行，产品远销海外。", "Product")


@pytest.mark.parametrize(("text", "firms"), [
    ("以东垣汽车、鸿禾泰等企业为龙头，加快培育汽车集群。", {"东垣汽车", "鸿禾泰"}),  # 以东 is a word, too
    ("恒岳集团旗下云垣公司获评瞪羚企业。", {"恒岳集团", "云垣公司"}),
    ("我县企业恒岳水产“青鲫1号”通过审定，威垣生物产销两旺。", {"恒岳水产", "威垣生物"}),
    ("推进文旅集团、市交投市场化转型，城投集团3家。", {"文旅集团"}),
    ("推动市交投、市水投整合重组。", {"市交投", "市水投"}),
])
def test_own_groups_branches_and_subsidiaries_are_companies(typed, text, firms):
    assert typed(text, "Enterprise") == firms


def test_where_something_is_built_is_no_project(typed):
    assert typed("碳纤维生产线在恒岳集团投产。", "Project") == set()


def test_a_second_start_is_a_companys_and_a_region_is_no_company(typed):
    assert typed("支持骏力“二次创业”，打造低碳宜居的先行区。", "Enterprise") == {"骏力"}
    assert "云东" not in typed("启动云东产业园区建设，建成云东小学迁建、云东污水处理厂等项目。", "Enterprise")


def test_a_model_may_be_called_by_its_sign_alone(typed):
    assert typed("整车项目进展顺利，K9提前下线。", "Product") == {"K9"}


def test_the_central_hospital_of_a_city_is_a_body(typed):
    assert typed("市中心医院、市第一人民医院投入使用。", "PublicBody") == {"市中心医院", "市第一人民医院"}
