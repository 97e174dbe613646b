"""The way of a case, bundle or hand-over file into the library: verified first, compared, then taken in."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cardprep.app.library.arriving import Arrival, Arrived, arriving, needs_passphrase
from cardprep.app.library.place import ApplicationPlace
from cardprep.evidence.errors import Cancelled
from cardprep.gui.dialogs.open_sealed import OpenSealedDialog
from cardprep.gui.dialogs.received import ReceivedDialog
from cardprep.gui.taking import Taking

if TYPE_CHECKING:
    from cardprep.errors import CardprepError
    from cardprep.evidence.client import Worker
    from cardprep.gui.library_desk import LibraryDesk
    from cardprep.gui.look import Look
    from cardprep.gui.opened import OpenCase
    from cardprep.gui.operation import Cancelled as IsCancelled
    from cardprep.gui.operation import Operation, Operations, Report


@dataclass(frozen=True, slots=True)
class _Came:
    """What came, and what takes its private folder away."""

    arrived: Arrived
    stack: contextlib.ExitStack


class Intake(QObject):
    """Takes in one path at a time.

    Signals:
        taken_in: the desk of the library, and the id of the one application to open.
        failed: the `CardprepError` that kept it out.
    """

    taken_in = Signal(object, str)
    failed = Signal(object)

    def __init__(
        self,
        operations: Operations,
        worker: Worker,
        look: Look,
        window: QWidget,
        live: Callable[[], OpenCase | None] = lambda: None,
    ) -> None:
        """`live` gives the application that is open in the window, into which is merged where it is."""
        super().__init__(window)
        self._operations = operations
        self._worker = worker
        self._look = look
        self._window = window
        self._live = live

    def take_in(self, desk: LibraryDesk, path: Path) -> None:
        """Look what it is, ask what has to be asked, and take it in."""

        def decide(is_sealed: bool) -> None:
            if is_sealed:
                self._ask_passphrase(desk, path)
            else:
                self._open(desk, path, None, partial(self._take_one, desk), self.failed.emit)

        self._operations.run(
            desk, lambda _report, _cancelled: needs_passphrase(path), decide, self.failed.emit
        )

    def _open(
        self,
        desk: LibraryDesk,
        path: Path,
        passphrase: str | None,
        done: Callable[[_Came], None],
        failed: Callable[[CardprepError], None],
    ) -> Operation:
        library, worker = desk.library, self._worker

        def work(_report: Report, cancelled: IsCancelled) -> _Came:
            with contextlib.ExitStack() as stack:
                arrived = stack.enter_context(arriving(library, path, worker, passphrase, cancelled))
                if cancelled():
                    raise Cancelled
                return _Came(arrived, stack.pop_all())

        return self._operations.run(desk, work, done, failed)

    def _ask_passphrase(self, desk: LibraryDesk, path: Path) -> None:
        dialog = OpenSealedDialog(self._look.theme, self._look.catalog, path.name, self._window)

        def opened(came: _Came) -> None:
            dialog.accept()
            self._show_received(desk, came)

        def give(passphrase: str) -> None:
            operation = self._open(desk, path, passphrase, opened, dialog.show_failure)
            dialog.given_up.connect(operation.cancel)

        dialog.given.connect(give)
        dialog.finished.connect(dialog.deleteLater)
        desk.destroyed.connect(dialog.close)
        dialog.open()

    def _take_one(self, desk: LibraryDesk, came: _Came) -> None:
        taking = self._taking(desk, came, list(enumerate(came.arrived.cases)), self._window)
        taking.failed.connect(self.failed)
        taking.ended.connect(partial(self._open_only, desk))
        taking.start()

    def _show_received(self, desk: LibraryDesk, came: _Came) -> None:
        firm, arrivals = came.arrived.firm, came.arrived.cases
        name = firm.name if firm is not None else ""
        dialog = ReceivedDialog(self._look.theme, self._look.catalog, name, arrivals, self._window)

        def ended(ids: list[str]) -> None:
            if len(arrivals) == 1 and ids:
                dialog.accept()
                self._open_only(desk, ids)
            else:
                dialog.show_end(len(ids))

        def take(numbers: list[int]) -> None:
            wanted = [(number, arrivals[number]) for number in numbers]
            taking = self._taking(desk, came, wanted, dialog)
            taking.outcome.connect(dialog.show_outcome)
            taking.failed.connect(dialog.show_failure)
            taking.ended.connect(ended)
            taking.start()

        dialog.chosen.connect(take)
        dialog.finished.connect(lambda _code: self._put_away(came))
        dialog.finished.connect(dialog.deleteLater)
        desk.destroyed.connect(dialog.close)
        dialog.open()

    def _taking(
        self, desk: LibraryDesk, came: _Came, arrivals: list[tuple[int, Arrival]], window: QWidget
    ) -> Taking:
        taking = Taking(desk, arrivals, self._worker, self._look, self._live, window)
        for end in (taking.ended, taking.failed):
            end.connect(lambda _result: self._put_away(came))
            end.connect(taking.deleteLater)
        return taking

    def _open_only(self, desk: LibraryDesk, ids: list[str]) -> None:
        live = self._live()
        place = live.place if live is not None else None
        is_open = isinstance(place, ApplicationPlace) and [place.application.id] == ids
        if len(ids) == 1 and not is_open:
            self.taken_in.emit(desk, ids[0])

    def _put_away(self, came: _Came) -> None:
        """Take the private folder away; again: nothing."""
        self._operations.run(self, lambda _report, _cancelled: came.stack.close(), lambda _nothing: None)
