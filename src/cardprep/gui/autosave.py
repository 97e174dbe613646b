"""Everything typed is kept a moment later: off the UI thread, one write at a time, step by step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from cardprep.app.place import Record
from cardprep.app.session import Move
from cardprep.errors import CardprepError
from cardprep.gui.operation import Lane, Operations

if TYPE_CHECKING:
    from cardprep.app.place import CasePlace
    from cardprep.app.session import Change, Session

SAVE_AFTER_MS = 250
TRY_AGAIN_AFTER_MS = 5_000


class SaveState(Enum):
    """Where the newest words are."""

    SAVED = "saved"
    WAITING = "waiting"
    SAVING = "saving"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class _Written:
    """How many of the records are kept, and what kept the next one from it."""

    count: int
    error: CardprepError | None


class Autosave(QObject):
    """Keeps every change of the session in its place, each as one transaction.

    A failed write is tried again by itself and at the next edit; until one succeeds the state is FAILED
    and nothing is forgotten: the session and the records still have it all.

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
        place: CasePlace,
        operations: Operations,
        now: Callable[[], dt.datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.state = SaveState.SAVED
        self.saved_at: dt.datetime | None = None
        self.error: CardprepError | None = None
        self._session = session
        self._place = place
        self._operations = operations
        self._now = now
        self._waiting: list[Record] = []
        self._under_way = 0
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
        records = self._judged()
        self._under_way = len(records)
        self._move_to(SaveState.SAVING)
        self._operations.run(
            self, lambda _report, _cancelled: self._write(records), self._on_written, lane=Lane.SAVING
        )

    def write_now(self) -> None:
        """Write at once, in this thread: the desktop session is ending and waits for nobody.

        Raises:
            CardprepError: it cannot be written.
        """
        if not self.is_clean:
            written = self._write(self._judged())
            self._on_written(written)
            if written.error is not None:
                raise written.error

    def close(self) -> None:
        """Listen and write no more."""
        self._timer.stop()
        self._unsubscribe()

    def _judged(self) -> tuple[Record, ...]:
        """What waits; the last of it with what the rules say, once every file has been looked into."""
        *former, last = self._waiting
        if not self._session.unread_files:
            last = replace(last, findings=self._session.findings)
        return (*former, last)

    def _write(self, records: tuple[Record, ...]) -> _Written:
        for count, record in enumerate(records):
            try:
                self._place.save(record)
            except CardprepError as error:
                return _Written(count, error)
        return _Written(len(records), None)

    def _on_change(self, change: Change) -> None:
        if not change.case_changed:
            return
        self._add(change)
        if self.state is not SaveState.SAVING:
            self._move_to(SaveState.WAITING)
            if not self._timer.isActive() or self._timer.interval() != SAVE_AFTER_MS:
                self._timer.start(SAVE_AFTER_MS)

    def _add(self, change: Change) -> None:
        """Letters typed on before they were written are one record."""
        case, last = self._session.case, len(self._waiting) - 1
        if change.joins and last >= self._under_way and self._waiting[last].move is Move.EDIT:
            self._waiting[last] = replace(self._waiting[last], case=case)
        else:
            record = Record(case, change.move, change.where, change.joins, change.number)
            self._waiting.append(record)

    def _on_written(self, written: _Written) -> None:
        del self._waiting[: written.count]
        self._under_way = 0
        self.error = written.error
        if written.error is not None:
            self._move_to(SaveState.FAILED)
            self._timer.start(TRY_AGAIN_AFTER_MS)
            return
        self.saved_at = self._now()
        if not self._waiting:
            self._move_to(SaveState.SAVED)
        else:
            self._move_to(SaveState.WAITING)
            self._timer.start(SAVE_AFTER_MS)

    def _move_to(self, state: SaveState) -> None:
        self.state = state
        self.changed.emit()
