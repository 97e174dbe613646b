"""The data of a person: legal representative, operator, or another handler."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cardprep.gui.context import Context
from cardprep.gui.forms.form import Form
from cardprep.gui.widgets.choice_field import ChoiceField, options
from cardprep.gui.widgets.field import FieldText
from cardprep.gui.widgets.text_field import TextField


class PersonForm(Form):
    """Name, identity document, and a telephone where one is asked for.

    Args:
        path: whose fields they are (`operators[1]`).
        telephone: the name of the telephone's field (`phone`, `mobile`), or "" for none.
    """

    def __init__(
        self, context: Context, path: str, telephone: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent)
        self._path = path
        self._first = self._text("name", self._name())
        self.column.addWidget(self._first)
        self.side_by_side(self._id_type(), self._text("id_number", self._id_number()))
        if telephone:
            self.column.addWidget(self._text(telephone, self._telephone(telephone)))

    def begin(self) -> None:
        """Bring the cursor to the first field, which nothing is said of before it was touched."""
        self._first.take_focus()

    def _text(self, name: str, text: FieldText) -> TextField:
        return self.parts.add(TextField(self.context, f"{self._path}.{name}", text))

    def _name(self) -> FieldText:
        hint = self.tr("Exactly as on the identity document; rare characters and “·” are kept as typed.")
        return FieldText(self.tr("Name"), hint, required=True)

    def _id_number(self) -> FieldText:
        return FieldText(self.tr("Number of the document"), required=True)

    def _telephone(self, name: str) -> FieldText:
        if name == "phone":
            hint = self.tr("A mobile number, or a fixed line with its area code: 025-58812345")
            return FieldText(self.tr("Telephone"), hint, required=True)
        return FieldText(self.tr("Mobile number"), self.tr("11 digits"), required=True)

    def _id_type(self) -> ChoiceField:
        rulebook = self.context.session.rulebook
        text = FieldText(
            self.tr("Kind of document"),
            placeholder=self.tr("Please choose"),
            required=True,
            inferred="id_types" in rulebook.inferred,
        )
        entries = options(rulebook.id_types, self.context.catalog.language)
        return self.parts.add(ChoiceField(self.context, f"{self._path}.id_type", text, entries))
