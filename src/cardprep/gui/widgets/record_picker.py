"""A search with the records below it that it finds: to choose one of them, or several."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cardprep.gui.models.records import Column, Fetched, RecordsModel
from cardprep.gui.operation import Operations
from cardprep.gui.theme import Theme
from cardprep.gui.widgets.filter_bar import ASK_AFTER_MS, SearchField
from cardprep.gui.widgets.records_table import RecordsTable
from cardprep.library.records import Page

Search = Callable[[str], Page[Any]]


class RecordPicker(QWidget):
    """The search field and the list.

    Signals:
        changed: another choice.
        picked: a row was double-clicked, or Enter pressed on it.

    Attributes:
        field: the search field.
    """

    changed = Signal()
    picked = Signal()

    def __init__(
        self,
        theme: Theme,
        operations: Operations,
        name: str,
        columns: Sequence[Column[Any]],
        search: Search,
        widths: dict[str, float],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._search = search
        self.field = SearchField()
        self.field.setObjectName(f"{name}-search")
        self.field.setPlaceholderText(self.tr("Search: name, pinyin initials, code, last digits"))
        self.field.setAccessibleName(self.tr("Search"))
        self.field.setClearButtonEnabled(True)
        self._model = RecordsModel(columns, operations, self)
        self.table = RecordsTable(theme, name, self._model, widths)
        self.table.setMinimumHeight(theme.em(14))
        self._typed = QTimer(self, singleShot=True, interval=ASK_AFTER_MS)
        self._typed.timeout.connect(self.ask)
        self.field.textChanged.connect(lambda _text: self._typed.start())
        self.field.left_downwards.connect(lambda: self.table.select_first())
        self.table.chosen.connect(self.changed)
        self.table.opened.connect(self._on_opened)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.em(0.5))
        column.addWidget(self.field)
        column.addWidget(self.table, 1)
        self.ask()

    def ask(self) -> None:
        """List what the search finds now."""
        text, search = self.field.text(), self._search
        self._model.ask(lambda _after: Fetched(search(text)))

    def chosen(self) -> list[str]:
        """The ids that are chosen."""
        return [row.id for row in self.table.selected()]

    def choose(self, id: str) -> None:
        """Choose that one, as soon as the list has it."""

        def on_shown(_count: int) -> None:
            row = self._model.row_of(id)
            if row is not None:
                self.table.selectRow(row)

        self._model.shown.connect(on_shown, Qt.ConnectionType.SingleShotConnection)

    def _on_opened(self, _row: object) -> None:
        self.picked.emit()
