"""One place at which two cases differ: ours and theirs side by side, one of them chosen."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cardprep.app.told_differences import ToldDifference
from cardprep.gui.theme import Theme, set_role
from cardprep.gui.widgets.option_frame import OptionFrame

_BREAKS_AFTER = re.compile(r"([-_./\\]|\w{24})")


class DifferenceCell(OptionFrame):
    """One of the two; its words wrap."""

    def __init__(self, theme: Theme, name: str, text: str, told: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.button.setAccessibleName(told)
        # A long name without blanks would make the column as wide as itself.
        words = QLabel(_BREAKS_AFTER.sub("\\1\u200b", text))
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        words.setSizePolicy(policy)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.em(0.8), theme.em(0.5), theme.em(0.8), theme.em(0.5))
        row.setSpacing(theme.em(0.4))
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)


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
        self._ours = self._cell(theme, "ours", told.ours, told.label, self.tr("In the library"))
        self._theirs = self._cell(theme, "theirs", told.theirs, told.label, self.tr("In the file"))
        self._group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(theme.em(0.6))
        for cell in (self._ours, self._theirs):
            self._group.addButton(cell.button)
            row.addWidget(cell, 1)
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

    def _cell(self, theme: Theme, side: str, text: str, label: str, whose: str) -> DifferenceCell:
        shown = text or self.tr("(nothing)")
        told = f"{label}, {whose}, {shown}".replace("\n", ", ")
        return DifferenceCell(theme, f"{side}:{self.where}", shown, told)

    def _on_toggled(self, _button: object, checked: bool) -> None:
        if checked:
            self.changed.emit()
