"""Gold and the reports that it annotates stretches of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kg.builds import assemble
from kg.errors import BadGold
from kg.evaluation.forms import key
from kg.evaluation.gold import Gold, read_gold
from kg.evaluation.judging import Judge
from kg.evaluation.subject import subject_of
from kg.readings import NO_GUIDANCE, Guidance, Reading, read

_ENDINGS = (".txt", ".html", ".htm", ".docx", ".pdf")


def pairs(given: Iterable[str], reports: Path | None = None) -> list[tuple[Gold, Path]]:
    """Each gold with its report.

    Args:
        given: ``GOLD=REPORT``, or ``GOLD`` alone: its report is then looked for.
        reports: the folder of reports; the one that holds every line of the annotated text is taken.

    Raises:
        BadGold: no report is given and none holds the annotated text.
    """
    found, known = [], _Reports(reports)
    for argument in given:
        folder, _, report = argument.partition("=")
        gold = read_gold([Path(folder)])
        found.append((gold, Path(report) if report else known.of(gold)))
    return found


class _Reports:
    """The reports of a folder, read once."""

    def __init__(self, folder: Path | None):
        self._paths = sorted(p for p in folder.iterdir() if p.suffix in _ENDINGS) if folder else []
        self._keys: dict[Path, str] = {}

    def of(self, gold: Gold) -> Path:
        if gold.text is None:
            raise BadGold(gold.name, 1, "it has no text.txt to find its report by", "give it as GOLD=REPORT")
        lines = [key(line) for line in gold.text.splitlines()]
        for path in self._paths:
            if path not in self._keys:
                self._keys[path] = key(_text(path))
            if all(line in self._keys[path] for line in lines):
                return path
        raise BadGold(gold.name, 1, "no report holds the annotated text", "give it as GOLD=REPORT, or --reports FOLDER")


def _text(path: Path) -> str:
    from kg.document.source import read_bytes, text_of

    return text_of(read_bytes(path), path.name)


def judges(annotated: Sequence[tuple[Gold, Path]], guidance: Guidance = NO_GUIDANCE) -> Iterator[Judge]:
    """Each gold beside the graph of the whole report; precision counts what is said of the annotated text."""
    for gold, report in annotated:
        yield judge(gold, read(report, guidance=guidance))


def judge(gold: Gold, reading: Reading, min_confidence: float = 0.0) -> Judge:
    """Gold beside the graph of a reading of its report."""
    return Judge(subject_of(assemble([reading], min_confidence=min_confidence)), gold, gold.text)
