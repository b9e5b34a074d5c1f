"""The report as a document: text, parts, chapters, paragraphs, sentences, and whose it is.

All offsets are characters into ``Report.clean.text`` (end exclusive); ``Report.span`` gives the same place
in the text as it was read, and only that leaves the package.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.document.normal import CleanText


@dataclass(frozen=True, slots=True)
class Division:
    """An administrative division: national code (``""`` where unknown), name, level, and those above it."""

    name: str  # in full: 云溪县
    level: str  # country | province | city | county | township
    code: str = ""  # GB/T 2260, six digits; nine for townships
    above: tuple[Division, ...] = ()  # nearest first: city, province
    short: str = ""  # without its generic ending: 云溪


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, with what governs it.

    ``part`` is one of ``header``, ``opening``, ``review``, ``plan``, ``closing``, ``glossary``, ``footer``.
    ``year`` is the year that its numbers speak of unless they say otherwise.
    """

    index: int
    start: int
    end: int
    part: str
    year: int | None
    paragraph: int  # index into Report.paragraphs


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; ``lead`` is the span of its opening phrase (``（一）培育壮大优强企业。``), if it has one."""

    index: int
    start: int
    end: int
    part: str
    chapter: int | None  # index into Report.chapters
    lead: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Chapter:
    """A headed stretch of the report; level 1 is the outermost (``一、``), then ``（一）``, and so on."""

    index: int
    title: str
    start: int
    end: int
    level: int
    part: str


@dataclass(frozen=True)
class Report:
    """One government work report, read and laid out. Plain data: picklable, comparable."""

    name: str  # the file's stem made safe: names builds and IRIs
    source: str  # the file's name, without its folder
    raw: str  # the text as it was read
    clean: CleanText
    title: str = ""
    year: int | None = None  # the year that the plan part speaks of
    issued: str | None = None  # ISO date of publication
    speech_date: str | None = None  # ISO date on which it was given
    meeting: str = ""
    speaker: str = ""
    office: str = ""
    publisher: str = ""
    header: dict[str, str] = field(default_factory=dict)  # 索引号 and the like, as written
    division: Division | None = None
    own_names: tuple[str, ...] = ()  # how the text calls its own division: 云溪县, 云溪, 我县, 全县
    chapters: tuple[Chapter, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    sentences: tuple[Sentence, ...] = ()

    @property
    def text(self) -> str:
        """The normalised text that all offsets of the document speak of."""
        return self.clean.text

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place of a stretch of the normalised text in the text as it was read."""
        return self.clean.raw_span(start, end)
