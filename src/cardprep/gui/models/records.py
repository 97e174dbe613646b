"""Records of the library as a table that fetches a page at a time, as far as somebody scrolls."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QIcon

from cardprep.gui.operation import Lane, Operations
from cardprep.library.records import Cursor, Page

Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")
_NOWHERE = QModelIndex()

RECORD = Qt.ItemDataRole.UserRole
"""The role under which every cell gives its whole row."""


@dataclass(frozen=True, slots=True)
class Fetched(Generic[Row]):
    """A page, and how many rows there are in all (None: not asked again)."""

    page: Page[Row]
    count: int | None = None


Fetch = Callable[[Cursor | None], Fetched[Any]]


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column: its heading, the words of a row, and whether the list can be sorted by it."""

    name: str
    heading: str
    text: Callable[[Row], str]
    icon: Callable[[Row], QIcon | None] = lambda _row: None
    order: str = ""
    is_number: bool = False


class RecordsModel(QAbstractTableModel):
    """Read only. A query is asked in a thread; until it is answered the former rows stay.

    Signals:
        shown: the first page of a new query is there; how many rows there are in all.
    """

    shown = Signal(int)

    def __init__(
        self, columns: Sequence[Column[Any]], operations: Operations, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.count = 0
        self._operations = operations
        self._fetch: Fetch | None = None
        self._rows: list[Any] = []
        self._after: Cursor | None = None
        self._asked = 0
        self._is_fetching = False

    def ask(self, fetch: Fetch) -> None:
        """Show what `fetch` gives; an answer to a former question is dropped."""
        self._fetch = fetch
        self._asked += 1
        self._is_fetching = True
        self._run(fetch, None, self._on_first)

    def ask_again(self) -> None:
        """Show what the same query gives now."""
        if self._fetch is not None:
            self.ask(self._fetch)

    def clear(self) -> None:
        """Show nothing, and forget what was asked."""
        self._fetch = None
        self._asked += 1
        self._take([], None)
        self.count = 0

    def record(self, row: int) -> Any:  # noqa: ANN401 - the kind of row is the maker's
        """The row at that place."""
        return self._rows[row]

    def row_of(self, id: str) -> int | None:
        """Where the record of that id stands among the rows that were fetched."""
        return next((n for n, row in enumerate(self._rows) if row.id == id), None)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._after is not None and not self._is_fetching

    def fetchMore(self, parent: Index) -> None:
        if self._fetch is not None and self.canFetchMore(parent):
            self._is_fetching = True
            self._run(self._fetch, self._after, self._on_more)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].heading
        return self._alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row, column = self._rows[index.row()], self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.text(row)
        if role == Qt.ItemDataRole.DecorationRole:
            return column.icon(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        return row if role == RECORD else None

    def _alignment(self, section: int) -> int:
        side = Qt.AlignmentFlag.AlignRight if self.columns[section].is_number else Qt.AlignmentFlag.AlignLeft
        return int(side | Qt.AlignmentFlag.AlignVCenter)

    def _run(self, fetch: Fetch, after: Cursor | None, done: Callable[[Fetched[Any]], None]) -> None:
        asked = self._asked

        def still_wanted(fetched: Fetched[Any]) -> None:
            if asked == self._asked:
                done(fetched)

        self._operations.run(self, lambda _report, _cancelled: fetch(after), still_wanted, lane=Lane.LISTS)

    def _on_first(self, fetched: Fetched[Any]) -> None:
        self._take(list(fetched.page.rows), fetched.page.after)
        if fetched.count is not None:
            self.count = fetched.count
        self.shown.emit(self.count)

    def _take(self, rows: list[Any], after: Cursor | None) -> None:
        self.beginResetModel()
        self._rows, self._after, self._is_fetching = rows, after, False
        self.endResetModel()

    def _on_more(self, fetched: Fetched[Any]) -> None:
        self._is_fetching = False
        self._after = fetched.page.after
        if fetched.page.rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(fetched.page.rows) - 1)
            self._rows.extend(fetched.page.rows)
            self.endInsertRows()


class Tab(IntEnum):
    """What the home page lists."""

    APPLICATIONS = 0
    FIRMS = 1
    PEOPLE = 2
