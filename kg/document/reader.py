"""From a file to a report that is laid out."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from kg.document.header import read_header
from kg.document.identity import find_division, find_year, named_division, own_names
from kg.document.normal import identity
from kg.document.normal import normalise as normalised
from kg.document.report import Report
from kg.document.source import read_bytes, text_of
from kg.document.structure import lay_out_text
from kg.errors import NotAReport, UnknownDivision

_MARKS = ("政府工作", "各位代表", "人民代表大会", "全县", "全市", "全区", "全省", "我县", "我市", "我区", "生产总值", "县委", "市委", "区委", "省委",
          "项目", "工程", "建设", "重点", "产业", "发展", "实施", "推进", "今年", "去年", "过去一年", "亿元", "工作")
_LEAST_MARKS = 4  # different words of reports that a text must hold


def read(source: Path | str | bytes, *, name: str | None = None, division: str | None = None,
         year: int | None = None) -> Report:
    """Read a report from a file (``-`` is standard input) or from bytes, and lay it out.

    Args:
        source: a path, or the content itself as bytes.
        name: what to call the report; by default the file's name without its ending.
        division: whose report it is (name or national code), where the text does not tell rightly.
        year: the year that its plan speaks of, where the text does not tell rightly.

    Raises:
        UnreadableInput: the file cannot be opened or decoded, or holds no text.
        NotAReport: the text is no government work report.
        UnknownDivision: there is no division with the given code.
    """
    if isinstance(source, bytes):
        data, file = source, name or "report"
    else:
        data, file = read_bytes(source), "stdin" if str(source) == "-" else Path(source).name
    text = text_of(data, file)
    _refuse_others(text, file)
    return lay_out(text, name=name or Path(file).stem, source=file, division=division, year=year)


def lay_out(text: str, *, name: str, source: str = "", division: str | None = None, year: int | None = None,
            normalise: bool = True) -> Report:
    """Lay out a text as a report. Without ``normalise`` the text is taken to the letter.

    >>> report = lay_out("云溪县政府工作报告\\n各位代表：\\n建成产业园。", name="云溪 2024", division="云溪县", year=2024)
    >>> report.name, report.division.name, [report.text[s.start:s.end] for s in report.sentences][-1]
    ('云溪-2024', '云溪县', '建成产业园。')
    """
    clean = normalised(text) if normalise else identity(text)
    framed = clean.text if normalise else normalised(text).text
    header = read_header(framed)
    year = year or find_year(framed, header, name)
    own = _given(division) if division else find_division(framed, header, name)
    layout = lay_out_text(clean.text, year)
    return Report(name=safe_name(name), source=source, raw=text, clean=clean, title=header.title, year=year,
                  issued=header.issued, speech_date=header.speech_date, meeting=header.meeting, speaker=header.speaker,
                  office=header.office, publisher=header.publisher, header=header.fields, division=own,
                  own_names=own_names(own), chapters=layout.chapters, paragraphs=layout.paragraphs,
                  sentences=layout.sentences)


def _given(division: str):
    found = named_division(division)
    if found is None:
        raise UnknownDivision(division)
    return found


def safe_name(name: str) -> str:
    """A name made fit for files and IRIs: letters, digits and hyphens.

    >>> safe_name("云溪县 2024/报告"), safe_name("..")
    ('云溪县-2024-报告', 'report')
    """
    plain = re.sub(r"[^\w]+", "-", unicodedata.normalize("NFKC", name)).strip("-")
    return plain[:80].rstrip("-") or "report"


def _refuse_others(text: str, file: str) -> None:
    """A report is Chinese prose that speaks as governments do."""
    han = len(re.findall(r"[^\W\d_A-Za-z]", text))
    if not text.strip():
        raise NotAReport(file, "it holds no text", "give the text of a report")
    if han < 60 or 3 * han < len(re.sub(r"\s", "", text)):
        raise NotAReport(file, f"it holds {han} Chinese characters only", "give a government work report in Chinese")
    marks = sum(mark in text for mark in _MARKS)
    if marks < _LEAST_MARKS:
        raise NotAReport(file, "it does not speak of a government's work", "give a government work report")
