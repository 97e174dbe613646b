"""What the attachment desk does with the worker and the case: pictures, proposals, and the papers made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from cardprep.app import preparing
from cardprep.gui.page_pictures import PagePictures

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from cardprep.app.place import CasePlace
    from cardprep.app.preparing import Group, Made
    from cardprep.case.preparation import PreparedPage
    from cardprep.errors import CardprepError
    from cardprep.evidence.client import Worker
    from cardprep.evidence.rendering import Proposal
    from cardprep.gui.operation import Cancelled, Operation, Operations, Report


class Preparer:
    """Prepares the files of one case. The originals lie nowhere in plain: the worker is given their bytes."""

    def __init__(
        self,
        place: CasePlace,
        worker: Worker,
        operations: Operations,
        one_by_one: Callable[[Callable[..., str]], Callable[..., str]],
    ) -> None:
        self._place = place
        self._worker = worker
        self._operations = operations
        self._one_by_one = one_by_one

    def pictures(self, parent: QObject) -> PagePictures:
        """Pictures of pages, as long as `parent` lives."""
        return PagePictures(self._worker, self._place.file, self._operations, parent)

    def propose(
        self,
        parent: QObject,
        page: PreparedPage,
        done: Callable[[Proposal], None],
        failed: Callable[[CardprepError], None],
    ) -> Operation:
        """Ask where the page's corners are, and how far it is from straight."""

        def work(_: Report, cancelled: Cancelled) -> Proposal:
            return self._worker.propose(self._place.file, page, cancelled)

        return self._operations.run(parent, work, done, failed)

    def make(
        self,
        parent: QObject,
        wanted: Sequence[Group],
        break_signature: bool,
        done: Callable[[tuple[Made, ...]], None],
        failed: Callable[[CardprepError], None],
        progress: Callable[[int, int], None],
    ) -> Operation:
        """Make the papers and take them in; the case names them only once `done` applies the edit."""

        def work(report: Report, cancelled: Cancelled) -> tuple[Made, ...]:
            render = partial(
                self._worker.render, self._place.file, cancelled=cancelled, break_signature=break_signature
            )
            take_in = self._one_by_one(self._place.take_in_bytes)
            return preparing.carry_out(wanted, render, take_in, report, cancelled)

        return self._operations.run(parent, work, done, failed, progress)
