"""Where things are: ``云溪化工产业园的A、B``, ``A落户云溪县``, ``在清源镇建设A``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from kg.document.gazetteer import Gazetteer
from kg.extraction.clauses import Reading, Run
from kg.extraction.lexicon import Entry, load
from kg.extraction.links.scene import BUILT, SEATS, Scene
from kg.extraction.links.subjects import follows, whole
from kg.extraction.records import OWN, Relation

_THINGS = frozenset(("Project", "Facility", "Park", "Enterprise", "Place"))
_OCCURRING = frozenset(("Event", "Project", "Facility", "Park", "PublicBody", "Enterprise"))
_WAYS = frozenset(("Facility",))
_WITHIN = re.compile(r"[”）)]?(?:境内|内|里|中)?的?[“《]?$")
_IN = re.compile(r"(?:在|于|位于|落户)$")
_ADDED = frozenset(("新增", "新建", "新增加", "新改建", "改扩建"))  # 石桥镇 新增 互通
_TOPIC = re.compile(r"[“]?(?:围绕|依托|在|以)?$")
_AT = re.compile(r"[”》）)]?(?:等?(?:[一二两三四五六七八九十\d]+个)?(?:项目|工程|企业))?(?:已|将|成功|首次|率先|先后|相继|分别|陆续|同时)*在[“《]?")
_THROUGH = re.compile(
    r"[”》）)]?等?(?:[一二两三四五六七八九十\d]+条)?(?:国道|省道|国省干线|高速公路|高速|铁路|公路|干线)*(?:均|都)?"
    r"(?:在(?:境内|此|县域内|我[县区市省])|(?:纵贯|横贯|贯穿|穿越|穿过|横穿|纵穿|途经|过)(?:全?境|境内|全[县区市省]|我[县区市省]|县域|其中|南北|东西)"
    r"|穿境|过境|交汇|纵横交错)")
_TOWARDS = re.compile(r"(?:面向|服务|辐射|对接|供应|供给|通往|连接|融入|赴|对)$")
_MANNER = re.compile(r"(?:重点|着力|大力|加快|积极|全力|全面|扎实|稳步|深入|持续|集中|同步|统筹|主要|将|要|已|还|先后|相继|陆续|成功|顺利)*")
# what is said of a place as a whole: 建设加快推进, 路网逐步完善
_PROGRESS = re.compile(r"(?:累计|共|已|完成|实现)*(?:投入|投资)(?:资金|建设资金)?[约近超]?[\d.]+[万亿]元(?:以上)?|[方面上内]*|[”]?为(?:主要|重要)?(?:载体|依托|平台|核心|重点|支撑|主阵地|主战场|抓手|基础|引领)|[”]?(?:的)?(?:开发|建设|规划|基础|配套|公共|服务|设施|功能|承载|能力|环境|面貌|品质|形象|框架|平台|作用|体系|改造|提升|工程|工作)*"
                       r"(?:深入|加快|加速|全面|稳步|不断|持续|扎实|有序|顺利|日益|日趋|进一步|明显|显著|逐步|基本|强力|全速)*"
                       r"(?:推进|推动|完善|提升|改善|提速|增强|显现|提高|启动|展开|凸显|拉开|起步|优化|铺开|实施|成形|成型)")
_SET_UP = re.compile(r"(?:正式|共同|联合|率先|首批)?(?:设立|成立|建立|组建|设置|挂牌|建成|建设|布局)(?:了)?[“]?")
_MOVED_IN = re.compile(r"[”》）)]?(?:项目)?等?(?:一批|[\d一二两三四五六七八九十]+(?:余|多)?个)?(?:重点|重大|新|已)?(?:入园|入区|园内|区内|入驻)(?:的)?(?:企业|项目|单位|产业)")
_GROUNDS = re.compile(r"(?:园|园区|开发区|集聚区|示范区|工业区|试验区|高新区|经济区|港区|新区)$")
_HOSTING = re.compile(r"[”]?(?:现?已|要|将|先后|成功)*(?:新上|引进|承接|引入|储备|建有|拥有|汇聚|集聚|新引进|新入驻|入驻)了?(?:一批)?[“]?")
_RULE_ACTING, _RULE_MOVED_IN = "places.acting", "places.moved_in"
_RULE_THROUGH = "places.through"
_RULE_OWNER, _RULE_BESIDE, _RULE_IN, _RULE_TOPIC = "places.owner", "places.beside", "places.in", "places.topic"


def places(scene: Scene, reading: Reading) -> Iterator[Relation]:
    """``locatedIn`` from the wording around the names."""
    previous: Run | None = None  # what an earlier clause has governed
    for index in range(len(reading.clauses)):
        runs = reading.by_clause[index]
        for position, run in enumerate(runs):
            before = runs[position - 1] if position else None
            yield from _owned(scene, reading, run, before)
            yield from _settled(scene, reading, run, before or previous)
            yield from _occurred(scene, reading, run, before)
            yield from _through(scene, reading, run)
            yield from _moved_in(scene, reading, run)
        yield from _topic(scene, reading, index, runs)
        yield from _acting(scene, reading, runs)
        previous = next((run for run in reversed(runs) if scene.is_a(run.mentions[-1], BUILT)), previous if not runs else None)


def enclosing(scene: Scene, reading: Reading) -> Iterator[Relation]:
    """``海川云溪``: a division right behind the larger one that the gazetteer has it in lies there."""
    for larger, i in pairwise(reading.mentions):
        if scene.mentions[larger].end == scene.mentions[i].start and scene.types(larger) == scene.types(i) == ("AdministrativeDivision",):
            division = Gazetteer.default().find(scene.mentions[larger].name)
            if division is not None and Gazetteer.default().find(scene.mentions[i].name, within=division) is not None:
                yield from scene.link(i, "locatedIn", larger, reading, _RULE_BESIDE, 0.85)


def _owned(scene: Scene, reading: Reading, run: Run, before: Run | None) -> Iterator[Relation]:
    """``P的A、B``, ``P内A``, ``PA`` with nothing between, ``在P建设A``."""
    if before is None or len(before.mentions) > 1 or not scene.is_a(before.first, SEATS):
        return
    place, text = before.first, reading.text
    gap = text[before.end:run.start]
    if _TOWARDS.search(text, reading.clauses[run.clause].start, before.start):
        return  # 面向P的A
    if run.owner == place or (gap and _WITHIN.fullmatch(gap)):
        rule, confidence = _RULE_OWNER, 0.9
    elif not gap.strip("“《") or gap in _ADDED:
        rule, confidence = _RULE_BESIDE, 0.8
    elif _IN.search(text, reading.clauses[run.clause].start, before.start) and run.before and run.own_before and len(gap) <= 10:
        rule, confidence = _RULE_IN, 0.8
    else:
        return
    if rule == _RULE_IN and scene.types(run.first)[0] == "PublicBody" and _SET_UP.fullmatch(gap):
        for i in run.mentions:
            yield from scene.link(i, "locatedIn", place, reading, rule, confidence)
    allowed = _THINGS if rule == _RULE_OWNER and scene.types(place)[0] != "AdministrativeDivision" else BUILT
    for i in run.mentions:
        if scene.types(i)[0] in allowed and not _same(scene, i, place):
            yield from scene.link(i, "locatedIn", place, reading, rule, confidence)


def _same(scene: Scene, i: int, place: int) -> bool:
    """A division does not lie in a place of the text by standing next to it, nor a thing in itself."""
    return scene.mentions[i].name == scene.mentions[place].name or scene.types(i)[0] in ("AdministrativeDivision", "Town")


def _settled(scene: Scene, reading: Reading, run: Run, before: Run | None) -> Iterator[Relation]:
    """``A落户P``, also with A in the clause before."""
    cue = next((c for c in run.before if "settling" in c.roles), None)
    if cue is None or before is None or run.start - cue.end > 1 or not scene.is_a(run.first, SEATS):
        return
    if before.clause == run.clause and not follows(scene, before.end, cue.start):
        return
    open_ended = before.clause == run.clause and not whole(scene, before.end, cue.start)
    for i in before.mentions[:-1] if open_ended else before.mentions:
        if scene.types(i)[0] in ("Project", "Facility", "Park", "Enterprise", "PublicBody"):
            yield from scene.link(i, "locatedIn", run.first, reading, cue.roles["settling"])


def _occurred(scene: Scene, reading: Reading, run: Run, before: Run | None) -> Iterator[Relation]:
    """``E在P召开``, ``A在P奠基``."""
    if before is None or not scene.is_a(run.first, SEATS) or not _AT.fullmatch(reading.text, before.end, run.start):
        return
    pattern, entries = _occurring()
    match = pattern.match(reading.text, run.end)
    if match is None:
        return
    for i in before.mentions:
        if scene.types(i)[0] in _OCCURRING and not _same(scene, i, run.first):
            yield from scene.link(i, "locatedIn", run.first, reading, entries[match["verb"]])


@lru_cache(maxsize=1)
def _occurring() -> tuple[re.Pattern, dict[str, Entry]]:
    entries = {entry.text: entry for entry in load("occurring")}
    words = "|".join(sorted(entries, key=len, reverse=True))
    return re.compile(rf"[”》]?(?:境内)?(?:成功|顺利|隆重|圆满|正式|盛大|胜利|相继|如期|建成|签约|注册)*(?P<verb>{words})(?=[^\u4e00-\u9fff]|并|$)"), entries


def _through(scene: Scene, reading: Reading, run: Run) -> Iterator[Relation]:
    """``A、B穿境而过``, ``A、B3条高速过境``: ways through the report's own division."""
    if scene.is_a(run.first, _WAYS) and _THROUGH.match(reading.text, run.end):
        for i in run.mentions:
            if scene.is_a(i, _WAYS):
                yield from scene.link(i, "locatedIn", OWN, reading, _RULE_THROUGH, 0.75)


