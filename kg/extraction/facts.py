"""The component that finds facts: stages, promised listings, capacity and investment."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from kg.document.report import Report
from kg.extraction.amounts import amounts
from kg.extraction.clauses import Reading, readings
from kg.extraction.modality import PROMISING_PARTS, hopes
from kg.extraction.records import Fact, Mention
from kg.extraction.stages import BUILT, stages

_LISTING = re.compile(r"上市(?!公司|企业|后备|许可|销售|场所|品种|资源|产品|流通|倍增|计划)|(?:进入|完成|启动|报送|通过|开展)[^，。；]{0,10}(?:辅导备案|辅导期|上会|过会|股改)|(?:新三板|科创板|创业板|北交所|四板|区域股权市场)[^，。；、]{0,6}挂牌|挂牌(?:新三板|四板)|股改|[过报上]会(?!议)|IPO|登陆(?:主板|创业板|科创板|北交所|资本市场)")
_RULE_LISTING = "facts.listing"


def find_facts(report: Report, mentions: tuple[Mention, ...]) -> tuple[Fact, ...]:
    """All facts that a report tells of its mentions, in text order; the same fact of a mention once.

    Args:
        report: the report, laid out.
        mentions: what it names; facts refer to them by index.
    """
    found: dict[tuple[int, str, str], Fact] = {}
    for reading in readings(report, mentions):
        for fact in _facts(reading, mentions):
            key = (fact.mention, fact.fact, fact.value)
            if key not in found or found[key].confidence < fact.confidence:
                found[key] = fact
    return tuple(sorted(found.values(), key=lambda f: (f.sentence, f.mention, f.fact, f.value)))


def _facts(reading: Reading, mentions: tuple[Mention, ...]) -> Iterator[Fact]:
    if not BUILT.isdisjoint(reading.kinds):
        yield from stages(reading, mentions)
        yield from amounts(reading, mentions)
    if "Enterprise" in reading.kinds and _LISTING.search(reading.text, reading.sentence.start, reading.sentence.end):
        yield from listings(reading, mentions)


def listings(reading: Reading, mentions: tuple[Mention, ...]) -> Iterator[Fact]:
    """Facts ``plansListing``: ``支持A、B等企业上市`` in the plan, or hoped for in the review."""
    text, sentence = reading.text, reading.sentence
    spoken: list[int] = []
    for index, clause in enumerate(reading.clauses):
        here = [i for run in reading.by_clause[index] for i in run.mentions if "Enterprise" in mentions[i].types]
        match = next(reversed(list(_LISTING.finditer(text, clause.start, clause.end))), None)
        firms = [i for i in here if match and mentions[i].end <= match.start()]
        if match and not here and not re.search(r"\d|企业|公司", text[clause.start:clause.end]):
            firms = spoken
        if match and (sentence.part in PROMISING_PARTS or hopes(text[clause.start:match.start()])):
            for i in firms:
                yield Fact(i, "plansListing", "true", sentence.index, _RULE_LISTING, 0.85)
        spoken = here or spoken


@Language.component("govkg_facts", requires=["doc._.report", "doc._.mentions"], assigns=["doc._.facts"])
def tell_facts(doc: Doc) -> Doc:
    """Put the facts of the document on ``doc._.facts``."""
    doc._.facts = find_facts(doc._.report, doc._.mentions)
    return doc
