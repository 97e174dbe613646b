"""The proposed rows on the screen: Space takes rows over or leaves them out, Enter and F2 correct a cell."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from cardprep.gui.delegates.table_cell import TableCellDelegate
from cardprep.gui.models.table_rows import Index, TableRowsModel
from cardprep.gui.theme import Theme
from cardprep.gui.widgets.mapping_header import MappingHeader

_WIDTHS = {
    "id_type": 13.5,
    "id_number": 13.5,
    "uscc": 13.5,
    "registered_address": 18.0,
    "issuing_office": 12.0,
}
_PLAIN_WIDTH, _FIRM_WIDTH, _ROW_WIDTH, _RESULT_WIDTH = 9.5, 15.0, 4.8, 12.5


class TableRowsView(QTableView):
    """Shows a `TableRowsModel`.

    Signals:
        current_changed: the keyboard is in this row now.
    """

    current_changed = Signal(int)

    def __init__(
        self, theme: Theme, model: TableRowsModel, header: MappingHeader, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("table-rows")
        self.setAccessibleName(self.tr("Rows of the list"))
        self._theme = theme
        self._model = model
        self._header = header
        self.setModel(model)
        self.setHorizontalHeader(header)
        self.setItemDelegate(TableCellDelegate(theme, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._set_headers()
        self.horizontalScrollBar().valueChanged.connect(header.scrolled)
        header.reached.connect(self._show_section)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.selectionModel().hasSelection():
            self._turn_over()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # Also an editor's own Enter comes by here, and would go on to press the dialog's button.
            is_editing = self.state() is QAbstractItemView.State.EditingState
            if not is_editing and self._model.flags(self.currentIndex()) & Qt.ItemFlag.ItemIsEditable:
                self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.current_changed.emit(current.row())

    def _turn_over(self) -> None:
        """Take all selected rows over, or leave them all out where the current one is taken."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        current = self.currentIndex().row()
        self._model.choose(rows, not self._model.is_taken(current if current in rows else rows[0]))

    def _set_headers(self) -> None:
        upright, across = self.verticalHeader(), self._header
        upright.setDefaultSectionSize(self._theme.em(2.4))
        upright.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        upright.hide()
        across.setMinimumSectionSize(self._theme.em(_ROW_WIDTH))
        across.setStretchLastSection(True)
        fields = self._model.fields
        widths = _WIDTHS | ({"name": _FIRM_WIDTH} if "uscc" in fields else {})
        every = (_ROW_WIDTH, _RESULT_WIDTH, *(widths.get(field, _PLAIN_WIDTH) for field in fields))
        for section, width in enumerate(every):
            self.setColumnWidth(section, self._theme.em(width))

    def _show_section(self, section: int) -> None:
        """Bring the column into view whose box the keyboard came to."""
        left = self._header.sectionViewportPosition(section)
        over = left + self._header.sectionSize(section) - self.viewport().width()
        if left < 0 or over > 0:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() + (left if left < 0 or over > left else over))
