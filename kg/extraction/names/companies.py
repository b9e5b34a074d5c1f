"""Enterprises whose names carry no suffix: their place in the sentence gives them away."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from os.path import commonprefix

import rjieba

from kg.document.report import Report
from kg.extraction.lexicon import load
from kg.extraction.names.boundary import opening
from kg.extraction.names.candidate import Candidate
from kg.extraction.names.divisions import town_shorts
from kg.extraction.names.heads import particular
from kg.extraction.names.modifiers import division_names, firm_start, goes_on, names_brand
from kg.extraction.names.passage import UNREAD, Passage
from kg.extraction.names.terms import holds_sector

LONGEST = 10  # characters of a short name
_PATTERNS = (  # a mark that the sentence must hold, the pattern, rule id, confidence
    ("为(?:依托|龙头|引领|骨干|支撑|链主|主导|代表)", re.compile(r"以([^，。；：为]{2,40}?)(?:等[^\W\d_A-Za-z]{0,6}?)?(?:企业|公司|集团)?为(?:依托|龙头|引领|骨干|支撑|链主|主导|代表的[^，。；、]{0,8}(?:企业|公司|集团))"),
     "company.leading", 0.8),
    ("为代表的", re.compile(r"以([^\W\d_A-Za-z]{2,6}(?:、[^\W\d_A-Za-z]{2,6})*?)(?:等[^\W\d_A-Za-z]{0,6}?)?为代表的[^，。；]{2,24}?(?:产业|行业|集群|制造业)"), "company.bare", 0.86),
    ("签约|签订|签署", re.compile(r"[与同和]([^，。；：]{2,30}?)(?:等(?:企业|公司|集团|央企|知名企业)*)?(?:成功|正式)?(?:签约|签订|签署)"),
     "company.partner", 0.6),
    ("合作", re.compile(r"[与同和]([^，。；：]{2,30}?)(?:等(?:企业|公司|集团|央企|知名企业)*)?(?:达成|开展|深化)?(?:战略)?合作"),
     "company.partner", 0.6),
    ("辅导", re.compile(r"([^，。；：]{2,40}?)(?:等\d*家?(?:企业|公司))?(?:进入|完成|启动|接受|开展)[^，。；、]{0,10}辅导"), "company.listing", 0.8),
    ("支持|扶持|帮助|鼓励|引导|推动", re.compile(r"(?:支持|扶持|帮助|鼓励|引导|推动)([^\W\d_A-Za-z]{2,5}?(?:、[^\W\d_A-Za-z]{2,6}?)*?)(?:等\d*家?[^\W\d_A-Za-z]{0,6}(?:企业|公司|集团))?"
                                       r"(?:“二次创业”|做[大强优]|增资|扩大产能|扩产|上市|申报|争创|技术改造|技改|[开拓]拓|转型升级|复工|复产|达产|兼并|重组)"), "company.bare", 0.75),
    ("落户|入驻|上市|登陆", re.compile(r"(?:^|[，。；])([^\W\d_A-Za-z]{2,4}(?:、[^\W\d_A-Za-z]{2,6}){0,6})(?:等\d*家?[^\W\d_A-Za-z]{0,4}(?:企业|公司|集团))?(?:成功|纷纷|相继|先后|正式|顺利)*"
                           r"(?:落户|入驻|挂牌上市|成功上市|登陆(?:新三板|创业板|科创板|主板|北交所))"), "company.bare", 0.75),
    ("年产|年加工|年处理", re.compile(r"([^\W\d_A-Za-z]{2,8}?)(?:公司|集团)?(?:年产|年加工|年处理)\d"), "company.capacity", 0.8),
)
_RULE_BARE = "company.bare"  # only what is no word
_CLASS = re.compile(r"(?:企业?|公司|单位|平台|机构|院所|高校|名校|名师|名院|商超|部门|产业|行业|地区|城市|国家|省|市|县|区|政银|银企|校企|委|协会|商会|交流|往来|经贸|文化|团队|产品|作品|项目|农户|商户|人才|主体|学校|理念|思想|精神|战略|导向)$")
_PLACE_NOUN = re.compile(r"(?:镇|乡|街道|村|片区|大街|大道|路|桥|河|湖|山|水库|水系|流域|景区|区|县|市|旗|港|小学|中学|幼儿园|学校|卫生院|互通|连接线|高速|铁路|高铁|公路|" \
              r"棚户区|棚改|古镇|古城|新城|文化|窑洞|出口|示范区|特别合作区|园区|北街|南街|东街|西街|组织|国家|新区|地区|[省市县]级|国家级|经济|开发区|工业集中区)")
_ZONE = re.compile("产业园区|工业园区|经济开发区|高新区")  # a region is called so, whoever builds there
_FORM = re.compile(r"(?:股份|有限|责任|集团|公司|控股)+$")
_NOUN = re.compile(r"(?:[^\W\d_A-Za-z]{2}科技|科技|新材料?|化工|食品|生物|药业|制药|实业|水泥|重工|电子|电气|机械|纺织|服饰|制衣)$")
_ROAD = re.compile("[路街镇乡村桥河]|大[街道桥]|集团|公司")  # 恒岳路 is called after the company
_BODY = re.compile(r"[^\W\d_A-Za-z]{2,6}(?:局|厅|委员会|委|部|总局|办公室)")  # the rest of a body's name: 市场|监管总局
_OTHER_THINGS = re.compile(r"等(?:\d+|[一二两三四五六七八九十]+)?[项个种件](?:技术|成果|产品|项目|平台|发明|专利|案例)")  # that get titles
_TITLE = re.compile(r"企业|工厂|小巨人|单项冠军|瞪羚|独角兽|五百强|500强|技术中心|孵化器|车间|供应商|科学技术|科技进步")


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    """Words that are no company's name: sectors, programmes, bodies."""
    return frozenset(e.text for e in load("terms"))


