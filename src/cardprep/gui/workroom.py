"""Everything that has to do with cases: imported after the first paint, or when it is first needed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cardprep import __version__
from cardprep.app import rulebooks
from cardprep.app.elsewhere import other_applications
from cardprep.app.flow import Step
from cardprep.case.model import Kind
from cardprep.evidence.client import Worker
from cardprep.gui.case_view import CaseView
from cardprep.gui.current import Current
from cardprep.gui.dialogs.about import AboutDialog
from cardprep.gui.dialogs.shortcuts import ShortcutsDialog
from cardprep.gui.opened import OpenCase
from cardprep.gui.opening import Opening
from cardprep.gui.screens import Clerk, make_case_view

if TYPE_CHECKING:
    from cardprep.gui.commands import Commands
    from cardprep.gui.current import Then
    from cardprep.gui.look import Look
    from cardprep.gui.operation import Operations
    from cardprep.gui.widgets.dialog_frame import DialogFrame
    from cardprep.gui.window import MainWindow


class Workroom(QObject):
    """Opens cases, holds the open one, and makes its screen.

    Signals:
        entered: another case is open now; its folder.
        refused: a case could not be opened; the error and the path.
    """

    entered = Signal(object)
    refused = Signal(object, object)

    def __init__(self, operations: Operations, look: Look, window: MainWindow) -> None:
        super().__init__(window)
        self._operations = operations
        self._look = look
        self._window = window
        self._worker = Worker()
        self._current = Current(operations, look, window)
        self._opening = Opening(operations, self._worker, window)
        self._opening.opened.connect(self._on_opened)
        self._opening.failed.connect(self.refused)

    @property
    def is_occupied(self) -> bool:
        """Whether a case is open."""
        return self._current.opened is not None

    def begin(self, kind: str) -> None:
        """Begin a new application of that kind."""
        self._opening.new(self._look.theme, Kind(kind))

    def ask(self) -> None:
        """Let the clerk choose what to open."""
        self._opening.ask(self._look.theme)

    def open_path(self, path: Path) -> None:
        """Open a case folder, a `case.json` or a bundle."""
        if not self._current.is_at(path):
            self._opening.open_path(self._look.theme, path)

    def open_sample(self, name: str) -> None:
        """Open a copy of a sample."""
        self._opening.open_sample(self._look.theme, name)

    def leave(self, then: Then, otherwise: Then = lambda: None) -> None:
        """Let go of the open case once it is saved, and do `then`."""
        self._current.leave(then, otherwise)

    def make_view(self, commands: Commands, clerk: Clerk, step: Step) -> CaseView | None:
        """The screen of the open case."""
        if self._current.opened is None:
            return None
        view = make_case_view(self._current.opened, self._look, self._operations, commands, clerk)
        view.show_step(step)
        return view

    def show_about(self) -> None:
        """Show what the program is and which rules it holds."""
        opened = self._current.opened
        pack = opened.session.rulebook if opened is not None else rulebooks.rulebook()
        self._show(AboutDialog(self._look.theme, __version__, pack, self._window))

    def show_shortcuts(self) -> None:
        """Show the keys."""
        self._show(ShortcutsDialog(self._look.theme, self._window))

    def compare_with(self, folders: Sequence[Path]) -> None:
        """Look whether somebody of the open case stands in another application as well (OPER-6)."""
        opened = self._current.opened
        if opened is None:
            return
        own = opened.folder.path
        self._operations.run(
            opened,
            lambda _report, _cancelled: other_applications(own, folders),
            opened.session.set_elsewhere,
        )

    def write_now(self) -> None:
        """Save in this very moment: the desktop session ends."""
        self._current.write_now()

    def close(self) -> None:
        """Let the case and the worker go."""
        self._current.close()
        self._worker.close()

    def _show(self, dialog: DialogFrame) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_opened(self, opened: OpenCase) -> None:
        self._current.leave(partial(self._enter, opened), opened.close)

    def _enter(self, opened: OpenCase) -> None:
        self._current.opened = opened
        self.entered.emit(opened.folder.path)
