"""Relations that a name's own parts state: 恒岳新材料二期 → 恒岳新材料, 清源镇乡村振兴示范区 → 清源镇."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.extraction.clauses import Reading
from kg.extraction.lexicon import load
from kg.extraction.links.scene import BUILT, SEATS, Scene
from kg.extraction.names.modifiers import made_of_common_words
from kg.extraction.records import OWN, Relation

_PLACED = frozenset(("Park", "Project", "Place", "Facility", "Town", "AdministrativeDivision", "PublicBody"))
_GROUNDS = frozenset(("Park",))
_MAKERS = frozenset(("Enterprise", "Town", "Place"))
_WAY = re.compile(r"路(?!网)|街(?!道|区)|巷|桥|大[街道桥]|至|到|—|－|-|(?:县?城|主?城区|中心城区|境内?|全境)(?:$|[^\u4e00-\u9fff]|和)")
_ZONE = re.compile(r"(?:景区|园区|片区|街区|库区|园|城|镇|村|街|[新老]区)$")
_AREA = re.compile(r"(?:景区|园区|片区|街区|商圈|开发区|高新区|度假区|新区|[^农]庄园)$")
_SWEEPING = re.compile(r"(?:县域|区域|镇域|园区|特色|现代)?(?:工业|经济|产业)$")
_WORKS = re.compile(r"(?:[一二三四五]期|改扩建|扩建|新建|迁建|续建|改造|提升|建设|工程|项目|主体|新校区|新院区|配套)+$")
_ROADS = re.compile(r"高速|公路|铁路|国道|省道|连接线|[路线街].{0,8}(?:段|亮化|绿化|大修)")
_LARGE = re.compile(r"(?:城市群|经济[区带圈]|都市[区圈]|大?地区|片区|区域|生态区|经济走廊|城镇群|一体化发展区)")
_DIVISIONS = frozenset(("AdministrativeDivision", "Town"))
_MINES = ("煤矿", "铁矿", "电厂")  # the thing that is worked on, rather than who does it
_COMPANIES = ("公司", "集团", "企业")
_BRANCHES = ("支行", "分行", "分公司", "支公司", "营业部", "分店")  # named after where they are
_COUNTRY = re.compile(r"(?:中国[·\s]?)?")  # 中国·云溪文创产业园 lies in 云溪
_IN_PARK = re.compile(r"(?<![^\W\d_A-Za-z])园区内?[“]?$|(?:推进|加快|完善|完成|抓好|实施|强化|推动)园区内?[“]?$")
_STRETCH = re.compile(r"(?:境内|辖区|城区)?段")
_GROUPS = re.compile(r"[京津冀沪苏浙皖粤港澳台川渝鲁豫晋陕甘宁]{2,}")  # 京津, 粤港澳: who is served, not where
_WATERS = ("河", "湖", "江", "淀", "溪")
_CODED = re.compile(r"[A-Za-z\d千伏兆瓦]$")  # 110千伏 城南变电站
_REGION = re.compile(r".*(?:开发区|高新区|经开区|新区|起步区|都市圈|示范区|试验区|自贸区)$")


@lru_cache(maxsize=1)
def _seats() -> tuple[str, ...]:
    return tuple(entry.text for entry in load("seats"))


@lru_cache(maxsize=1)
def _public_works() -> tuple[str, ...]:
    """Ends of names of what governments build, not the enterprise whose name it may bear."""
    return tuple(entry.text for entry in load("public_works"))


def name_parts(scene: Scene, reading: Reading) -> Iterator[Relation]:
    """``developedBy``, ``locatedIn``, ``focusesOn``, ``inIndustry``, ``produces``, ``organizes`` from names."""
    for i in reading.mentions:
        inner = reading.nested.get(i, ())
        opens = (scene.mentions[i].start, scene.mentions[i].start + _COUNTRY.match(reading.text, scene.mentions[i].start).end() - scene.mentions[i].start)
        first = [n for n in inner if scene.mentions[n].start in opens
                 and scene.mentions[n].name != scene.mentions[i].name]
        yield from _developed(scene, reading, i, [*first, *(n for n in inner if any(scene.mentions[n].start == scene.mentions[k].end for k in first))])
        yield from _located(scene, reading, i, first, inner)
        for n in inner:
            if scene.is_a(n, _GROUNDS):  # 清源镇农业产业园污水处理厂: the park lies there too
                within = [k for k in inner if k != n and scene.mentions[k].start >= scene.mentions[n].start and scene.mentions[k].end <= scene.mentions[n].end]
                yield from _located(scene, reading, n, [k for k in within if scene.mentions[k].start == scene.mentions[n].start], within) if within else ()
        yield from _of_the_park(scene, reading, i)
        yield from _sector(scene, reading, i, inner)
        for n in first:
            if scene.is_a(n, _MAKERS):
                yield from scene.link(n, "produces", i, reading, "nameparts.maker", 0.75)
            if scene.types(n)[0] == "PublicBody" and scene.types(i)[0] == "Event":
                yield from scene.link(n, "organizes", i, reading, "nameparts.convener", 0.85)
    for run in reading.runs:
        yield from _stretches(scene, reading, run.mentions)
        yield from _shared_place(scene, reading, run.mentions)
        yield from _joint_developers(scene, reading, run.mentions)


def _developed(scene: Scene, reading: Reading, i: int, first: list[int]) -> Iterator[Relation]:
    """The enterprise that opens a project's name, in place or known from elsewhere in the report."""
    name = scene.mentions[i].name
    firms = [n for n in first if scene.types(n)[0] == "Enterprise" and not scene.mentions[n].name.endswith(_MINES)]
    public = _WORKS.sub("", name).endswith(_public_works()) and not any(scene.mentions[n].name.endswith(_COMPANIES) for n in firms)
    if "Project" not in scene.types(i) or _ROADS.search(name) or public or name.endswith(_COMPANIES):
        return
    if not firms and scene.types(i)[0] != "Enterprise":
        known = scene.named["Enterprise"]
        opened = max((len(scene.mentions[n].name) for n in first), default=0)  # 玉泉景区……: no firm 玉泉
        length = next((k for k in range(len(name) - 2, max(1, opened), -1) if name[:k] in known), 0)
        firms = [known[name[:length]]] if length else []
    inside = [scene.mentions[n].end for n in first if scene.types(n)[0] == "Park"]  # 清源产业园恒岳公司…: who builds stands behind the park
    for n in sorted(firms, key=lambda n: scene.mentions[n].start not in inside)[:1]:
        if scene.mentions[n].name not in scene.places:
            yield from scene.link(i, "developedBy", n, reading, "nameparts.developer", 0.85 if n in first else 0.75)


