"""Screen 4, 经办人: the handler, how the cards are collected, and the remark (HAND-1 to HAND-7)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from cardprep.app.session import Change
from cardprep.case.slots import HANDLER_IDENTITY
from cardprep.gui.context import Context
from cardprep.gui.forms.collection_form import CollectionForm
from cardprep.gui.forms.handler_form import HandlerForm
from cardprep.gui.forms.remark_form import RemarkForm
from cardprep.gui.forms.translation_slot import TranslationSlot
from cardprep.gui.pages.parted import PartedPage
from cardprep.gui.widgets.section import Section
from cardprep.gui.widgets.slot_card import SlotCard, SlotText


class HandlerPage(PartedPage):
    """The handler, the collection and the remark."""

    def __init__(self, context: Context) -> None:
        title = QCoreApplication.translate("HandlerPage", "Handler")
        lead = QCoreApplication.translate(
            "HandlerPage", "Who files the application, and how the cards are collected."
        )
        super().__init__(context, title, lead)
        self._handler = self.parts.add(HandlerForm(context))
        self._identity = self.parts.add(SlotCard(context, HANDLER_IDENTITY, self._identity_text()))
        self._translation = self.parts.add(TranslationSlot(context, HANDLER_IDENTITY.translation))
        collection = self.parts.add(CollectionForm(context))
        collection.letter_asked.connect(self.go_to)
        told = self.tr(
            "For the legal representative or an operator nothing has to be typed or uploaded again."
        )
        self._add_section(self.tr("Who handles the application?"), self._handler, told)
        self.column.addWidget(self._identity)
        self.column.addWidget(self._translation)
        self._add_section(self.tr("How are the cards collected?"), collection)
        self._add_section("", self.parts.add(RemarkForm(context)))
        self._show()

    def refresh(self, change: Change) -> None:
        super().refresh(change)
        self._show()

    def _add_section(self, title: str, form: QWidget, hint: str = "") -> None:
        section = Section(self.context.theme, title, hint)
        section.body.addWidget(form)
        self.column.addWidget(section)

    def _identity_text(self) -> SlotText:
        return SlotText(
            self.tr("Identity material of the handler"),
            self.tr(
                "A copy with the firm's official seal in fresh ink. In a blank part of it the handler "
                "writes the sentence by hand, signs and dates it."
            ),
        )

    def _show(self) -> None:
        self._identity.setVisible(self._handler.is_other)
        self._translation.setVisible(self._handler.is_other and self._translation.is_needed)
