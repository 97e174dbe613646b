"""What every step of the wizard is to its frame."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from cardprep.app.session import Change
from cardprep.case.finding import Finding
from cardprep.gui.context import Context
from cardprep.gui.theme import set_role


class Page(QWidget):
    """One screen: a heading, a sentence on what is asked for, and sections in one column.

    A page changes the case by `context.session.apply(edit, where=…, initiator=self)` and by nothing else.
    The frame scrolls it, limits its width and owns the buttons.

    Signals:
        go_to: asks the frame to show another place (`operators[1].mobile`).
        lead_to: asks the frame to lead to what a `Finding` is about.
        reveal_asked: asks the frame to scroll to a widget of the page.

    Attributes:
        context: what the page works on.
        column: add sections here; the page keeps the stretch at its end.
    """

    go_to = Signal(str)
    lead_to = Signal(object)
    reveal_asked = Signal(QWidget)

    def __init__(self, context: Context, title: str, lead: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(context.theme.em(1.2))
        outer.addLayout(self._heading(title, lead))
        self.column = QVBoxLayout()
        self.column.setSpacing(context.theme.em(1.2))
        outer.addLayout(self.column)
        outer.addStretch(1)

    def _heading(self, title: str, lead: str) -> QVBoxLayout:
        heading = QVBoxLayout()
        heading.setSpacing(self.context.theme.em(0.3))
        for text, role in ((title, "title"), (lead, "subtitle")):
            if text:
                label = QLabel(text)
                label.setWordWrap(True)
                set_role(label, role)
                heading.addWidget(label)
        return heading

    def refresh(self, change: Change) -> None:
        """Show the session as it is now. Must not disturb the field that `change.initiator` is typing in."""

    def focus_on(self, where: str, finding: Finding | None = None) -> bool:
        """Bring the field, slot or list at `where` into view and focus; False where the page has none.

        Of several things at one place the keyboard goes to the one that `finding` is about.
        """
        return False

    def start_export(self) -> None:
        """Begin the export, on the page that exports."""

    def show_all(self) -> None:
        """Show the messages of untouched fields too: the clerk wanted to go on, or asked what is missing."""
