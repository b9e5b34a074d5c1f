"""Enterprises, parks, projects, towns and programmes as their sentence shows them. All names are invented."""

import pytest


@pytest.mark.parametrize(("kind", "text", "names"), [
    ("Project", "恒岳果蔬冷藏、一澄饲料、玖禾孵化和菌肥等上下游产业链项目集中竣工投产。", {"恒岳果蔬冷藏", "一澄饲料", "玖禾孵化和菌肥"}),
    ("Town", "完成石岭、槐坪、清口3个乡镇卫生院改造。", {"石岭", "槐坪", "清口"}),
    ("Park", "以石岭、槐坪2个区县工业园区为依托。", {"石岭", "槐坪"}),
    ("Enterprise", "恒岳百货、天禾超市、云澄等落户开发区。", {"恒岳百货", "天禾超市", "云澄"}),
    ("Project", "5万吨粗锌项目建成投产。", {"5万吨粗锌"}),
    ("Project", "云澄猪繁育基地5月底前建成投用。", {"云澄猪繁育基地"}),
    ("Project", "美术馆年内完工并免费开放。", {"美术馆"}),
    ("Project", "加快推进岭上青禾、古云岳等项目开工。", {"岭上青禾", "古云岳"}),  # 上 within a name
    ("Enterprise", "推动恒岳集团、天禾集团蔬菜基地项目尽快落地。", {"恒岳集团"}),
])
def test_the_class_noun_or_the_predicate_types_the_list(typed, kind, text, names):
    assert names <= typed(text, kind)


@pytest.mark.parametrize("text", [
    "引进一批电机、装备制造、新能源等重大项目。",  # fields
    "能带动、支撑全县转型的大项目偏少。",  # a description
    "配套措施和重大项目都已落实。",  # a class of its own
    "完成国家和市文创项目26项。",  # a count
    "新建变电站4座，实施超低排放改造210万平方米。",
    "三是用水、人才等瓶颈问题拖慢了项目。",
    "发挥工会、共青团等桥梁作用。",
    "促进养老业扩容提质。",
    "高速公路运营里程达到300公里。",
])
def test_descriptions_fields_and_counts_are_no_projects(typed, text):
    assert not typed(text, "Project")


@pytest.mark.parametrize(("text", "name"), [
    ("启动石家峪宅地权属调整和经营权托管试点建设。", "石家峪宅地权属调整和经营权托管试点"),
    ("实施第三轮林地租约到期后再延长25年整县试点。", "第三轮林地租约到期后再延长25年整县试点"),
    ("实施营商能力提升行动和工艺创新工程。", "工艺创新工程"),
    ("以“三湖一库”蓝藻综合防治为重点。", "三湖一库蓝藻综合防治"),
    ("全面启动“二五”普法。", "二五普法"),
    ("“春晓工程”完成投资4730万元。", "春晓工程"),
    ("加快实施《云溪市夜市摊位网点总体规划》。", "云溪市夜市摊位网点总体规划"),
    ("完成年度学前教育体制改革任务。", "学前教育体制改革"),
])
def test_a_programme_has_its_whole_name(typed, text, name):
    assert name in typed(text, "Program")


@pytest.mark.parametrize("text", [
    "打造“一核四带多点”格局，推进“6+3”工作。",
    "争创“中国石雕之乡”，建设“候鸟友好城市”。",
    "对小砖窑等作坊进行了综合整治。",
    "提出了今后的目标任务，健全防控机制。",
    "全市上下迅速行动，杜绝形象工程。",
])
def test_layouts_titles_and_plain_words_are_no_programmes(typed, text):
    assert not typed(text, "Program")


def test_works_that_are_called_工程_are_projects_and_not_programmes(typed):
    assert "东河大街南延工程" in typed("启动东河大街南延工程。", "Project")
    assert not typed("启动东河大街南延工程。", "Program")


@pytest.mark.parametrize(("text", "names"), [
    ("与恒岳电子成功签署合作协议。", {"恒岳电子"}),
    ("与科研院所对接合作，深化与港澳交流合作。", set()),
    ("以固定资产更新为支撑，以经营模式创新为引领。", set()),
    ("加强印染、石灰、造纸等企业监管。", set()),
    ("市开发投资公司优先提供授信担保。", {"市开发投资公司"}),
])
def test_a_company_ends_before_the_next_verb_and_is_no_class_of_bodies(typed, text, names):
    assert typed(text, "Enterprise") == names


