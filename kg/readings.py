"""What one report says, before it becomes triples; one report at a time, or many in parallel."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import GivenTwice, KgError, UnreadableInput

if TYPE_CHECKING:
    from kg.corrections import Corrections, Dropped, Unapplied
    from kg.document.report import Report
    from kg.entities.records import Resolution
    from kg.extraction.given import GivenName
    from kg.extraction.records import Extraction

#: Bytes of input from which a second process pays: starting one costs about a second (importing spaCy), in
#: which this one reads and extracts about 200,000 characters.
PARALLEL_FROM = 2_000_000


@dataclass(frozen=True)
class Guidance:
    """What a person adds to the reports: names of their own, and corrections. Plain data that can be pickled."""

    lexicon: str = ""  # the file's name
    lexicon_sha256: str = ""
    names: tuple[GivenName, ...] = ()
    corrections: tuple[Corrections, ...] = ()
    calibrated: bool = True  # False: confidences as the rules say them, to measure how true they are

    @classmethod
    def read(cls, lexicon: str | Path | None = None, corrections: Iterable[str | Path] = ()) -> Guidance:
        """The guidance of files.

        Raises:
            BadLexicon, BadCorrection: a row cannot be used; says the line.
            OSError: a file cannot be read.
        """
        from kg.corrections import read_corrections
        from kg.extraction.given import read_names

        found = tuple(read_corrections(Path(path)) for path in corrections)
        if lexicon is None:
            return cls(corrections=found)
        path = Path(lexicon)
        return cls(path.name, hashlib.sha256(path.read_bytes()).hexdigest(), read_names(path), found)


NO_GUIDANCE = Guidance()


@dataclass(frozen=True)
class Reading:
    """A report, what it says, and what its mentions name: plain data that can be pickled.

    ``applied``, ``unapplied`` and ``dropped`` tell what became of a person's corrections.
    """

    report: Report
    extraction: Extraction
    resolution: Resolution
    sha256: str  # of the file as it was given
    applied: frozenset[str] = frozenset()
    unapplied: tuple[Unapplied, ...] = ()
    dropped: tuple[Dropped, ...] = ()


@dataclass(frozen=True)
class Failure:
    """An input that gave no reading, and why."""

    source: str
    error: KgError


def read(source: str | Path, division: str | None = None, year: int | None = None,
         guidance: Guidance = NO_GUIDANCE) -> Reading:
    """Read a report and extract what it says: a pure function of the file and the arguments.

    Args:
        source: the path of a ``.txt``, ``.html``, ``.docx`` or ``.pdf`` file, or ``-`` for standard input.
        division: whose report it is, when the text does not say or says it wrongly.
        year: the year that its plan part speaks of, likewise.
        guidance: names and corrections that a person adds.

    Raises:
        UnreadableInput, NotAReport: see :mod:`kg.document.reader`.
    """
    from kg.document import reader
    from kg.document.source import read_bytes

    data = read_bytes(source)
    file = Path("stdin" if str(source) == "-" else source)
    report = reader.read(data, name=file.name, division=division, year=year)
    report = replace(report, name=reader.safe_name(file.stem))
    return understand(report, hashlib.sha256(data).hexdigest(), guidance)


def understand(report: Report, sha256: str = "", guidance: Guidance = NO_GUIDANCE) -> Reading:
    """What a report that is laid out says, with a person's names and corrections."""
    from kg.corrections.application import Application
    from kg.entities import resolve
    from kg.extraction.calibration import shipped
    from kg.extraction.pipeline import extract

    application = Application(report, guidance.corrections)
    extraction = application.correct_sentences(extract(report, guidance.names))
    if guidance.calibrated:
        extraction = shipped().calibrated(extraction)
    outcome = application.decide(extraction, resolve(report, extraction))
    return Reading(report, outcome.extraction, outcome.resolution, sha256, outcome.applied, outcome.unapplied,
                   outcome.dropped)


def try_to_read(source: str | Path, division: str | None, year: int | None,
                guidance: Guidance = NO_GUIDANCE) -> Reading | Failure:
    """Like :func:`read`, but an input that cannot be read is a value: it must travel between processes."""
    try:
        return read(source, division, year, guidance)
    except KgError as error:
        return Failure(str(source), error)
    except MemoryError:
        return Failure(str(source), UnreadableInput(str(source), "it does not fit into memory", "divide it"))


def read_all(sources: Iterable[str | Path], division: str | None = None, year: int | None = None,
             guidance: Guidance = NO_GUIDANCE) -> Iterator[Reading | Failure]:
    """Readings of several inputs, in their order, by as many processes as pay."""
    given = list(sources)
    again = _given_before(given)
    todo = [source for source, twice in zip(given, again) if not twice]
    found = _read_each(todo, division, year, guidance)
    for source, twice in zip(given, again):
        yield Failure(str(source), GivenTwice(str(source), "it is given twice", "name it once")) if twice else next(found)


def _read_each(sources: list[str | Path], division: str | None, year: int | None,
               guidance: Guidance) -> Iterator[Reading | Failure]:
    workers = min(len(sources), _cores())
    if workers < 2 or sum(map(_size, sources)) < PARALLEL_FROM:
        for source in sources:
            yield try_to_read(source, division, year, guidance)
        return
    with ProcessPoolExecutor(workers, multiprocessing.get_context("spawn")) as pool:
        try:
            count = len(sources)
            yield from pool.map(try_to_read, sources, [division] * count, [year] * count, [guidance] * count)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _given_before(sources: list[str | Path]) -> list[bool]:
    """For each input, whether an earlier one is the same file."""
    real = [str(s) if str(s) == "-" else os.path.realpath(s) for s in sources]
    return [path in real[:i] for i, path in enumerate(real)]


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _size(source: str | Path) -> int:
    """Bytes of a file; 0 for what is none: the reader will say what is wrong with it."""
    return os.path.getsize(source) if os.path.isfile(source) else 0
