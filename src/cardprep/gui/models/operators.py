"""The operators as a table: who they are, how far they are, what is still open."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from cardprep.app.session import Session
from cardprep.case.finding import Severity
from cardprep.case.model import Operator, OperatorState
from cardprep.case.paths import operator_index
from cardprep.gui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """The columns of the table."""

    NAME = 0
    ID_TYPE = 1
    ID_NUMBER = 2
    MOBILE = 3
    STATE = 4
    GAPS = 5
    ACTIONS = 6


@dataclass(frozen=True, slots=True)
class Row:
    """One operator: what was typed, and how many findings of each kind are open."""

    operator: Operator
    blocks: int
    warnings: int


class OperatorsModel(QAbstractTableModel):
    """Read only; `refresh` takes the session's state over."""

    def __init__(self, session: Session, theme: Theme, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._id_types = {choice.id: choice.named(language) for choice in session.rulebook.id_types}
        self._rows = self._read()

    def refresh(self) -> None:
        """Show the operators as they are now."""
        rows = self._read()
        if len(rows) != len(self._rows):
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        changed = [n for n, (new, old) in enumerate(zip(rows, self._rows, strict=True)) if new != old]
        self._rows = rows
        for row in changed:
            self.dataChanged.emit(self.index(row, 0), self.index(row, Column.GAPS))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if role != Qt.ItemDataRole.DisplayRole or not 0 <= section < len(Column):
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1)
        return self._heading(Column(section))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | QIcon | None:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row, column = self._rows[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._text(row, column) or None
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icon(row, column)
        return None

    def _read(self) -> tuple[Row, ...]:
        counts: dict[tuple[int, Severity], int] = {}
        for finding in self._session.findings:
            owner = operator_index(finding.where)
            if owner is not None and finding.is_open and finding.where != f"operators[{owner}]":
                counts[owner, finding.severity] = counts.get((owner, finding.severity), 0) + 1
        return tuple(
            Row(operator, counts.get((n, Severity.BLOCK), 0), counts.get((n, Severity.WARN), 0))
            for n, operator in enumerate(self._session.case.operators)
        )

    def _heading(self, column: Column) -> str:
        headings = {
            Column.NAME: self.tr("Name"),
            Column.ID_TYPE: self.tr("Kind of document"),
            Column.ID_NUMBER: self.tr("Number of the document"),
            Column.MOBILE: self.tr("Mobile number"),
            Column.STATE: self.tr("State"),
            Column.GAPS: self.tr("Open"),
            Column.ACTIONS: self.tr("Actions"),
        }
        return headings[column]

    def _text(self, row: Row, column: Column) -> str:
        operator = row.operator
        texts = {
            Column.NAME: operator.name,
            Column.ID_TYPE: self._id_types.get(operator.id_type, operator.id_type),
            Column.ID_NUMBER: operator.id_number,
            Column.MOBILE: operator.mobile,
            Column.STATE: self._state(operator),
            Column.GAPS: self._gaps(row),
            Column.ACTIONS: "",
        }
        return texts[column]

    def _state(self, operator: Operator) -> str:
        return self.tr("Confirmed") if operator.state is OperatorState.CONFIRMED else self.tr("Draft")

    def _gaps(self, row: Row) -> str:
        count = row.blocks + row.warnings
        return self.tr("%n open", "", count) if count else self.tr("None")

    def _icon(self, row: Row, column: Column) -> QIcon | None:
        if column is Column.STATE:
            confirmed = row.operator.state is OperatorState.CONFIRMED
            return self._theme.icon(*(("checkmark-circle", "ok") if confirmed else ("edit", "muted")))
        if column is Column.GAPS:
            if row.blocks:
                return self._theme.icon("error-circle", "block")
            return self._theme.icon(*(("warning", "warn") if row.warnings else ("checkmark", "ok")))
        return None
