"""What the window does with the open library: lists, other shelves, and the way back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from cardprep.app.clock import now
from cardprep.case.model import StatusState
from cardprep.gui.models.records import Fetch, Fetched, Tab
from cardprep.gui.operation import Lane, Operations
from cardprep.library.records import (
    ApplicationOrder,
    ApplicationQuery,
    Cursor,
    DirectoryQuery,
    FirmRow,
    Page,
    PersonRow,
    RecordKind,
    Shelf,
    Stamp,
)

if TYPE_CHECKING:
    from cardprep.app.library.open import OpenLibrary
    from cardprep.gui.operation import Failed

T = TypeVar("T")
FIRST_ROWS = 24
"""About as many as are seen at once: an answer is to be there with the next letter."""
MORE_ROWS = 100
KINDS = {
    Tab.APPLICATIONS: RecordKind.APPLICATION,
    Tab.FIRMS: RecordKind.FIRM,
    Tab.PEOPLE: RecordKind.PERSON,
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the home page is to list. `states` empty: whatever the state."""

    tab: Tab = Tab.APPLICATIONS
    search: str = ""
    shelf: Shelf = Shelf.ACTIVE
    states: frozenset[StatusState | None] = frozenset()
    with_gaps: bool = False
    due_by: dt.date | None = None
    order: ApplicationOrder = ApplicationOrder.CHANGED
    firm: str = ""
    person: str = ""

    def with_order(self, order: str) -> Wanted:
        """The same, sorted by that column."""
        return replace(self, order=ApplicationOrder(order))


@dataclass(frozen=True, slots=True)
class Moved:
    """What was put from one shelf to another, to be told and taken back."""

    kind: RecordKind
    ids: tuple[str, ...]
    source: Shelf
    target: Shelf


class LibraryDesk(QObject):
    """The open library, for pages and dialogs.

    Signals:
        changed: records are others now; lists should ask again.
        moved: a `Moved`, which can be taken back.

    Attributes:
        library: the open library.
        operations: the one road off the UI thread.
        who: the name that changes are noted under.
    """

    changed = Signal()
    moved = Signal(object)

    def __init__(self, library: OpenLibrary, operations: Operations, who: Callable[[], str]) -> None:
        super().__init__()
        self.library = library
        self.operations = operations
        self.who = who

    def fetcher(self, wanted: Wanted) -> Fetch:
        """The question for a list; to be asked in a thread."""
        store = self.library.store

        def applications(after: Cursor | None) -> Fetched[Any]:
            query = _application_query(wanted)
            page = store.fetch_applications(query, after, FIRST_ROWS if after is None else MORE_ROWS)
            return Fetched(page, store.count(query) if after is None else None)

        directory = DirectoryQuery(wanted.search, wanted.shelf, wanted.firm)
        return {
            Tab.APPLICATIONS: applications,
            Tab.FIRMS: lambda after: Fetched(store.fetch_firms(directory, after)),
            Tab.PEOPLE: lambda after: Fetched(store.fetch_people(directory, after)),
        }[wanted.tab]

    def firms(self, search: str) -> Page[FirmRow]:
        """The first firms that the search finds; to be asked in a thread."""
        return self.library.store.fetch_firms(DirectoryQuery(search), None)

    def people(self, search: str) -> Page[PersonRow]:
        """The first people that the search finds; to be asked in a thread."""
        return self.library.store.fetch_people(DirectoryQuery(search), None)

    def run(
        self,
        parent: QObject,
        work: Callable[[], T],
        done: Callable[[T], None] = lambda _result: None,
        failed: Failed | None = None,
    ) -> None:
        """Do something with the library in a thread, and have lists ask again."""

        def finished(result: T) -> None:
            done(result)
            self.changed.emit()

        self.operations.run(parent, lambda _report, _cancelled: work(), finished, failed, lane=Lane.SAVING)

    def move(self, kind: RecordKind, ids: Collection[str], source: Shelf, target: Shelf) -> None:
        """Archive, throw into the trash, or take back."""
        stamp, library = Stamp(self.who(), now()), self.library

        def work() -> Moved:
            library.written(lambda: library.store.move(kind, ids, target, stamp))
            return Moved(kind, tuple(ids), source, target)

        self.run(self, work, self.moved.emit)

    def take_back(self, moved: Moved) -> None:
        """Put what was moved where it was."""
        stamp, library = Stamp(self.who(), now()), self.library
        self.run(
            self,
            lambda: library.written(lambda: library.store.move(moved.kind, moved.ids, moved.source, stamp)),
        )


def _application_query(wanted: Wanted) -> ApplicationQuery:
    return ApplicationQuery(
        search=wanted.search,
        shelf=wanted.shelf,
        order=wanted.order,
        firm=wanted.firm,
        person=wanted.person,
        states=wanted.states,
        with_gaps=wanted.with_gaps,
        due_by=wanted.due_by,
    )