def _located(scene: Scene, reading: Reading, i: int, first: list[int], inner: list[int] | tuple[int, ...]) -> Iterator[Relation]:
    """The place that opens the name, or stands in brackets at its end; a division of the report's own anywhere in it."""
    mention = scene.mentions[i]
    if scene.types(i) == ("Enterprise",) and mention.name.endswith(_BRANCHES):
        for n in inner:
            if mention.start < scene.mentions[n].start and (scene.is_own(n) or scene.is_below(n)):
                yield from scene.link(i, "locatedIn", n, reading, "nameparts.branch", 0.85)
    if scene.types(i)[0] not in _PLACED or "Enterprise" in scene.types(i):
        return
    if scene.types(i)[0] == "PublicBody" and not mention.name.endswith(_seats()):
        return
    closing = [n for n in inner if scene.mentions[n].end == mention.end - 1
               and reading.text[scene.mentions[n].start - 1] in "（("]
    # 清源河水库扩容 lies at the reservoir, not in the river that the reservoir is named after
    longest = max((n for n in first if scene.mentions[n].rule != "developer.bare"), key=lambda n: scene.mentions[n].end, default=None)
    seats = [n for n in first if longest is None or scene.types(longest)[0] in SEATS or scene.is_a(n, _DIVISIONS) or _ZONE.search(scene.mentions[n].name)]
    if not seats:
        seats = _known_place(scene, mention.name, longest) or _own_place(scene, mention.name)
    within = [n for n in inner if n not in first and n not in closing and scene.is_a(i, BUILT) and (scene.is_below(n) or scene.is_own(n))]
    within = within or _town_inside(scene, mention.name) if scene.is_a(i, BUILT) else within
    for n in (*seats, *closing, *within):
        if n == OWN or scene.types(n)[0] in SEATS and scene.mentions[n].name != mention.name and not _widened(mention.name, scene.mentions[n].name) \
                and not _foreign_brand(scene, i, n) and not _passes(scene, reading, n):
            yield from scene.link(i, "locatedIn", n, reading, "nameparts.place", 0.85)


