"""A column of parts that is a part itself."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cardprep.app.session import Change
from cardprep.case.finding import Finding
from cardprep.gui.context import Context
from cardprep.gui.forms.parts import Parts


class Form(QWidget):
    """Fields below each other; short ones stand side by side.

    Attributes:
        context: what the form works on.
        parts: the fields.
        column: where they are shown.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.parts = Parts()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(context.theme.em(1))

    def refresh(self, change: Change) -> None:
        """Show the session as it is now."""
        self.parts.refresh(change)

    def reveal(self) -> None:
        """Show the messages of untouched fields too."""
        self.parts.reveal()

    def focus_on(self, where: str, finding: Finding | None = None) -> bool:
        """Bring the keyboard to the field at `where`; False where it is not in this form."""
        return self.parts.focus_on(where, finding)

    def side_by_side(self, *widgets: QWidget) -> None:
        """Show widgets in one row, each as wide as the others."""
        row = QHBoxLayout()
        row.setSpacing(self.context.theme.em(1.4))
        for widget in widgets:
            row.addWidget(widget, 1, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)
