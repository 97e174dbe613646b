"""A large row with a radio button: a title, and below it what the choice means."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from cardprep.gui.theme import Theme, set_role
from cardprep.gui.widgets.option_frame import OptionFrame


class ChoiceRow(OptionFrame):
    """One choice of several; the whole row can be clicked.

    Signals:
        chosen: the clerk chose this row (not told when the program shows it).
    """

    chosen = Signal()

    def __init__(
        self, theme: Theme, name: str, title: str, detail: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(name, parent)
        self._detail = QLabel()
        self._detail.setWordWrap(True)
        self._detail.setIndent(theme.em(1.7))
        set_role(self._detail, "hint")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.em(0.8), theme.em(0.5), theme.em(0.8), theme.em(0.5))
        column.setSpacing(theme.em(0.15))
        column.addWidget(self.button)
        column.addWidget(self._detail)
        self.button.clicked.connect(self.chosen)
        self.show_text(title, detail)

    def show_text(self, title: str, detail: str) -> None:
        """Show other words."""
        self.button.setText(title.replace("&", "&&"))
        self.button.setAccessibleDescription(detail)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
