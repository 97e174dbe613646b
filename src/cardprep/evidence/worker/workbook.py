"""Workbooks (.xlsx, .xlsm): the cells of one sheet. Formulas are never run: what was saved with them is read.

openpyxl reads; what it is given was bounded before: parts, their sizes unpacked, and no document type
declaration in any of them, so that no entity is ever expanded whichever XML library is installed.
"""

from __future__ import annotations

import datetime as dt
import io
import math
import re
import zipfile
from collections.abc import Callable, Iterator
from itertools import zip_longest
from typing import Any

import openpyxl
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from cardprep.case.tables.grid import (
    EMPTY,
    MOST_COLUMNS,
    MOST_ROWS,
    MOST_TEXT,
    Cell,
    CellKind,
    Table,
    TableNote,
)
from cardprep.evidence.limits import MIB, Limits
from cardprep.evidence.tables import TableFlaw
from cardprep.evidence.worker.table_faults import TableRefused

MOST_UNPACKED = 32 * MIB
_MOST_ROWS_LOOKED_AT = 10 * MOST_ROWS
_ROWS_A_TICK = 500
_SMALL = MIB
_DIGITS_KEPT = 15
_DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))
_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
_ENCRYPTED = 0x1 | 0x40 | 0x2000

Cells = tuple[Cell, ...]


def read_workbook(data: bytes, limits: Limits, sheet: str, tick: Callable[[], None]) -> Table:
    """The cells of the sheet called `sheet`, or of the first visible one that has any; `tick` as it goes on.

    Raises:
        TableRefused: it is no workbook, or more than may be read.
    """
    parts = _checked_parts(data, limits)
    notes = _notes(parts)
    book = _opened(data, values=True)
    names = tuple(str(name) for name in book.sheetnames)
    name, rows = _rows_of(book, sheet, tick)
    if TableNote.FORMULAS in notes:
        formulas = _formulas(_opened(data, values=False)[name])
        rows = [_with_formulas(row, marks) for row, marks in zip_longest(rows, formulas, fillvalue=())]
    return Table(tuple(rows), name, names, notes)


def _checked_parts(data: bytes, limits: Limits) -> dict[str, bytes]:
    """The XML parts of the package, unpacked to look into: all that openpyxl will read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = package.infolist()
            _check_entries(entries, limits)
            return {e.filename: package.read(e) for e in entries if _is_xml(e.filename)}
    except (zipfile.BadZipFile, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise TableRefused(TableFlaw.DAMAGED) from error


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels", ".vml"))


def _check_entries(entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    if len(entries) > limits.entries:
        raise TableRefused(TableFlaw.TOO_LARGE)
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise TableRefused(TableFlaw.ENCRYPTED)
    if len({entry.filename for entry in entries}) != len(entries):
        raise TableRefused(TableFlaw.DAMAGED)
    names = {entry.filename.lower() for entry in entries}
    if "xl/workbook.bin" in names:
        raise TableRefused(TableFlaw.BINARY_FORMAT)
    for entry in entries:
        if entry.file_size > _SMALL and entry.file_size > limits.ratio * max(1, entry.compress_size):
            raise TableRefused(TableFlaw.RATIO)
    if sum(entry.file_size for entry in entries if _is_xml(entry.filename)) > MOST_UNPACKED:
        raise TableRefused(TableFlaw.TOO_LARGE)


def _notes(parts: dict[str, bytes]) -> tuple[TableNote, ...]:
    """What the package holds beside its cells."""
    if any(sign in part for part in parts.values() for sign in _DOCTYPES):
        raise TableRefused(TableFlaw.DAMAGED)
    types = parts.get("[Content_Types].xml", b"")
    sheets = (part for name, part in parts.items() if name.startswith("xl/worksheets/"))
    found = []
    if any(_FORMULA.search(part) for part in sheets):
        found.append(TableNote.FORMULAS)
    if b"vbaProject" in types or b"macroEnabled" in types:
        found.append(TableNote.MACROS)
    if b"externalLink" in types or any("/externalLinks/" in name for name in parts):
        found.append(TableNote.EXTERNAL_LINKS)
    return tuple(sorted(found))


def _opened(data: bytes, values: bool) -> openpyxl.Workbook:
    """The workbook, as openpyxl's read-only kind; `values` gives what formulas last came to."""
    return openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=values, keep_links=False)


