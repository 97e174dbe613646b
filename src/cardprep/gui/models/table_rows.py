"""The rows of a list as they are proposed, to be chosen from and corrected."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from cardprep.case.tables.fields import FIELDS
from cardprep.case.tables.proposal import Proposal, ProposedRow
from cardprep.gui.models.table_words import Grade, TableWords
from cardprep.gui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
CHOICES = Qt.ItemDataRole.UserRole
"""The role under which a cell gives the names to choose from."""


class Fixed(IntEnum):
    """The columns before those of the fields."""

    TAKE = 0
    RESULT = 1


class TableRowsModel(QAbstractTableModel):
    """Which rows are taken over; a row without faults is, as long as there is room.

    What somebody chose stays chosen when the list is proposed anew.

    Signals:
        chosen: other rows are taken over now.
        edited: the number of a row in the table (from 1), a field, and the text typed into it.
    """

    chosen = Signal()
    edited = Signal(int, str, str)

    def __init__(
        self, theme: Theme, words: TableWords, room: int | None = None, parent: QObject | None = None
    ) -> None:
        """`room` is how many rows can be taken over at most, None: any number."""
        super().__init__(parent)
        self.fields = FIELDS[words.kind]
        self._theme = theme
        self._words = words
        self._room = room
        self._rows: tuple[ProposedRow, ...] = ()
        self._by_hand: dict[int, bool] = {}
        self._taken: frozenset[int] = frozenset()

    def show(self, proposal: Proposal | None) -> None:
        """Show these rows (None: none). Where they are the same ones, a cell that is being edited stays."""
        rows = () if proposal is None else proposal.rows
        is_same = bool(rows) and [row.number for row in rows] == [row.number for row in self._rows]
        if not is_same:
            self.beginResetModel()
        self._rows = rows
        self._taken = self._proposed()
        if is_same:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, self.columnCount() - 1))
        else:
            self.endResetModel()
        self.chosen.emit()

    def forget_choices(self) -> None:
        """Another list comes: what was chosen of the former one means nothing for it."""
        self._by_hand.clear()

    def row(self, number: int) -> ProposedRow:
        """The row at that place of the list."""
        return self._rows[number]

    def taken(self) -> tuple[ProposedRow, ...]:
        """The rows that are to be taken over, in their order."""
        return tuple(row for row in self._rows if row.number in self._taken)

    def choose(self, rows: list[int], taken: bool) -> None:
        """Take the rows at these places over, or leave them out."""
        numbers = {self._rows[row].number for row in rows}
        self._by_hand |= dict.fromkeys(numbers, taken)
        self._taken = self._taken | numbers if taken else self._taken - numbers
        for row in rows:
            self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))
        self.chosen.emit()

    def is_taken(self, row: int) -> bool:
        """Whether the row at that place is to be taken over."""
        return self._rows[row].number in self._taken

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Fixed) + len(self.fields)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.column() == Fixed.TAKE:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() >= len(Fixed) else flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        is_heading = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        if not is_heading or not 0 <= section < self.columnCount():
            return None
        fixed = {Fixed.TAKE: self.tr("Row"), Fixed.RESULT: self.tr("Result of the check")}
        return (
            fixed.get(Fixed(section)) if section < len(Fixed) else self._words.heading(self._field(section))
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.ForegroundRole:
            return None if row.number in self._taken else self._theme.colour("muted")
        if column == Fixed.TAKE:
            return self._take_data(row, role)
        if column == Fixed.RESULT:
            return self._result_data(row, role)
        return self._field_data(row, self._field(column), role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if index.column() == Fixed.TAKE and role == Qt.ItemDataRole.CheckStateRole:
            self.choose([index.row()], Qt.CheckState(value) is Qt.CheckState.Checked)
            return True
        if index.column() < len(Fixed) or role != Qt.ItemDataRole.EditRole:
            return False
        row, field = self._rows[index.row()], self._field(index.column())
        if str(value) != self._words.shown(row, field):
            self.edited.emit(row.number, field, str(value))
        return True

    def _field(self, column: int) -> str:
        return self.fields[column - len(Fixed)]

    def _take_data(self, row: ProposedRow, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return str(row.number)
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if row.number in self._taken else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("Row {number}: {result}").format(
                number=row.number, result=self._words.summary(row)
            )
        return None

    def _result_data(self, row: ProposedRow, role: int) -> object:
        if role == Qt.ItemDataRole.DecorationRole:
            grade = self._words.grade(row)
            return self._theme.icon(grade.icon, grade.colour)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(text for _, text in self._words.lines(row))
        return self._words.summary(row) if role == Qt.ItemDataRole.DisplayRole else None

    def _field_data(self, row: ProposedRow, field: str, role: int) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._words.shown(row, field)
        if role == Qt.ItemDataRole.DecorationRole:
            grade = self._words.grade(row, field)
            return None if grade is Grade.GOOD else self._theme.icon(grade.icon, grade.colour)
        if role == Qt.ItemDataRole.ToolTipRole:
            said = [text for _, text in self._words.lines(row, field)]
            return "\n".join((self._words.shown(row, field), *said)).strip()
        return self._words.choices(field) if role == CHOICES else None

    def _proposed(self) -> frozenset[int]:
        """The rows that somebody chose, and those without faults, from the first, while there is room."""
        taken = {row.number for row in self._rows if self._by_hand.get(row.number)}
        for row in self._rows:
            is_full = self._room is not None and len(taken) >= self._room
            if row.is_proposed and row.number not in self._by_hand and not is_full:
                taken.add(row.number)
        return frozenset(taken)
