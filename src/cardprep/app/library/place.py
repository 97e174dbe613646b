"""An application of the library as the place of an open case."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path

from cardprep.app.library.applications import Application
from cardprep.app.library.open import OpenLibrary
from cardprep.app.library.standing import standing_of
from cardprep.app.place import Record, Steps
from cardprep.app.session import Move, Past
from cardprep.case.model import Case
from cardprep.evidence.source import InMemory

MOST_STEPS = 200


class ApplicationPlace:
    """An open application of the library.

    Its files lie nowhere in plain: the worker is given their bytes.

    Attributes:
        library: the library it is in.
        application: the application.
    """

    def __init__(self, library: OpenLibrary, application: Application) -> None:
        self.library = library
        self.application = application
        self._papers: contextlib.ExitStack | None = None
        self._folder: Path | None = None
        self._turn = threading.Lock()

    @classmethod
    def create(
        cls, library: OpenLibrary, case: Case, who: Callable[[], str], firm: str = ""
    ) -> ApplicationPlace:
        """A new application (WriteFailed …)."""
        return cls(library, Application.create(library, case, who, firm))

    @classmethod
    def open(cls, library: OpenLibrary, id: str, who: Callable[[], str]) -> ApplicationPlace:
        """The application of that id (NoSuchRecord, StoreDamaged)."""
        return cls(library, Application.open(library, id, who))

    @property
    def case(self) -> Case:
        """The case as it was saved last."""
        return self.application.case

    def steps(self) -> Steps:
        """The steps of undo and redo of former sessions."""
        known = self.library.store.steps(self.application.id, MOST_STEPS)
        before = tuple(Past(case, place) for case, place in known.before)
        return Steps(before, tuple(Past(case, place) for case, place in known.after))

    def save(self, record: Record) -> None:
        """Keep a change; a step that the journal knows otherwise is kept as an edit."""
        moves: dict[Move, Callable[[], object]] = {
            Move.UNDO: self.application.undo,
            Move.REDO: self.application.redo,
            Move.RETURN: partial(self.application.return_to, record.number),
        }
        travel = moves.get(record.move)
        if travel is not None and self.case != record.case:
            travel()
        standing = None if record.findings is None else standing_of(record.case, record.findings)
        self.application.save(record.case, record.where, record.joins, standing)

    def file(self, name: str) -> InMemory:
        """The file, unsealed when it is read."""
        return InMemory(name, partial(self.application.read, name))

    def take_in(self, source: Path) -> str:
        """Seal a copy of the file."""
        return self.application.attach(source.name, source)

    def take_in_bytes(self, name: str, data: bytes) -> str:
        """Seal the bytes."""
        return self.application.attach(name, data)

    def in_plain(self, case: Case) -> AbstractContextManager[Path]:
        """The files in a private folder of the library, as long as the block lasts."""
        return self.application.in_plain(case)

    def paper(self, name: str) -> Path:
        """A path in a private folder that goes with this place (SaveFailed)."""
        with self._turn:
            if self._folder is None:
                self._papers = contextlib.ExitStack()
                self._folder = self._papers.enter_context(self.library.working_folder())
            return self._folder / name

    def close(self) -> None:
        """Take the papers away."""
        with self._turn:
            if self._papers is not None:
                self._papers.close()
            self._papers = self._folder = None
