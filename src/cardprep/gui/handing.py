"""The way of applications out of the library to somebody else, sealed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cardprep.app.library.handing import Parcel, gather, hand_over_parcel
from cardprep.bundle.sealed_header import Cost
from cardprep.gui.dialogs.hand_over import HandOverDialog
from cardprep.gui.operation import Lane
from cardprep.host.paths import documents_folder

if TYPE_CHECKING:
    from cardprep.gui.library_desk import LibraryDesk
    from cardprep.gui.look import Look
    from cardprep.gui.operation import Cancelled, Operations, Report
    from cardprep.library.records import RecordKind

DEED = "hand-over"
_STRONG = Cost()


class Handing(QObject):
    """Answers the home page's wish to hand something over.

    Signals:
        failed: a `CardprepError`: there is nothing to hand over, or the library cannot be read.
    """

    failed = Signal(object)

    def __init__(self, operations: Operations, look: Look, window: QWidget, cost: Cost = _STRONG) -> None:
        super().__init__(window)
        self._operations = operations
        self._look = look
        self._window = window
        self._cost = cost

    def ask(self, desk: LibraryDesk, deed: str, kind: RecordKind, ids: Sequence[str]) -> None:
        """Show what would be handed over; other deeds are others' matter."""
        if deed != DEED:
            return
        self._operations.run(
            desk,
            lambda _report, _cancelled: gather(desk.library, kind, ids),
            lambda parcel: self._show(desk, parcel),
            self.failed.emit,
            lane=Lane.LISTS,
        )

    def _show(self, desk: LibraryDesk, parcel: Parcel) -> None:
        library, cost = desk.library, self._cost

        def write(target: Path, passphrase: str, report: Report, cancelled: Cancelled) -> Path:
            return hand_over_parcel(library, parcel, target, passphrase, report, cancelled, cost)

        dialog = HandOverDialog(
            self._look.theme,
            self._look.catalog,
            self._operations,
            parcel,
            write,
            documents_folder(),
            self._window,
        )
        dialog.finished.connect(dialog.deleteLater)
        desk.destroyed.connect(dialog.close)
        dialog.open()
