"""An application that is open: every edit saved into its journal, its history, its files.

One thread saves, another may attach at the same time.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Self

from cardprep.app.clock import now
from cardprep.app.library.files import in_plain, read_file, take_in_file
from cardprep.app.library.open import OpenLibrary
from cardprep.case.model import Case
from cardprep.library.blobs import BlobId
from cardprep.library.columns import new_id
from cardprep.library.records import HistoryEntry, OpenApplication, Saving, Stamp, Standing, StoredFile


class Application:
    """An open application, as it was saved last; every error of a call leaves it so.

    Attributes:
        state: the case, the number of the last journal row, whether undo and redo lead anywhere.
    """

    def __init__(self, library: OpenLibrary, state: OpenApplication, who: Callable[[], str]) -> None:
        self.state = state
        self._library = library
        self._who = who
        self._waiting: tuple[StoredFile, ...] = ()
        self._turn = threading.Lock()

    @classmethod
    def create(cls, library: OpenLibrary, case: Case, who: Callable[[], str], firm: str = "") -> Self:
        """A new application with nothing attached (WriteFailed …)."""
        id = new_id()
        wrapped, stamp = library.vault.new_application_key(id).wrapped, Stamp(who(), now())
        made = library.written(lambda: library.store.create(case, wrapped, stamp, firm, id))
        return cls(library, made, who)

    @classmethod
    def open(cls, library: OpenLibrary, id: str, who: Callable[[], str]) -> Self:
        """The application of that id (NoSuchRecord, StoreDamaged)."""
        return cls(library, library.store.open(id), who)

    @property
    def id(self) -> str:
        """Its id."""
        return self.state.id

    @property
    def case(self) -> Case:
        """The case as it was saved last."""
        return self.state.case

    def save(
        self, case: Case, place: str = "", joins: bool = False, standing: Standing | None = None
    ) -> OpenApplication:
        """Save an edit made at `place`; it is on the disk when this returns.

        Where the disk is full, the room kept back is given up and it is tried once more.

        Raises:
            WriteFailed: nothing changed; the same call may be made again.
            EditedMeanwhile: someone else saved it; open it anew.
        """
        waiting = self._waiting
        saving = Saving(case, self.state.number, self._stamp(), place, joins, standing, waiting)
        self.state = self._library.written(lambda: self._library.store.save(self.id, saving))
        with self._turn:
            self._waiting = self._waiting[len(waiting) :]
        return self.state

    def undo(self) -> OpenApplication | None:
        """Take the last step back, also one of an earlier day; None where there is none."""
        return self._travelled(self._library.store.undo)

    def redo(self) -> OpenApplication | None:
        """Make the step again that was taken back; None where there is none."""
        return self._travelled(self._library.store.redo)

    def return_to(self, number: int) -> OpenApplication:
        """Make the state after the journal row `number` the present one; undo takes that back."""
        stamp, store = self._stamp(), self._library.store
        self.state = self._library.written(lambda: store.return_to(self.id, number, stamp))
        return self.state

    def history(self, before: int | None = None) -> list[HistoryEntry]:
        """A page of the journal, the latest first."""
        return self._library.store.history(self.id, before)

    def attach(self, name: str, source: Path | bytes) -> str:
        """Seal a file and give the case's name of it; it belongs to the application from the next save on.

        Raises:
            FileUnreadable, SourceUnreadable, FileTooBig, BlobNotWritten: as they say.
        """
        waiting = {file.name for file in self._waiting}
        stored = take_in_file(self._library, self.id, name, source, waiting)
        with self._turn:
            self._waiting = (*self._waiting, stored)
        return stored.name

    def read(self, file: str) -> bytes:
        """A file in memory (AttachmentGone, BlobMissing, BlobDamaged, BlobUnreadable)."""
        with self._turn:
            waiting = next((stored for stored in self._waiting if stored.name == file), None)
        if waiting is not None:
            return self._library.blobs.get(BlobId(waiting.blob), self._library.application_key(self.id))
        return read_file(self._library, self.id, file)

    def in_plain(self, case: Case) -> AbstractContextManager[Path]:
        """The files that the case names, in plain, as long as the block lasts (as `files.in_plain`)."""
        with self._turn:
            return in_plain(self._library, self.id, case, self._waiting)

    def _stamp(self) -> Stamp:
        return Stamp(self._who(), now())

    def _travelled(self, travel: Callable[[str, Stamp], OpenApplication | None]) -> OpenApplication | None:
        stamp = self._stamp()
        travelled = self._library.written(lambda: travel(self.id, stamp))
        self.state = travelled or self.state
        return travelled
