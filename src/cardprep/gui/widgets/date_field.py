"""A date as it stands on a paper. No “today” is offered: the clerk copies what was written by hand."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cardprep.gui.theme import Theme
from cardprep.gui.widgets.date_text import parse_date
from cardprep.gui.widgets.line_edit import LineEdit
from cardprep.gui.widgets.message import Line, Message


class DateField(QWidget):
    """A line that takes the usual spellings of a date.

    Signals:
        edited: the date, or None where what is typed is no date (yet).
        left: the line was left.
    """

    edited = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._date: dt.date | None = None
        self._line = LineEdit()
        self._line.setObjectName(name)
        self._line.setAccessibleName(label)
        self._line.setPlaceholderText(self.tr("such as 2026-11-20"))
        self._message = Message(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.em(0.3))
        column.addWidget(self._line)
        column.addWidget(self._message)
        self._line.textEdited.connect(self._on_edited)
        self._line.left.connect(self._on_left)

    def focus(self) -> None:
        """Bring the keyboard to the line; a focus proxy would be a second stop of the Tab key."""
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_date(self, date: dt.date | None) -> None:
        """Show another date; what is being typed stays as it is while it means the same."""
        if date != self._date:
            self._date = date
            self._line.show_text(date.isoformat() if date is not None else "")
            self._message.say(())

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        date = parse_date(text)
        if date is not None or not text.strip():
            self._message.say(())
        if date != self._date:
            self._date = date
            self.edited.emit(date)

    @Slot()
    def _on_left(self) -> None:
        text = self._line.text()
        if self._date is not None:
            self._line.show_text(self._date.isoformat())
        elif text.strip():
            told = self.tr("“{text}” is no date. Write year, month and day, such as 2026-11-20.")
            self._message.say((Line("error", told.format(text=text.strip())),))
        self.left.emit()
