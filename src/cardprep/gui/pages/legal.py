"""Screen 2, 法定代表人: for the verification of the firm's identity (LEGAL-1 to LEGAL-3)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cardprep.case.slots import LEGAL_IDENTITY
from cardprep.gui.context import Context
from cardprep.gui.forms.person_form import PersonForm
from cardprep.gui.forms.translation_slot import TranslationSlot
from cardprep.gui.pages.parted import PartedPage
from cardprep.gui.widgets.section import Section
from cardprep.gui.widgets.slot_card import SlotCard, SlotText


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
        self.column.addWidget(section)
        self.column.addWidget(self.parts.add(SlotCard(context, LEGAL_IDENTITY, self._identity())))
        self.column.addWidget(self.parts.add(TranslationSlot(context, LEGAL_IDENTITY.translation)))

    def _identity(self) -> SlotText:
        return SlotText(
            self.tr("Identity material of the legal representative"),
            self.tr(
                "A copy with the firm's official seal in fresh ink. In a blank part of it the legal "
                "representative writes the sentence by hand, signs and dates it."
            ),
        )
