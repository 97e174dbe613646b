"""What the home page says of the library: no recovery sheet yet, no second place, what may be erased."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cardprep.app import clock
from cardprep.gui.library_desk import KINDS
from cardprep.gui.models.records import Tab
from cardprep.gui.operation import Lane
from cardprep.gui.pages.start_page import StartPage
from cardprep.gui.widgets.notice import Action, Notice, Tone
from cardprep.library.records import ApplicationQuery, RecordKind

if TYPE_CHECKING:
    from cardprep.app.library.open import OpenLibrary
    from cardprep.gui.library_desk import LibraryDesk
    from cardprep.gui.memory import Memory
    from cardprep.gui.widgets.library_view import LibraryView
    from cardprep.gui.window import MainWindow
    from cardprep.gui.workroom import Workroom

_NO = "yes"
_DUE, _PLACE, _SHEET = "purge-due", "second-place", "recovery-sheet"


@dataclass(frozen=True, slots=True)
class Found:
    """What the library says: applications in it, those that may be erased, who stands in it twice."""

    applications: int
    due: int
    twice: frozenset[RecordKind]


class HomeNotes(QObject):
    """Shows banners; each goes when its matter is settled.

    Signals:
        sheet_asked: save the recovery sheet.
        library_asked: show the dialog about the library.
        purge_asked: show what may be erased.
        merge_asked: the kind of record of which two are one.
    """

    sheet_asked = Signal()
    library_asked = Signal()
    purge_asked = Signal()
    merge_asked = Signal(object)

    def __init__(self, room: Workroom, window: MainWindow, memory: Memory) -> None:
        super().__init__(window)
        self._room = room
        self._window = window
        self._memory = memory
        self._view: LibraryView | None = None
        self._followed: LibraryDesk | None = None
        self._twice: frozenset[RecordKind] = frozenset()

    def furnish(self, page: StartPage, view: LibraryView) -> None:
        """Say on this page what there is to say, and keep it true."""
        self._view, self._twice = view, frozenset()
        view.filter.changed.connect(self._show_twice)
        view.destroyed.connect(self._forget)
        desk = self._room.desk
        if desk is not None and desk is not self._followed:
            self._followed = desk
            desk.changed.connect(self.refresh)
        self._say_of_sheet(page)
        self.refresh()

    def refresh(self) -> None:
        """Ask the library, and say what is true now."""
        desk, view = self._room.desk, self._view
        if desk is None or view is None or not isinstance(self._window.screen_shown, StartPage):
            return
        self._say_of_sheet(self._window.screen_shown)
        library, days = desk.library, self._memory.read().retention
        desk.operations.run(
            view, lambda _report, _cancelled: _found(library, days), self._on_found, lane=Lane.LISTS
        )

    def _forget(self) -> None:
        self._view = None

    def _on_found(self, found: Found) -> None:
        page = self._window.screen_shown
        if isinstance(page, StartPage):
            self._say_of_due(page, found.due)
            self._say_of_place(page, found.applications)
        self._twice = found.twice
        self._show_twice()

    def _say_of_sheet(self, page: StartPage) -> None:
        desk = self._room.desk
        if desk is None or self._memory.read().recovery_sheet == desk.library.vault.library:
            page.messages.withdraw(_SHEET)
            return
        page.messages.show_message(
            _SHEET,
            Tone.WARN,
            self.tr("The recovery sheet is not saved yet."),
            self.tr(
                "It is the only way into the library when the passphrase is forgotten or this computer is "
                "lost."
            ),
            (Action("save-recovery-sheet", self.tr("Save it now…"), self.sheet_asked.emit),),
        )

    def _say_of_due(self, page: StartPage, count: int) -> None:
        if not count:
            page.messages.withdraw(_DUE)
            return
        page.messages.show_message(
            _DUE,
            Tone.INFO,
            self.tr("%n application(s) need no longer be kept and may be erased.", "", count),
            self.tr("Nothing is erased unless you say so."),
            (Action("look-at-due", self.tr("Look at them…"), self.purge_asked.emit),),
        )

    def _say_of_place(self, page: StartPage, applications: int) -> None:
        settings = self._memory.read()
        if not applications or settings.backup_place or settings.no_backup_place == _NO:
            page.messages.withdraw(_PLACE)
            return
        page.messages.show_message(
            _PLACE,
            Tone.INFO,
            self.tr("All backups lie on this computer alone."),
            self.tr("A folder on a USB disk as a second place saves them when this disk breaks."),
            (
                Action("choose-place", self.tr("Choose one…"), self.library_asked.emit),
                Action("no-place", self.tr("Do not ask again"), self._no_place),
            ),
        )

    def _no_place(self) -> None:
        self._memory.remember(no_backup_place=_NO)
        if self._window.screen_shown is not None:
            self._window.screen_shown.messages.withdraw(_PLACE)

    def _show_twice(self) -> None:
        view = self._view
        if view is None:
            return
        tab = view.filter.wanted.tab
        kind = KINDS[tab]
        if kind not in self._twice or tab is Tab.APPLICATIONS:
            view.show_note(None)
            return
        text = (
            self.tr("Some firms are in the library twice, with the same credit code.")
            if tab is Tab.FIRMS
            else self.tr("Some people are in the library twice, with the same document.")
        )
        action = Action("merge-duplicates", self.tr("Merge…"), lambda: self.merge_asked.emit(kind))
        view.show_note(Notice(view.theme, Tone.INFO, text, actions=(action,)))


def _found(library: OpenLibrary, days: int) -> Found:
    store = library.store
    kinds = (RecordKind.FIRM, RecordKind.PERSON)
    return Found(
        applications=store.count(ApplicationQuery()),
        due=len(store.due_for_purge(clock.today(), days)),
        twice=frozenset(kind for kind in kinds if store.duplicates(kind)),
    )
