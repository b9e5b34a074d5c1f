"""Products that their sentence shows: what is entered in a register of breeds, goods or trade marks, or goes into making."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.names.candidate import Candidate
from kg.extraction.names.modifiers import names_brand, names_origin
from kg.extraction.names.passage import Passage

_REGISTERED = re.compile(r"“?([^\W\d_A-Za-z]{2,8})”?(?:等\d*个?(?:品种|产品)?)?(?:成功|顺利)?(?:入选|获评|获得|荣获|被评为|被认定为|通过|列入|获批)"
                         r"[^，。；]{0,14}(?:品种|地理标志|地标|农产品|名牌产品|驰名商标|著名商标|非物质文化遗产|非遗|有机认证|绿色食品|老字号|特产)")
# “X”“Y”等服装品牌: quoted brands of goods
_BRANDS = re.compile(r"((?:“[\u4e00-\u9fffA-Za-z·]{2,10}”[、和]?)+)等?(?:\d+[个件])?[^\W\d_A-Za-z]{0,6}?(?<!公用)(?<!服务)(?<!工作)(?<!治理)(?<!党建)(?:品牌(?![服])|商标|产品|名牌)(?=荣?获|入选|被|畅销|知名|跻身|成为|远销|[、，。；])")
# works by their genre (越剧《X》), and what a list of them is summed up by (《X》《Y》等精品力作)
_GENRE = (r"(?:[^\W\d_A-Za-z]剧|电视剧|微短剧|广播剧|情景剧|音乐剧|歌舞剧|电影|影片|纪录片|动画片?|动漫|歌曲|舞蹈|小品|小说|长诗|报告文学|图书|丛书|专著|专辑|画册|油画|综艺|节目|栏目|游戏|[^\W\d_A-Za-z]舞)")
_WORK = re.compile(rf"{_GENRE}“?((?:《[^《》]{{2,16}}》[、和]?)+)|((?:《[^《》]{{2,16}}》[、和]?){{2,}})等[^\W\d_A-Za-z]{{0,6}}(?:力作|佳作|作品|剧目|大剧|鲁剧|影片|歌曲|节目|图书)")
_SHOWN = re.compile(r"《([^《》]{2,16})(?<![划案法例见要知定告则准约议单录南策施令])》(?:等[^，。；]{0,8})?(?:持续|火爆|成功|正式|先后|相继|全网|全国|在[^，。；]{2,12})*(?:热播|首播|上映|公映|首演|上演|巡演|出版|开播|开拍)")
_MODEL = re.compile(r"(?:^|[，。；、的])([A-Z][A-Z0-9-]{1,7})(?:车型|系列)?(?:提前|正式|成功|顺利|批量)*(?:下线|量产|上市)")  # a model by its sign alone
_SOLD = re.compile(r"(?:^|[，。；])((?:[^\W\d_A-Za-z]{2,8}、)+[^\W\d_A-Za-z]{2,8}?)(?:等[^\W\d_A-Za-z]{0,6}(?:产品|特产|品牌|美食))?(?:远销|畅销|热销|享誉|走俏|俏销|出口)")
_ITEM = re.compile("[^、]+")
_MARKED = re.compile(r"(?<![\u4e00-\u9fff“])(?P<name>“?(?P<brand>[^\W\d_A-Za-z]{1,2}[^品挂名授揭招门车红黄摘亮”])”?牌”?[^\W\d_A-Za-z]{2,5}?)(?=[、，。；]|等|被|荣?获|入选|通过|畅销|远销)")
_TITLED = re.compile(r"《([^《》]+)》")
_QUOTED = re.compile(r"“([^”]+)”")
_MARK = re.compile("遗产|非遗|品种|地理标志|地标|产品|商标|有机|食品|老字号|特产")
_MADE = re.compile(r"(?:^|[，。；、的])([\u4e00-\u9fffA-Za-z0-9]{4,16}?(?:组件|系列产品|整车|样机|芯片|电池|装备|机器人|无人机|药品|新药|疫苗|发动机|设备|仪器|卫星|火箭|飞机|船舶|邮轮))"
                   r"(?:正式|成功|顺利|批量|率先)*(?:下线|量产|上市销售|投放市场|建成投产|进入临床|获批上市|研制成功|首飞|试飞|发射|交付|下水|问世)")
_DONE = re.compile("下线|量产|上市|市场|投产|临床|成功|飞|发射|交付|下水|问世")


def shown_products(passage: Passage) -> Iterator[Candidate]:
    """Candidates for products in the sentence."""
    text, start, end = passage.text, passage.sentence.start, passage.sentence.end
    if _MARK.search(text, start, end):
        for match in _REGISTERED.finditer(text, start, end):
            if not match[1].endswith("商标") and not text[match.start(1) - 1].isdigit() and match.start(1) in passage.edges and match.end(1) in passage.edges \
                    and not passage.boundaries_within(match.start(1), match.end(1)):
                yield Candidate(match.start(1), match.end(1), ("Product",), "product.registered", 0.8, passage.sentence.index)
    for match in _WORK.finditer(text, start, end) if "《" in text[start:end] else ():
        for name in _TITLED.finditer(text, *match.span(1 if match[1] else 2)):
            yield Candidate(name.start(), name.end(), ("Product",), "product.work", 0.92, passage.sentence.index)
    for match in _SHOWN.finditer(text, start, end) if "《" in text[start:end] else ():
        yield Candidate(match.start(1), match.end(1), ("Product",), "product.work", 0.9, passage.sentence.index)
    for match in _SOLD.finditer(text, start, end) if "销" in text[start:end] or "享誉" in text[start:end] else ():
        items = [item.span() for item in _ITEM.finditer(text, *match.span(1))]
        if all(names_origin(text[a:b]) for a, b in items) and any(h.end == b and h.entry.columns["types"] == "Product" for a, b in items for h in passage.heads_within(a, b)):
            yield from (Candidate(a, b, ("Product",), "product.sold", 0.75, passage.sentence.index) for a, b in items)
    for match in _MARKED.finditer(text, start, end) if "牌" in text[start:end] else ():
        if "”" in match["name"] or names_brand(match["brand"]):
            yield Candidate(*match.span("name"), ("Product",), "product.marked", 0.8, passage.sentence.index)
    for match in _BRANDS.finditer(text, start, end) if "”等" in text[start:end] else ():
        for name in _QUOTED.finditer(text, match.start(1), match.end(1)):
            yield Candidate(name.start(1), name.end(1), ("Product",), "product.brand", 0.8, passage.sentence.index)
    for match in _MODEL.finditer(text, start, end) if _DONE.search(text, start, end) else ():
        yield Candidate(match.start(1), match.end(1), ("Product",), "product.model", 0.8, passage.sentence.index)
    for match in _MADE.finditer(text, start, end) if _DONE.search(text, start, end) else ():
        first = max(match.start(1), text.rfind("的", match.start(1), match.end(1)) + 1)
        if not passage.boundaries_within(first, match.end(1)):
            yield Candidate(first, match.end(1), ("Product",), "product.made", 0.9, passage.sentence.index)
