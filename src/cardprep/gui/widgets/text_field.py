"""A field of one line, saved letter by letter."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from cardprep.app.folding import standard_form
from cardprep.case.edits import set_text
from cardprep.case.finding import Finding
from cardprep.gui.context import Context
from cardprep.gui.widgets.field import Field, FieldText
from cardprep.gui.widgets.line_edit import LineEdit


class TextField(Field):
    """Typing changes the case at once; leaving the field ends the step of undo."""

    def __init__(self, context: Context, path: str, text: FieldText, parent: QWidget | None = None) -> None:
        self._typed = False
        self._line = LineEdit()
        self._line.setPlaceholderText(text.placeholder)
        super().__init__(context, path, text, self._line, parent)
        self.show_value(self.value)
        self.show_messages()
        self._line.textEdited.connect(self._on_edited)
        self._line.left.connect(self._on_left)

    def show_value(self, value: str) -> None:
        self._line.show_text(value)

    def set_placeholder(self, text: str) -> None:
        """Show `text` faintly while nothing is typed."""
        self._line.setPlaceholderText(text)

    def focus_on(self, where: str, finding: Finding | None = None) -> bool:
        if not super().focus_on(where, finding):
            return False
        self._line.selectAll()
        return True

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        self._typed = True
        self.await_pause()
        edit = partial(set_text, path=self.path, text=text)
        self.context.session.apply(edit, where=self.path, initiator=self, typing=True)

    @Slot()
    def _on_left(self) -> None:
        self.on_left()
        if self._typed:
            self._typed = False
            self._write_by_rule()

    def _write_by_rule(self) -> None:
        """Rewrite what was just typed in its standard form: a step of undo, and not done a second time."""
        session = self.context.session
        value = standard_form(session.case, self.path, session.today)
        if value is not None:
            session.apply(partial(set_text, path=self.path, text=value), where=self.path)
            self.tell(self.tr("Rewritten in the standard form: {value}").format(value=value))
