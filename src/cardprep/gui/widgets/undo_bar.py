"""“… was removed. Undo”: one line that stays until the next edit."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from cardprep.app.session import Session
from cardprep.case.model import Case
from cardprep.gui.theme import Theme, set_role


class UndoBar(QFrame):
    """Offers to take back the last edit, as long as it is the last one."""

    def __init__(self, theme: Theme, session: Session, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._after: Case | None = None
        set_role(self, "notice-info")
        self._label = QLabel()
        self._label.setWordWrap(True)
        button = QPushButton(theme.icon("arrow-undo", "accent"), self.tr("Undo"))
        button.setObjectName(f"undo:{name}")
        set_role(button, "link")
        button.clicked.connect(self._undo)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.em(0.9), theme.em(0.4), theme.em(0.9), theme.em(0.4))
        row.addWidget(self._label, 1)
        row.addWidget(button)
        self.hide()

    def offer(self, text: str) -> None:
        """Say what was just done."""
        self._after = self._session.case
        self._label.setText(text)
        self.show()

    def refresh(self) -> None:
        """Go away when something else was done since."""
        if self._session.case is not self._after:
            self.hide()

    @Slot()
    def _undo(self) -> None:
        if self._session.case is self._after:
            self._session.undo()
        self.hide()
