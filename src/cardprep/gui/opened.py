"""A case that is open in the window: what must live as long as it, whatever is shown of it."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cardprep.app.folder import ATTACHMENTS
from cardprep.app.session import Change, Session
from cardprep.gui.autosave import Autosave
from cardprep.gui.files import FileDesk

if TYPE_CHECKING:
    from cardprep.app.folder import CaseFolder
    from cardprep.case.model import Case
    from cardprep.evidence.client import Worker
    from cardprep.gui.operation import Operations
    from cardprep.rules.rulebook import Rulebook


class OpenCase(QObject):
    """Session, folder, autosave and file desk of one case; it outlives a switch of language or look.

    Attributes:
        session: the case and its history.
        folder: where it is.
        autosave: brings every change into the folder.
        files: takes files in.
        worker: opens untrusted files.
    """

    def __init__(
        self,
        case: Case,
        folder: CaseFolder,
        rulebook: Rulebook,
        worker: Worker,
        operations: Operations,
        now: Callable[[], dt.datetime],
    ) -> None:
        super().__init__()
        self.session = Session(case, rulebook, lambda: now().date())
        self.folder = folder
        self.worker = worker
        self._former: list[CaseFolder] = []
        self._ever_named = self.session.files_in_history()
        self._unsubscribe = self.session.subscribe(self._on_change)
        self.autosave = Autosave(self.session, folder, operations, now, self)
        self.files = FileDesk(self.session, folder, worker, operations, self)

    def take_over(self, folder: CaseFolder) -> None:
        """The case now lies in another folder; the former one is let go when this closes."""
        self._former.append(self.folder)
        self.folder = folder

    def close(self) -> None:
        """Let go of the folder. Everything is to be saved by now."""
        is_saved = self.autosave.is_clean
        self._unsubscribe()
        self.files.close()
        self.autosave.close()
        # A case that could not be saved still names on the disk what was taken out since.
        if not self._former and is_saved:
            with contextlib.suppress(OSError):
                self.folder.sweep(self._worth_keeping())
        for folder in (*self._former, self.folder):
            folder.close()

    def _on_change(self, change: Change) -> None:
        if change.case_changed:
            self._ever_named |= {attachment.file for attachment in self.session.case.attachments}

    def _worth_keeping(self) -> frozenset[str]:
        """All but the copies that the case named at its opening or since, and names no more.

        The history ends with the session, so that nothing can bring them back. A folder opened in place may
        hold files of other programs; those are never touched.
        """
        copies = self._ever_named - {attachment.file for attachment in self.session.case.attachments}
        place = self.folder.path / ATTACHMENTS
        there = (f"{ATTACHMENTS}/{path.name}" for path in (place.iterdir() if place.is_dir() else ()))
        return frozenset(there) - copies