@lru_cache(maxsize=1)
def _fields() -> str:
    """The names of all sectors that every report knows, in a row."""
    return "、".join(e.text for e in load("terms") if "Industry" in e.list("types"))


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[re.Pattern[str], re.Pattern[str], str, float], ...]:
    return tuple((re.compile(mark), *rest) for mark, *rest in _PATTERNS)


def enterprises(passage: Passage) -> Iterator[Candidate]:
    """Candidates for enterprises that a pattern of the sentence shows."""
    text, first, last = passage.text, passage.sentence.start, passage.sentence.end
    for mark, pattern, rule, confidence in _patterns():
        if mark.search(text, first, last) is None:
            continue
        for match in pattern.finditer(text, first, last):
            items = list(_listed(text, match.start(1), match.end(1)))
            among = sum(names_brand(text[a:b]) for a, b in items)
            for start, end in items:
                yield from _short_name(passage, start, end, rule, confidence, among=2 * among >= len(items) > 1 or "二次创业" in match[0])
    yield from _titled(passage)


def _titled(passage: Passage) -> Iterator[Candidate]:
    """The subject of a verb of getting, where the title is one for enterprises."""
    for clause in passage.clauses if passage.holds("honor_verbs") else ():
        if not passage.within("honor_verbs", clause.start, clause.end) or not _TITLE.search(passage.text, clause.start, clause.end):
            continue
        for start, end in clause.items:
            verb = _award(passage, start, end)
            if verb is not None and not _OTHER_THINGS.search(passage.text, start, verb[0]) and _TITLE.search(passage.text, verb[1], clause.end):
                for a, b in [i for i in clause.items if i[1] < start] + [(start, verb[0])]:
                    yield from _short_name(passage, a, b, "company.titled", 0.8)
                break


def _award(passage: Passage, start: int, end: int) -> tuple[int, int] | None:
    for verb in passage.within("honor_verbs", start + 2, end):
        if verb.entry.columns["relation"] == "awarded":
            return verb.start, verb.end
    return None


def _listed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for part in re.finditer(r"[^、]+", text[start:end]):
        yield start + part.start(), start + part.end()


def _short_name(passage: Passage, start: int, end: int, rule: str, confidence: float, *, among: bool = False) -> Iterator[Candidate]:
    """The company in the stretch; ``among`` others, the dictionary may know its short name as a word."""
    start = firm_start(passage.text, opening(passage, start, end, closed=True).start, end)
    if _CLASS.search(passage.text[start:end]) and not _of_culture(passage.text[start:end]):
        return
    end = _before_verb(passage, start, end)
    if passage.text[end:end + 1] not in ("被", "进") and _BODY.match(passage.text, end):
        return
    name = passage.text[start:end].strip()
    bare = re.sub(r"[（(].*?[）)]", "", name)
    headed = any(h.end == end and h.entry.columns["need"] != "company" for h in passage.heads_within(start, end))
    if 2 <= len(bare) <= LONGEST and bare not in _common() and (not rjieba.has_word(bare) or among and len(bare) < 4 and not holds_sector(bare)) and particular(bare) and not headed \
            and (not _CLASS.search(bare) or _of_culture(bare)) and (rule != _RULE_BARE or names_brand(bare) or among) and (len(bare) <= 4 or _foreign_part(bare)) \
            and not re.search(r"[“”，。\d%]|[我本全各]|[的了等]$", name) \
            and not any(b.start == start and b.end == end for b in passage.within("boundaries", start, end)):
        yield Candidate(start, start + len(name), ("Enterprise",), rule, confidence, passage.sentence.index)


def _of_culture(name: str) -> bool:
    """Is it a company of culture (恒岳文化), and no culture?"""
    return name.endswith("文化") and names_brand(name[:-2])


