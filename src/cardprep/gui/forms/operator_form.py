"""One operator, 新增录入 or 编辑, with 暂存, 确定录入 and 取消. What is typed is saved as it is typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from cardprep.app.operators import blocking_findings, confirm_operator, save_as_draft
from cardprep.app.session import Change
from cardprep.case import edits
from cardprep.case.finding import Finding
from cardprep.case.model import Case
from cardprep.case.slots import Owner, operator_identity
from cardprep.gui.context import Context
from cardprep.gui.forms.form import Form
from cardprep.gui.forms.person_form import PersonForm
from cardprep.gui.forms.translation_slot import TranslationSlot
from cardprep.gui.theme import set_role
from cardprep.gui.widgets.message import Line, Message
from cardprep.gui.widgets.section import Section
from cardprep.gui.widgets.slot_card import SlotCard, SlotText

_ORDER = ("name", "id_type", "id_number", "mobile", "identity", "translation")


class OperatorForm(Form):
    """The form for the operator at one index.

    Args:
        before: the case before the form was opened, to which 取消 goes back; None for a new operator.

    Signals:
        confirmed, saved, cancelled: how the form was left.
    """

    confirmed = Signal()
    saved = Signal()
    cancelled = Signal()

    def __init__(
        self, context: Context, index: int, before: Case | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent)
        self.setObjectName(f"operator-form:{index}")
        self.index = index
        self._before = before
        heading = self.tr("Operator {number}").format(number=index + 1)
        section = Section(context.theme, heading)
        self._person = self.parts.add(PersonForm(context, self._path, "mobile"))
        section.body.addWidget(self._person)
        self.column.addWidget(section)
        slot = operator_identity(index)
        self.column.addWidget(self.parts.add(SlotCard(context, slot, self._identity())))
        self.column.addWidget(self.parts.add(TranslationSlot(context, slot.translation)))
        self._message = Message(context.theme)
        self.column.addWidget(self._message)
        self.column.addLayout(self._buttons())

    @property
    def is_new(self) -> bool:
        """Whether the operator was added by this form."""
        return self._before is None

    def begin(self) -> None:
        """Bring the cursor to where one begins to type."""
        self._person.begin()

    def refresh(self, change: Change) -> None:
        super().refresh(change)
        if self._message.lines:
            self._say(blocking_findings(self.context.session, self.index))

    def focus_on(self, where: str, finding: Finding | None = None) -> bool:
        if where == self._path:
            self._confirm_button.setFocus()
            return True
        return super().focus_on(where, finding)

    @property
    def _path(self) -> str:
        return f"operators[{self.index}]"

    def _identity(self) -> SlotText:
        return SlotText(
            self.tr("Identity material of the operator"),
            self.tr(
                "A copy with the firm's official seal in fresh ink. In a blank part of it the operator "
                "writes the sentence by hand, signs and dates it."
            ),
        )

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.context.theme.em(0.7))
        self._confirm_button = QPushButton(self.tr("Confirm entry"))
        set_role(self._confirm_button, "primary")
        save, cancel = QPushButton(self.tr("Save as draft")), QPushButton(self.tr("Cancel"))
        set_role(cancel, "quiet")
        for button, name, run in (
            (self._confirm_button, "confirm-operator", self._confirm),
            (save, "save-draft", self._save),
            (cancel, "cancel-operator", self._cancel),
        ):
            button.setObjectName(name)
            button.clicked.connect(run)
            row.addWidget(button)
        row.addStretch(1)
        return row

    @Slot()
    def _confirm(self) -> None:
        refusals = confirm_operator(self.context.session, self.index, self)
        if not refusals:
            self.confirmed.emit()
            return
        self.reveal()
        self._say(refusals)
        self.focus_on(min((refusal.where for refusal in refusals), key=_place_on_form))

    def _say(self, refusals: Sequence[Finding]) -> None:
        """Say how much stands in the way of confirming."""
        told = self.tr(
            "Not confirmed yet: %n thing(s) to correct first. They are marked above.", "", len(refusals)
        )
        self._message.say((Line("error", told),) if refusals else ())

    @Slot()
    def _save(self) -> None:
        save_as_draft(self.context.session, self.index, self)
        self.saved.emit()

    @Slot()
    def _cancel(self) -> None:
        if self._before is None:
            edit = partial(edits.remove_operator, index=self.index)
        else:
            edit = partial(_restore_operator, index=self.index, before=self._before)
        self.context.session.apply(edit, where="operators", initiator=self)
        self.cancelled.emit()


def _place_on_form(where: str) -> int:
    name = where.rpartition(".")[2]
    return _ORDER.index(name) if name in _ORDER else len(_ORDER)


def _restore_operator(case: Case, index: int, before: Case) -> Case:
    """The case with this operator and his files as they were before."""
    operators = (*case.operators[:index], before.operators[index], *case.operators[index + 1 :])
    files = [a for a in case.attachments if (a.slot.owner, a.slot.index) != (Owner.OPERATOR, index)]
    files += [a for a in before.attachments if (a.slot.owner, a.slot.index) == (Owner.OPERATOR, index)]
    after = replace(case, operators=operators, attachments=tuple(files))
    return case if after == case else replace(after, declaration=False)
