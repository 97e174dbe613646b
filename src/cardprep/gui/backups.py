"""Backs the library up every half hour if something changed, and at the end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from cardprep.app.library.backing_up import BackedUp, back_up_everywhere
from cardprep.gui.operation import Operations

if TYPE_CHECKING:
    from cardprep.app.library.open import OpenLibrary

EVERY_MS = 30 * 60 * 1000


class BackupClock(QObject):
    """Makes the backups of one open library.

    Signals:
        made: the `BackedUp` of a round, with what did not come about.
    """

    made = Signal(object)

    def __init__(
        self,
        library: OpenLibrary,
        operations: Operations,
        second_place: Callable[[], Path | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._operations = operations
        self._second_place = second_place
        self._backed_up_at = library.changes
        self._is_busy = False
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.back_up_if_changed)
        self._timer.start()

    @property
    def is_due(self) -> bool:
        """Whether something changed since the last backup."""
        return self._library.changes != self._backed_up_at

    @Slot()
    def back_up_if_changed(self) -> None:
        """Back up now, in a thread, if something changed."""
        if self.is_due and not self._is_busy:
            self._is_busy = True
            operation = self._operations.run(self, lambda _report, _cancelled: self.make(), self.made.emit)
            operation.ended.connect(self._on_ended)

    def make(self) -> BackedUp:
        """Back up in this thread; also that nothing changed is no reason not to."""
        changes = self._library.changes
        result = back_up_everywhere(self._library, self._second_place())
        if result.made:
            self._backed_up_at = changes
        return result

    def stop(self) -> None:
        """Make no more."""
        self._timer.stop()

    def _on_ended(self) -> None:
        self._is_busy = False
