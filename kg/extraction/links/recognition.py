"""Honours that somebody has got or hopes for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.clauses import Reading, Run
from kg.extraction.cues import Cue
from kg.extraction.links.scene import Scene, heads_of
from kg.extraction.links.subjects import follows, someone, verb_start, whole
from kg.extraction.modality import PROMISING_PARTS, hopes, settled
from kg.extraction.records import OWN, Relation
from kg.extraction.titles import bearers

_CONFIDENCE = {"sure": 0.9, "strong": 0.9, "weak": 0.7}
_WITHIN = frozenset(("AdministrativeDivision", "Park"))  # whose titles a government gets in its own name
_COUNTED = re.compile(r"[”》\s]*(?:企业|单位|产品)?\s*(?:\d+|[一二两三四五六七八九十]+)(?:余|多)?\s*(?:个|家|项|处|名|人|件|户|种)")
_TITLE = re.compile(r"[”》\s]*(?:等)?(?:光荣|荣誉)?(?:称号|奖项|殊荣|奖励)")
_COUNT = re.compile(r"(?:一批|若干|更多|多个|一系列|各类)[^，。；]{0,4}$|(?:\d+|[一二两三四五六七八九十]+)(?:余|多)?\s*(?:个|家|项|名|人|件|户|种)(?:以上)?$")
_BETWEEN = re.compile(r"[”》）)]?(?:等)?(?:[一二两三四五六七八九十\d]+(?:个|家|处|项|座))?[“]?")
_CREATED = re.compile(r"[”》]?(?:的|等(?:\d+[项个])?)?(?:(?:创建|争创|申报|创评|申创)(?P<done>成功)?(?!成果|成效|经验)|(?:考核|评估|现场|迎检)*(?:验收|复审|复检|评审|迎检|迎评)(?:工作|准备|标准|$|[，。；、]))")
_STOOD = re.compile(r"[”》]?(?:创建)?(?:顺利|成功|如期|高分|圆满|高票|正式|率先|一次性|已)*(?P<done>通过|获批)(?:[^，。；]{0,8}(?:验收|复审|复核|评估|评审|考核|审核|认定|命名|公示|测评)|(?<=获批)(?:建设|设立|实施)?$)")
_EXAMINED = re.compile(r"[”》]?(?:的)?(?:等)?(?:省级|国家级?|现场|年度|中期|考核|创建)*(?:复审|复核|复评|复查|复验|验收|评估|审核|考核|核查|测评|创建|申报|认定|认证|挂牌)")
_PASSED = re.compile(r"[”》]?并(?:成功|顺利|一次性|高分|率先|已)*通过")
_CALLED = re.compile(r"[”》]?(?:等)?(?:\d+[项个])?(?:国家级|省级|荣誉|光荣|多项)*(?:称号|奖项|殊荣|荣誉|奖牌|名片|品牌|招牌|$)")
_AND = re.compile(r"[”》]?(?:等?称号)?[、和与及并又还且]*(?:先后|相继|同时|分别)?")  # between a title and the next verb of getting
_OWN_WORK = re.compile(r"(?:本级|工作|改革|建设|治理|事业|创建)$")  # 医药改革获评全市先进县: the title is the division's
_AGENT = re.compile(r"(?:被|由|经|受)[“]?$")
_EACH = re.compile(r"分别")
_HAD = re.compile(r"[”》]?(?:创建)?(?:成果|成效|经验)")
_BUILT_UP = re.compile(r"[”》]?(?:等)?(?:试点)?(?:建设|创建)")
_PARK_KIND = re.compile(r"(?:开发区|高新区|园区|产业园)$")
_RULE_CREATED = "recognition.created"


def recognition(scene: Scene, reading: Reading) -> Iterator[Relation]:
    """``awarded`` and ``seeks``."""
    told: tuple[int, Run, Cue] | None = None  # the titles before, for a list that goes on after a comma
    bearing: list[int] = []  # who got them, if the clause says so
    ended = 0  # where the last of them ends
    for position, run in enumerate(reading.runs):
        yield from _campaigned(scene, reading, run)
        titles = [i for i in run.mentions if scene.types(i)[0] == "Honor"]
        if not titles:
            continue
        cue = next((c for c in reversed(run.before) if _tells(c)), None)
        if cue is not None:
            begins = verb_start(reading.text, reading.clauses[run.clause].start, cue.start)
            again = told is not None and told[1].clause == run.clause and _AND.fullmatch(reading.text, ended, begins)
            bearing = bearing if again else _adjoining(scene, reading, position, cue) or _subjects(scene, reading, position, begins)
            told = position, run, cue
        elif told is None or not _goes_on(reading, told[1], run):
            yield from _created(scene, reading, position, run)
            yield from _built_up(scene, reading, run, titles)
            continue
        ended = scene.mentions[titles[-1]].end
        yield from _told(scene, reading, told[1], titles, told[2], bearing)


def _built_up(scene: Scene, reading: Reading, run: Run, titles: list[int]) -> Iterator[Relation]:
    """``加快H建设``, ``冲刺H``: a title of the own division that the plan works for, with verbs that are said of anything."""
    worked = run.before and (run.before[-1].end == run.start or _BUILT_UP.match(reading.text, run.end))
    had = _HAD.match(reading.text, run.end) is not None  # 巩固H创建成果: it has been got
    if reading.sentence.part in PROMISING_PARTS and worked and not had and not reading.others_act(run):
        for title in titles:
            if _of_division(scene, reading, title):
                yield from scene.link(OWN, "seeks", title, reading, _RULE_CREATED, 0.7)


def _goes_on(reading: Reading, last: Run, run: Run) -> bool:
    """Does a list of titles go on in the next clause: ``荣获H1、H2，H3等称号``?"""
    return run.clause == last.clause + 1 and not run.before and not reading.ahead(run).strip("“《") \
        and bool(_CALLED.match(reading.behind(run)))


def _campaigned(scene: Scene, reading: Reading, run: Run) -> Iterator[Relation]:
    """``开展H创建活动``: the title that a campaign is named after is hoped for."""
    for i in run.mentions:
        for n in reading.nested.get(i, ()):
            if scene.types(n)[0] == "Honor" and not reading.others_act(run):
                yield from scene.link(OWN, "seeks", n, reading, _RULE_CREATED, 0.75)


def _tells(cue: Cue) -> bool:
    """Is the verb said of titles by itself, or at least where the bearer is named? Others (建设) are said of anything."""
    entry = cue.roles.get("honor_verbs")
    return entry is not None and entry.columns["alone"] != "no"


def _told(scene: Scene, reading: Reading, run: Run, titles: list[int], cue: Cue, subjects: list[int]) -> Iterator[Relation]:
    entry = cue.roles["honor_verbs"]
    relation = _relation(reading, run, cue)
    if relation is None:
        return
    begins = verb_start(reading.text, reading.clauses[run.clause].start, cue.start)
    confidence = _CONFIDENCE[entry.columns["strength"]]
    if len(subjects) > 1 and len(subjects) == len(titles) and _EACH.search(reading.text, scene.mentions[subjects[-1]].end, cue.end):
        pairs = list(zip(subjects, titles))
    elif subjects:
        pairs = [(s, t) for t in titles for s in subjects]
    elif entry.columns["alone"] == "bearer" and not all(_of_division(scene, reading, t) for t in titles) or reading.others_act(run):
        return
    elif someone(scene, reading.clauses[run.clause].start, begins):
        if not _OWN_WORK.search(reading.text, reading.clauses[run.clause].start, begins) or not all(_of_division(scene, reading, t) for t in titles):
            return
        pairs = [(OWN, t) for t in titles]
    else:
        pairs = [(s, t) for t in titles for s in _carried(scene, reading, run, t)]
        confidence -= 0.1
    for subject, title in pairs:
        if bearers(scene.mentions[title].name) == ("Place",) and scene.types(subject)[0] in ("AdministrativeDivision", "Town"):
            continue  # a village in it, whose name goes on
        yield from scene.link(subject, relation, title, reading, entry.id, round(confidence, 2))


def _of_division(scene: Scene, reading: Reading, title: int) -> bool:
    """Is it a title of divisions alone, and of one of them?"""
    return bearers(scene.mentions[title].name) == ("AdministrativeDivision",) and not _is_counted(reading, scene, title)


def _relation(reading: Reading, run: Run, cue: Cue) -> str | None:
    """Got or hoped for: the verb says, and the part of the report; 打造 only ever hopes."""
    entry = cue.roles["honor_verbs"]
    promising = reading.sentence.part in PROMISING_PARTS
    wording = reading.text[max(reading.clauses[run.clause].start, cue.start - 10):cue.end]
    if entry.text.startswith("打造"):
        return "seeks" if promising else None
    examined = _EXAMINED.match(reading.text, run.end)
    if entry.text == "完成" and examined is None:
        return None
    if not promising and not hopes(wording) and (entry.text == "完成" or _passed(reading, run, cue)):
        return "awarded"
    hoped = entry.columns["relation"] == "seeks" or hopes(wording)
    if not hoped and promising and not settled(wording):
        hoped = True
    if hoped and re.search(r"成功(?:争创|创建)", wording) and not hopes(wording) and not promising:
        hoped = False
    return "seeks" if hoped else "awarded"


def _passed(reading: Reading, run: Run, cue: Cue) -> bool:
    """``通过创建H验收``, ``创建H并顺利通过验收``: what was hoped for has been got."""
    ahead = reading.text[reading.clauses[run.clause].start:cue.start]
    return bool("通过" in ahead[-6:] and _EXAMINED.match(reading.text, run.end) or _PASSED.match(reading.text, run.end))


def _adjoining(scene: Scene, reading: Reading, position: int, cue: Cue) -> list[int]:
    """What stands right before the title, behind the verb: ``申报“云溪大枣”地理标志``, ``完成玉泉湾4A级景区创建``."""
    before, run = reading.runs[position - 1] if position else None, reading.runs[position]
    if before is None or before.start < cue.end or reading.text[before.end:run.start].strip("”"):
        return []
    return [i for i in before.mentions if scene.types(i)[0] in heads_of("awarded") - {"AdministrativeDivision"}]


def _subjects(scene: Scene, reading: Reading, position: int, begins: int) -> list[int]:
    """The things in the clause that can bear honours and that the verb, which begins there, speaks of."""
    clause = reading.runs[position].clause
    for run in reversed(reading.runs[:position]):
        if run.clause != clause:
            break
        if run.end > begins or _AGENT.search(reading.text, reading.clauses[clause].start, run.start):
            continue
        found = [i for i in run.mentions if scene.types(i)[0] in heads_of("awarded")]
        if found and not reading.text.startswith("的", run.end):
            if not whole(scene, run.end, begins):
                found = [i for i in found if i != run.mentions[-1]]  # 清口火腿、石湖龙井3个产品
            return found if follows(scene, run.end, begins) else []
    return []


def _carried(scene: Scene, reading: Reading, run: Run, title: int) -> list[int]:
    """Who bears the title when the clause names nobody: the thing of the clause before, or the report's own division."""
    kinds = frozenset(bearers(scene.mentions[title].name))
    previous = [r for r in reading.runs if r.clause == run.clause - 1]
    if previous and "AdministrativeDivision" not in kinds:
        candidates = [i for i in previous[0].mentions if scene.types(i)[0] in heads_of("awarded")
                      and scene.types(i)[0] not in ("AdministrativeDivision", "Product")
                      and (not kinds or scene.is_a(i, kinds))]
        opens = not reading.ahead(previous[0]).strip("“《")
        if candidates and (opens or kinds and len(previous) == 1):
            return candidates
    opening = reading.runs[0]
    if kinds and opening.clause < run.clause and opening.start == reading.clauses[0].start and not opening.before \
            and all(scene.is_a(i, kinds) for i in opening.mentions):
        return list(opening.mentions)
    park = _park_spoken_of(scene, reading, run, title) if "Park" in kinds else None
    if park is not None:
        return [park]
    if kinds and kinds.isdisjoint(_WITHIN) or _is_counted(reading, scene, title):
        return []
    return [OWN]


