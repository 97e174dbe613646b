"""Everything typed is in the case folder a moment later: off the UI thread, one write at a time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from cardprep.errors import CardprepError
from cardprep.gui.operation import Lane, Operations

if TYPE_CHECKING:
    from cardprep.app.folder import CaseFolder
    from cardprep.app.session import Change, Session
    from cardprep.case.model import Case

SAVE_AFTER_MS = 250
TRY_AGAIN_AFTER_MS = 5_000


class SaveState(Enum):
    """Where the newest words are."""

    SAVED = "saved"
    WAITING = "waiting"
    SAVING = "saving"
    FAILED = "failed"


class Autosave(QObject):
    """Writes the session's case into its folder after every change.

    A failed write is tried again by itself and at the next edit; until one succeeds the state is FAILED
    and nothing is forgotten: the session still has it all.

    Signals:
        changed: the state is another one now.

    Attributes:
        state: where the newest words are.
        saved_at: when the last write succeeded, or None.
        error: why the last write failed, or None.
    """

    changed = Signal()

    def __init__(
        self,
        session: Session,
        folder: CaseFolder,
        operations: Operations,
        now: Callable[[], dt.datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.state = SaveState.SAVED
        self.saved_at: dt.datetime | None = None
        self.error: CardprepError | None = None
        self._session = session
        self._folder = folder
        self._operations = operations
        self._now = now
        self._timer = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self._timer.timeout.connect(self.flush)
        self._unsubscribe = session.subscribe(self._on_change)

    @property
    def is_clean(self) -> bool:
        """Whether nothing would be lost if the power failed now."""
        return self.state is SaveState.SAVED

    @Slot()
    def flush(self) -> None:
        """Write now, if anything is to be written and no write is under way."""
        self._timer.stop()
        if self.state not in (SaveState.WAITING, SaveState.FAILED):
            return
        case = self._session.case
        self._move_to(SaveState.SAVING)
        self._operations.run(
            self,
            lambda _report, _cancelled: self._write(case),
            self._on_written,
            self._on_failed,
            lane=Lane.SAVING,
        )

    def write_now(self) -> None:
        """Write at once, in this thread: the desktop session is ending and waits for nobody.

        Raises:
            CardprepError: it cannot be written.
        """
        if not self.is_clean:
            self._on_written(self._write(self._session.case))

    def move_to(self, folder: CaseFolder) -> None:
        """Save into another folder from now on."""
        self._folder = folder
        self._move_to(SaveState.WAITING)
        self.flush()

    def close(self) -> None:
        """Listen and write no more."""
        self._timer.stop()
        self._unsubscribe()

    def _write(self, case: Case) -> Case:
        self._folder.write(case)
        return case

    def _on_change(self, change: Change) -> None:
        if not change.case_changed:
            return
        if self.state is not SaveState.SAVING:
            self._move_to(SaveState.WAITING)
            if not self._timer.isActive() or self._timer.interval() != SAVE_AFTER_MS:
                self._timer.start(SAVE_AFTER_MS)

    def _on_written(self, case: Case) -> None:
        self.error = None
        self.saved_at = self._now()
        if case == self._session.case:
            self._move_to(SaveState.SAVED)
        else:
            self._move_to(SaveState.WAITING)
            self._timer.start(SAVE_AFTER_MS)

    def _on_failed(self, error: CardprepError) -> None:
        self.error = error
        self._move_to(SaveState.FAILED)
        self._timer.start(TRY_AGAIN_AFTER_MS)

    def _move_to(self, state: SaveState) -> None:
        self.state = state
        self.changed.emit()
