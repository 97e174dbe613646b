"""A titled card that holds one group of fields in one column."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from cardprep.gui.theme import Theme, set_role


class Section(QFrame):
    """A raised card with a heading, an optional hint, and a column.

    Attributes:
        body: the column to add to.
    """

    def __init__(self, theme: Theme, title: str = "", hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(theme.em(1.5), theme.em(1.3), theme.em(1.5), theme.em(1.5))
        self.body.setSpacing(theme.em(0.9))
        if title:
            self.setAccessibleName(title)
            self._add_label(title, "section")
        if hint:
            self._add_label(hint, "hint")

    def _add_label(self, text: str, role: str) -> None:
        label = QLabel(text)
        label.setWordWrap(True)
        set_role(label, role)
        self.body.addWidget(label)
