"""Everything that has to do with the library and its applications: imported after the first paint."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cardprep import __version__
from cardprep.app import clock, rulebooks
from cardprep.app.flow import Step
from cardprep.app.library.backing_up import BackedUp
from cardprep.app.library.elsewhere import operator_keys, other_applications
from cardprep.app.library.filing import file_away
from cardprep.app.library.importing import import_case
from cardprep.app.library.place import ApplicationPlace
from cardprep.app.library.standing import standing_of
from cardprep.case.model import Kind
from cardprep.errors import CardprepError
from cardprep.evidence.client import Worker
from cardprep.gui.autosave import SaveState
from cardprep.gui.backups import BackupClock
from cardprep.gui.case_view import CaseView
from cardprep.gui.current import Current
from cardprep.gui.dialogs.about import AboutDialog
from cardprep.gui.dialogs.shortcuts import ShortcutsDialog
from cardprep.gui.firm_tables import FirmTables
from cardprep.gui.handing import Handing
from cardprep.gui.intake import Intake
from cardprep.gui.keeper import Keeper
from cardprep.gui.library_desk import LibraryDesk
from cardprep.gui.library_office import LibraryOffice
from cardprep.gui.opened import OpenCase
from cardprep.gui.opening import Opening
from cardprep.gui.operation import Lane
from cardprep.gui.screens import Clerk, make_case_view
from cardprep.gui.widgets.library_view import LibraryView

if TYPE_CHECKING:
    from cardprep.app.library.open import OpenLibrary
    from cardprep.app.session import Session
    from cardprep.gui.commands import Commands
    from cardprep.gui.current import Then
    from cardprep.gui.look import Look
    from cardprep.gui.memory import Memory
    from cardprep.gui.operation import Operations
    from cardprep.gui.pages.start_page import StartPage
    from cardprep.gui.widgets.dialog_frame import DialogFrame
    from cardprep.gui.window import MainWindow
    from cardprep.rules.rulebook import Choice


class Workroom(QObject):
    """Holds the library and the open application, and makes its screen.

    Signals:
        entered: another application is open now.
        refused: a `CardprepError`: an application could not be opened.
        library_opened: the library is open; `desk` is there.

    Attributes:
        keeper: opens and locks the library.
        desk: what is done with the open library, or None.
        office: keys, backups and records of the library.
    """

    entered = Signal()
    refused = Signal(object)
    library_opened = Signal()

    def __init__(
        self,
        operations: Operations,
        look: Look,
        window: MainWindow,
        keeper: Keeper,
        who: Callable[[], str],
        memory: Memory,
    ) -> None:
        super().__init__(window)
        self.keeper = keeper
        self.desk: LibraryDesk | None = None
        self._operations = operations
        self._look = look
        self._window = window
        self._who = who
        self._memory = memory
        self._backups: BackupClock | None = None
        self._worker = Worker()
        self._current = Current(operations, look, window)
        intake = Intake(operations, self._worker, look, window, lambda: self._current.opened)
        self._handing = Handing(operations, look, window)
        self._handing.failed.connect(self.refused)
        self._opening = Opening(operations, self._worker, intake, window)
        self._opening.opened.connect(self._on_opened)
        self._opening.failed.connect(self.refused)
        self._looked_for: frozenset[str] = frozenset()
        self.office = LibraryOffice(self, operations, look, window, memory)
        keeper.opened.connect(self._on_library)

    @property
    def worker(self) -> Worker:
        """What opens untrusted files."""
        return self._worker

    @property
    def opening(self) -> Opening:
        """The ways into an application."""
        return self._opening

    @property
    def is_occupied(self) -> bool:
        """Whether an application is open."""
        return self._current.opened is not None

    def begin(self, kind: str, firm: str = "") -> None:
        """Begin a new application of that kind."""
        if self.desk is not None:
            self._opening.new(self._look.theme, self.desk, Kind(kind), firm)

    def ask(self) -> None:
        """Let the clerk choose what to take in."""
        if self.desk is not None:
            self._opening.ask(self.desk)

    def take_in(self, path: Path) -> None:
        """Take in a case folder, a `case.json` or a bundle, and open it."""
        if self.desk is not None:
            self._opening.take_in(self.desk, path)

    def take_in_all(self, paths: Sequence[Path], then: Then) -> None:
        """Take in several case folders without opening them; those that cannot be are told."""
        if self.desk is None:
            return
        library, worker, who = self.desk.library, self._worker, self._who

        def work() -> list[CardprepError]:
            failed: list[CardprepError] = []
            for path in paths:
                try:
                    import_case(library, path, worker, who(), clock.today())
                except CardprepError as error:
                    failed.append(error)
            return failed

        def told(failed: list[CardprepError]) -> None:
            then()
            for error in failed:
                self.refused.emit(error)

        self.desk.run(self, work, told)

    def open_application(self, id: str) -> None:
        """Open an application of the library, if it is not the open one."""
        if self.desk is not None and self._application() != id:
            self._opening.open_application(self.desk, id)

    def open_sample(self, name: str) -> None:
        """Open a sample, taken into the library."""
        if self.desk is not None:
            self._opening.open_sample(self.desk, name)

    def leave(self, then: Then, otherwise: Then = lambda: None) -> None:
        """Let go of the open application once it is saved, and do `then`."""
        opened = self._current.opened
        if opened is None:
            self._current.leave(then, otherwise)
            return
        left = partial(self._file_away, opened.session, self._application(), then)
        self._current.leave(left, otherwise)

    def make_view(self, commands: Commands, clerk: Clerk, step: Step) -> CaseView | None:
        """The screen of the open application."""
        if self._current.opened is None:
            return None
        view = make_case_view(self._current.opened, self._look, self._operations, commands, clerk, self.desk)
        view.show_step(step)
        self.office.serve(view, self._current.opened)
        return view

    def show_lists(self, page: StartPage) -> None:
        """Put the library's lists on the home page."""
        if self.desk is None:
            return
        view = LibraryView(self._look.theme, self.desk, self.id_types(), clock.today)
        view.application_asked.connect(self.open_application)
        view.new_asked.connect(partial(self.begin, Kind.ADDITIONAL_OPERATORS.value))
        view.deed_asked.connect(partial(self._handing.ask, self.desk))
        page.show_library(view)
        FirmTables(self._look, self.desk, self._worker, page, view)
        self.office.furnish(page, view)

    def id_types(self) -> dict[str, str]:
        """The names of the kinds of identity document, by their ids."""
        return self._names(rulebooks.rulebook().id_types)

    def offices(self) -> dict[str, str]:
        """The names of the issuing offices, by their ids."""
        return self._names(rulebooks.rulebook().issuing_offices)

    def _names(self, choices: Sequence[Choice]) -> dict[str, str]:
        return {choice.id: choice.named(self._look.language) for choice in choices}

    def show_about(self) -> None:
        """Show what the program is and which rules it holds."""
        opened = self._current.opened
        pack = opened.session.rulebook if opened is not None else rulebooks.rulebook()
        self.show_dialog(AboutDialog(self._look.theme, __version__, pack, self._window))

    def show_shortcuts(self) -> None:
        """Show the keys."""
        self.show_dialog(ShortcutsDialog(self._look.theme, self._window))

    def show_dialog(self, dialog: DialogFrame) -> None:
        """Show a dialog over the window."""
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write_now(self) -> None:
        """Save in this very moment: the desktop session ends."""
        self._current.write_now()

    def say_goodbye(self, then: Then) -> None:
        """Make the last backup, if one is due, and do `then`."""
        backups = self._backups
        if backups is None or not backups.is_due:
            then()
            return
        self._operations.run(
            self, lambda _report, _cancelled: backups.make(), lambda _made: then(), lane=Lane.SAVING
        )

    def back_up(self) -> BackedUp:
        """Back up now, in the thread of the caller."""
        return self._backups.make() if self._backups is not None else BackedUp((), ())

    def lock(self) -> None:
        """Close the library; the open application was left before. The keeper asks for it again."""

        def locked() -> None:
            self._forget_library()
            self.keeper.lock()

        self.say_goodbye(locked)

    def close(self) -> None:
        """Let the application, the library and the worker go."""
        self._current.close()
        self._forget_library()
        self.keeper.close()
        self._worker.close()

    def _forget_library(self) -> None:
        if self._backups is not None:
            self._backups.stop()
            self._backups.deleteLater()
        if self.desk is not None:
            self.desk.deleteLater()
        self._backups = self.desk = None

    def _on_library(self, library: OpenLibrary) -> None:
        self.desk = LibraryDesk(library, self._operations, self._who)
        self._backups = BackupClock(library, self._operations, lambda: self._memory.second_place, self)
        self._backups.made.connect(self.office.on_backed_up)
        self.library_opened.emit()

    def _application(self) -> str:
        opened = self._current.opened
        place = opened.place if opened is not None else None
        return place.application.id if isinstance(place, ApplicationPlace) else ""

    def _on_opened(self, opened: OpenCase) -> None:
        self.leave(partial(self._enter, opened), opened.close)

    def _enter(self, opened: OpenCase) -> None:
        self._current.opened = opened
        self._looked_for = frozenset()
        opened.autosave.changed.connect(self._look_elsewhere)
        self._look_elsewhere()
        self.entered.emit()

    def _look_elsewhere(self) -> None:
        """Look whether an operator stands in another application as well (OPER-6), once for each of them."""
        opened, desk = self._current.opened, self.desk
        if opened is None or desk is None or opened.autosave.state is not SaveState.SAVED:
            return
        case, own, library = opened.session.case, self._application(), desk.library
        keys = operator_keys(case)
        if keys == self._looked_for:
            return
        self._looked_for = keys
        self._operations.run(
            opened,
            lambda _report, _cancelled: other_applications(library, own, case),
            opened.session.set_elsewhere,
            lane=Lane.LISTS,
        )

    def _file_away(self, session: Session, id: str, then: Then) -> None:
        """Keep what the application tells of its firm and its people, and do `then`."""
        library = self.desk.library if self.desk is not None else None
        if library is None or not id:
            then()
            return
        standing = None if session.unread_files else standing_of(session.case, session.findings)

        def work(_report: object, _cancelled: object) -> None:
            with contextlib.suppress(CardprepError):  # it is done again the next time
                file_away(library, id, clock.today(), standing)

        self._operations.run(self, work, lambda _nothing: then(), lane=Lane.SAVING)
