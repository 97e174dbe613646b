"""Screen 2, 法定代表人: for the verification of the firm's identity (LEGAL-1 to LEGAL-3)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from cardprep.app.library.beginning import filling_legal
from cardprep.app.session import Change
from cardprep.case.slots import LEGAL_IDENTITY
from cardprep.errors import CardprepError
from cardprep.gui.context import Context
from cardprep.gui.dialogs.known_people import Room
from cardprep.gui.forms.person_form import PersonForm
from cardprep.gui.forms.translation_slot import TranslationSlot
from cardprep.gui.pages.parted import PartedPage
from cardprep.gui.widgets.known_people_button import KnownPeopleButton
from cardprep.gui.widgets.message import Line, Message
from cardprep.gui.widgets.section import Section
from cardprep.gui.widgets.slot_card import SlotCard, SlotText

_PLACE = "legal_representative.name"


class LegalPage(PartedPage):
    """The legal representative's data and identity material."""

    def __init__(self, context: Context) -> None:
        title = QCoreApplication.translate("LegalPage", "Legal representative")
        lead = QCoreApplication.translate(
            "LegalPage",
            "The legal-person card data entered here serve to verify the identity of the applicant firm.",
        )
        super().__init__(context, title, lead)
        section = Section(context.theme, self.tr("Legal representative or person in charge"))
        section.body.addWidget(self.parts.add(PersonForm(context, "legal_representative", "phone")))
        section.body.addLayout(self._known_row())
        self.column.addWidget(section)
        self.column.addWidget(self.parts.add(SlotCard(context, LEGAL_IDENTITY, self._identity())))
        self.column.addWidget(self.parts.add(TranslationSlot(context, LEGAL_IDENTITY.translation)))

    def refresh(self, change: Change) -> None:
        super().refresh(change)
        self._offer()

    def _known_row(self) -> QVBoxLayout:
        self._known = KnownPeopleButton(
            self.context, self.tr("Known person…"), lambda _case: Room(1), filling_legal, lambda _case: _PLACE
        )
        self._message = Message(self.context.theme)
        self._known.failed.connect(self._on_not_brought)
        self._offer()
        row = QHBoxLayout()
        row.addWidget(self._known)
        row.addStretch(1)
        column = QVBoxLayout()
        column.addLayout(row)
        column.addWidget(self._message)
        return column

    def _offer(self) -> None:
        """A person can be taken over where nobody is entered: two are never mixed into one."""
        legal = self.context.session.case.legal_representative
        self._known.setEnabled(not any(part.strip() for part in (legal.name, legal.id_type, legal.id_number)))

    def _on_not_brought(self, error: CardprepError) -> None:
        told = self.context.catalog.error(error)
        self._message.say((Line("error", f"{told.what} {told.remedy}"),))

    def _identity(self) -> SlotText:
        return SlotText(
            self.tr("Identity material of the legal representative"),
            self.tr(
                "A copy with the firm's official seal in fresh ink. In a blank part of it the legal "
                "representative writes the sentence by hand, signs and dates it."
            ),
        )
