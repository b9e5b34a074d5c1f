"""Where text comes from: a file of some kind, bytes, or standard input."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from kg.document.pdf import is_pdf, read_pdf
from kg.document.plain import decode
from kg.document.web import is_page, read_page
from kg.document.word import is_word, read_word
from kg.errors import UnreadableInput

LARGEST = 40_000_000  # bytes of an input file
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_bytes(source: Path | str) -> bytes:
    """The bytes of a file, or of standard input for ``-``.

    Raises:
        UnreadableInput: there is no such file, it is a folder, may not be read, or is too large.
    """
    if str(source) == "-":
        return _within(sys.stdin.buffer.read(LARGEST + 1), "-")
    path = Path(source)
    try:
        if path.is_dir():
            raise UnreadableInput(str(source), "it is a folder", "name the report files in it")
        with path.open("rb") as file:
            return _within(file.read(LARGEST + 1), path.name)
    except FileNotFoundError as error:
        raise UnreadableInput(str(source), "there is no such file", "check the name") from error
    except PermissionError as error:
        raise UnreadableInput(str(source), "you may not read it", "change its permissions") from error
    except OSError as error:
        raise UnreadableInput(str(source), error.strerror or "it cannot be read", "check the file") from error


def _within(data: bytes, name: str) -> bytes:
    if len(data) > LARGEST:
        raise UnreadableInput(name, f"it has more than {LARGEST // 1_000_000} MB", "give the text of one report")
    if not data.strip():
        raise UnreadableInput(name, "it is empty", "give the text of a report")
    return data


def text_of(data: bytes, name: str) -> str:
    """The text in the bytes of a file, whose kind shows in its first bytes, not in its name.

    Line ends become ``\\n``; what UTF-8 cannot hold (lone surrogates) becomes U+FFFD.

    Raises:
        UnreadableInput: the kind is not known, or the file is damaged or holds no text.
    """
    if is_pdf(data):
        text = read_pdf(data, name)
    elif is_word(data):
        text = read_word(data, name)
    elif data.startswith(_OLD_OFFICE):
        raise UnreadableInput(name, "it is an old Word document (.doc)", "save it as .docx or .txt")
    elif is_page(data):
        text = read_page(data, name)
    else:
        text = decode(data, name)
    return re.sub(r"[\ud800-\udfff]", "\ufffd", re.sub(r"\r\n?", "\n", text))
