"""Where a list comes from: its file, and which of its sheets."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from cardprep.case.tables.grid import Table
from cardprep.gui.table_source import TableFile, TableSource
from cardprep.gui.theme import Theme, set_role
from cardprep.gui.widgets.choice_field import Combo
from cardprep.wording.catalog import shown


class SheetRow(QWidget):
    """Names the file; offers the sheets where there are several.

    Signals:
        chosen: the name of a sheet.

    Attributes:
        box: the sheets.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._caption, self.box = QLabel(), QLabel(self.tr("Sheet:")), Combo()
        self._name.setObjectName("table-source")
        set_role(self._name, "label")
        self.box.setObjectName("sheet")
        self.box.setAccessibleName(self.tr("Sheet"))
        self.box.setMinimumContentsLength(14)
        self.box.activated.connect(lambda index: self.chosen.emit(self.box.itemText(index)))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.em(0.6))
        row.addWidget(self._name)
        row.addStretch(1)
        row.addWidget(self._caption)
        row.addWidget(self.box)

    def show_table(self, source: TableSource | None, table: Table) -> None:
        """Show where it was read from."""
        is_file = isinstance(source, TableFile)
        self._name.setText(
            shown(source.path.name) if isinstance(source, TableFile) else self.tr("Pasted rows")
        )
        if [self.box.itemText(n) for n in range(self.box.count())] != list(table.sheets):
            self.box.clear()
            self.box.addItems(list(table.sheets))
        self.box.setCurrentText(table.sheet)
        self._caption.setVisible(is_file and len(table.sheets) > 1)
        self.box.setVisible(is_file and len(table.sheets) > 1)
