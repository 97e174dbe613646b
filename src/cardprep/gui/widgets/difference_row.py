"""One place at which two cases differ: ours and theirs side by side, one of them chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cardprep.app.told_differences import ToldDifference
from cardprep.gui.theme import Theme, set_role
from cardprep.gui.widgets.choice_row import ChoiceRow


class DifferenceRow(QWidget):
    """Ours is chosen where there is something of ours; theirs where there is nothing.

    Signals:
        changed: another choice.

    Attributes:
        where: the place.
    """

    changed = Signal()

    def __init__(self, theme: Theme, told: ToldDifference, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.where = told.where
        label = QLabel(told.label)
        label.setWordWrap(True)
        set_role(label, "label")
        self._ours = self._choice(theme, "ours", told.ours, told.label, self.tr("In the library"))
        self._theirs = self._choice(theme, "theirs", told.theirs, told.label, self.tr("In the file"))
        self._group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(theme.em(0.6))
        for choice in (self._ours, self._theirs):
            self._group.addButton(choice.button)
            row.addWidget(choice, 1)
        self.take_theirs(not told.ours)
        self._group.buttonToggled.connect(self._on_toggled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.em(0.3))
        column.addWidget(label)
        column.addLayout(row)

    @property
    def takes_theirs(self) -> bool:
        """Whether theirs is chosen."""
        return self._theirs.button.isChecked()

    def take_theirs(self, wanted: bool) -> None:
        """Choose theirs, or ours."""
        (self._theirs if wanted else self._ours).button.setChecked(True)

    def take_focus(self) -> None:
        """Put the keyboard on what is chosen."""
        (self._theirs if self.takes_theirs else self._ours).button.setFocus()

    def _choice(self, theme: Theme, side: str, text: str, label: str, whose: str) -> ChoiceRow:
        lines = text.split("\n") if text else [self.tr("(nothing)")]
        choice = ChoiceRow(theme, f"{side}:{self.where}", lines[0], "\n".join(lines[1:]))
        choice.button.setAccessibleName(f"{label}, {whose}, {', '.join(lines)}")
        choice.button.setToolTip(lines[0])
        return choice

    def _on_toggled(self, _button: object, checked: bool) -> None:
        if checked:
            self.changed.emit()
