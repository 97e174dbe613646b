"""A field of one line, saved letter by letter."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from cardprep.case.edits import set_text
from cardprep.gui.context import Context
from cardprep.gui.widgets.field import Field, FieldText
from cardprep.gui.widgets.line_edit import LineEdit


class TextField(Field):
    """Typing changes the case at once; leaving the field ends the step of undo."""

    def __init__(self, context: Context, path: str, text: FieldText, parent: QWidget | None = None) -> None:
        self._line = LineEdit()
        self._line.setPlaceholderText(text.placeholder)
        super().__init__(context, path, text, self._line, parent)
        self.show_value(self.value)
        self.show_messages()
        self._line.textEdited.connect(self._on_edited)
        self._line.left.connect(self.on_left)

    def show_value(self, value: str) -> None:
        self._line.show_text(value)

    def set_placeholder(self, text: str) -> None:
        """Show `text` faintly while nothing is typed."""
        self._line.setPlaceholderText(text)

    def focus_on(self, where: str) -> bool:
        if not super().focus_on(where):
            return False
        self._line.selectAll()
        return True

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        self.await_pause()
        edit = partial(set_text, path=self.path, text=text)
        self.context.session.apply(edit, where=self.path, initiator=self, typing=True)