def _of_the_park(scene: Scene, reading: Reading, i: int) -> Iterator[Relation]:
    """``加快清源产业园建设，完成园区路网``: what "the park" holds lies in the park that the paragraph named last."""
    start, text = scene.mentions[i].start, reading.text
    if not scene.is_a(i, BUILT) or not (text.startswith("园区", start) or _IN_PARK.search(text, max(0, start - 4), start)):
        return
    park = scene.park_before(start)
    if park is not None and scene.mentions[park].end <= start:
        yield from scene.link(i, "locatedIn", park, reading, "nameparts.the-park", 0.7)


def _known_place(scene: Scene, name: str, longest: int | None) -> list[int]:
    """The longest place or park of the report that opens the name."""
    known = scene.known_places
    if longest is None and name[:2] in known and (name[1] in _WATERS or name[:2] in scene.towns) and not _WAY.match(name, 2) and not name.startswith(("流域", "三角洲", "口"), 2):
        return [known[name[:2]]]
    least = 2 if longest is None else len(scene.mentions[longest].name)
    length = next((k for k in range(len(name) - 2, least, -1) if name[:k] in known and not _WAY.match(name, k) and name[k] not in "及和与、"), 0)
    return [known[name[:length]]] if length else []


def _own_place(scene: Scene, name: str) -> list[int]:
    """The report's own division, where its short name opens a name that no mention of it was seen in: 云溪一中."""
    division = scene.report.division
    short = division.short if division is not None else ""
    return [OWN] if len(short) >= 2 and name.startswith(short) and len(name) >= len(short) + 2 and not _WAY.match(name, len(short)) else []


def _town_inside(scene: Scene, name: str) -> list[int]:
    """A town of the report within a name, after a code or voltage: 110千伏石桥变电站."""
    for town, n in scene.towns.items():
        at = name.find(town, 1)
        if at > 0 and (len(town) >= 3 or _CODED.search(name, 0, at)) and name[at - 1] not in "至到—－-、" and not _WAY.match(name, at + len(town)):
            return [n]
    return []


def _passes(scene: Scene, reading: Reading, n: int) -> bool:
    """Is the place a part of a road's name (东海路小学), or an end of a way (云溪至青石高速公路)?"""
    mention = scene.mentions[n]
    return bool(_WAY.match(reading.text, mention.end) or mention.types[0] == "Place" and mention.name.endswith(("海", "通道", "走廊")) or reading.text[mention.start - 1:mention.start] in ("至", "到", "—", "－", "-"))


def _widened(name: str, place: str) -> bool:
    """Does the name say the same region at large: 云中城市群 lies in no 云中?"""
    return _LARGE.fullmatch(name.removeprefix(place)) is not None


def _foreign_brand(scene: Scene, i: int, n: int) -> bool:
    """A division that the report's own neither is nor lies in nor holds names an origin (温州…产业园), except in names of regions.

    So does the short name of a larger one before a project that is nothing else (省名 and a company's name).
    """
    if "AdministrativeDivision" not in scene.types(n) or "Town" in scene.types(n):
        return _GROUPS.fullmatch(scene.mentions[n].name) is not None and not _REGION.match(scene.mentions[i].name)
    if scene.is_above(n) and not scene.is_own(n):
        return scene.types(i) == ("Project",) and not scene.mentions[n].name.endswith(("省", "市", "县", "区", "州", "盟"))
    return not (scene.is_own(n) or scene.is_below(n) or _REGION.match(scene.mentions[i].name))