def _before_verb(passage: Passage, start: int, end: int) -> int:
    """The end of the name when a verb follows it in the stretch: 恒岳集团 in 恒岳集团成功签署."""
    if any(head.end == end for head in passage.heads_within(start, end)):
        return end
    verb = next((b for b in passage.within("boundaries", start + 2, end) if b.entry.columns["class"] != "post"), None)
    return verb.start if verb is not None else end


def _foreign_part(name: str) -> bool:
    """Is there a character in the name that belongs to no longer word of the dictionary, or a known company's noun?"""
    return any(len(word) == 1 for word in rjieba.cut(name, False))


def recurring_enterprises(candidates: Iterable[Candidate], report: Report) -> Iterator[Candidate]:
    """Enterprises that open the names of several projects or products with different ends.

    What two such names have in common at their start, if it is no word of the dictionary and no name of a division,
    names who builds them.
    """
    candidates = list(candidates)
    yield from _by_short_names(candidates, report)
    text, towns = report.text, town_shorts(report)
    named = sorted({(text[c.start:c.end], c.start, c.sentence) for c in candidates
                    if c.types[0] in ("Project", "Product", "Park") and c.end - c.start >= 5})
    for (name, *_), (other, start, sentence) in pairwise(named):
        length = len(commonprefix([name, other]))
        opening_ = name[:length]
        if 2 <= length <= 5 and opening_ not in towns and not _place(opening_, text) and not goes_on(opening_, _ZONE, text) and min(len(name), len(other)) >= length + 2 and _foreign(opening_) \
                and not any(own.startswith(opening_) or opening_.startswith(own) for own in report.own_names):
            yield Candidate(start, start + length, ("Enterprise",), "company.recurring", 0.75, sentence)


def _by_short_names(candidates: Iterable[Candidate], report: Report) -> Iterator[Candidate]:
    """Known companies by their short names: 恒岳集团 where 恒岳 opens a project's name, and wherever else the report says 恒岳."""
    text = report.text
    names = {text[c.start:c.end] for c in candidates if c.types[0] == "Enterprise" and c.confidence >= 0.75}
    forms = {_FORM.sub("", name) for name in names} | names
    shorts = forms | {short for form in forms if (short := _NOUN.sub("", form)) != form and not _place(short, text)}
    shorts = {s for s in shorts if 2 <= len(s) <= 6 and (len(s) <= 4 or s in names) and s not in division_names() and s not in report.own_names}
    shorts -= town_shorts(report)
    for c in candidates if shorts else ():
        if c.types[0] in ("Project", "Park") and c.end - c.start >= 5:
            length = next((n for n in range(min(6, c.end - c.start - 3), 1, -1) if text[c.start:c.start + n] in shorts), 0)
            if length and not _ROAD.match(text, c.start + length):
                yield Candidate(c.start, c.start + length, ("Enterprise",), "company.builder", 0.75, c.sentence)
    yield from _said_again({s for s in shorts - names if len(s) <= 3 and names_brand(s) and not _place(s, text) and not _other(s, text)}, report)


def _other(short: str, text: str) -> bool:
    """Is the short name that of a field or a breed (康养产业, 彩鸽养殖)?"""
    return short[-1] in "鸡鸭鹅猪牛羊鸽鱼虾蟹菇菜果茶枣莓" or short in _fields() or any(short + noun in text for noun in ("产业", "养殖", "种植", "屠宰", "品牌", "新区", "服务", "养老", "行业"))


def _said_again(shorts: set[str], report: Report) -> Iterator[Candidate]:
    """The places where the report says a short name that can be nothing else."""
    starts = [s.start for s in report.sentences]
    for short in sorted(shorts):
        at = report.text.find(short)
        while at >= 0:
            index = bisect_right(starts, at) - 1
            if index >= 0 and at + len(short) <= report.sentences[index].end and report.sentences[index].part not in UNREAD:
                yield Candidate(at, at + len(short), ("Enterprise",), "company.short", 0.7, index)
            at = report.text.find(short, at + len(short))


def _place(name: str, text: str) -> bool:
    """Does the report use the name as that of a place: before 镇, a road, a school?"""
    return goes_on(name, _PLACE_NOUN, text)


def _foreign(opening_: str) -> bool:
    """Made of Chinese characters, not in the dictionary, and not of its longer words alone."""
    return not rjieba.has_word(opening_) and any(len(w) == 1 for w in rjieba.cut(opening_, False)) \
        and particular(opening_) and bool(re.fullmatch(r"[^\W\d_A-Za-z]+(?<![东西南北市县区镇乡村路街线沟河湖山])(?<!生产|加工|制造|养殖|种植|处理|供应|农业|工业|服务)", opening_)) \
        and opening_[0] not in "市县区省镇乡东西南北"
