"""Holds the library open for the window: found at the start, entered, locked, closed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cardprep.app.library.entering import Detect, Door, enter_unasked, look_at
from cardprep.app.library.open import OpenLibrary, create_library, open_library
from cardprep.host.secrets import system_keyring
from cardprep.library.ways import ByKeyring

if TYPE_CHECKING:
    from cardprep.gui.operation import Cancelled, Failed, Operations, Report
    from cardprep.host.secrets import Keyring
    from cardprep.library.ways import Way


_Found = tuple[Door | None, OpenLibrary | None]


class Keeper(QObject):
    """The library of this window, if it is open.

    Signals:
        opened: the `OpenLibrary`.
        asked: a `Door`: somebody has to open it, or to make a library with a passphrase.
        failed: a `CardprepError`: the library or its place will not do.

    Attributes:
        library: the open library, or None.
        door: what was found at the last look, or None.
    """

    opened = Signal(object)
    asked = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        operations: Operations,
        folder: Path,
        parent: QObject | None = None,
        detect: Detect = system_keyring,
    ) -> None:
        super().__init__(parent)
        self.folder = folder
        self.library: OpenLibrary | None = None
        self.door: Door | None = None
        self._operations = operations
        self._detect = detect
        self._is_busy = False

    def begin(self, unasked: bool = True) -> None:
        """Look for the library; with `unasked`, enter where nobody has to be asked."""
        if self._is_busy or self.library is not None:
            return
        folder, detect = self.folder, self._detect

        def work() -> _Found:
            door = look_at(folder, detect)
            return door, enter_unasked(door) if unasked else None

        self._run(work, self.failed.emit)

    def enter(self, way: Way, failed: Failed) -> None:
        """Open the library by what somebody typed."""
        folder = self.folder
        self._run(lambda: (None, open_library(folder, way)), failed)

    def enter_by_keyring(self, failed: Failed) -> None:
        """Open the library by the keyring after it was locked."""
        if self.door is not None and self.door.keyring is not None:
            self.enter(ByKeyring(self.door.keyring), failed)

    def create(self, passphrase: str, failed: Failed) -> None:
        """Make the library, with a passphrase."""
        folder = self.folder
        self._run(lambda: (None, create_library(folder, passphrase)[0]), failed)

    def detect(self) -> Keyring | None:
        """The system's keyring, if it has a real one; takes seconds, so ask in a thread."""
        return self._detect()

    def lock(self) -> None:
        """Close the library and ask for it again."""
        if self.library is not None:
            self.close()
            self.begin(unasked=False)

    def close(self) -> None:
        """Close the library; no work of it may be under way."""
        library, self.library = self.library, None
        if library is not None:
            library.close()

    def _run(self, find: Callable[[], _Found], failed: Failed) -> None:
        if self._is_busy:
            return
        self._is_busy = True

        def work(_report: Report, cancelled: Cancelled) -> _Found:
            door, library = find()
            if library is not None and cancelled():  # nobody is left to close it
                library.close()
            return door, library

        operation = self._operations.run(self, work, self._on_looked, failed)
        operation.ended.connect(self._on_ended)

    def _on_ended(self) -> None:
        self._is_busy = False

    def _on_looked(self, found: _Found) -> None:
        door, library = found
        self.door = door or self.door
        if library is not None:
            self.library = library
            self.opened.emit(library)
        elif door is not None:
            self.asked.emit(door)