def _stretches(scene: Scene, reading: Reading, run: tuple[int, ...]) -> Iterator[Relation]:
    """``A、B云溪段``: stretches of roads within a division, said of all items of the list."""
    last = run[-1]
    for n in reading.nested.get(last, ()):
        if scene.is_a(n, SEATS) and _STRETCH.match(reading.text, scene.mentions[n].end):
            for i in run:
                if scene.types(i)[0] in ("Project", "Facility"):
                    yield from scene.link(i, "locatedIn", n, reading, "nameparts.stretch", 0.85)


def _shared_place(scene: Scene, reading: Reading, run: tuple[int, ...]) -> Iterator[Relation]:
    """``玉泉景区游客中心、亲子酒店``: items that are named by common words alone lie in the area that opens the first."""
    opened = [n for n in reading.nested.get(run[0], ()) if scene.mentions[n].start == scene.mentions[run[0]].start
              and (scene.types(n)[0] == "Park" or scene.types(n)[0] == "Place" and _AREA.search(scene.mentions[n].name))]
    for n in opened[:1] if len(run) > 1 and scene.is_a(run[0], BUILT) else ():
        for i in run[1:]:
            if scene.types(i)[0] in BUILT and not reading.nested.get(i) and not _ZONE.search(scene.mentions[i].name) and made_of_common_words(scene.mentions[i].name):
                yield from scene.link(i, "locatedIn", n, reading, "nameparts.shared-place", 0.7)


def _joint_developers(scene: Scene, reading: Reading, run: tuple[int, ...]) -> Iterator[Relation]:
    """``恒岳、云清集团甲醇项目``: the companies right before the one that opens a project's name build it as well."""
    for place, i in enumerate(run):
        if scene.types(i) != ("Project",) or not any(scene.mentions[n].start == scene.mentions[i].start and scene.types(n)[0] == "Enterprise"
                                                     for n in reading.nested.get(i, ())):
            continue
        after = scene.mentions[i].start
        for n in reversed(run[:place]):
            if scene.types(n) != ("Enterprise",) or reading.text[scene.mentions[n].end:after] not in ("、", "和", "与"):
                break
            after = scene.mentions[n].start
            yield from scene.link(i, "developedBy", n, reading, "nameparts.joint-developer", 0.75)


def _sector(scene: Scene, reading: Reading, i: int, inner: list[int] | tuple[int, ...]) -> Iterator[Relation]:
    """The industry that a park's or project's name holds."""
    kinds = scene.types(i)
    if kinds[0] not in ("Park", "Project") or kinds[0] == "Project" and "Park" not in kinds and not inner:
        return
    sectors = [n for n in inner if scene.types(n)[0] == "Industry" and not _SWEEPING.fullmatch(scene.mentions[n].name)]
    if not sectors and "Park" in kinds:
        sectors = [n for n in (known_sector(scene, scene.mentions[i].name),) if n is not None]
    for n in sectors[:1]:
        yield from scene.link(i, "inIndustry", n, reading, "nameparts.industry", 0.75)
        if "Park" in kinds:
            yield from scene.link(i, "focusesOn", n, reading, "nameparts.industry", 0.75)


def known_sector(scene: Scene, name: str) -> int | None:
    """The longest industry of the report that the name holds."""
    best = ""
    for sector in scene.named["Industry"]:
        core = _core(sector)
        if len(core) >= 2 and not core.startswith("未来") and len(sector) > len(best) and core in name and not _SWEEPING.fullmatch(sector):
            best = sector
    return scene.named["Industry"][best] if best else None


@lru_cache(maxsize=1024)
def _core(sector: str) -> str:
    """A sector without its class noun: 旅游 of 旅游业, 新材料 of 新材料产业; broad ones keep it (服务业)."""
    bare = sector.removesuffix("产业").removesuffix("行业").removesuffix("业")
    return bare if len(bare) >= 2 and sector not in broad_sectors() else sector


@lru_cache(maxsize=1)
def broad_sectors() -> frozenset[str]:
    """Sectors so broad that to be in one says nothing."""
    return frozenset(entry.text for entry in load("broad_sectors"))
