"""The 备注: written from the choice of collection, and the clerk's to change (HAND-4)."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from cardprep.app.session import Change
from cardprep.case.edits import set_text
from cardprep.gui.context import Context
from cardprep.gui.forms.form import Form
from cardprep.gui.theme import set_role
from cardprep.gui.widgets.field import Field, FieldText
from cardprep.gui.widgets.line_edit import TextEdit
from cardprep.rules.remark import propose_remark

LINES = 3.2


class RemarkField(Field):
    """Several lines, saved letter by letter."""

    def __init__(self, context: Context, text: FieldText, parent: QWidget | None = None) -> None:
        self._text = TextEdit()
        self._text.setFixedHeight(round(self._text.fontMetrics().lineSpacing() * LINES) + context.theme.em(1))
        super().__init__(context, "remark", text, self._text, parent)
        self.show_value(self.value)
        self.show_messages()
        self._text.textChanged.connect(self._on_changed)
        self._text.left.connect(self.on_left)

    def show_value(self, value: str) -> None:
        self._text.show_text(value)

    @Slot()
    def _on_changed(self) -> None:
        text = self._text.toPlainText()
        if text == self.value:
            return
        self.await_pause()
        edit = partial(set_text, path="remark", text=text)
        self.context.session.apply(edit, where="remark", initiator=self, typing=True)


class RemarkForm(Form):
    """The remark, and the way back to what the program proposes."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        hint = self.tr(
            "The cards are handed out as it says here. Written from the choice above; you may change it."
        )
        text = FieldText(self.tr("Remark (备注)"), hint, required=True)
        self.column.addWidget(self.parts.add(RemarkField(context, text)))
        self._again = QPushButton(
            context.theme.icon("arrow-sync", "accent"), self.tr("Write it again from the choice")
        )
        self._again.setObjectName("write-remark")
        set_role(self._again, "link")
        self._again.clicked.connect(self._write)
        self.column.addWidget(self._again, 0, Qt.AlignmentFlag.AlignLeft)
        self._show()

    @property
    def proposal(self) -> str:
        """What the program would write; "" while the choice is open."""
        session = self.context.session
        return propose_remark(session.case.collection, session.rulebook) or ""

    def refresh(self, change: Change) -> None:
        super().refresh(change)
        self._show()

    def _show(self) -> None:
        proposal = self.proposal
        self._again.setEnabled(bool(proposal) and proposal != self.context.session.case.remark)

    @Slot()
    def _write(self) -> None:
        edit = partial(set_text, path="remark", text=self.proposal)
        self.context.session.apply(edit, where="remark", initiator=self)
