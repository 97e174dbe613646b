"""The ways into an application: a new one, a case on the disk, a bundle, a sample."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from cardprep.app import clock, rulebooks
from cardprep.app.folder import CaseFolder
from cardprep.app.opening import needs_copy, open_for_editing
from cardprep.case.model import Case, Kind
from cardprep.gui.dialogs.new_case import FolderDialog, NewCaseDialog, free_folder
from cardprep.gui.opened import OpenCase
from cardprep.gui.operation import Operations
from cardprep.host.paths import documents_folder
from cardprep.host.resources import resource_path

if TYPE_CHECKING:
    from cardprep.errors import CardprepError
    from cardprep.evidence.client import Worker
    from cardprep.gui.theme import Theme


class Opening(QObject):
    """Asks what is needed and opens.

    Signals:
        opened: an `OpenCase`.
        failed: the `CardprepError` that kept it from opening, and the path.
    """

    opened = Signal(object)
    failed = Signal(object, object)

    def __init__(self, operations: Operations, worker: Worker, window: QWidget) -> None:
        super().__init__(window)
        self._operations = operations
        self._worker = worker
        self._window = window

    def new(self, theme: Theme, kind: Kind) -> None:
        """Begin an application of that kind."""
        dialog = NewCaseDialog(theme, kind, self._proposal, self._window)

        def begin() -> None:
            self._run(dialog.folder, partial(_create, dialog.folder, Case(kind=dialog.kind)))

        self._show(dialog, begin)

    def ask(self, theme: Theme) -> None:
        """Let the clerk choose a `case.json` or a bundle."""
        kinds = self.tr("Application: case.json or bundle (*.zip)")
        chosen, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Open a case or bundle"),
            str(documents_folder()),
            f"{kinds} (case.json *.zip)",
        )
        if chosen:
            self.open_path(theme, Path(chosen))

    def open_path(self, theme: Theme, path: Path) -> None:
        """Open a case where it is, or a copy of a bundle in a folder that the clerk chooses."""
        if needs_copy(path, resource_path("samples")):
            self._open_copy(theme, path, self.tr("Open the bundle in a folder of its own"), path.stem)
        else:
            self._run(path, partial(self._open, path, None))

    def open_sample(self, theme: Theme, name: str) -> None:
        """Open a copy of a sample."""
        try:
            sample = resource_path(f"samples/{name}")
        except FileNotFoundError:
            sample = Path(name)
        self._open_copy(theme, sample, self.tr("Look at a sample"), self.tr("Sample"))

    def _open_copy(self, theme: Theme, path: Path, title: str, name: str) -> None:
        dialog = FolderDialog(theme, title, self._free(name), self._window)
        self._show(dialog, lambda: self._run(path, partial(self._open, path, dialog.folder)))

    def _show(self, dialog: FolderDialog, begin: Callable[[], None]) -> None:
        dialog.accepted.connect(begin)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _proposal(self, kind: Kind) -> Path:
        is_new = kind is Kind.NEW_ENTRANT
        return self._free(self.tr("New entrant") if is_new else self.tr("Additional operators"))

    def _free(self, name: str) -> Path:
        return free_folder(name, clock.today(), documents_folder() / "cardprep")

    def _open(self, path: Path, copy_to: Path | None) -> CaseFolder:
        return open_for_editing(path, self._worker, copy_to)

    def _run(self, path: Path, enter: Callable[[], CaseFolder]) -> None:
        def work(_report: object, _cancelled: object) -> tuple[CaseFolder, Case]:
            return _read(enter())

        self._operations.run(self, work, self._on_opened, lambda error: self._on_failed(error, path))

    def _on_opened(self, found: tuple[CaseFolder, Case]) -> None:
        folder, case = found
        rulebook = rulebooks.rulebook(case.rulebook)
        self.opened.emit(OpenCase(case, folder, rulebook, self._worker, self._operations, clock.now))

    def _on_failed(self, error: CardprepError, path: Path) -> None:
        self.failed.emit(error, path)


def _create(path: Path, case: Case) -> CaseFolder:
    return CaseFolder.create(path, case)


def _read(folder: CaseFolder) -> tuple[CaseFolder, Case]:
    try:
        return folder, folder.read()
    except BaseException:
        folder.close()
        raise