def test_what_opens_several_projects_but_is_a_place_is_no_company(typed):
    text = "完成澄岭口水泥生产线项目，启动澄岭口光伏发电项目。整治澄岭口镇环境。"
    assert "澄岭口" not in typed(text, "Enterprise")


def test_divisions_in_a_list_of_pilots_stay_divisions(typed):
    assert "杭州" not in typed("推进杭州、温州等改革试点。", "Program")


def test_numbers_in_brackets_part_the_projects_of_a_list(typed):
    found = typed("实施（1）东河大街南延工程（2）云溪公园一期工程。", "Project")
    assert {"云溪公园一期工程"} <= found and not any("（" in name for name in found)


def test_words_that_only_open_like_a_verb_stay_whole(typed):
    assert "开发区长岭学校" in typed("建成开发区长岭学校。", "PublicBody")


def test_a_verb_before_quotes_is_not_part_of_the_programme(typed):
    assert "平安云溪活动" in typed("积极开展创建“平安云溪”活动。", "Program")


def test_sums_before_projects_do_not_make_them_descriptions(typed):
    found = typed("力争投资41亿元的恒岳工业园、投资2亿元的天禾金属塔筒等5个项目开工。", "Project")
    assert {"恒岳工业园", "天禾金属塔筒"} <= found


def test_wide_regions_are_no_projects(typed):
    assert not typed("推进云中城市群建设，济川、青湖都市圈获批建设。", "Project")


@pytest.mark.parametrize(("text", "name"), [
    ("实施“2468”工程，推行“三审五查”工作机制。", "2468工程"),
    ("持续深化城市照明改革。", "城市照明改革"),
    ("渔村综合改革平稳推进。", "渔村综合改革"),
    ("新业态人员技能保障试点惠及3万人。", "新业态人员技能保障试点"),
    ("实施岗位挖潜支持计划。", "岗位挖潜支持计划"),
    ("落实店长和工艺人才培训计划。", "店长和工艺人才培训计划"),
    ("推行餐饮企业“双五率”评价奖惩机制。", "餐饮企业双五率评价奖惩机制"),
    ("组织实施乡风建设、市容塑造、素质提升“三大工程”。", "市容塑造"),
    ("开展全国文明城市创建活动。", "全国文明城市创建活动"),
    ("扎实开展第九次全国经济普查。", "第九次全国经济普查"),
    ("第八轮省生态环境保护督察指出问题整改到位。", "第八轮省生态环境保护督察"),
    ("深化“五无”平安村建设。", "五无平安村"),
    ("开通运行融资服务平台“澄易贷”。", "澄易贷"),
    ("坚决打好“四大攻坚战”。", "四大攻坚战"),
])
def test_campaigns_are_known_by_tally_verb_and_course(typed, text, name):
    assert name in typed(text, "Program")


def test_a_campaign_may_be_named_by_its_aim_and_the_place(typed):
    assert "数字云溪" in typed("云溪县2024年政府工作报告\n\n加快数字云溪建设，健康云溪品牌深入人心。", "Program")


@pytest.mark.parametrize("text", [
    "打好“内外联动”组合拳，推进重点领域改革。",
    "6万多项活动惠及基层群众。",
    "系统性改革持续推进。",
])
def test_manners_tallies_and_reforms_at_large_are_no_programmes(typed, text):
    assert not typed(text, "Program")


@pytest.mark.parametrize(("text", "name"), [
    ("建成清和一号潮汐示范工程、海上光热湖中H一期等重大工程。", "清和一号潮汐示范工程"),
    ("建成清和一号潮汐示范工程、海上光热湖中H一期等重大工程。", "海上光热湖中H一期"),
    ("推进恒岳浮空艇等总投资180亿元的30个工业转型提档项目。", "恒岳浮空艇"),
    ("加快建设石岭至槐坪公路。", "石岭至槐坪公路"),
])
def test_words_that_look_like_joints_may_be_part_of_a_name(typed, text, name):
    assert name in typed(text, "Project")


def test_the_subjects_of_a_verb_of_getting_are_not_of_the_class_of_the_title(typed):
    assert typed("石岭经开区入选首批省级智慧园区。", "Park") == {"石岭经开区"}
    assert not typed("两级公立医院检查互认项目增至22项。", "Project")


