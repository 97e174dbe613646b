"""What Excel, WPS and web pages put on the clipboard as text: rows on lines, cells between tabs."""

from __future__ import annotations

import re

from cardprep.case.tables.errors import PastedTooMuch
from cardprep.case.tables.grid import MOST_COLUMNS, MOST_ROWS, Cell, Table, text_cell

MOST_CHARACTERS = 4_000_000

# A cell with a line break or a tab in it is quoted, its own quotes doubled; any other cell is not, even
# where it begins with a quote.
_QUOTED = re.compile(r'"((?:[^"]|"")*+)"(?=[\t\r\n]|\Z)')
_PLAIN = re.compile(r"[^\t\r\n]*")
_LINE_END = re.compile(r"\r\n|\r|\n")
_COMMAS = re.compile(r"[,，;；]")


def parse_pasted(text: str) -> Table:
    """The table in a pasted text; where no tab is in it, commas part the cells.

    Raises:
        PastedTooMuch: it is more than any list of operators or firms.
    """
    if len(text) > MOST_CHARACTERS:
        raise PastedTooMuch("table", rows=MOST_ROWS, columns=MOST_COLUMNS)
    whole = text.removeprefix("\ufeff").rstrip("\r\n\0")
    rows = _by_tabs(whole) if "\t" in whole else _by_commas(whole)
    while rows and not any(cell.text.strip() for cell in rows[-1]):
        rows.pop()
    return Table(tuple(rows))


def _by_tabs(text: str) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = []
    cells: list[Cell] = []
    at = 0
    while True:
        content, at = _cell_at(text, at)
        cells.append(text_cell(content))
        _check(len(rows), len(cells))
        if at < len(text) and text[at] == "\t":
            at += 1
            continue
        rows.append(tuple(cells))
        cells = []
        end = _LINE_END.match(text, at)
        if end is None:
            return rows
        at = end.end()


def _cell_at(text: str, at: int) -> tuple[str, int]:
    """The content of the cell that begins at `at`, and where it ends."""
    quoted = _QUOTED.match(text, at) if text.startswith('"', at) else None
    if quoted is not None and re.search(r"[\t\r\n]", quoted[1]):
        return quoted[1].replace('""', '"'), quoted.end()
    plain = _PLAIN.match(text, at)
    return ("", at) if plain is None else (plain[0], plain.end())


def _by_commas(text: str) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = []
    for line in _LINE_END.split(text) if text else ():
        cells = tuple(text_cell(part.strip()) for part in _COMMAS.split(line))
        _check(len(rows), len(cells))
        rows.append(cells)
    return rows


def _check(rows: int, columns: int) -> None:
    if rows >= MOST_ROWS or columns > MOST_COLUMNS:
        raise PastedTooMuch("table", rows=MOST_ROWS, columns=MOST_COLUMNS)
