"""A fictional county and hand-made mentions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.document.normal import CleanText
from kg.document.report import Division, Report
from kg.extraction.records import Extraction, Mention

PROVINCE = Division("岭东省", "province", "990000", (), "岭东")
CITY = Division("江州市", "city", "990100", (PROVINCE,), "江州")
COUNTY = Division("云溪县", "county", "990101", (CITY, PROVINCE), "云溪")


def report_of(text: str = "", division: Division | None = COUNTY, own_names: Sequence[str] = ("云溪县", "云溪", "我县", "全县"),
              name: str = "yunxi_2024") -> Report:
    """A report with the given text."""
    return Report(name, f"{name}.txt", text, CleanText(text, tuple(range(len(text))), len(text)),
                  division=division, own_names=tuple(own_names), year=2024)


def extraction_of(named: Iterable[tuple[str, Sequence[str]]]) -> tuple[str, Extraction]:
    """A text that lists the names, one a sentence, and their mentions."""
    text, mentions = "", []
    for i, (name, types) in enumerate(named):
        mentions.append(Mention(len(text), len(text) + len(name), name, tuple(types), i, "test", 0.9))
        text += name + "。"
    return text, Extraction(tuple(mentions))
