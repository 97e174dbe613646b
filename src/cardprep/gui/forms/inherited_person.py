"""The handler's data as they stand on another screen: shown, not typed again (HAND-1)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QWidget

from cardprep.case.model import Case, HandlerWho, LegalRepresentative, Operator
from cardprep.case.people import handler_is_known
from cardprep.gui.context import Context
from cardprep.gui.theme import set_role


def inherited_from(case: Case) -> LegalRepresentative | Operator | None:
    """The person of another screen who is the handler, or None."""
    handler = case.handler
    if handler.who is HandlerWho.LEGAL_REPRESENTATIVE:
        return case.legal_representative
    if handler.who is HandlerWho.OPERATOR and handler_is_known(case) and handler.operator is not None:
        return case.operators[handler.operator]
    return None


class InheritedPerson(QFrame):
    """Read only; follows every later edit of that person."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        set_role(self, "sunken")
        em = context.theme.em
        form = QFormLayout(self)
        form.setContentsMargins(em(1), em(0.8), em(1), em(0.8))
        form.setHorizontalSpacing(em(1.4))
        form.setVerticalSpacing(em(0.4))
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self._values = [QLabel() for _ in range(4)]
        names = (
            self.tr("Name"),
            self.tr("Kind of document"),
            self.tr("Number of the document"),
            self.tr("Telephone"),
        )
        for name, value in zip(names, self._values, strict=True):
            label = QLabel(name)
            set_role(label, "muted")
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            value.setWordWrap(True)
            form.addRow(label, value)
        self.refresh()

    def refresh(self) -> None:
        """Show the person as he is now."""
        person = inherited_from(self._context.session.case)
        self.setVisible(person is not None)
        if person is None:
            return
        telephone = person.phone if isinstance(person, LegalRepresentative) else person.mobile
        texts = (person.name, self._id_type(person.id_type), person.id_number, telephone)
        for label, text in zip(self._values, texts, strict=True):
            label.setText(text or self.tr("not entered yet"))

    def _id_type(self, id_: str) -> str:
        found = (choice for choice in self._context.session.rulebook.id_types if choice.id == id_)
        return next((choice.named(self._context.catalog.language) for choice in found), id_)