def test_companies_in_quotes_and_banks_named_by_a_province(typed):
    assert {"恒岳隆", "天禾盛"} <= typed("“恒岳隆”、“天禾盛”被农业部认定为蛋鸡示范场。", "Enterprise")
    assert "清南银行" in typed("清南银行在我县设立网点。", "Enterprise")
    assert not typed("被国家市场监管总局赋予标准化企业登记权。", "Enterprise")


@pytest.mark.parametrize(("kind", "text", "names"), [
    ("PublicBody", "县第三中学、市第二人民医院投入使用。", {"县第三中学", "市第二人民医院"}),
    ("Facility", "打通建设路、兴华路等断头路。", {"建设路", "兴华路"}),
    ("Project", "改造提升云溪公园。", {"云溪公园"}),
    ("Project", "完成镜湖风光带一、二期工程、青石游园等景观建设。", {"青石游园"}),
])
def test_numbers_and_the_dictionary_single_things_out(typed, kind, text, names):
    assert names <= typed(text, kind)


def test_counted_substations_are_a_class_of_things(typed):
    assert not typed("新建扩建66千伏变电站6座。", "Facility")


@pytest.mark.parametrize(("kind", "text", "names"), [
    ("Product", "越剧《青石往事》、电视剧《云清传》广受好评。", {"青石往事", "云清传"}),
    ("Product", "《青石往事》《云清传》等精品力作热播。", {"青石往事", "云清传"}),
    ("Product", "云溪剪纸入选国家级非物质文化遗产名录。", {"云溪剪纸"}),
    ("Enterprise", "云溪广源篮球俱乐部获得冠军。", {"云溪广源篮球俱乐部"}),
])
def test_works_and_crafts_are_products(typed, kind, text, names):
    assert names <= typed(text, kind)


@pytest.mark.parametrize(("kind", "text", "name"), [
    ("Project", "建设无抗富锌鹌鹑生产基地。", "无抗富锌鹌鹑生产基地"),
    ("Project", "恒岳特种丝线、创恒氮化铝陶瓷等9个新项目开工。", "创恒氮化铝陶瓷"),
    ("Project", "建成清垣至海石330千伏高压输变电工程。", "清垣至海石330千伏高压输变电工程"),
    ("Project", "建成华北首个清屏农产品基地仓。", "清屏农产品基地仓"),
    ("Project", "“南岭云港”等6个项目入选国家数字港口试点。", "南岭云港"),
    ("Enterprise", "加强对大禾、吉昶、德垣、六岳等农业产业化龙头的服务。", "六岳"),
    ("Enterprise", "力争久岳、新禾、新垣集团煤制石蜡项目落地。", "久岳"),
    ("Program", "水费改革政策落实到位。", "水费改革"),
    ("Program", "组织开展扩大夜间消费专项行动。", "扩大夜间消费专项行动"),
    ("Program", "开展整合统筹使用乡村公益资金试点。", "整合统筹使用乡村公益资金试点"),
    ("Project", "加快推进“清酒文化博览园”项目。", "清酒文化博览园"),
    ("Project", "支持恒岳装备制造项目和亿垣公司PVC项目建设。", "亿垣公司PVC"),
    ("Program", "持续开展清洁村镇、最美庭院、书香家庭创建活动。", "清洁村镇、最美庭院、书香家庭创建活动"),
])
def test_names_are_whole_and_their_list_or_verb_says_what_they_are(typed, kind, text, name):
    assert name in typed(text, kind)


@pytest.mark.parametrize(("kind", "text"), [
    ("Enterprise", "对全县制鞋、羊肉食品、木制品加工等企业开展帮扶。"),
    ("Enterprise", "深井泵组件、光学部件镀膜制备等6项技术获评行业科技进步一等奖。"),
    ("Program", "举办戏曲演出、球类比赛等惠民活动300余场次。"),
    ("Program", "用好“链式”思维抓产业培育。"),
    ("Project", "年内完成60%以上保留村落风貌提升。"),
    ("Project", "围绕冰雪运动高水平包装项目。"),
    ("Project", "围绕“四大愿景”、农业产业化项目，增强吸引力。"),
    ("Project", "鼓励企业加大技改力度。"),
])
def test_fields_kinds_and_shares_are_no_names(typed, kind, text):
    assert not typed(text, kind)
