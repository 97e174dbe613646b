"""The lists of the home page: applications, firms and people of the library."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cardprep.gui.library_desk import KINDS, LibraryDesk, Moved, Wanted
from cardprep.gui.models.record_columns import RecordColumns
from cardprep.gui.models.records import Column, RecordsModel, Tab
from cardprep.gui.theme import Theme
from cardprep.gui.widgets.discard import discard
from cardprep.gui.widgets.filter_bar import FilterBar
from cardprep.gui.widgets.notice import Action, Notice, Tone
from cardprep.gui.widgets.records_table import RecordsTable
from cardprep.gui.widgets.selection_bar import SelectionBar
from cardprep.library.records import Shelf

_APPLICATION_WIDTHS = {
    "kind": 11.5,
    "operators": 6.5,
    "state": 8.5,
    "gaps": 8.5,
    "deadline": 15.0,
    "changed": 7.0,
}
_FIRM_WIDTHS = {"uscc": 13.0, "customs": 8.5, "count": 8.0, "gaps": 8.5, "deadline": 15.0}
_PEOPLE_WIDTHS = {"id_type": 14.0, "id_number": 13.0, "mobile": 9.0, "count": 8.0}
_MOVES = {"archive": Shelf.ARCHIVED, "activate": Shelf.ACTIVE, "delete": Shelf.TRASH}
UNDO_FOR_MS = 20_000


class LibraryView(QWidget):
    """Search, lists, and what can be done with what is selected.

    Signals:
        application_asked: the id of an application to open.
        record_asked: kind and id of a firm or person to look at.
        new_asked: the id of a firm to begin an application for.
        deed_asked: `hand-over` or `purge`, the kind, and the ids.
        counted: how many applications there are, as soon as the list stands.

    Attributes:
        theme: colours and sizes.
        filter: search and what is listed.
    """

    application_asked = Signal(str)
    record_asked = Signal(object, str)
    new_asked = Signal(str)
    deed_asked = Signal(str, object, object)
    counted = Signal(int)

    def __init__(
        self,
        theme: Theme,
        desk: LibraryDesk,
        id_types: dict[str, str],
        today: Callable[[], dt.date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._desk = desk
        self._columns = RecordColumns(theme, id_types, today)
        self.filter = FilterBar(theme, today)
        self._bar = SelectionBar(theme)
        self._stack = QStackedWidget()
        self._models: dict[Tab, RecordsModel] = {}
        self._tables: dict[Tab, RecordsTable] = {}
        self._undo: Notice | None = None
        self._note: QWidget | None = None
        self._undo_ends = QTimer(self, singleShot=True, interval=UNDO_FOR_MS)
        self._undo_ends.timeout.connect(self._end_undo)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.em(0.6))
        for widget in (self.filter, self._stack, self._bar):
            self._column.addWidget(widget, 1 if widget is self._stack else 0)
        self._connect()
        self._show(self.filter.wanted)

    @property
    def table(self) -> RecordsTable:
        """The list that is shown."""
        return self._table(self.filter.wanted.tab)

    def show_note(self, note: QWidget | None) -> None:
        """Show something between the search and the list, instead of what was shown there."""
        if self._note is not None:
            self._column.removeWidget(self._note)
            discard(self._note)
        self._note = note
        if note is not None:
            self._column.insertWidget(1, note)

    def _connect(self) -> None:
        self.filter.changed.connect(lambda: self._show(self.filter.wanted))
        self.filter.search.left_downwards.connect(lambda: self.table.select_first())
        self._bar.asked.connect(self._do)
        self._desk.changed.connect(self._ask_again)
        self._desk.moved.connect(self._offer_undo)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.activated.connect(self.filter.take_focus)

    def _table(self, tab: Tab) -> RecordsTable:
        if tab not in self._tables:
            self._make(tab)
        return self._tables[tab]

    def _make(self, tab: Tab) -> None:
        columns: dict[Tab, Callable[[], Sequence[Column[Any]]]] = {
            Tab.APPLICATIONS: self._columns.applications,
            Tab.FIRMS: self._columns.firms,
            Tab.PEOPLE: self._columns.people,
        }
        widths = {Tab.APPLICATIONS: _APPLICATION_WIDTHS, Tab.FIRMS: _FIRM_WIDTHS}.get(tab, _PEOPLE_WIDTHS)
        model = RecordsModel(columns[tab](), self._desk.operations, self)
        table = RecordsTable(self.theme, f"list:{tab.name.lower()}", model, widths)
        names = {Tab.APPLICATIONS: self.tr("Applications"), Tab.FIRMS: self.tr("Firms")}
        table.setAccessibleName(names.get(tab, self.tr("People")))
        model.shown.connect(self._on_shown)
        table.opened.connect(self._open)
        table.chosen.connect(self._offer)
        table.sorted_by.connect(self.filter.sort_by)
        table.menu_asked.connect(self._on_menu)
        table.delete_asked.connect(lambda: self._do("delete"))
        self._models[tab], self._tables[tab] = model, table
        self._stack.addWidget(table)

    def _show(self, wanted: Wanted) -> None:
        table = self._table(wanted.tab)
        self._stack.setCurrentWidget(table)
        self._models[wanted.tab].ask(self._desk.fetcher(wanted))

    def _ask_again(self) -> None:
        self._models[self.filter.wanted.tab].ask_again()

    def _on_shown(self, count: int) -> None:
        wanted = self.filter.wanted
        if wanted.tab is Tab.APPLICATIONS:
            self._bar.show_count(self.tr("%n application(s)", "", count))
            if wanted == Wanted():
                self.counted.emit(count)
        else:
            self._bar.show_count("")
        self._offer()

    def _offer(self) -> None:
        wanted = self.filter.wanted
        self._bar.offer(wanted.tab, wanted.shelf, len(self.table.selected()))

    def _on_menu(self, point: QPoint) -> None:
        wanted = self.filter.wanted
        self._bar.open_menu(wanted.tab, wanted.shelf, len(self.table.selected()), point)

    def _open(self, row: Any) -> None:  # noqa: ANN401 - the kind of row is the tab's
        wanted = self.filter.wanted
        if wanted.shelf is Shelf.TRASH:
            return
        if wanted.tab is Tab.APPLICATIONS:
            self.application_asked.emit(row.id)
        else:
            self.record_asked.emit(KINDS[wanted.tab], row.id)

    def _do(self, deed: str) -> None:
        selected, wanted = self.table.selected(), self.filter.wanted
        if not selected:
            return
        ids = [row.id for row in selected]
        if deed in _MOVES:
            if wanted.shelf is not _MOVES[deed]:
                self._desk.move(KINDS[wanted.tab], ids, wanted.shelf, _MOVES[deed])
        elif deed == "open":
            self._open(selected[0])
        elif deed == "new-for-firm":
            self.new_asked.emit(ids[0])
        elif deed == "show-applications":
            key = "firm" if wanted.tab is Tab.FIRMS else "person"
            self.filter.show_only(Wanted(**{key: ids[0]}), selected[0].name)
        else:
            self.deed_asked.emit(deed, KINDS[wanted.tab], ids)

    def _offer_undo(self, moved: Moved) -> None:
        self._end_undo()
        texts = {
            Shelf.ARCHIVED: self.tr("%n record(s) archived.", "", len(moved.ids)),
            Shelf.TRASH: self.tr("%n record(s) deleted.", "", len(moved.ids)),
            Shelf.ACTIVE: self.tr("%n record(s) put back.", "", len(moved.ids)),
        }
        action = Action("undo-move", self.tr("Undo"), lambda: self._take_back(moved))
        self._undo = Notice(self.theme, Tone.INFO, texts[moved.target], actions=(action,))
        self._column.addWidget(self._undo)
        self._undo_ends.start()

    def _take_back(self, moved: Moved) -> None:
        self._end_undo()
        self._desk.take_back(moved)

    def _end_undo(self) -> None:
        self._undo_ends.stop()
        if self._undo is not None:
            self._column.removeWidget(self._undo)
            self._undo.hide()
            self._undo.deleteLater()
            self._undo = None
