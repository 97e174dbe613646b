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
        self._picture, self._line, self._theme, self._icon = picture, line, theme, icon
        set_role(name, "section")
        set_role(line, "muted")
        line.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(theme.em(0.3))
        words.addWidget(name)
        words.addWidget(line)
        words.addStretch(1)
        self._row = row = QHBoxLayout(self)
        row.setSpacing(theme.em(1))
        self._pad(1.3)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.let_through(picture, name, line)

    def show_detail(self, shown: bool) -> None:
        """Show what it gives as well, or the name alone where room is wanted for other things."""
        self._line.setVisible(shown)
        self._picture.setPixmap(self._theme.pixmap(self._icon, "accent", 2.2 if shown else 1.4))
        self._pad(1.3 if shown else 0.7)

    def _pad(self, units: float) -> None:
        pad = self._theme.em(units)
        self._row.setContentsMargins(pad, pad, pad, pad)
