"""A table as it was found: cells with their text and what kind of value the other program kept there."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

MOST_ROWS = 5_000
MOST_COLUMNS = 40
MOST_TEXT = 1_000
"""Characters of one cell that are read: more than any field takes, so that its check refuses it."""


class CellKind(StrEnum):
    """What a cell held. A number's text has all the digits that are left of it."""

    EMPTY = "empty"
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    FLAG = "flag"
    ERROR = "error"


class TableNote(StrEnum):
    """What else a workbook holds; none of it was run or followed."""

    FORMULAS = "formulas"
    MACROS = "macros"
    EXTERNAL_LINKS = "external-links"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. Of a formula, `text` is the value that was kept when the workbook was saved, or ""."""

    text: str = ""
    kind: CellKind = CellKind.EMPTY
    is_formula: bool = False


EMPTY = Cell()


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet, or what was pasted.

    Attributes:
        rows: cells by row and column; row 0 is the sheet's row 1. Rows may have different lengths.
        sheet: the name of the sheet that was read, "" for a text.
        sheets: the names of all sheets of the workbook.
        notes: what the workbook holds beside the cells.
    """

    rows: tuple[tuple[Cell, ...], ...] = ()
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    notes: tuple[TableNote, ...] = field(default=())

    @property
    def width(self) -> int:
        """The number of columns of the longest row."""
        return max(map(len, self.rows), default=0)

    def cell(self, row: int, column: int) -> Cell:
        """The cell at a place, counted from 0; an empty one outside the table."""
        cells = self.rows[row]
        return cells[column] if 0 <= column < len(cells) else EMPTY

    def with_text(self, row: int, column: int, text: str) -> Table:
        """The table with that text in a cell, as a person typed it; rows and columns count from 0."""
        cells = list(self.rows[row])
        cells += [EMPTY] * (column + 1 - len(cells))
        cells[column] = text_cell(text)
        return replace(self, rows=(*self.rows[:row], tuple(cells), *self.rows[row + 1 :]))


def text_cell(text: str) -> Cell:
    """A cell with that text, or an empty one."""
    return Cell(text[:MOST_TEXT], CellKind.TEXT) if text else EMPTY
