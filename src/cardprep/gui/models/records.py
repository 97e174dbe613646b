"""Records of the library as a table that fetches a page at a time, as far as somebody scrolls."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QIcon, QStandardItem, QStandardItemModel

from cardprep.gui.operation import Lane, Operations
from cardprep.library.records import Cursor, Page

Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")


SHORT = 8
"""Letters that fit into any column: only longer texts may be cut off and need to be shown whole."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


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


class RecordsModel(QStandardItemModel):
    """Read only. A query is asked in a thread; until it is answered the former rows stay.

    The cells are Qt's own items: a model in Python would be called some ten times a cell and paint.

    Signals:
        about_to_change, changed: other rows take the place of all that were there.
        shown: the first page of a new query is there; how many rows there are in all.
    """

    about_to_change = Signal()
    changed = Signal()
    shown = Signal(int)

    def __init__(
        self, columns: Sequence[Column[Any]], operations: Operations, parent: QObject | None = None
    ) -> None:
        super().__init__(0, len(columns), parent)
        self.columns = tuple(columns)
        self.count = 0
        self._operations = operations
        self._fetch: Fetch | None = None
        self._rows: list[Any] = []
        self._after: Cursor | None = None
        self._asked = 0
        self._is_fetching = False
        self._set_headings()

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

    def record(self, row: int) -> Any:  # noqa: ANN401 - the kind of row is the maker's
        """The row at that place."""
        return self._rows[row]

    def row_of(self, id: str) -> int | None:
        """Where the record of that id stands among the rows that were fetched."""
        return next((n for n, row in enumerate(self._rows) if row.id == id), None)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._after is not None and not self._is_fetching

    def fetchMore(self, parent: Index) -> None:
        if self._fetch is not None and self.canFetchMore(parent):
            self._is_fetching = True
            self._run(self._fetch, self._after, self._on_more)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _set_headings(self) -> None:
        for position, column in enumerate(self.columns):
            self.setHeaderData(position, Qt.Orientation.Horizontal, column.heading)
            role = Qt.ItemDataRole.TextAlignmentRole
            self.setHeaderData(position, Qt.Orientation.Horizontal, _alignment(column), role)

    def _run(self, fetch: Fetch, after: Cursor | None, done: Callable[[Fetched[Any]], None]) -> None:
        asked = self._asked

        def still_wanted(fetched: Fetched[Any]) -> None:
            if asked == self._asked:
                done(fetched)

        self._operations.run(self, lambda _report, _cancelled: fetch(after), still_wanted, lane=Lane.LISTS)

    def _on_first(self, fetched: Fetched[Any]) -> None:
        self.about_to_change.emit()
        self.setRowCount(0)
        self._rows = []
        self._append(fetched)
        if fetched.count is not None:
            self.count = fetched.count
        self.changed.emit()
        self.shown.emit(self.count)

    def _on_more(self, fetched: Fetched[Any]) -> None:
        self._append(fetched)

    def _append(self, fetched: Fetched[Any]) -> None:
        self._is_fetching, self._after = False, fetched.page.after
        self._rows.extend(fetched.page.rows)
        for row in fetched.page.rows:
            self.appendRow([_item(row, column) for column in self.columns])


def _item(row: object, column: Column[Any]) -> QStandardItem:
    text = column.text(row)
    item = QStandardItem(text)
    if len(text) > SHORT:
        item.setToolTip(text)
    icon = column.icon(row)
    if icon is not None:
        item.setIcon(icon)
    if column.is_number:
        item.setTextAlignment(_RIGHT)
    return item


def _alignment(column: Column[Any]) -> Qt.AlignmentFlag:
    return _RIGHT if column.is_number else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Tab(IntEnum):
    """What the home page lists."""

    APPLICATIONS = 0
    FIRMS = 1
    PEOPLE = 2
