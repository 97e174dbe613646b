"""A new application: its kind, and for which firm of the library."""

from __future__ import annotations

from PySide6.QtWidgets import QRadioButton, QWidget

from cardprep.case.model import Kind
from cardprep.gui.library_desk import LibraryDesk
from cardprep.gui.models.records import Column
from cardprep.gui.theme import Theme
from cardprep.gui.widgets.dialog_frame import DialogFrame
from cardprep.gui.widgets.record_picker import RecordPicker
from cardprep.library.records import FirmRow


class NewApplicationDialog(DialogFrame):
    """Asks for the kind and the firm; without a firm it begins with empty fields.

    Attributes:
        kind: what was chosen.
        firm: the id of the firm, or "".
    """

    def __init__(
        self, theme: Theme, desk: LibraryDesk, kind: Kind, firm: str = "", parent: QWidget | None = None
    ) -> None:
        lead = self.tr("Choose the firm: what is known of it is filled in. Or begin with an empty form.")
        super().__init__(theme, self.tr("New application"), lead, parent)
        self.kind = kind
        self.firm = ""
        self.setMinimumWidth(theme.em(46))
        self._add_kinds()
        columns: tuple[Column[FirmRow], ...] = (
            Column("name", self.tr("Firm"), lambda row: row.name),
            Column("uscc", self.tr("Credit code"), lambda row: row.uscc),
        )
        self._picker = RecordPicker(theme, desk.operations, "firms", columns, desk.firms, {"uscc": 13.0})
        self.body.addWidget(self._picker)
        self.add_button("cancel", self.tr("Cancel")).clicked.connect(self.reject)
        self.add_button("empty", self.tr("Another firm (empty form)")).clicked.connect(self._begin_empty)
        self._begin = self.add_button("create", self.tr("Start"), "primary")
        self._begin.clicked.connect(self._begin_with_firm)
        self._begin.setEnabled(False)
        self._picker.changed.connect(lambda: self._begin.setEnabled(len(self._picker.chosen()) == 1))
        self._picker.picked.connect(self._begin_with_firm)
        if firm:
            self._picker.choose(firm)
        self._picker.field.setFocus()

    def _add_kinds(self) -> None:
        names = {
            Kind.NEW_ENTRANT: self.tr("New entrant"),
            Kind.ADDITIONAL_OPERATORS: self.tr("Additional operators"),
        }
        for choice, name in names.items():
            button = QRadioButton(name)
            button.setObjectName(f"kind:{choice.value}")
            button.setChecked(choice is self.kind)
            button.toggled.connect(self._on_kind)
            self.body.addWidget(button)

    def _on_kind(self, checked: bool) -> None:
        if checked:
            self.kind = Kind(self.sender().objectName().removeprefix("kind:"))

    def _begin_empty(self) -> None:
        self.firm = ""
        self.accept()

    def _begin_with_firm(self) -> None:
        chosen = self._picker.chosen()
        if len(chosen) == 1:
            self.firm = chosen[0]
            self.accept()
