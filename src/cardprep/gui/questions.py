"""One question to the worker process at a time: what is being looked at goes before what can wait.

The worker answers one question after the other anyway; queueing here keeps the threads free.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Slot

from cardprep.errors import CardprepError
from cardprep.gui.operation import Cancelled, Operation, Operations


@dataclass(frozen=True, slots=True)
class Question:
    """What to do off the UI thread, and whom to tell on it."""

    work: Callable[[Cancelled], Any]
    done: Callable[[Any], None]
    failed: Callable[[CardprepError], None]


class Questions(QObject):
    """Puts questions one by one."""

    def __init__(self, operations: Operations, parent: QObject) -> None:
        super().__init__(parent)
        self._operations = operations
        self._waiting: deque[Question] = deque()
        self._running: Operation | None = None

    def ask(self, question: Question, first: bool = False) -> None:
        """Queue a question; with `first`, before those that wait."""
        if first:
            self._waiting.appendleft(question)
        else:
            self._waiting.append(question)
        self._next()

    def stop(self) -> None:
        """Forget what waits, and what the running question will answer."""
        self._waiting.clear()
        if self._running is not None:
            self._running.drop()

    def _next(self) -> None:
        if self._running is not None or not self._waiting:
            return
        question = self._waiting.popleft()
        self._running = self._operations.run(
            self, lambda _report, cancelled: question.work(cancelled), question.done, question.failed
        )
        self._running.ended.connect(self._on_ended)

    @Slot()
    def _on_ended(self) -> None:
        self._running = None
        self._next()
