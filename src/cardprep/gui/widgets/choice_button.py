"""A big choice: icon, name, and one line of what it gives."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cardprep.gui.theme import Theme, set_role
from cardprep.gui.widgets.wide_button import WideButton


class ChoiceButton(WideButton):
    """A button as large as its words."""

    def __init__(
        self, theme: Theme, icon: str, title: str, gives: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        set_role(self, "choice")
        self.setAccessibleName(title)
        self.setAccessibleDescription(gives)
        picture, name, line = QLabel(), QLabel(title), QLabel(gives)
        picture.setPixmap(theme.pixmap(icon, "accent", 2.2))
        set_role(name, "section")
        set_role(line, "muted")
        line.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(theme.em(0.3))
        words.addWidget(name)
        words.addWidget(line)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.em(1.3), theme.em(1.3), theme.em(1.3), theme.em(1.3))
        row.setSpacing(theme.em(1))
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.let_through(picture, name, line)
