"""A large row with a radio button: a title, and below it what the choice means."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QLabel, QRadioButton, QVBoxLayout, QWidget

from cardprep.gui.theme import Theme, set_role


class ChoiceRow(QFrame):
    """One choice of several; the whole row can be clicked.

    Signals:
        chosen: the clerk chose this row (not told when the program shows it).

    Attributes:
        button: the radio button, to be put into a group.
    """

    chosen = Signal()

    def __init__(
        self, theme: Theme, name: str, title: str, detail: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        set_role(self, "option")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button = QRadioButton(title)
        self.button.setObjectName(name)
        self.button.setAutoExclusive(False)
        set_role(self.button, "in-option")
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
        self.button.toggled.connect(self._show_state)
        self.button.installEventFilter(self)
        self.show_text(title, detail)

    def show_text(self, title: str, detail: str) -> None:
        """Show other words."""
        self.button.setText(title.replace("&", "&&"))
        self.button.setAccessibleDescription(detail)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.button.setFocus(Qt.FocusReason.MouseFocusReason)
            self.button.click()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            # The row has the ring, not the button within: the row is what is chosen.
            self._show_state()
        return super().eventFilter(watched, event)

    def _show_state(self) -> None:
        role = "option-on" if self.button.isChecked() else "option"
        set_role(self, f"{role}-focus" if self.button.hasFocus() else role)
