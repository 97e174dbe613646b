"""One step of the wizard: icon of its state, name, and the state in words beneath it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from cardprep.gui.theme import Theme, set_role
from cardprep.gui.widgets.wide_button import WideButton


class StepButton(WideButton):
    """A checkable button of two lines. Its accessible name holds number, name and state."""

    def __init__(self, theme: Theme, number: int, title: str) -> None:
        super().__init__()
        self._theme = theme
        self._title = f"{number}  {title}"
        self.setCheckable(True)
        set_role(self, "step")
        self._icon = QLabel()
        name = QLabel(self._title)
        self._state = QLabel()
        set_role(self._state, "hint")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(name)
        words.addWidget(self._state)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.em(0.6), theme.em(0.5), theme.em(0.6), theme.em(0.5))
        row.setSpacing(theme.em(0.7))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        self.let_through(self._icon, name, self._state)

    def show_state(self, icon: str, colour: str, word: str) -> None:
        """Show how far the step is."""
        self._icon.setPixmap(self._theme.pixmap(icon, colour, 1.4))
        self._state.setText(word)
        self.setAccessibleName(f"{self._title}, {word}")
        self.updateGeometry()
