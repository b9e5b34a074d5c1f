"""PDF files with a text layer."""

from __future__ import annotations

import re

from kg.errors import UnreadableInput

_LEAST = 40  # characters a page must hold on average to count as text
_PAGE_NUMBER = re.compile(r"^\s*[-—–·•\s]*\d{1,3}[-—–·•\s]*$")
_CLOSED = re.compile(r"[。！？：；”）]$")
_OPENING = re.compile(r"^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}(?:、|[.．](?!\d))|——|各位代表|[一二三四五六七八九十]+是)")


def is_pdf(data: bytes) -> bool:
    """Do these bytes begin as a PDF does?"""
    return data[:1024].lstrip().startswith(b"%PDF-")


def read_pdf(data: bytes, name: str) -> str:
    """The text of all pages, its printed lines joined to paragraphs.

    Raises:
        UnreadableInput: the file is encrypted or damaged, or its pages are pictures.
    """
    import pypdfium2  # heavy: only when there is a PDF

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableInput(name, "the PDF is encrypted", "save it without a password first") from error
        raise UnreadableInput(name, f"the PDF is damaged ({error})", "print it to a new PDF") from error
    with document:
        pages = [page.get_textpage().get_text_range() for page in document]
    if sum(len(page.strip()) for page in pages) < _LEAST * len(pages):
        raise UnreadableInput(name, "the PDF has no text, its pages are pictures", "run text recognition (OCR) on it first")
    return "\n".join(_paragraphs([line for page in pages for line in _lines(page)]))


def _lines(page: str) -> list[str]:
    return [line.strip() for line in page.replace("\r", "\n").split("\n") if line.strip() and not _PAGE_NUMBER.match(line)]


def _paragraphs(lines: list[str]) -> list[str]:
    """A line that fills the column and does not end a sentence goes on in the next."""
    if not lines:
        return []
    width = sorted(len(line) for line in lines)[int(0.8 * (len(lines) - 1))]
    joined = [lines[0]]
    last = lines[0]
    for line in lines[1:]:
        if len(last) >= 0.85 * width and not _OPENING.match(line) and not (_CLOSED.search(last) and len(last) < 0.97 * width):
            joined[-1] += line
        else:
            joined.append(line)
        last = line
    return joined
