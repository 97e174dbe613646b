"""A person of the library: who she is, which papers of hers are kept, and where she appears."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from cardprep.case.slots import Part
from cardprep.gui.forms.person_form import PersonForm
from cardprep.gui.widgets.moment import moment
from cardprep.gui.widgets.record_dialog import RecordDialog
from cardprep.gui.widgets.section import Section

if TYPE_CHECKING:
    from cardprep.app.library.looking_up import AppearsIn, KnownPerson, PaperKept
    from cardprep.gui.library_desk import LibraryDesk
    from cardprep.gui.record_sheet import RecordSheet

PATH = "operators[0]"
LEAST_LINES = 3


class PersonDialog(RecordDialog):
    """Edits a person, and lists what hangs on her.

    Signals:
        application_asked: the id of an application to open; nothing is left unsaved here.
    """

    application_asked = Signal(str)

    def __init__(
        self, sheet: RecordSheet, desk: LibraryDesk, known: KnownPerson, parent: QWidget | None = None
    ) -> None:
        lead = self.tr(
            "This is filled in when the person is added to an application. Applications that exist are not "
            "changed."
        )
        super().__init__(sheet, known.person.name.strip() or self.tr("Person"), lead, parent)
        self._library = desk.library
        self._person = known.person
        self.show_cards(
            self.card(self.tr("The person"), PersonForm(sheet.context, PATH, "mobile")),
            self._papers(known),
            self._appears(known),
        )

    def keep(self) -> None:
        """Write the person (StoreError)."""
        (typed,), library = self.sheet.session.case.operators, self._library
        person = replace(
            self._person,
            name=typed.name,
            id_type=typed.id_type,
            id_number=typed.id_number,
            mobile=typed.mobile,
        )
        library.written(lambda: library.store.put_person(person))

    def _papers(self, known: KnownPerson) -> Section:
        hint = self.tr(
            "A paper is taken over into the next application; its annotation was for one application and is "
            "asked for again."
        )
        section = Section(self._theme, self.tr("Identity papers that are kept"), hint)
        section.body.addWidget(self._list("papers", [self._paper(paper) for paper in known.papers]))
        return section

    def _paper(self, paper: PaperKept) -> str:
        kind = self.tr("Translation") if paper.part is Part.TRANSLATION else self.tr("Identity paper")
        date = (
            self.tr("no date of annotation")
            if paper.date is None
            else self.tr("annotated {date}").format(date=paper.date.isoformat())
        )
        firm = paper.firm or self.tr("an application that is no longer here")
        return self.tr("{kind}: {file}, {date}, for {firm}").format(
            kind=kind, file=paper.file, date=date, firm=firm
        )

    def _appears(self, known: KnownPerson) -> Section:
        section = Section(self._theme, self.tr("Applications"), self.tr("Enter or a double click opens one."))
        listed = self._list("appearances", [self._appearance(found) for found in known.appears])
        for row, found in enumerate(known.appears):
            listed.item(row).setData(Qt.ItemDataRole.UserRole, found.application)
        listed.itemActivated.connect(self._open)
        section.body.addWidget(listed)
        return section

    def _appearance(self, found: AppearsIn) -> str:
        roles = {
            "legal": self.tr("legal representative"),
            "operators": self.tr("operator"),
            "handler": self.tr("handler"),
        }
        firm = found.firm.strip() or self.tr("Firm without a name yet")
        return self.tr("{firm}: {role}, last changed {date}").format(
            firm=firm, role=roles.get(found.role, found.role), date=moment(found.changed)
        )

    def _list(self, name: str, texts: list[str]) -> QListWidget:
        listed = QListWidget()
        listed.setObjectName(name)
        names = {"papers": self.tr("Identity papers that are kept"), "appearances": self.tr("Applications")}
        listed.setAccessibleName(names[name])
        height = listed.fontMetrics().lineSpacing() + self._theme.em(0.7)
        listed.setMinimumHeight(height * LEAST_LINES)
        listed.addItems(texts)
        return listed

    def _open(self, item: QListWidgetItem) -> None:
        application = item.data(Qt.ItemDataRole.UserRole)
        if application and not self.sheet.is_changed:
            self.accept()
            self.application_asked.emit(application)
        elif application:
            self.reject()  # says that something is not saved yet
