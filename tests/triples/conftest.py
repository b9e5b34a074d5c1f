"""Records of an invented report, made by hand."""

import pytest

from kg.document.reader import lay_out
from kg.entities.records import Entity, Resolution
from kg.extraction.records import OWN, Extraction, Fact, Mention, Observation, Relation

TEXT = "各位代表：\n推进恒岳 光电二期项目建设，总投资12亿元。地区生产总值增长6.5%。"


@pytest.fixture
def report():
    return lay_out(TEXT, name="sample", division="栖云县", year=2024)


def mention(report, name, types, rule="test.rule"):
    start = report.text.index(name)
    index = next(s.index for s in report.sentences if s.start <= start < s.end)
    return Mention(start, start + len(name), name, types, index, rule, 0.9)


@pytest.fixture
def records(report):
    """One project, one enterprise that builds it, an investment, a status, a number."""
    project = mention(report, "恒岳光电二期", ("Project",))
    enterprise = mention(report, "恒岳光电", ("Enterprise",))
    number = report.text.index("6.5%")
    sentence = next(s.index for s in report.sentences if s.start <= number < s.end)
    extraction = Extraction(
        mentions=(project, enterprise),
        relations=(Relation(0, "developedBy", 1, project.sentence, "developed.opens-name", 0.8),),
        facts=(Fact(0, "status", "UnderConstruction", project.sentence, "stage.build", 0.8, year=2024),
               Fact(0, "investment", "12", project.sentence, "amount.total", 0.9, "亿元")),
        observations=(Observation(number, number + 4, "地区生产总值", "6.5", "%", "Growth", "Target", "Exact", 2024, sentence,
                                  "quantity.growth", 0.95, OWN),))
    resolution = Resolution(
        entities=(Entity("恒岳光电二期", (), ("Project",), (0,), scope="栖云县"),
                  Entity("恒岳光电", ("恒岳",), ("Enterprise",), (1,), scope="栖云县"),
                  Entity("栖云县", ("我县",), ("AdministrativeDivision",), ())),
        of=(0, 1), own=2)
    return extraction, resolution
