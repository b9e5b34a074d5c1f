"""Plain text in the encodings that Chinese pages and editors use."""

from __future__ import annotations

import codecs

from kg.errors import UnreadableInput

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SAMPLE = 20_000  # bytes that the guess looks at


def decode(data: bytes, name: str) -> str:
    """The text of a file, its encoding detected: UTF-8, UTF-16 or GB18030.

    Raises:
        UnreadableInput: the bytes are no text in one of these encodings.

    >>> decode("政府工作报告".encode("gb18030"), "a.txt")
    '政府工作报告'
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding, name)
    if _binary(data[:_SAMPLE]):
        wide = _wide(data)
        if wide is None:
            raise UnreadableInput(name, "it is not text", "give a .txt, .html, .docx or .pdf file")
        return _strictly(data, wide, name)
    for encoding in ("utf-8", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableInput(name, "its encoding is neither UTF-8 nor GB18030 nor UTF-16", "save it as UTF-8")


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableInput(name, f"it is marked as {encoding} but byte {error.start} is none", "save it as UTF-8") from error


def _binary(sample: bytes) -> bool:
    """Text has no NUL and few other control bytes."""
    control = sum(sample.count(byte) for byte in (*range(1, 9), *range(14, 27), *range(28, 32)))
    return b"\0" in sample or control * 50 > len(sample)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark shows in line breaks and ideographs at every other byte."""
    for encoding, high in (("utf-16-le", 1), ("utf-16-be", 0)):
        sample = data[:_SAMPLE]
        highs = sample[high::2]
        if len(data) % 2 == 0 and highs and sum(0x4E <= b <= 0x9F or b in (0, 0x30, 0xFF) for b in highs) * 10 >= 9 * len(highs):
            return encoding
    return None
