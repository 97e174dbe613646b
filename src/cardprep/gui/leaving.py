"""Leaving an open case: only when its last word is saved, and asking where else to save if it cannot be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QFileDialog, QWidget

from cardprep.app.copying import copy_case
from cardprep.errors import CardprepError
from cardprep.gui.autosave import SaveState
from cardprep.gui.dialogs.unsaved import UnsavedDialog, Way
from cardprep.gui.opened import OpenCase
from cardprep.gui.operation import Lane, Operations
from cardprep.gui.theme import Theme
from cardprep.wording.catalog import Catalog


class Leaving(QObject):
    """One attempt to leave a case. Ends with `left` or `stayed`.

    Signals:
        left: everything is saved, in the library or elsewhere.
        stayed: the clerk went back to the application.
    """

    left = Signal()
    stayed = Signal()

    def __init__(
        self, opened: OpenCase, operations: Operations, theme: Theme, catalog: Catalog, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._opened = opened
        self._operations = operations
        self._theme = theme
        self._catalog = catalog
        self._window = parent
        self._asking = False
        self._over = False

    def start(self) -> None:
        """Save what is to be saved; then one of the signals comes."""
        self._opened.autosave.changed.connect(self._on_saving)
        self._opened.autosave.flush()
        self._on_saving()

    def _on_saving(self) -> None:
        autosave = self._opened.autosave
        if autosave.is_clean:
            self._end(self.left)
        elif autosave.state is SaveState.FAILED and autosave.error is not None and not self._asking:
            self._ask(autosave.error)

    def _ask(self, error: CardprepError) -> None:
        self._asking = True
        dialog = UnsavedDialog(self._theme, self._catalog, error, self._window)
        dialog.finished.connect(lambda _code: self._on_answer(dialog))
        dialog.open()

    def _on_answer(self, dialog: UnsavedDialog) -> None:
        self._asking = False
        dialog.deleteLater()
        if dialog.way is Way.BACK:
            self._end(self.stayed)
        elif dialog.way is Way.TRY_AGAIN or self._opened.autosave.is_clean:
            self._opened.autosave.flush()
            self._on_saving()
        else:
            self._save_elsewhere()

    def _save_elsewhere(self) -> None:
        chosen = QFileDialog.getSaveFileName(self._window, self.tr("Save in a new folder"), "")[0]
        if not chosen:
            self._end(self.stayed)
            return
        case, place = self._opened.session.case, self._opened.place
        self._asking = True

        def work(_report: Callable[[int, int], None], _cancelled: Callable[[], bool]) -> None:
            copy_case(case, place, Path(chosen))

        self._operations.run(self, work, self._on_moved, self._ask, lane=Lane.SAVING)

    def _on_moved(self, _nothing: None) -> None:
        self._asking = False
        self._end(self.left)

    def _end(self, signal: SignalInstance) -> None:
        if self._over:
            return
        self._over = True
        self._opened.autosave.changed.disconnect(self._on_saving)
        signal.emit()
