"""Keys, backups and the place of the library: what the window offers of them, and what it asks for."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from cardprep.app import clock
from cardprep.gui.case_desk import CaseDesk
from cardprep.gui.dialogs.library import LibraryDialog
from cardprep.gui.dialogs.passphrase import PassphraseDialog
from cardprep.gui.dialogs.recovery_sheet import RecoverySheetDialog
from cardprep.gui.dialogs.restore import RestoreDialog
from cardprep.gui.home_notes import HomeNotes
from cardprep.gui.record_desk import RecordDesk
from cardprep.gui.widgets.notice import Action, Tone
from cardprep.library.header_file import HEADER_FILE
from cardprep.library.placement import refuse_unsuitable
from cardprep.library.store_errors import UnsuitablePlace

if TYPE_CHECKING:
    from cardprep.app.library.backing_up import BackedUp
    from cardprep.app.library.entering import Door
    from cardprep.errors import CardprepError
    from cardprep.gui.case_view import CaseView
    from cardprep.gui.library_desk import LibraryDesk
    from cardprep.gui.look import Look
    from cardprep.gui.memory import Memory
    from cardprep.gui.opened import OpenCase
    from cardprep.gui.operation import Operations
    from cardprep.gui.pages.start_page import StartPage
    from cardprep.gui.widgets.library_view import LibraryView
    from cardprep.gui.window import MainWindow
    from cardprep.gui.workroom import Workroom
    from cardprep.host.secrets import Keyring
    from cardprep.library.ways import Way

OWN_FOLDER = "cardprep-library"
"""What a library is called inside a folder that holds other things."""


class LibraryOffice(QObject):
    """Opens the dialogs about the library and does what they ask for; one for each window.

    Signals:
        lock_after_chosen: the library locks after other minutes than before.
    """

    lock_after_chosen = Signal()

    def __init__(
        self, room: Workroom, operations: Operations, look: Look, window: MainWindow, memory: Memory
    ) -> None:
        super().__init__(window)
        self._room = room
        self._operations = operations
        self._look = look
        self._window = window
        self._memory = memory
        self._failed: set[tuple[Path, str]] = set()
        self._cases = CaseDesk(window)
        self._records = RecordDesk(room, look, window, memory)
        self._notes = HomeNotes(room, window, memory)
        self._notes.sheet_asked.connect(lambda: self._save_sheet(window))
        self._notes.library_asked.connect(self.show_library)
        self._notes.purge_asked.connect(self._records.show_due)
        self._notes.merge_asked.connect(self._records.merge)
        self._records.changed.connect(self._notes.refresh)

    def furnish(self, page: StartPage, view: LibraryView) -> None:
        """Connect the home page: records to look at, deeds, and what has to be said there."""
        view.record_asked.connect(self._records.show_record)
        view.deed_asked.connect(self._records.do)
        self._notes.furnish(page, view)

    def serve(self, view: CaseView, opened: OpenCase) -> None:
        """Connect the screen of an open application."""
        self._cases.serve(view, opened)

    def show_library(self) -> None:
        """Show the dialog about the library."""
        desk, keeper = self._room.desk, self._room.keeper
        if desk is not None:
            self._operations.run(
                desk, lambda _report, _cancelled: keeper.detect(), partial(self._show_library, desk)
            )

    def _show_library(self, desk: LibraryDesk, keyring: Keyring | None) -> None:
        dialog = LibraryDialog(
            self._look.theme,
            self._look.catalog,
            desk,
            self._memory,
            keyring,
            self._back_up,
            self._window,
        )
        dialog.passphrase_asked.connect(lambda: self._set_passphrase(desk, dialog))
        dialog.sheet_asked.connect(lambda: self._save_sheet(dialog))
        dialog.restore_asked.connect(lambda: self._restore_from(dialog))
        dialog.lock_after_chosen.connect(self.lock_after_chosen)
        dialog.finished.connect(self._notes.refresh)
        self._room.show_dialog(dialog)

    def _back_up(self) -> BackedUp:
        return self._room.back_up()

    def _set_passphrase(self, desk: LibraryDesk, over: LibraryDialog) -> None:
        dialog = PassphraseDialog(self._look.theme, self._look.catalog, desk, over)
        dialog.accepted.connect(over.keys.refresh)
        self._room.show_dialog(dialog)

    def _save_sheet(self, over: QWidget) -> None:
        desk = self._room.desk
        if desk is None:
            return
        library = desk.library.vault.library
        dialog = RecoverySheetDialog(self._look.theme, self._look.catalog, desk, clock.today(), over)
        dialog.written.connect(lambda: self._memory.remember(recovery_sheet=library))
        dialog.finished.connect(self._notes.refresh)
        if isinstance(over, LibraryDialog):
            dialog.finished.connect(over.keys.refresh)
        self._room.show_dialog(dialog)

    def _restore_from(self, dialog: LibraryDialog) -> None:
        """The library is closed first: nobody may have it open while another takes its place."""
        dialog.accept()
        room = self._room

        def lock() -> None:
            room.keeper.asked.connect(self._on_locked, Qt.ConnectionType.SingleShotConnection)
            room.lock()

        room.leave(lock)

    def _on_locked(self, _door: Door) -> None:
        self.restore()

    def restore(self) -> None:
        """Bring a backup back; the library is closed."""
        if self._room.desk is None:
            keeper = self._room.keeper
            self._operations.run(self, lambda _report, _cancelled: keeper.detect(), self._show_restore)

    def _show_restore(self, keyring: Keyring | None) -> None:
        dialog = RestoreDialog(
            self._look.theme,
            self._look.catalog,
            self._operations,
            self._room.keeper.folder,
            self._memory.second_place,
            keyring,
            self._window,
        )
        dialog.restored.connect(self._on_restored)
        dialog.rejected.connect(lambda: self._room.keeper.begin())
        self._room.show_dialog(dialog)

    def _on_restored(self, way: Way) -> None:
        keeper = self._room.keeper
        keeper.enter(way, lambda _error: keeper.begin(unasked=False))

    def go_elsewhere(self) -> None:
        """Keep the library in another folder; one that would harm it is refused with the reason."""
        chosen = QFileDialog.getExistingDirectory(
            self._window, self.tr("A folder for the library"), str(Path.home())
        )
        if not chosen:
            return
        folder = library_in(Path(chosen))
        try:
            refuse_unsuitable(folder)
        except UnsuitablePlace as error:
            self._tell(error)
            return
        self._memory.remember(library=str(folder))
        self._room.keeper.folder = folder
        self._room.keeper.begin()

    def on_backed_up(self, result: BackedUp) -> None:
        """Tell of a place that has no new backup: once, until it has one again."""
        failed = {(place, error.code) for place, error in result.failed}
        for place, error in result.failed:
            if (place, error.code) not in self._failed:
                self._tell_failed(place, error)
        self._failed = failed

    def _tell_failed(self, place: Path, error: CardprepError) -> None:
        screen = self._window.screen_shown
        if screen is None:
            return
        told = self._look.catalog.error(error)
        action = Action("show-backups", self.tr("Library…"), self.show_library)
        text = self.tr("At “{place}”: {what}").format(place=place, what=told.what)
        screen.messages.show_message(f"backup:{place}", Tone.WARN, text, told.remedy, (action,))

    def _tell(self, error: CardprepError) -> None:
        if self._window.screen_shown is not None:
            self._window.screen_shown.messages.show_error(error, "unlock")


def library_in(chosen: Path) -> Path:
    """Where in the folder that somebody chose the library is, or is to be."""
    try:
        taken = any(not entry.name.startswith(".") for entry in chosen.iterdir())
    except OSError:
        return chosen
    return chosen / OWN_FOLDER if taken and not (chosen / HEADER_FILE).exists() else chosen
