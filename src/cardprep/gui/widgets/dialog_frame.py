"""How every dialog looks: a heading, a sentence, the body in one column, the buttons at the lower right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cardprep.gui.theme import Theme, set_role


class DialogFrame(QDialog):
    """A dialog in the window's look.

    Attributes:
        body: the column to add to.
        buttons: the row of buttons, from the left; the one that does it stands last.
    """

    def __init__(self, theme: Theme, title: str, lead: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(title)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self.setMinimumWidth(theme.em(34))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.em(1.8), theme.em(1.6), theme.em(1.8), theme.em(1.4))
        whole.setSpacing(theme.em(1))
        whole.addLayout(self._heading(title, lead))
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.em(0.8))
        whole.addLayout(self.body)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(theme.em(0.6))
        self.buttons.addStretch(1)
        whole.addSpacing(theme.em(0.4))
        whole.addLayout(self.buttons)

    def _heading(self, title: str, lead: str) -> QVBoxLayout:
        heading = QVBoxLayout()
        heading.setSpacing(self._theme.em(0.3))
        for text, role in ((title, "section"), (lead, "muted")):
            if text:
                label = QLabel(text)
                label.setWordWrap(True)
                set_role(label, role)
                heading.addWidget(label)
        return heading

    def make_room(self) -> None:
        """Grow until all of the words can be read: a wrapped text needs more than its size hint."""
        layout = self.layout()
        if layout is None:
            return
        layout.activate()
        room = self.screen().availableGeometry().height()
        wanted = min(layout.totalHeightForWidth(self.width()), room)
        if wanted > self.height():
            self.resize(self.width(), wanted)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.make_room()

    def add_button(self, name: str, text: str, role: str = "") -> QPushButton:
        """Add a button at the end; a `primary` one is what Enter presses."""
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAutoDefault(role == "primary")
        button.setDefault(role == "primary")
        if role:
            set_role(button, role)
        self.buttons.addWidget(button)
        return button

    def add_label(self, text: str, role: str = "") -> QLabel:
        """Add a paragraph to the body."""
        label = QLabel(text)
        label.setWordWrap(True)
        if role:
            set_role(label, role)
        self.body.addWidget(label)
        return label
