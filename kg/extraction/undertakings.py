"""Places, parks and public bodies that the report tells a stage of are projects as well.

``启动清源古镇项目``, ``加快镜湖示范区建设``, ``扩建第一中学``: what is planned, built or opened is an undertaking, whatever
else it is.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kg.document.report import Report
from kg.extraction.clauses import readings, retyped
from kg.extraction.lexicon import load
from kg.extraction.names.heads import REGIONS
from kg.extraction.records import Mention
from kg.extraction.stages import Stage, told

_KINDS = frozenset(("Place", "Park", "PublicBody", "Facility", "Enterprise", "Honor"))
_HOUSED = re.compile(r"(?!.*级)(?:国家|全国|中国|联合国).{4,}(?:中心|实验室|基地)")  # titles that are built too: 国家轨道车辆技术创新中心
_TITLED = 9  # characters of such a title; a shorter one names a class: 国家重点实验室
_WORKS = re.compile(r"开工|动工|奠基|破土|竣工|完工|建成|投产|达产|投用|点火|试车")  # what is said of works, also where a firm's name stands for them
_KNOWN = ("terms.", "nature.")  # rules of places that every report knows (长三角), and of nature: nobody builds them
_IN = "在于"  # where something else is built: 生产线在恒岳集团投产
_NATURE = re.compile(r"[河湖江海山沟淀村]$")
_MEETING = ("对接", "洽谈", "对接洽谈", "签约", "服务", "配合", "跟进")  # said of bodies that one deals with
# what may follow the name itself, so that it is the name and not the beginning of a longer one that the stage is told of
_ITSELF = re.compile(r"[”’》）)\s]*(?:项目|工程|建设|实体化|相继|陆续|先后|分别|年内|即将|同步|[、，。；等和及与\d一二三四五六七八九十年上下也已将均投竣开建启完通破动奠封落签获]|实现|达到|具备|全面|正式|顺利"
                     r"|如期|加快|加速|基本|初具|进展|稳步|有序|扎实|$)")


def _means_works(mention: Mention, stage: Stage) -> bool:
    """Does the stage make works of the mention? Bodies are dealt with too, and firms sign, open and grow."""
    if mention.types[0] == "Enterprise":
        return stage.late and _WORKS.search(stage.told[-1].text) is not None
    return mention.types[0] != "PublicBody" or stage.told[-1].text not in _MEETING


# money put into a campaign that is called 工程 makes it a work too: 投资9000万元的……工程
_FUNDED = re.compile(r"投资\s*\d[\d.]*\s*[万亿]元(?:的|[，,]?(?:组织实施|实施|建设|完成|启动|建成)了?)[“]?$")
_REACH = 24  # characters before the name that can hold the money


def undertakings(report: Report, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions, with the type ``Project`` added where the report tells a stage of what they name."""
    seats = tuple(entry.text for entry in load("seats"))

    def may_be_built(mention: Mention) -> bool:
        kind = mention.types[0]
        return kind in _KINDS and report.text[mention.start - 1] not in _IN and "Project" not in mention.types and not mention.rule.startswith(_KNOWN) \
            and (kind != "PublicBody" or mention.name.endswith(seats)) and (kind != "Honor" or len(mention.name) >= _TITLED and _HOUSED.fullmatch(mention.name) is not None) \
            and not mention.name.endswith(REGIONS) and _NATURE.search(mention.name) is None and _ITSELF.match(report.text, mention.end) is not None

    found = {i for reading in readings(report, mentions) if not _KINDS.isdisjoint(reading.kinds)
             for i, stage in told(reading, mentions, may_be_built)
             if _means_works(mentions[i], stage)}
    found |= {i for i, mention in enumerate(mentions) if mention.types == ("Program",) and mention.name.endswith("工程")
              and _FUNDED.search(report.text, max(0, mention.start - _REACH), mention.start)}
    if not found:
        return mentions
    return retyped(report, mentions, tuple(
        replace(m, types=(*m.types, "Project")) if i in found else m for i, m in enumerate(mentions)))
