"""A firm of the library: what it writes into each application."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from cardprep.gui.forms.collection_form import CollectionForm
from cardprep.gui.forms.person_form import PersonForm
from cardprep.gui.forms.unit_form import UnitForm
from cardprep.gui.widgets.record_dialog import RecordDialog

if TYPE_CHECKING:
    from cardprep.gui.library_desk import LibraryDesk
    from cardprep.gui.record_sheet import RecordSheet
    from cardprep.library.records import Firm


class FirmDialog(RecordDialog):
    """Edits a firm: its unit, its legal representative, its usual way of collection."""

    def __init__(
        self, sheet: RecordSheet, desk: LibraryDesk, firm: Firm, parent: QWidget | None = None
    ) -> None:
        lead = self.tr(
            "This is filled into the next application of the firm. Applications that exist are not changed."
        )
        super().__init__(sheet, firm.unit.name.strip() or self.tr("Firm"), lead, parent)
        self._library = desk.library
        self._firm = firm
        context = sheet.context
        legal = PersonForm(context, "legal_representative", "phone")
        self.show_cards(
            self.card(self.tr("The firm"), UnitForm(context)),
            self.card(self.tr("Legal representative or person in charge"), legal),
            self.card(self.tr("Usual way of collection"), CollectionForm(context, with_letter=False)),
        )

    def keep(self) -> None:
        """Write the firm (StoreError)."""
        case, library = self.sheet.session.case, self._library
        firm = replace(
            self._firm,
            unit=case.unit,
            legal_representative=case.legal_representative,
            collection=case.collection,
        )
        library.written(lambda: library.store.put_firm(firm))
