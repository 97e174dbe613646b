"""The slot for the translation of a foreign material, shown only where it is needed (MAT-11)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cardprep.app.session import Change
from cardprep.case.finding import Finding
from cardprep.case.slots import Slot
from cardprep.gui.context import Context
from cardprep.gui.forms.form import Form
from cardprep.gui.widgets.slot_card import SlotCard, SlotText
from cardprep.rules.materials_asked import attached_materials


class TranslationSlot(Form):
    """Shown while it holds files or a rule asks for them."""

    def __init__(self, context: Context, slot: Slot, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._slot = slot
        text = SlotText(
            self.tr("Translation (翻译材料)"),
            self.tr("A foreign material needs its translation, with the translator's seal or the firm's."),
        )
        self._card = self.parts.add(SlotCard(context, slot, text))
        self.column.addWidget(self._card)
        self._show()

    @property
    def is_needed(self) -> bool:
        """Whether there is a translation, or one is asked for."""
        session = self.context.session
        return bool(session.case.in_slot(self._slot) or session.findings_at(str(self._slot)))

    def refresh(self, change: Change) -> None:
        super().refresh(change)
        self._show()

    def focus_on(self, where: str, finding: Finding | None = None) -> bool:
        return self.is_needed and super().focus_on(where, finding)

    def _show(self) -> None:
        self.setVisible(self.is_needed)
        told = self.tr("A foreign passport must be accompanied by a translation.")
        case = self.context.session.case
        passports = (m for m in attached_materials(case) if m.is_foreign_passport)
        self._card.note(told if any(m.slot.translation == self._slot for m in passports) else "")
