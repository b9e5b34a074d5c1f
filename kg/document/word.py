"""Word documents (.docx)."""

from __future__ import annotations

import io
import zipfile

from kg.errors import UnreadableInput

LARGEST = 200_000_000  # bytes of an unpacked document; a bomb unpacks to far more
RATIO = 200  # how many times larger than packed a part may be once it is beyond a megabyte


def is_word(data: bytes) -> bool:
    """Is this a zip archive that holds a Word document?"""
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "word/document.xml" in archive.namelist()
    except (zipfile.BadZipFile, OSError):
        return False


def read_word(data: bytes, name: str) -> str:
    """The text of the document's paragraphs and tables, a line for each.

    Raises:
        UnreadableInput: the archive is damaged, or unpacks to more than any report is.
    """
    _refuse_bomb(data, name)
    import docx  # heavy: only when there is a document
    from docx.table import Table

    try:
        document = docx.Document(io.BytesIO(data))
        lines: list[str] = []
        for block in document.iter_inner_content():
            if isinstance(block, Table):
                lines.extend("\t".join(cell.text for cell in row.cells) for row in block.rows)
            else:
                lines.append(block.text)
    except (ValueError, KeyError, zipfile.BadZipFile, SyntaxError) as error:
        raise UnreadableInput(name, f"the Word document is damaged ({type(error).__name__})",
                              "open it in a word processor and save it anew") from error
    return "\n".join(lines)


def _refuse_bomb(data: bytes, name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
    for part in parts:
        bulky = part.file_size > 1_000_000 and part.file_size > RATIO * max(1, part.compress_size)
        if bulky or sum(p.file_size for p in parts) > LARGEST:
            raise UnreadableInput(name, f"it unpacks to {sum(p.file_size for p in parts):,} bytes",
                                  "save the text of the report alone")