def _moved_in(scene: Scene, reading: Reading, run: Run) -> Iterator[Relation]:
    """``……P基础设施，推进A、B等入园项目``: the park that the sentence named last."""
    if not scene.is_a(run.first, _THINGS) or _MOVED_IN.match(reading.text, run.end, reading.clauses[run.clause].end) is None:
        return
    named = [i for other in reading.mentions if scene.mentions[other].start < run.start and other not in run.mentions
             for i in (other, *reading.nested.get(other, ())) if _GROUNDS.search(scene.mentions[i].name) and scene.is_a(i, SEATS)]
    for i in run.mentions:
        if named and scene.types(i)[0] in _THINGS:
            yield from scene.link(i, "locatedIn", named[-1], reading, _RULE_MOVED_IN, 0.75)


def _acting(scene: Scene, reading: Reading, runs: list[Run]) -> Iterator[Relation]:
    """``P重点实施A、B``: what a town, park or area does lies in it."""
    if len(runs) < 2 or not _is_area(scene, runs[0]) or runs[0].before:
        return
    place, works = runs[0], runs[1]
    if reading.ahead(place).strip("“"):
        return
    if works.clause == place.clause and _HOSTING.fullmatch(reading.text, place.end, works.start):
        for i in works.mentions:
            if scene.types(i)[0] in _THINGS and not _same(scene, i, place.first):
                yield from scene.link(i, "locatedIn", place.first, reading, _RULE_ACTING, 0.75)
    if not works.before or not works.own_before or _MANNER.fullmatch(reading.text, place.end, works.before[0].start) is None:
        return
    for i in works.mentions:
        if scene.types(i)[0] in BUILT and not _same(scene, i, place.first):
            yield from scene.link(i, "locatedIn", place.first, reading, _RULE_ACTING, 0.75)


