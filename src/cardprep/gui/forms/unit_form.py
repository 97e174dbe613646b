"""The firm's own data (单位信息)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cardprep.gui.context import Context
from cardprep.gui.forms.form import Form
from cardprep.gui.widgets.choice_field import ChoiceField, options
from cardprep.gui.widgets.field import FieldText
from cardprep.gui.widgets.text_field import TextField


class UnitForm(Form):
    """Name, codes, address and telephone, as on the firm's licence."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.column.addWidget(self._field("name", self._name()))
        self.side_by_side(
            self._field("uscc", self._uscc()), self._field("customs_code", self._customs_code())
        )
        self.column.addWidget(self._field("registered_address", self._address()))
        postal_code = FieldText(self.tr("Postal code"), inferred=True)
        phone = FieldText(self.tr("Telephone of the firm"), inferred=True)
        self.side_by_side(self._field("postal_code", postal_code), self._field("phone", phone))
        self.column.addWidget(self._office())

    def _field(self, name: str, text: FieldText) -> TextField:
        return self.parts.add(TextField(self.context, f"unit.{name}", text))

    def _name(self) -> FieldText:
        hint = self.tr("Exactly as on the licence: the cards are bought under this name.")
        return FieldText(self.tr("Name of the firm"), hint, required=True)

    def _uscc(self) -> FieldText:
        hint = self.tr("18 digits and capital letters")
        return FieldText(self.tr("Unified social credit code"), hint, required=True)

    def _customs_code(self) -> FieldText:
        hint = self.tr("10 digits and letters, if the firm has one")
        return FieldText(self.tr("Customs registration code"), hint, inferred=True)

    def _address(self) -> FieldText:
        hint = self.tr("As on the licence; a different delivery address needs more on the letter.")
        return FieldText(self.tr("Registered address"), hint, required=True)

    def _office(self) -> ChoiceField | TextField:
        rulebook = self.context.session.rulebook
        text = FieldText(
            self.tr("Issuing office"),
            self.tr("The office that makes the cards."),
            self.tr("Please choose"),
            required=True,
            inferred="issuing_offices" in rulebook.inferred,
        )
        if not rulebook.issuing_offices:
            return self._field("issuing_office", text)
        entries = options(rulebook.issuing_offices, self.context.catalog.language)
        return self.parts.add(ChoiceField(self.context, "unit.issuing_office", text, entries))
