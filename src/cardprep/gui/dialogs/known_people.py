"""People whom the library knows, to be taken over with their papers instead of being typed again."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QLabel, QWidget

from cardprep.app.library.beginning import latest_papers
from cardprep.case.identifiers.documents import person_key
from cardprep.case.slots import Part
from cardprep.gui.library_desk import LibraryDesk
from cardprep.gui.models.records import Column
from cardprep.gui.operation import Lane
from cardprep.gui.theme import Theme
from cardprep.gui.widgets.dialog_frame import DialogFrame
from cardprep.gui.widgets.record_picker import RecordPicker
from cardprep.library.records import Material, Page, PersonRow


@dataclass(frozen=True, slots=True)
class Room:
    """How many may be chosen, and who stands in the application already (`person_key`)."""

    most: int
    taken: Collection[str] = ()


Papers = dict[str, tuple[Material, ...]]


class KnownPeopleDialog(DialogFrame):
    """Offers those who are not in the application yet, and says what comes along with each.

    Attributes:
        chosen: the ids of the people, once the dialog is accepted.
    """

    def __init__(
        self,
        theme: Theme,
        desk: LibraryDesk,
        id_types: dict[str, str],
        room: Room,
        parent: QWidget | None = None,
    ) -> None:
        lead = self.tr(
            "What is known of them and their identity papers are taken over. The annotation on each paper "
            "was for another application: a new one must be written, sealed, signed and dated."
        )
        title = self.tr("Known person") if room.most == 1 else self.tr("Known people")
        super().__init__(theme, title, lead, parent)
        self.setObjectName("known-people")
        self.setMinimumWidth(theme.em(60))
        self.chosen: tuple[str, ...] = ()
        self._desk = desk
        self._room = room
        self._papers: Papers = {}
        self._picker = self._make_picker(theme, id_types)
        self.body.addWidget(self._picker, 1)
        if room.taken:
            self.add_label(self.tr("Who is in this application already is not listed."), "hint")
        self._told = self._label("papers", "muted")
        self._refusal = self._label("refusal", "error")
        self.add_button("cancel", self.tr("Cancel")).clicked.connect(self.reject)
        self._add = self.add_button("take-over", self.tr("Take over"), "primary")
        self._add.clicked.connect(self._on_add)
        self._picker.changed.connect(self._on_changed)
        self._picker.picked.connect(self._on_add)
        self._on_changed()
        self._picker.field.setFocus()

    def _label(self, name: str, role: str) -> QLabel:
        label = self.add_label("", role)
        label.setObjectName(name)
        return label

    def _make_picker(self, theme: Theme, id_types: dict[str, str]) -> RecordPicker:
        columns: tuple[Column[PersonRow], ...] = (
            Column("name", self.tr("Name"), lambda row: row.name),
            Column(
                "id_type", self.tr("Kind of document"), lambda row: id_types.get(row.id_type, row.id_type)
            ),
            Column("id_number", self.tr("Number of the document"), lambda row: row.id_number),
            Column("mobile", self.tr("Mobile number"), lambda row: row.mobile),
        )
        widths = {"id_type": 12.0, "id_number": 15.0, "mobile": 9.0}
        search = partial(_not_taken, self._desk.people, frozenset(self._room.taken))
        return RecordPicker(theme, self._desk.operations, "people", columns, search, widths)

    def _on_changed(self) -> None:
        rows = self._picker.table.selected()
        refusal = ""
        if len(rows) > self._room.most:
            refusal = self.tr("At most %n person(s) can be taken over here.", "", self._room.most)
        self._refusal.setText(refusal)
        self._refusal.setVisible(bool(refusal))
        self._add.setEnabled(bool(rows) and not refusal)
        self._tell(rows)
        unknown = [row.id for row in rows if row.id not in self._papers]
        if unknown:
            self._ask(unknown)

    def _ask(self, ids: list[str]) -> None:
        store = self._desk.library.store

        def work(_report: object, _cancelled: object) -> Papers:
            return {id: latest_papers(store.materials(id)) for id in ids}

        def done(papers: Papers) -> None:
            self._papers |= papers
            self._tell(self._picker.table.selected())

        self._desk.operations.run(self, work, done, lane=Lane.LISTS)

    def _tell(self, rows: list[PersonRow]) -> None:
        known = [row for row in rows if row.id in self._papers]
        self._told.setText("\n".join(self._line(row.name, self._papers[row.id]) for row in known))
        self._told.setVisible(bool(known))
        self.make_room()

    def _line(self, name: str, papers: tuple[Material, ...]) -> str:
        if not papers:
            return self.tr("{name}: no identity paper is kept.").format(name=name)
        identity = sum(paper.part is Part.IDENTITY for paper in papers)
        dates = [paper.attested.date for paper in papers if paper.attested.date is not None]
        if not dates:
            told = self.tr(
                "{name}: %n identity paper(s) come along; their annotation must be new.", "", identity
            )
            return told.format(name=name)
        told = self.tr(
            "{name}: %n identity paper(s), annotated {date}; the annotation must be new.", "", identity
        )
        return told.format(name=name, date=max(dates).isoformat())

    def _on_add(self) -> None:
        self.chosen = tuple(self._picker.chosen())
        if self._add.isEnabled():
            self.accept()


def _not_taken(search: Callable[[str], Page[PersonRow]], taken: frozenset[str], text: str) -> Page[PersonRow]:
    page = search(text)
    return Page([row for row in page.rows if person_key(row.id_number) not in taken], page.after)
