"""The one road off the UI thread: work that gets no widget, and whose result comes back to the UI thread."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable
from enum import Enum
from typing import Any, TypeVar

from PySide6.QtCore import QMetaObject, QObject, QRunnable, Qt, QThreadPool, Signal, Slot

from cardprep.errors import CardprepError

T = TypeVar("T")
Report = Callable[[int, int], None]
Cancelled = Callable[[], bool]
Failed = Callable[[CardprepError], None]


class Lane(Enum):
    """Which queue the work stands in, and its threads: saving never waits behind the reading of files."""

    FILES = ("files", 2)
    SAVING = ("saving", 1)
    LISTS = ("lists", 1)

    @property
    def threads(self) -> int:
        """How many pieces of work it does at once."""
        return self.value[1]


class Operation(QObject):
    """One piece of work under way. Made by `Operations.run`, alive until its result was handed over."""

    progressed = Signal(int, int)
    ended = Signal()
    _arrived = Signal(object, object)

    def __init__(
        self, work: Callable[[Report, Cancelled], Any], done: Callable[[Any], None], failed: Failed
    ) -> None:
        super().__init__()
        self._work = work
        self._done = done
        self._failed = failed
        self._cancel = threading.Event()
        self._dropped = False
        self._watching: QMetaObject.Connection | None = None
        self._arrived.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)

    @property
    def is_cancelled(self) -> bool:
        """Whether somebody asked for its end."""
        return self._cancel.is_set()

    @Slot()
    def cancel(self) -> None:
        """Ask the work to stop; neither `done` nor `failed` is called afterwards."""
        self._cancel.set()

    @Slot()
    def drop(self) -> None:
        """Forget the result: who asked for it is gone."""
        self._dropped = True
        self._cancel.set()

    def watch(self, parent: QObject) -> None:
        """Be dropped when `parent` is destroyed before the end."""
        self._watching = parent.destroyed.connect(self.drop)

    def execute(self) -> None:
        """Do the work. Runs in a thread of the pool."""
        if self._cancel.is_set():
            self._arrived.emit(None, None)
            return
        try:
            result, error = self._work(self.progressed.emit, self._cancel.is_set), None
        except Exception as raised:  # the edge: whatever went wrong is told, nothing dies silently
            result, error = None, raised
        self._arrived.emit(result, error)

    @Slot(object, object)
    def _hand_over(self, result: object, error: Exception | None) -> None:
        try:
            if self._dropped or self._cancel.is_set():
                return
            if error is None:
                self._done(result)
            else:
                self._tell(error)
        finally:
            self._unwatch()
            self.ended.emit()

    def _unwatch(self) -> None:
        """A parent that the garbage collector takes together with this object would call into nothing."""
        if self._watching is not None:
            QObject.disconnect(self._watching)
            self._watching = None

    def _tell(self, error: Exception) -> None:
        if isinstance(error, CardprepError):
            self._failed(error)
        else:
            raise error


class _Task(QRunnable):
    def __init__(self, operation: Operation) -> None:
        super().__init__()
        self._operation = operation

    def run(self) -> None:
        self._operation.execute()


class Operations(QObject):
    """Starts work, keeps it alive, and lets none outlive the window.

    Signals:
        failed: a `CardprepError` that whoever asked for the work does not show herself.

    While work is under way nothing is collected: Python would do it in whichever thread allocates most, and
    take widgets apart there that only the UI thread may touch.

    An error of any other class is raised again in the UI thread, where the program's hook shows the
    problem dialog.
    """

    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._under_way: dict[Operation, _Task] = {}
        self._pools = {lane: QThreadPool(self) for lane in Lane}
        for lane, pool in self._pools.items():
            pool.setMaxThreadCount(lane.threads)

    def run(
        self,
        parent: QObject | None,
        work: Callable[[Report, Cancelled], T],
        done: Callable[[T], None],
        failed: Failed | None = None,
        progress: Callable[[int, int], None] | None = None,
        lane: Lane = Lane.FILES,
    ) -> Operation:
        """Do `work(report, cancelled)` in a thread, then `done(result)` or `failed(error)` in this one.

        Args:
            parent: when it is destroyed the work is cancelled and its result dropped.
            work: must touch no widget; asks `cancelled()` now and then.
            done: gets the result, in the UI thread.
            failed: gets a `CardprepError`; without it the window shows the error.
            progress: gets what `work` reported (done, of how many), in the UI thread.
            lane: the queue to stand in.
        """
        operation = Operation(work, done, failed or self.failed.emit)
        if progress is not None:
            operation.progressed.connect(progress, Qt.ConnectionType.QueuedConnection)
        if parent is not None:
            operation.watch(parent)
        operation.ended.connect(self._forget)
        task = _Task(operation)
        task.setAutoDelete(False)
        self._under_way[operation] = task
        gc.disable()
        self._pools[lane].start(task)
        return operation

    @property
    def is_busy(self) -> bool:
        """Whether any work has not handed over its result yet."""
        return bool(self._under_way)

    def close(self) -> None:
        """Cancel what is under way and wait for its threads to end."""
        for operation in tuple(self._under_way):
            operation.drop()
        for pool in self._pools.values():
            pool.waitForDone()
        gc.enable()

    @Slot()
    def _forget(self) -> None:
        operation = self.sender()
        if isinstance(operation, Operation):
            self._under_way.pop(operation, None)
        if not self._under_way:
            gc.enable()
