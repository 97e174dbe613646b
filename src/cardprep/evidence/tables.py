"""Tables as they come from the child: why there is none, and the reply turned into a `Table` or refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from enum import StrEnum

from cardprep.case.facts import Fault
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
from cardprep.evidence.errors import NotATable, WorkerSpokeNonsense
from cardprep.evidence.limits import MIB
from cardprep.evidence.protocol import Frame, Refusal

MOST_FILE = 20 * MIB
MOST_REPLY = 32 * MIB
MOST_SHEETS = 200
MOST_SHEET_NAME = 200


class TableFlaw(StrEnum):
    """Why a file is not read as a table; each has a sentence that says what to do."""

    OLD_FORMAT = "table-old-format"
    BINARY_FORMAT = "table-binary-format"
    OPEN_DOCUMENT = "table-open-document"
    WEB_PAGE = "table-web-page"
    NO_TABLE = "table-none"
    ENCRYPTED = "encrypted"
    ENCODING = "table-encoding"
    NO_SHEET = "table-no-sheet"
    TOO_MANY_ROWS = "table-too-many-rows"
    TOO_MANY_COLUMNS = "table-too-many-columns"
    TOO_LARGE = "too-large"
    RATIO = "ratio"
    EMPTY = "empty"
    DAMAGED = "damaged"
    TIMED_OUT = "timed-out"
    OUT_OF_MEMORY = "out-of-memory"
    CRASHED = "crashed"


_FLAWS = {
    Refusal.TOO_LARGE: TableFlaw.TOO_LARGE,
    Fault.EMPTY: TableFlaw.EMPTY,
    Fault.TIMED_OUT: TableFlaw.TIMED_OUT,
    Fault.OUT_OF_MEMORY: TableFlaw.OUT_OF_MEMORY,
    Fault.CRASHED: TableFlaw.CRASHED,
}
_KINDS = {kind.value[0]: kind for kind in CellKind if kind is not CellKind.EMPTY}
"""A cell's kind goes over the pipe as its first letter."""


def table_frame(table: Table) -> Frame:
    """The child's answer: the cells as JSON in the payload, row by row, blanks as `null`."""
    rows = [[_told(cell) for cell in row] for row in table.rows]
    payload = json.dumps({"rows": rows}, separators=(",", ":")).encode("ascii")
    names = [name[:MOST_SHEET_NAME] for name in table.sheets[:MOST_SHEETS]]
    sheet = table.sheet[:MOST_SHEET_NAME]
    return Frame({"sheet": sheet, "sheets": names, "notes": sorted(table.notes)}, payload)


def _told(cell: Cell) -> list[object] | None:
    if cell.kind is CellKind.EMPTY and not cell.is_formula:
        return None
    kind = CellKind.TEXT if cell.kind is CellKind.EMPTY else cell.kind
    return [kind.value[0], cell.text, 1] if cell.is_formula else [kind.value[0], cell.text]


def table_of(answer: Frame | Refusal | Fault, file: str) -> Table:
    """The table in an answer.

    Raises:
        NotATable: there is none, and why.
        WorkerSpokeNonsense: the answer is out of bounds.
    """
    if not isinstance(answer, Frame):
        raise NotATable(file=file, reason=_FLAWS.get(answer, TableFlaw.DAMAGED))
    flaw = answer.header.get("flaw")
    if flaw is not None:
        raise NotATable(file=file, reason=_one_of(tuple(TableFlaw), flaw))
    return Table(
        rows=_rows(answer.payload),
        sheet=_text(answer.header.get("sheet"), MOST_SHEET_NAME),
        sheets=_texts(answer.header.get("sheets"), MOST_SHEETS, lambda v: _text(v, MOST_SHEET_NAME)),
        notes=tuple(
            TableNote(name)
            for name in _texts(
                answer.header.get("notes"), len(TableNote), lambda v: _one_of(tuple(TableNote), v)
            )
        ),
    )


def _one_of(choices: tuple[StrEnum, ...], untrusted: object) -> str:
    if not isinstance(untrusted, str) or untrusted not in choices:
        raise WorkerSpokeNonsense(reason="choice")
    return untrusted


def _text(untrusted: object, longest: int) -> str:
    if not isinstance(untrusted, str) or len(untrusted) > longest:
        raise WorkerSpokeNonsense(reason="text")
    return untrusted


def _texts(untrusted: object, most: int, read: Callable[[object], str]) -> tuple[str, ...]:
    return tuple(read(item) for item in _list(untrusted, most))


def _list(untrusted: object, most: int) -> list[object]:
    if not isinstance(untrusted, list) or len(untrusted) > most:
        raise WorkerSpokeNonsense(reason="list")
    return untrusted


def _rows(untrusted_payload: bytes) -> tuple[tuple[Cell, ...], ...]:
    try:
        untrusted = json.loads(untrusted_payload)
    except (ValueError, RecursionError) as error:
        raise WorkerSpokeNonsense(reason="json") from error
    if not isinstance(untrusted, dict):
        raise WorkerSpokeNonsense(reason="object")
    rows = _list(untrusted.get("rows"), MOST_ROWS)
    return tuple(tuple(_cell(cell) for cell in _list(row, MOST_COLUMNS)) for row in rows)


def _cell(untrusted: object) -> Cell:
    if untrusted is None:
        return EMPTY
    parts = _list(untrusted, 3)
    if len(parts) < 2 or (len(parts) == 3 and parts[2] != 1):
        raise WorkerSpokeNonsense(reason="cell")
    kind, text = _KINDS[_one_letter(parts[0])], _text(parts[1], MOST_TEXT)
    return Cell(text, kind if text else CellKind.EMPTY, len(parts) == 3)


def _one_letter(untrusted: object) -> str:
    if not isinstance(untrusted, str) or untrusted not in _KINDS:
        raise WorkerSpokeNonsense(reason="kind")
    return untrusted
