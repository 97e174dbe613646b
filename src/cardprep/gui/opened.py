"""A case that is open in the window: what must live as long as it, whatever is shown of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cardprep.app.place import Steps
from cardprep.app.session import Session
from cardprep.gui.autosave import Autosave
from cardprep.gui.files import FileDesk

if TYPE_CHECKING:
    from cardprep.app.place import CasePlace
    from cardprep.case.model import Case
    from cardprep.evidence.client import Worker
    from cardprep.gui.operation import Operations
    from cardprep.rules.rulebook import Rulebook


class OpenCase(QObject):
    """Session, place, autosave and file desk of one case; it outlives a switch of language or look.

    Attributes:
        session: the case and its history.
        place: where it is kept.
        autosave: brings every change there.
        files: takes files in.
        worker: opens untrusted files.
    """

    def __init__(
        self,
        case: Case,
        place: CasePlace,
        rulebook: Rulebook,
        worker: Worker,
        operations: Operations,
        now: Callable[[], dt.datetime],
        steps: Steps = Steps(),  # noqa: B008 - a frozen value
    ) -> None:
        super().__init__()
        self.session = Session(case, rulebook, lambda: now().date(), steps.before, steps.after)
        self.place = place
        self.worker = worker
        self.autosave = Autosave(self.session, place, operations, now, self)
        self.files = FileDesk(self.session, place, worker, operations, self)

    def close(self) -> None:
        """Let go of the case. Everything is to be saved by now."""
        self.files.close()
        self.autosave.close()
        self.place.close()
