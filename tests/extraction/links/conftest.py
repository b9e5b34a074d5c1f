"""What tests of relations share: a function that reads one invented sentence in a report of an invented county."""

from dataclasses import replace

import pytest

from kg.document.reader import lay_out
from kg.document.report import Division
from kg.extraction.pipeline import extract
from kg.extraction.records import OWN

OPENING = "云溪县人民政府县长陆望川\n\n各位代表：\n现在，我代表县人民政府，向大会报告工作，请予审议。\n\n"
FRAMES = {
    "review": OPENING + "一、2023年工作回顾\n{}\n",
    "plan": OPENING + "一、2023年工作回顾\n过去一年成绩来之不易。\n\n二、2024年工作安排\n{}\n",
}


@pytest.fixture(scope="session")
def stated():
    """``stated(part, text, relation)``: the (head, tail) pairs of one relation that the text states."""

    def read(part, text, relation):
        report = replace(lay_out(FRAMES[part].format(text), name="sample", normalise=False),
                         division=Division("云溪县", "county", short="云溪"), own_names=("云溪县", "我县", "全县", "云溪"))
        found = extract(report)
        name = lambda i: "云溪县" if i == OWN or found.mentions[i].name in report.own_names else found.mentions[i].name
        return {(name(r.head), name(r.tail)) for r in found.relations if r.relation == relation}

    return read
