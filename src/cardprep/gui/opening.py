"""The ways into an application: a new one, one of the library, a case or bundle to take in, a sample."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from cardprep.app import clock, rulebooks
from cardprep.app.library.applications import Application
from cardprep.app.library.beginning import begin
from cardprep.app.library.importing import import_case
from cardprep.app.library.place import ApplicationPlace
from cardprep.app.place import Steps
from cardprep.bundle.sealed import ENDING
from cardprep.case.model import Kind
from cardprep.gui.dialogs.new_application import NewApplicationDialog
from cardprep.gui.opened import OpenCase
from cardprep.host.paths import documents_folder
from cardprep.host.resources import resource_path

if TYPE_CHECKING:
    from cardprep.evidence.client import Worker
    from cardprep.gui.intake import Intake
    from cardprep.gui.library_desk import LibraryDesk
    from cardprep.gui.operation import Operations
    from cardprep.gui.theme import Theme


class Opening(QObject):
    """Asks what is needed and opens.

    Signals:
        opened: an `OpenCase`.
        failed: the `CardprepError` that kept it from opening.
    """

    opened = Signal(object)
    failed = Signal(object)

    def __init__(self, operations: Operations, worker: Worker, intake: Intake, window: QWidget) -> None:
        super().__init__(window)
        self._intake = intake
        intake.failed.connect(self.failed)
        intake.taken_in.connect(self.open_application)
        self._operations = operations
        self._worker = worker
        self._window = window

    def new(self, theme: Theme, desk: LibraryDesk, kind: Kind, firm: str = "") -> None:
        """Begin an application of that kind; where the library knows firms, ask for which."""

        def count(_report: object, _cancelled: object) -> bool:
            return bool(desk.firms("").rows)

        def decide(has_firms: bool) -> None:
            if has_firms:
                self._ask_firm(theme, desk, kind, firm)
            else:
                self._begin(desk, kind, "")

        self._operations.run(self, count, decide, self.failed.emit)

    def _ask_firm(self, theme: Theme, desk: LibraryDesk, kind: Kind, firm: str) -> None:
        dialog = NewApplicationDialog(theme, desk, kind, firm, self._window)
        dialog.accepted.connect(lambda: self._begin(desk, dialog.kind, dialog.firm))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask(self, desk: LibraryDesk) -> None:
        """Let the clerk choose a `case.json`, a bundle or a hand-over file to take in."""
        kinds = self.tr("Application: case.json, bundle (*.zip) or hand-over file (*.cardprep)")
        chosen, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Take in a case or bundle"),
            str(documents_folder()),
            f"{kinds} (case.json *.zip *{ENDING})",
        )
        if chosen:
            self.take_in(desk, Path(chosen))

    def take_in(self, desk: LibraryDesk, path: Path) -> None:
        """Take a case folder, `case.json`, bundle or hand-over file into the library, and open it there."""
        self._intake.take_in(desk, path)

    def open_sample(self, desk: LibraryDesk, name: str) -> None:
        """Take in a sample, where it was not before, and open it."""
        try:
            sample = resource_path(f"samples/{name}")
        except FileNotFoundError:
            sample = Path(name)
        worker, who = self._worker, desk.who

        def enter() -> ApplicationPlace:
            imported = import_case(desk.library, sample, worker, who(), clock.today())
            return ApplicationPlace.open(desk.library, imported.application.id, who)

        self._run(enter)

    def open_application(self, desk: LibraryDesk, id: str) -> None:
        """Open an application of the library."""
        self._run(lambda: ApplicationPlace.open(desk.library, id, desk.who))

    def _begin(self, desk: LibraryDesk, kind: Kind, firm: str) -> None:
        def enter() -> ApplicationPlace:
            application: Application = begin(desk.library, kind, firm, desk.who)
            return ApplicationPlace(desk.library, application)

        self._run(enter)

    def _run(self, enter: Callable[[], ApplicationPlace]) -> None:
        self._operations.run(self, partial(_entered, enter), self._on_opened, self.failed.emit)

    def _on_opened(self, found: tuple[ApplicationPlace, Steps]) -> None:
        place, steps = found
        rulebook = rulebooks.rulebook(place.case.rulebook)
        self.opened.emit(
            OpenCase(place.case, place, rulebook, self._worker, self._operations, clock.now, steps)
        )


def _entered(
    enter: Callable[[], ApplicationPlace], _report: object, _cancelled: object
) -> tuple[ApplicationPlace, Steps]:
    place = enter()
    return place, place.steps()