def _rows_of(book: openpyxl.Workbook, wanted: str, tick: Callable[[], None]) -> tuple[str, list[Cells]]:
    """The name and the rows of the wanted sheet; of several the first visible one that is not blank."""
    if wanted and wanted not in book.sheetnames:
        raise TableRefused(TableFlaw.NO_SHEET)
    sheets = [book[wanted]] if wanted else [s for s in book.worksheets if s.sheet_state == "visible"]
    for sheet in sheets:
        rows = _filled_rows(sheet, tick)
        if rows:
            return str(sheet.title), rows
    raise TableRefused(TableFlaw.EMPTY)


def _filled_rows(sheet: ReadOnlyWorksheet, tick: Callable[[], None]) -> list[Cells]:
    """The rows up to the last one with anything in it; frames drawn around blank rows do not count."""
    rows: list[Cells] = []
    for number, row in enumerate(_raw_rows(sheet), start=1):
        cells = tuple(_cell(cell.value, cell.data_type) for cell in row)
        if cells[MOST_COLUMNS:] != (EMPTY,) * len(cells[MOST_COLUMNS:]):
            raise TableRefused(TableFlaw.TOO_MANY_COLUMNS)
        is_blank = all(cell == EMPTY for cell in cells)
        if number > _MOST_ROWS_LOOKED_AT or (number > MOST_ROWS and not is_blank):
            raise TableRefused(TableFlaw.TOO_MANY_ROWS)
        if number % _ROWS_A_TICK == 0:
            tick()
        if number <= MOST_ROWS:
            rows.append(_without_tail(cells[:MOST_COLUMNS]))
    while rows and not rows[-1]:
        rows.pop()
    return rows


def _raw_rows(sheet: ReadOnlyWorksheet) -> Iterator[tuple[Any, ...]]:
    """The rows, one more than are looked at where there are more, and so of the columns."""
    sheet.reset_dimensions()
    rows: Iterator[tuple[Any, ...]] = sheet.iter_rows(
        min_row=1, max_row=_MOST_ROWS_LOOKED_AT + 1, min_col=1, max_col=MOST_COLUMNS + 1
    )
    return rows


def _without_tail(cells: Cells) -> Cells:
    length = len(cells)
    while length and cells[length - 1] == EMPTY:
        length -= 1
    return cells[:length]


def _cell(value: object, data_type: str) -> Cell:
    if value is None or value == "":
        return EMPTY
    if data_type == "e":
        return Cell(str(value)[:MOST_TEXT], CellKind.ERROR)
    if isinstance(value, bool):
        return Cell("TRUE" if value else "FALSE", CellKind.FLAG)
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, dt.datetime | dt.date | dt.time | dt.timedelta):
        return Cell(_date_text(value), CellKind.DATE)
    return Cell(str(value)[:MOST_TEXT], CellKind.TEXT)


def _number(value: float) -> Cell:
    """A number with the digits that are left of it: fifteen, the rest Excel has lost."""
    try:
        size = float(value)
    except OverflowError:
        size = math.inf
    if not math.isfinite(size):
        return Cell("#NUM!", CellKind.ERROR)
    if abs(size) >= 10**_DIGITS_KEPT:
        mantissa, exponent = f"{size:.{_DIGITS_KEPT - 1}E}".split("E")
        return Cell(f"{mantissa.rstrip('0').rstrip('.')}E{exponent}", CellKind.NUMBER)
    return Cell(str(int(value)) if size == int(value) else repr(value), CellKind.NUMBER)


def _date_text(value: dt.datetime | dt.date | dt.time | dt.timedelta) -> str:
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    return str(value)


def _formulas(sheet: ReadOnlyWorksheet) -> list[tuple[bool, ...]]:
    """Which cells are formulas, row by row."""
    marks: list[tuple[bool, ...]] = []
    for row in _raw_rows(sheet):
        if len(marks) >= MOST_ROWS:
            break
        found = [cell.data_type == "f" for cell in row[:MOST_COLUMNS]]
        while found and not found[-1]:
            found.pop()
        marks.append(tuple(found))
    return marks


def _with_formulas(cells: Cells, marks: tuple[bool, ...]) -> Cells:
    if not any(marks):
        return cells
    return tuple(
        Cell(cell.text, cell.kind, bool(mark)) for cell, mark in zip_longest(cells, marks, fillvalue=EMPTY)
    )