def _park_spoken_of(scene: Scene, reading: Reading, run: Run, title: int) -> int | None:
    """The park of the same kind that the paragraph has named last, for a title that was got: ``获评省级A类开发区``."""
    kind = _PARK_KIND.search(scene.mentions[title].name)
    if kind is None or reading.sentence.part in PROMISING_PARTS:
        return None
    return scene.park_before(run.start, (kind[0],))


def _is_counted(reading: Reading, scene: Scene, title: int) -> bool:
    """A title with a number is got by that many others: ``国家高新技术企业25家``."""
    mention, text = scene.mentions[title], reading.text
    if _TITLE.match(text, mention.end):
        return False
    return bool(_COUNTED.match(text, mention.end) or _COUNT.search(text, reading.sentence.start, mention.start))


def _created(scene: Scene, reading: Reading, position: int, run: Run) -> Iterator[Relation]:
    """``A、B两个H创建工作``, ``以H创建为抓手``: the verb follows the title."""
    match = _STOOD.match(reading.text, run.end, reading.clauses[run.clause].end) \
        or _CREATED.match(reading.text, run.end, reading.clauses[run.clause].end)
    if match is None:
        return
    got = match["done"] and reading.sentence.part not in PROMISING_PARTS and not hopes(reading.ahead(run))
    relation = "awarded" if got else "seeks"
    before = reading.runs[position - 1] if position and reading.runs[position - 1].clause == run.clause else None
    subjects = [i for i in run.mentions if scene.is_a(i, heads_of(relation)) and scene.types(i)[0] != "Honor"]  # A、B“H”创建工作
    if not subjects and before is not None and _BETWEEN.fullmatch(reading.text, before.end, run.start):
        subjects = [i for i in before.mentions if scene.is_a(i, heads_of(relation)) and scene.types(i)[0] != "Honor"]
    for title in run.mentions:
        if scene.types(title)[0] != "Honor":
            continue
        direct = run.own_before and run.before and run.before[-1].end == run.start
        if not subjects and not direct and someone(scene, reading.clauses[run.clause].start, run.start):
            continue  # ……谷5A级景区创建: somebody without a name of its own
        for subject in subjects or _carried(scene, reading, run, title):
            yield from scene.link(subject, relation, title, reading, _RULE_CREATED, 0.8)
