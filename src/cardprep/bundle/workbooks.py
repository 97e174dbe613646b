"""Writes lists as workbooks for Excel and WPS: every cell is text, so that no digit is lost and nothing runs.

What begins with `=`, `+`, `-`, `@`, a tab or a line break is text like all else, and marked as such
(`quotePrefix`): it stays text when somebody edits the cell.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import openpyxl
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from cardprep.host.atomic import write_bytes

_TEXT_FORMAT = "@"
_ROWS_PREPARED = 1_000
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ARMED = ("=", "+", "-", "@", "\t", "\r", "\n")
_DAY = dt.datetime(2020, 1, 1)  # noqa: DTZ001  # a workbook's dates have no zone
_MOST_CELL = 32_767


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """One column: its head, its width in characters, what may be chosen in it (() for any text)."""

    title: str
    width: int = 20
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetSpec:
    """A list: the name of its sheet, its columns, and, for a template, an example and notes.

    Attributes:
        example: the texts of an example row, or ().
        choice_error: what is said of a text that is none of a column's choices.
    """

    title: str
    columns: tuple[ColumnSpec, ...]
    example: tuple[str, ...] = ()
    notes_title: str = ""
    notes: tuple[str, ...] = ()
    choices_title: str = "choices"
    choice_error: str = ""


def write_workbook(target: Path, spec: SheetSpec, rows: Iterable[Sequence[str]] = ()) -> None:
    """Write the list to `target`, whole or not at all (OSError as the system says)."""
    book = openpyxl.Workbook()
    book.properties.creator, book.properties.created = "cardprep", _DAY
    sheet = book.active
    sheet.title = spec.title
    _head(sheet, spec)
    for texts in (spec.example, *rows) if spec.example else rows:
        _append(sheet, texts)
    if spec.example:
        for cell in sheet[2]:
            cell.font = Font(italic=True, color="FF808080")
    _offer_choices(book, sheet, spec)
    if spec.notes:
        notes = book.create_sheet(spec.notes_title)
        notes.column_dimensions["A"].width = 100
        for note in spec.notes:
            _append(notes, (note,))
    write_bytes(target, _bytes(book))


def _head(sheet: Worksheet, spec: SheetSpec) -> None:
    """The heads, and every column as text before anything is typed into it."""
    _append(sheet, [column.title for column in spec.columns])
    for number, column in enumerate(spec.columns, start=1):
        dimension = sheet.column_dimensions[get_column_letter(number)]
        dimension.width, dimension.number_format = column.width, _TEXT_FORMAT
        head = sheet.cell(1, number)
        head.font, head.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="center")
        head.fill = PatternFill("solid", fgColor="FFE6EEF8")
    sheet.freeze_panes = "A2"


def _append(sheet: Worksheet, texts: Sequence[str]) -> None:
    row = 1 if sheet.max_row == 1 and sheet.cell(1, 1).value is None else sheet.max_row + 1
    for number, text in enumerate(texts, start=1):
        _put_text(sheet.cell(row, number), text)


def _put_text(cell: Cell, text: str) -> None:
    """Put `text` as text, whatever it looks like; what no workbook can hold becomes U+FFFD."""
    kept = _ESCAPED.sub("_x005F_", _NOT_IN_XML.sub("\ufffd", text))[:_MOST_CELL]
    cell.value = kept
    cell.data_type = "s"
    cell.number_format = _TEXT_FORMAT
    if kept.startswith(_ARMED):
        cell.quotePrefix = True


def _offer_choices(book: openpyxl.Workbook, sheet: Worksheet, spec: SheetSpec) -> None:
    """A drop-down for each column with choices; they stand on a hidden sheet, as some hold commas."""
    with_choices = [(n, column) for n, column in enumerate(spec.columns, start=1) if column.choices]
    if not with_choices:
        return
    hidden = book.create_sheet(spec.choices_title)
    hidden.sheet_state = "hidden"
    for place, (number, column) in enumerate(with_choices, start=1):
        for row, choice in enumerate(column.choices, start=1):
            _put_text(hidden.cell(row, place), choice)
        own, theirs = get_column_letter(number), get_column_letter(place)
        source = f"'{spec.choices_title}'!${theirs}$1:${theirs}${len(column.choices)}"
        rule = DataValidation(type="list", formula1=source, allow_blank=True, showErrorMessage=True)
        rule.errorTitle, rule.error = column.title[:32], spec.choice_error[:255]
        rule.add(f"{own}2:{own}{_ROWS_PREPARED}")
        sheet.add_data_validation(rule)


def _bytes(book: openpyxl.Workbook) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        _Writer(book, archive).save()
    return target.getvalue()


class _Writer(ExcelWriter):  # type: ignore[misc]  # its base has no types
    """Writes a sheet without the temporary file by which openpyxl would leave people's data on the disk."""

    def write_worksheet(self, ws: Worksheet) -> None:
        """As its base does, in memory; there are no pictures, charts or comments in a list."""
        written = io.BytesIO()
        writer = WorksheetWriter(ws, out=written)
        writer.write()
        ws._rels = writer._rels  # noqa: SLF001  # what the base does
        self._archive.writestr(ws.path[1:], written.getvalue())
        self.manifest.append(ws)
