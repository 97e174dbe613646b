"""Firms and people of the library: looked at, edited, merged; and records erased for good."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cardprep.app import clock
from cardprep.app.library.looking_up import Named, look_up_person, names_of, next_duplicates
from cardprep.case.model import Case, Operator
from cardprep.gui.dialogs.firm import FirmDialog
from cardprep.gui.dialogs.merge import MergeDialog
from cardprep.gui.dialogs.person import PersonDialog
from cardprep.gui.dialogs.purge import PurgeDialog
from cardprep.gui.operation import Lane
from cardprep.gui.record_sheet import RecordSheet
from cardprep.gui.widgets.notice import Tone
from cardprep.library.records import Firm, Person, RecordKind

if TYPE_CHECKING:
    from cardprep.app.library.looking_up import KnownPerson
    from cardprep.gui.library_desk import LibraryDesk
    from cardprep.gui.look import Look
    from cardprep.gui.memory import Memory
    from cardprep.gui.widgets.record_dialog import RecordDialog
    from cardprep.gui.window import MainWindow
    from cardprep.gui.workroom import Workroom

_FINAL = "purge"


class RecordDesk(QObject):
    """Opens the dialogs about records.

    Signals:
        changed: records are others now.
    """

    changed = Signal()

    def __init__(self, room: Workroom, look: Look, window: MainWindow, memory: Memory) -> None:
        super().__init__(window)
        self._room = room
        self._look = look
        self._window = window
        self._memory = memory

    def show_record(self, kind: RecordKind, id: str) -> None:
        """Show a firm or a person, to be edited."""
        desk = self._room.desk
        if desk is None:
            return
        library = desk.library
        if kind is RecordKind.FIRM:
            desk.operations.run(
                desk,
                lambda _report, _cancelled: library.store.firm(id),
                partial(self._show_firm, desk),
                lane=Lane.LISTS,
            )
        else:
            desk.operations.run(
                desk,
                lambda _report, _cancelled: look_up_person(library, id),
                partial(self._show_person, desk),
                lane=Lane.LISTS,
            )

    def _show_firm(self, desk: LibraryDesk, firm: Firm) -> None:
        case = Case(
            unit=firm.unit, legal_representative=firm.legal_representative, collection=firm.collection
        )
        self._show(desk, FirmDialog(self._sheet(desk, case), desk, firm, self._window))

    def _show_person(self, desk: LibraryDesk, known: KnownPerson) -> None:
        person = known.person
        operator = Operator(
            name=person.name, id_type=person.id_type, id_number=person.id_number, mobile=person.mobile
        )
        sheet = self._sheet(desk, Case(operators=(operator,)))
        dialog = PersonDialog(sheet, desk, known, self._window)
        dialog.application_asked.connect(self._room.open_application)
        self._show(desk, dialog)

    def _sheet(self, desk: LibraryDesk, case: Case) -> RecordSheet:
        look = self._look
        return RecordSheet(case, look.theme, look.catalog, desk, self._room.worker, clock.today)

    def _show(self, desk: LibraryDesk, dialog: RecordDialog) -> None:
        dialog.accepted.connect(desk.changed)
        dialog.accepted.connect(self.changed)
        self._room.show_dialog(dialog)

    def merge(self, kind: RecordKind) -> None:
        """Show the first records that are one and the same."""
        desk = self._room.desk
        if desk is not None:
            library = desk.library
            desk.operations.run(
                desk,
                lambda _report, _cancelled: next_duplicates(library, kind),
                partial(self._show_merge, desk, kind),
                lane=Lane.LISTS,
            )

    def _show_merge(self, desk: LibraryDesk, kind: RecordKind, records: Sequence[Firm | Person]) -> None:
        if len(records) < 2:
            self.changed.emit()
            return
        look = self._look
        names = self._room.id_types() | self._room.offices()
        dialog = MergeDialog(look.theme, look.catalog, desk, kind, records, names, self._window)
        dialog.finished.connect(self.changed)
        self._room.show_dialog(dialog)

    def do(self, deed: str, kind: RecordKind, ids: Collection[str]) -> None:
        """Do what was asked for with the selection, where it is this desk's matter."""
        desk = self._room.desk
        if desk is not None and deed == _FINAL:
            library = desk.library
            desk.operations.run(
                desk,
                lambda _report, _cancelled: names_of(library, kind, ids),
                partial(self._show_purge, desk, kind),
                lane=Lane.LISTS,
            )

    def show_due(self) -> None:
        """Show the applications that need no longer be kept."""
        desk = self._room.desk
        if desk is None:
            return
        library, days = desk.library, self._memory.read().retention

        def work(_report: object, _cancelled: object) -> tuple[Named, ...]:
            return tuple(Named(row.id, row.name) for row in library.store.due_for_purge(clock.today(), days))

        desk.operations.run(
            desk, work, partial(self._show_purge, desk, RecordKind.APPLICATION), lane=Lane.LISTS
        )

    def _show_purge(self, desk: LibraryDesk, kind: RecordKind, records: tuple[Named, ...]) -> None:
        if not records:
            return
        look = self._look
        dialog = PurgeDialog(
            look.theme, look.catalog, desk, self._memory, kind, records, clock.today, self._window
        )
        dialog.purged.connect(self._on_purged)
        self._room.show_dialog(dialog)

    def _on_purged(self, count: int, left: tuple[str, ...]) -> None:
        text = self.tr("%n record(s) were erased for good.", "", count)
        detail = ""
        if left:
            named = self.tr(", ").join(dict.fromkeys(left))
            detail = self.tr("These backups follow as soon as they can be reached: {places}.").format(
                places=named
            )
        if self._window.screen_shown is not None:
            tone = Tone.WARN if left else Tone.OK
            self._window.screen_shown.messages.show_message("purged", tone, text, detail)
        self.changed.emit()
