"""Where the package keeps what it ships beside code: ontology, lexicons, sample report.

The ontology is a folder of its own in the repository and is put inside the package by the wheel.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def ontology(name: str) -> Path:
    """The path of a file of the ontology, such as ``govkg.ttl``."""
    shipped = _PACKAGE / "ontology"
    return (shipped if shipped.is_dir() else _PACKAGE.parent / "ontology") / name


def lexicon(name: str) -> Path:
    """The path of a lexicon, such as ``programs.csv``."""
    return _PACKAGE / "extraction" / "lexicons" / name


def sample_report() -> Path:
    """The path of the short sample report (a fictional county)."""
    return _PACKAGE / "sample" / "qiyun_2024.txt"
