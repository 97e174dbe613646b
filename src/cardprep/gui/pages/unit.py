"""Screen 1, 单位信息: the firm, the issuing office, and the firm's materials."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cardprep.app.session import Change
from cardprep.case.model import CollectionWay
from cardprep.case.slots import LETTER, QUALIFICATION
from cardprep.gui.context import Context
from cardprep.gui.forms.translation_slot import TranslationSlot
from cardprep.gui.forms.unit_form import UnitForm
from cardprep.gui.pages.parted import PartedPage
from cardprep.gui.widgets.letter_printer import LetterPrinter
from cardprep.gui.widgets.section import Section
from cardprep.gui.widgets.slot_card import SlotCard, SlotText


class UnitPage(PartedPage):
    """The firm's data and papers."""

    def __init__(self, context: Context) -> None:
        title = QCoreApplication.translate("UnitPage", "Unit information")
        lead = QCoreApplication.translate("UnitPage", "The firm that applies, and its own materials.")
        super().__init__(context, title, lead)
        section = Section(context.theme, self.tr("The applicant firm"))
        section.body.addWidget(self.parts.add(UnitForm(context)))
        self.column.addWidget(section)
        self.column.addWidget(self.parts.add(SlotCard(context, QUALIFICATION, self._qualification())))
        self._letter = self.parts.add(SlotCard(context, LETTER, self._other()))
        self._printer = LetterPrinter(context, str(LETTER))
        self._letter.add_tool(self._printer)
        self.column.addWidget(self._letter)
        self.column.addWidget(self.parts.add(TranslationSlot(context, QUALIFICATION.translation)))
        self._show_note()

    def refresh(self, change: Change) -> None:
        super().refresh(change)
        self._show_note()

    def _qualification(self) -> SlotText:
        return SlotText(
            self.tr("Unit qualification material (市场主体资格证明材料)"),
            self.tr(
                "A copy of the business licence with the firm's official seal in fresh ink. In a blank part "
                "of it the legal representative writes the sentence by hand, signs and dates it."
            ),
        )

    def _other(self) -> SlotText:
        return SlotText(
            self.tr("Other material (其他证明材料)"),
            self.tr("Only needed for collection by mail: the mail-delegation letter (邮寄业务委托书)."),
        )

    def _show_note(self) -> None:
        by_mail = self.context.session.case.collection.way is CollectionWay.MAIL
        text = self.tr(
            "Collection by mail was chosen: print the mail-delegation letter, stamp it with the firm's "
            "official seal, and upload its scan here."
        )
        asked_for = self.context.session.findings_at(str(LETTER))
        self._letter.note(text if by_mail and not asked_for else "")
        self._printer.setVisible(by_mail)
        self._printer.refresh()
