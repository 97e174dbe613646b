"""A frame around a radio button that is chosen by a click anywhere on it, and has the ring of the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QRadioButton, QWidget

from cardprep.gui.theme import set_role


class OptionFrame(QFrame):
    """One choice of several; whoever makes it lays the button and its words out.

    Attributes:
        button: the radio button, to be put into a group.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "option")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button = QRadioButton()
        self.button.setObjectName(name)
        self.button.setAutoExclusive(False)
        set_role(self.button, "in-option")
        self.button.toggled.connect(self._show_state)
        self.button.installEventFilter(self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.button.setFocus(Qt.FocusReason.MouseFocusReason)
            self.button.click()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            # The frame has the ring, not the button within: the frame is what is chosen.
            self._show_state()
        return super().eventFilter(watched, event)

    def _show_state(self) -> None:
        role = "option-on" if self.button.isChecked() else "option"
        set_role(self, f"{role}-focus" if self.button.hasFocus() else role)
