"""A case on the bench: a real session and folder, a worker that looks into nothing, and no window."""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from PySide6.QtGui import QFont, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from cardprep.app import rulebooks
from cardprep.app.library.place import ApplicationPlace
from cardprep.app.session import Change, Session
from cardprep.case.facts import Fault, FileFacts, PageFacts
from cardprep.case.model import Case
from cardprep.errors import CardprepError
from cardprep.evidence.client import Worker
from cardprep.evidence.replies import Pixels
from cardprep.evidence.source import read_whole
from cardprep.gui.context import Context
from cardprep.gui.files import FileDesk
from cardprep.gui.library_desk import LibraryDesk
from cardprep.gui.operation import Operations
from cardprep.gui.theme import Theme
from cardprep.wording.catalog import Catalog
from making import libraries, people

TODAY = dt.date(2026, 11, 23)
W = TypeVar("W", bound=QWidget)


@dataclass
class PretendWorker:
    """Knows a file by its first bytes: `broken…` is damaged, else a JPEG with a page more for each `|`."""

    failing: CardprepError | None = None
    previews: list[tuple[str, int, int, int]] = field(default_factory=list)

    def facts(self, path, cancelled):
        if self.failing is not None:
            raise self.failing
        data = read_whole(path)
        sha256 = hashlib.sha256(data).hexdigest()
        if data.startswith(b"broken"):
            return FileFacts(sha256, len(data), "pdf", Fault.DAMAGED)
        pages = (PageFacts(1240, 1754, dpi=150),) * (1 + data.count(b"|"))
        return FileFacts(sha256, len(data), "jpeg", pages=pages)

    def preview(self, path, page, longest_side, turn, cancelled):
        self.previews.append((path.name, page, longest_side, turn))
        return Pixels(2, 3, bytes(18))


class Bench:
    """What a widget is given, and the means to look for its parts."""

    def __init__(self, context: Context, worker: PretendWorker, folder: Path) -> None:
        self.context = context
        self.session: Session = context.session
        self.worker = worker
        self.place = context.place
        self._folder = folder
        self._holders: list[QWidget] = []

    def file(self, name: str = "scan.jpg", data: bytes = b"a scan") -> Path:
        """A file outside the case."""
        path = self._folder / name
        path.write_bytes(data)
        return path

    @property
    def saved(self) -> Case:
        """The case as the library has it."""
        application = self.place.application.id
        return self.place.library.store.open(application).case

    def show(self, qtbot, widget: W) -> W:
        """Show the widget, and let it follow the session as a page does in the window."""
        holder = QWidget()
        self._holders.append(holder)
        QVBoxLayout(holder).addWidget(widget)
        qtbot.addWidget(holder)
        self.session.subscribe(widget.refresh)
        widget.refresh(Change())
        holder.resize(1000, 1200)
        holder.show()
        qtbot.waitExposed(holder)
        holder.activateWindow()
        return widget

    def attach(self, qtbot, slot, *paths: Path) -> None:
        """Take files into the slot and wait until all is known of them."""
        before = len(self.session.case.in_slot(slot))
        self.context.files.take_in(slot, paths)
        qtbot.waitUntil(lambda: len(self.session.case.in_slot(slot)) == before + len(paths))
        qtbot.waitUntil(lambda: not self.session.unread_files)


@contextlib.contextmanager
def open_bench(
    folder: Path,
    case: Case | None = None,
    language: str = "en",
    files: Mapping[str, bytes] = MappingProxyType({}),
    worker: PretendWorker | Worker | None = None,
) -> Iterator[Bench]:
    """A bench for the case and its files; everything is closed behind it."""
    library, _ = libraries.made(folder / "library")
    place = ApplicationPlace.create(library, case or Case(), lambda: libraries.WHO)
    for name, data in files.items():
        place.take_in_bytes(name, data)
    session = Session(case or Case(), rulebooks.rulebook(), lambda: TODAY)
    operations, worker = Operations(), worker or PretendWorker()
    files = FileDesk(session, place, worker, operations)
    desk = LibraryDesk(library, operations, lambda: libraries.WHO)
    context = Context(session, place, Catalog(language), Theme(False, QFont()), operations, files, desk)
    try:
        yield Bench(context, worker, folder)
    finally:
        files.close()
        operations.close()
        place.close()
        library.close()


def commit(widget: QWidget, text: str) -> None:
    """Type `text` as an input method does: key clicks know no Chinese."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def id_number(i: int) -> str:
    """A valid resident identity number."""
    return people.resident_id(people.birth(i), i)
