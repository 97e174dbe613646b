"""The desk where files come in: copied into the case off the UI thread, then looked into by the worker."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtCore import Slot as QtSlot

from cardprep.case import edits
from cardprep.errors import CardprepError
from cardprep.gui.preparer import Preparer
from cardprep.gui.previews import PageKey, Previews
from cardprep.gui.questions import Question, Questions
from cardprep.host.paths import scans_folder

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from cardprep.app.place import CasePlace
    from cardprep.app.session import Change, Session
    from cardprep.case.facts import FileFacts
    from cardprep.case.model import Attachment, Case
    from cardprep.case.slots import Slot
    from cardprep.evidence.client import Worker
    from cardprep.evidence.source import FileSource
    from cardprep.gui.operation import Cancelled, Operations, Report

FIRST_LOOK_AFTER_MS = 200
"""The window is painted before the worker of a case with files is started."""


@dataclass(frozen=True, slots=True)
class Taken:
    """The case's names of the files that came in, and why others did not."""

    files: tuple[str, ...]
    refused: tuple[CardprepError, ...]


class FileDesk(QObject):
    """Takes files in and finds out about them.

    Signals:
        changed: what is pending, or being taken in, is another now.
        refused: slot, and the `CardprepError` for one file that could not be taken in.

    Attributes:
        previews: pictures of pages.
        preparer: makes prepared files of them.
        chosen_in: the folder where files were chosen last, for the next choice to begin there.
    """

    changed = Signal()
    refused = Signal(object, object)

    def __init__(
        self,
        session: Session,
        place: CasePlace,
        worker: Worker,
        operations: Operations,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._place = place
        self._worker = worker
        self._operations = operations
        self._questions = Questions(operations, self)
        self.previews = Previews(worker, self._questions, self)
        self._pending: set[str] = set()
        self._failures: dict[str, CardprepError] = {}
        self._incoming: dict[Slot, int] = {}
        self._copying = threading.Lock()
        self.preparer = Preparer(place, worker, operations, self._one_by_one)
        self.chosen_in = scans_folder()
        self._unsubscribe = session.subscribe(self._on_change)
        self._first_look = QTimer(self, singleShot=True, interval=FIRST_LOOK_AFTER_MS)
        self._first_look.timeout.connect(self.look)
        if session.unread_files:
            self._first_look.start()

    @property
    def worker(self) -> Worker:
        """What opens untrusted files; for lists from Excel, which are no files of the case."""
        return self._worker

    def close(self) -> None:
        """Ask for nothing more."""
        self._first_look.stop()
        self._questions.stop()
        self._unsubscribe()

    def take_in(self, slot: Slot, sources: Sequence[Path]) -> None:
        """Copy the files in and put them into the slot, as one step of undo."""
        if sources:
            self._take(slot, sources, self._place.take_in, self._attach)

    def take_in_bytes(self, slot: Slot, name: str, data: bytes) -> None:
        """Put a picture from the clipboard into the slot."""
        self._take(slot, (data,), partial(self._place.take_in_bytes, name), self._attach)

    def replace(self, slot: Slot, file: str, source: Path) -> None:
        """Put another file in the place of `file`."""
        self._take(slot, (source,), self._place.take_in, partial(self._put_in_place_of, file))

    def is_pending(self, file: str) -> bool:
        """Whether the file is still being looked into."""
        return file not in self._session.facts and file not in self._failures

    def failure(self, file: str) -> CardprepError | None:
        """Why the file could not be looked into although nothing is wrong with it, or None."""
        return self._failures.get(file)

    @property
    def is_taking_in(self) -> bool:
        """Whether a file is being copied that the case does not name yet: closing should wait for it."""
        return any(self._incoming.values())

    def incoming(self, slot: Slot) -> int:
        """How many files are being copied into the slot."""
        return self._incoming.get(slot, 0)

    def try_again(self, file: str) -> None:
        """Look into a file again that could not be looked into."""
        self._failures.pop(file, None)
        self.look()

    def picture(self, attachment: Attachment, page: int, side: int) -> tuple[PageKey, QImage | None] | None:
        """The page as the clerk turned it; None where nothing can be shown."""
        facts = self._session.facts.get(attachment.file)
        if facts is None or facts.fault is not None or not facts.pages:
            return None
        key = PageKey(facts.sha256, page, side, attachment.turn)
        return key, self.previews.picture(key, self._place.file(attachment.file))

    @QtSlot()
    def look(self) -> None:
        """Ask the worker about every file that nothing is known of."""
        known = self._pending | self._failures.keys()
        unknown = [file for file in dict.fromkeys(self._session.unread_files) if file not in known]
        for file in unknown:
            self._pending.add(file)
            work = partial(self._read, self._place.file(file))
            self._questions.ask(Question(work, partial(self._on_read, file), partial(self._on_unread, file)))
        if unknown:
            self.changed.emit()

    def _on_change(self, change: Change) -> None:
        if change.case_changed:
            self.look()

    def _take(
        self,
        slot: Slot,
        sources: Sequence[Path] | Sequence[bytes],
        take: Callable[..., str],
        put: Callable[[Slot, Sequence[str]], None],
    ) -> None:
        self._count(slot, len(sources))

        def done(taken: Taken) -> None:
            if taken.files:
                put(slot, taken.files)
            for error in taken.refused:
                self.refused.emit(slot, error)

        operation = self._operations.run(self, partial(_take_all, sources, self._one_by_one(take)), done)
        operation.ended.connect(partial(self._count, slot, -len(sources)))

    def _one_by_one(self, take: Callable[..., str]) -> Callable[..., str]:
        """`take`, so that two files of one name that come at once do not get the same name in the case."""

        def taken(*source: Path | bytes | str) -> str:
            with self._copying:
                return take(*source)

        return taken

    def _count(self, slot: Slot, by: int) -> None:
        self._incoming[slot] = self._incoming.get(slot, 0) + by
        self.changed.emit()

    def _attach(self, slot: Slot, files: Sequence[str]) -> None:
        def edit(case: Case) -> Case:
            for file in files:
                case = edits.attach(case, slot, file)
            return case

        if _is_there(self._session.case, slot):
            self._session.apply(edit, where=str(slot), initiator=self)

    def _put_in_place_of(self, file: str, slot: Slot, files: Sequence[str]) -> None:
        edit = partial(edits.replace_file, slot=slot, file=file, by=files[0])
        self._session.apply(edit, where=str(slot), initiator=self)

    def _read(self, source: FileSource, cancelled: Cancelled) -> FileFacts:
        return self._worker.facts(source, cancelled)

    def _on_read(self, file: str, facts: FileFacts) -> None:
        self._pending.discard(file)
        self._session.set_facts({file: facts})
        self.changed.emit()

    def _on_unread(self, file: str, error: CardprepError) -> None:
        self._pending.discard(file)
        self._failures[file] = error
        self.changed.emit()


def _take_all(
    sources: Sequence[Path] | Sequence[bytes], take: Callable[..., str], report: Report, cancelled: Cancelled
) -> Taken:
    """Take in each source; what cannot be taken in does not hold up the others."""
    files: list[str] = []
    refused: list[CardprepError] = []
    for number, source in enumerate(sources):
        if cancelled():
            break
        report(number, len(sources))
        try:
            files.append(take(source))
        except CardprepError as error:
            refused.append(error)
    return Taken(tuple(files), tuple(refused))


def _is_there(case: Case, slot: Slot) -> bool:
    """Whether the slot's owner has not been removed while his files were copied."""
    return slot.index is None or slot.index < len(case.operators)