def _is_area(scene: Scene, run: Run) -> bool:
    return len(run.mentions) == 1 and scene.types(run.first)[0] in ("Town", "Park", "Place")


def _topic(scene: Scene, reading: Reading, index: int, runs: list[Run]) -> Iterator[Relation]:
    """``东湖商圈，加快A、B建设``: a clause that is a place alone, or how it gets on, says where the next one is."""
    if len(runs) != 1 or not _is_area(scene, runs[0]):
        return
    clause, run = reading.clauses[index], runs[0]
    if _PROGRESS.fullmatch(reading.text, run.end, clause.end) is None or not _TOPIC.fullmatch(reading.text, clause.start, run.start):
        return
    for following in range(index + 1, len(reading.by_clause)):
        followers = reading.by_clause[following]
        if following > index + 1 and (not followers or any(f.before or not f.after for f in followers)):
            break  # only lists that say how things in it get on follow further: P建设推进，A建成，B投用
        for follower in followers:
            if follower.before or follower.after or _HOSTING.fullmatch(reading.text, reading.clauses[following].start, follower.start):
                for i in follower.mentions:
                    if scene.types(i)[0] in BUILT and not _same(scene, i, run.first):
                        yield from scene.link(i, "locatedIn", run.first, reading, _RULE_TOPIC, 0.75)
