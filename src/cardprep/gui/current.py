"""The case that is open at the moment, if any: coming to another one means leaving it well."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cardprep.errors import CardprepError
from cardprep.gui.leaving import Leaving

if TYPE_CHECKING:
    from cardprep.gui.look import Look
    from cardprep.gui.opened import OpenCase
    from cardprep.gui.operation import Operations

Then = Callable[[], None]


class Current(QObject):
    """Holds the open case.

    Attributes:
        opened: the case, or None on the start page.
    """

    def __init__(self, operations: Operations, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self.opened: OpenCase | None = None
        self._operations = operations
        self._look = look
        self._window = window
        self._leaving: Leaving | None = None

    def leave(self, then: Then, otherwise: Then) -> None:
        """Once everything is saved let the case go and do `then`; `otherwise` when the clerk goes back."""
        if self._leaving is not None:
            return
        if self.opened is None:
            then()
            return
        look = self._look
        self._leaving = Leaving(self.opened, self._operations, look.theme, look.catalog, self._window)
        self._leaving.left.connect(lambda: self._on_left(then))
        self._leaving.stayed.connect(lambda: self._on_stayed(otherwise))
        self._leaving.start()

    def write_now(self) -> None:
        """Save in this very moment; an error cannot be told any more."""
        if self.opened is not None:
            with contextlib.suppress(CardprepError):
                self.opened.autosave.write_now()

    def close(self) -> None:
        """Let the case go, saved or not."""
        if self.opened is not None:
            self.opened.close()
            self.opened = None

    def _on_left(self, then: Then) -> None:
        self._end_leaving()
        opened, self.opened = self.opened, None
        if opened is not None:
            opened.close()
            opened.deleteLater()
        then()

    def _on_stayed(self, otherwise: Then) -> None:
        self._end_leaving()
        otherwise()

    def _end_leaving(self) -> None:
        if self._leaving is not None:
            self._leaving.deleteLater()
            self._leaving = None
