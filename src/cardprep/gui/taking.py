"""Takes in what came, one after the other; where it differs from the library the clerk decides."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cardprep.app import clock, rulebooks
from cardprep.app.library.arriving import Arrival, News, merging, take_as_new
from cardprep.app.library.importing import Imported
from cardprep.app.library.place import ApplicationPlace
from cardprep.app.place import Record
from cardprep.app.told_differences import told
from cardprep.case.edits import Edit
from cardprep.gui.dialogs.compare import Answer, CompareDialog
from cardprep.gui.dialogs.received import Outcome
from cardprep.library.store_errors import EditedMeanwhile

if TYPE_CHECKING:
    from cardprep.evidence.client import Worker
    from cardprep.gui.library_desk import LibraryDesk
    from cardprep.gui.look import Look
    from cardprep.gui.opened import OpenCase

Live = Callable[[], "OpenCase | None"]


class Taking(QObject):
    """One attempt; ends with `ended` or `failed`.

    Signals:
        outcome: the number of an arrival, and what became of it.
        ended: the ids of the applications that it is in now.
        failed: a `CardprepError`; what was taken in before is there.
    """

    outcome = Signal(int, object)
    ended = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        desk: LibraryDesk,
        arrivals: Sequence[tuple[int, Arrival]],
        worker: Worker,
        look: Look,
        live: Live,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._waiting = list(arrivals)
        self._worker = worker
        self._look = look
        self._live = live
        self._window = window
        self._ids: list[str] = []

    def start(self) -> None:
        """Take the next one in, or end."""
        if not self._waiting:
            self.ended.emit(self._ids)
            return
        number, arrival = self._waiting.pop(0)
        if arrival.news is News.SAME:
            self._done(number, Outcome.LEFT, arrival.application)
        elif arrival.news is News.NEW:
            self._take_as_new(number, arrival)
        else:
            self._compare(number, arrival)

    def _done(self, number: int, outcome: Outcome, id: str = "") -> None:
        if id:
            self._ids.append(id)
        self.outcome.emit(number, outcome)
        self.start()

    def _take_as_new(self, number: int, arrival: Arrival) -> None:
        desk, worker = self._desk, self._worker

        def work() -> Imported:
            return take_as_new(desk.library, arrival, worker, desk.who(), clock.today())

        def done(made: Imported) -> None:
            self._done(number, Outcome.TAKEN_IN, made.application.id)

        desk.run(self, work, done, self.failed.emit)

    def _compare(self, number: int, arrival: Arrival) -> None:
        pack, catalog = rulebooks.rulebook(arrival.ours.rulebook), self._look.catalog
        lines = [told(d, arrival.ours, arrival.theirs, pack, catalog) for d in arrival.differences]
        firm = arrival.ours.unit.name.strip() or arrival.ours.unit.uscc
        dialog = CompareDialog(self._look.theme, firm, lines, self._window)
        dialog.finished.connect(lambda _code: self._on_answer(number, arrival, dialog))
        # The library may be locked while it is asked: what came is gone then.
        self._desk.destroyed.connect(dialog.close)
        dialog.open()

    def _on_answer(self, number: int, arrival: Arrival, dialog: CompareDialog) -> None:
        answer, chosen = dialog.answer, dialog.chosen
        dialog.deleteLater()
        if answer is Answer.AS_NEW:
            self._take_as_new(number, arrival)
        elif answer is Answer.LEAVE:
            self._done(number, Outcome.LEFT)
        elif not chosen:
            self._done(number, Outcome.LEFT, arrival.application)
        else:
            self._merge(number, arrival, chosen)

    def _merge(self, number: int, arrival: Arrival, chosen: frozenset[str]) -> None:
        where = next(d.where for d in arrival.differences if d.where in chosen)
        live = self._live_one(arrival.application)
        if live is not None:
            self._merge_into_open(number, arrival, chosen, live, where)
            return
        desk = self._desk

        def work() -> None:
            place = ApplicationPlace.open(desk.library, arrival.application, desk.who)
            _unchanged(place.case == arrival.ours)
            edit = merging(arrival, chosen, place)
            place.save(Record(edit(place.case), where=where))

        def done(_nothing: None) -> None:
            self._done(number, Outcome.MERGED, arrival.application)

        desk.run(self, work, done, self.failed.emit)

    def _merge_into_open(
        self, number: int, arrival: Arrival, chosen: frozenset[str], live: OpenCase, where: str
    ) -> None:
        """It is open in the window: an edit of the session, as if it were typed."""

        def done(edit: Edit) -> None:
            if live.session.case != arrival.ours:
                self.failed.emit(EditedMeanwhile())
                return
            live.session.apply(edit, where=where)
            self._done(number, Outcome.MERGED, arrival.application)

        self._desk.run(self, lambda: merging(arrival, chosen, live.place), done, self.failed.emit)

    def _live_one(self, id: str) -> OpenCase | None:
        live = self._live()
        place = live.place if live is not None else None
        return live if isinstance(place, ApplicationPlace) and place.application.id == id else None


def _unchanged(is_unchanged: bool) -> None:
    if not is_unchanged:
        raise EditedMeanwhile
