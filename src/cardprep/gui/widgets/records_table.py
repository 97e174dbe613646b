"""A table of the library's records: several selected, Enter opens, a heading sorts."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from cardprep.gui.models.records import RecordsModel
from cardprep.gui.theme import Theme


class RecordsTable(QTableView):
    """Shows a model of records.

    Signals:
        opened: the row that was double-clicked, or on which Enter was pressed.
        chosen: another selection.
        sorted_by: the order of the heading that was clicked.
        menu_asked: the clerk wants the menu of the selection, at this point of the screen.
        delete_asked: the Delete key was pressed on a selection.
    """

    opened = Signal(object)
    chosen = Signal()
    sorted_by = Signal(str)
    menu_asked = Signal(QPoint)
    delete_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        model: RecordsModel,
        widths: dict[str, float],
        parent: QWidget | None = None,
    ) -> None:
        """`widths` are in font units; a column that has none takes what is left."""
        super().__init__(parent)
        self.setObjectName(name)
        self._theme = theme
        self._model = model
        self._kept: set[str] = set()
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._set_headers(widths)
        self._connect()

    def _set_headers(self, widths: dict[str, float]) -> None:
        upright, across = self.verticalHeader(), self.horizontalHeader()
        upright.setDefaultSectionSize(self._theme.em(2.6))
        upright.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        upright.hide()
        across.setHighlightSections(False)
        across.setSectionsClickable(True)
        # Never `ResizeToContents`: it asks every row that was fetched.
        for position, column in enumerate(self._model.columns):
            mode = QHeaderView.ResizeMode
            across.setSectionResizeMode(position, mode.Interactive if column.name in widths else mode.Stretch)
            if column.name in widths:
                self.setColumnWidth(position, self._theme.em(widths[column.name]))

    def _connect(self) -> None:
        self.doubleClicked.connect(self._on_opened)
        self.horizontalHeader().sectionClicked.connect(self._on_heading)
        self.customContextMenuRequested.connect(self._on_menu)
        self.selectionModel().selectionChanged.connect(self.chosen)
        self._model.about_to_change.connect(self._keep_selection)
        self._model.changed.connect(self._select_again)

    def selected(self) -> list[Any]:
        """The rows that are selected, from the top."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._model.record(row) for row in rows]

    def select_first(self) -> None:
        """Put the focus on the list, and where nothing is selected, on its first row."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self._model.rowCount() and not self.selectionModel().hasSelection():
            self.selectRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self._model.record(self.currentIndex().row()))
        elif event.key() == Qt.Key.Key_Delete and self.selectionModel().hasSelection():
            self.delete_asked.emit()
        else:
            super().keyPressEvent(event)

    def _on_opened(self, index: QModelIndex) -> None:
        self.opened.emit(self._model.record(index.row()))

    def _on_heading(self, section: int) -> None:
        order = self._model.columns[section].order
        if order:
            self.sorted_by.emit(order)

    def _on_menu(self, point: QPoint) -> None:
        if self.selectionModel().hasSelection():
            self.menu_asked.emit(self.viewport().mapToGlobal(point))

    def _keep_selection(self) -> None:
        self._kept = {row.id for row in self.selected()}

    def _select_again(self) -> None:
        """What was selected and is still in the list stays selected."""
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for id in sorted(self._kept):
            row = self._model.row_of(id)
            if row is not None:
                self.selectionModel().select(self._model.index(row, 0), flags)
        self._kept = set()
        self.chosen.emit()
