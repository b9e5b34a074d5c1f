"""An Excel workbook: a sheet for each table, headers in Chinese, frozen and with filters, numbers as numbers.

Text is always text, never a formula. The same build gives the same bytes: openpyxl's times of writing are
taken out.
"""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from typing import BinaryIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from kg.export.characters import xml_text
from kg.export.format import Options
from kg.export.records import Table, all_tables
from kg.export.source import Source

_LONGEST_TEXT, _LONGEST_NAME = 32_767, 31  # characters of a cell, of the name of a sheet (Excel's limits)
_NARROWEST, _WIDEST = 8, 60  # characters
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first time that a ZIP archive can hold
_MODIFIED = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")
_ESCAPED = re.compile(r"_x[0-9A-Fa-f]{4}_")


def excel(source: Source, out: BinaryIO, options: Options) -> None:
    """The workbook; of the classes, those asked for."""
    book = Workbook(write_only=True)
    book.properties.creator = "govkg"
    book.properties.created = datetime.datetime(*_EPOCH)
    colors = {term.name: term.color for term in source.ontology.classes}
    for table in all_tables(source):
        if not options.types or table.name not in colors or table.name in options.types:
            _sheet(book, table, colors.get(table.name, "#5A6773"))
    buffer = io.BytesIO()
    book.save(buffer)
    _without_times(buffer, out)


def _sheet(book: Workbook, table: Table, color: str) -> None:
    sheet = book.create_sheet(re.sub(r"[\[\]:*?/\\]", " ", table.label)[:_LONGEST_NAME])
    sheet.freeze_panes = "A2"
    sheet.sheet_properties.tabColor = color[1:]
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.columns))}{len(table.rows) + 1}"
    for i, label in enumerate(table.labels):
        sheet.column_dimensions[get_column_letter(i + 1)].width = _width(label,
                                                                         (row[i] for row in table.rows))
    sheet.append([_header(sheet, label, color) for label in table.labels])
    for row in table.rows:
        sheet.append([_cell(sheet, value) for value in row])


def _header(sheet, label: str, color: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, label)
    cell.font, cell.fill = Font(bold=True, color="FFFFFF"), PatternFill("solid", fgColor=color[1:])
    cell.alignment = Alignment(vertical="center")
    return cell


def _cell(sheet, value: object) -> object:
    """A number as it is; a text as text, whatever it begins with."""
    if value is None or isinstance(value, (int, float)):
        return value
    plain = xml_text("、".join(value) if isinstance(value, list) else str(value))
    plain = _ESCAPED.sub(lambda match: "_x005F" + match[0], plain)[:_LONGEST_TEXT]
    if not plain:
        return None
    cell = WriteOnlyCell(sheet, plain)
    cell.data_type = "s"
    return cell


def _width(label: str, values) -> float:
    """Room for most of a column: Chinese characters take two places."""
    longest = max((_places(v) for v in values), default=0)
    return min(_WIDEST, max(_NARROWEST, _places(label) + 4, longest + 2))


def _places(value: object) -> int:
    plain = "" if value is None else "、".join(value) if isinstance(value, list) else str(value)
    return sum(2 if ord(c) > 0x2E7F else 1 for c in plain)


def _without_times(book: io.BytesIO, out: BinaryIO) -> None:
    """Copy a ZIP archive with all its times the same."""
    target = io.BytesIO()
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "docProps/core.xml":
                data = _MODIFIED.sub(rb"\g<1>1980-01-01T00:00:00Z", data)
            new.writestr(zipfile.ZipInfo(name, _EPOCH), data, zipfile.ZIP_DEFLATED)
    out.write(target.getvalue())
