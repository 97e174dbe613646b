"""The one interface to the library's records. A server database may stand behind it one day.

Its contract is `tests/library/store_contract.py`: whatever implements it passes that. All ids are opaque
texts; all writes are durable when the call returns; all errors are `StoreError`s, and after one of them the
store is as it was before the call.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import Protocol

from cardprep.case.model import Case
from cardprep.library.blobs import BlobId
from cardprep.library.records import (
    Appearance,
    ApplicationQuery,
    ApplicationRow,
    Cursor,
    DirectoryQuery,
    Firm,
    FirmRow,
    HistoryEntry,
    Material,
    OpenApplication,
    Page,
    Person,
    PersonRow,
    RecordKind,
    Saving,
    Shelf,
    Stamp,
    Standing,
    StepsKept,
    StoredFile,
)

RETENTION_DAYS = 90


class BlobStore(Protocol):
    """As much of the sealed files as a purge needs."""

    def delete(self, blob: BlobId, /) -> None:
        """Take the blob's file away; one that is gone already is no error."""


class Store(Protocol):
    """The records of firms, people and applications."""

    # Applications

    def create(
        self,
        case: Case,
        wrapped_key: bytes,
        stamp: Stamp,
        firm: str = "",
        id: str = "",
        files: tuple[StoredFile, ...] = (),
    ) -> OpenApplication:
        """A new application with its files, all or nothing; `id` is made beforehand for its key."""

    def open(self, application: str) -> OpenApplication:
        """The application as it was saved last."""

    def save(self, application: str, saving: Saving) -> OpenApplication:
        """Save an edit; acknowledged by returning. `EditedMeanwhile` where `base` is not the last row."""

    def undo(self, application: str, stamp: Stamp) -> OpenApplication | None:
        """Take the last step back; None where there is none."""

    def redo(self, application: str, stamp: Stamp) -> OpenApplication | None:
        """Make the step again that was taken back; None where there is none."""

    def steps(self, application: str, most: int) -> StepsKept:
        """What undo and redo would lead to, at most so many steps each way."""

    def history(self, application: str, before: int | None = None, limit: int = 50) -> list[HistoryEntry]:
        """The journal, latest first, from below the row `before`."""

    def case_at(self, application: str, number: int) -> Case:
        """The case as it stood after the journal row `number`."""

    def return_to(self, application: str, number: int, stamp: Stamp) -> OpenApplication:
        """Make the state after that row the present one: a new edit, which undo takes back."""

    def set_standing(self, application: str, standing: Standing) -> None:
        """What the rules say of it today; no edit."""

    def assign(self, application: str, firm: str) -> None:
        """Put it to a firm ("": to none)."""

    def files(self, application: str) -> dict[str, StoredFile]:
        """Every file that it ever named, by name."""

    # Firms and people

    def put_firm(self, firm: Firm) -> Firm:
        """Store a firm, new (with id "") or changed; with its id."""

    def firm(self, id: str) -> Firm:
        """One firm."""

    def put_person(self, person: Person) -> Person:
        """Store a person, new (with id "") or changed; with her id."""

    def person(self, id: str) -> Person:
        """One person."""

    def find_person(self, id_number: str) -> Person | None:
        """The person with that document (OPER-6 tells people apart), not looked for in the trash."""

    def find_firm(self, uscc: str) -> Firm | None:
        """The firm with that credit code, not looked for in the trash."""

    def duplicates(self, kind: RecordKind) -> list[tuple[str, ...]]:
        """Ids of firms, or people, that are one and the same by their number, outside the trash."""

    def merge(self, kind: RecordKind, keep: str, gone: str, stamp: Stamp) -> None:
        """Fill what is blank in `keep` from `gone`, take over all that hangs on it; `gone` to the trash."""

    def appearances(self, person_key: str) -> list[Appearance]:
        """Where a person appears; applications in the trash excepted."""

    def add_material(self, material: Material, wrapped_key: bytes) -> Material:
        """Remember an identity paper; the key is kept for its owner where there is none yet."""

    def materials(self, person: str) -> list[Material]:
        """A person's identity papers, the latest first."""

    # Lists

    def fetch_applications(
        self, query: ApplicationQuery, after: Cursor | None = None, limit: int = 50
    ) -> Page[ApplicationRow]:
        """A page of applications."""

    def fetch_firms(
        self, query: DirectoryQuery, after: Cursor | None = None, limit: int = 50
    ) -> Page[FirmRow]:
        """A page of firms."""

    def fetch_people(
        self, query: DirectoryQuery, after: Cursor | None = None, limit: int = 50
    ) -> Page[PersonRow]:
        """A page of people."""

    def count(self, query: ApplicationQuery) -> int:
        """How many applications the query finds."""

    # Shelves and the end of things

    def move(self, kind: RecordKind, ids: Collection[str], shelf: Shelf, stamp: Stamp) -> None:
        """Archive, throw into the trash, or take back, all or none."""

    def due_for_purge(self, today: dt.date, retention_days: int = RETENTION_DAYS) -> list[ApplicationRow]:
        """The applications whose time is over; nothing is done to them unasked."""

    def purge(
        self,
        kind: RecordKind,
        ids: Collection[str],
        blobs: BlobStore,
        today: dt.date,
        retention_days: int = RETENTION_DAYS,
    ) -> None:
        """Leave no readable byte of the records, all or none: rows, index, journal, its key, its blobs.

        Raises:
            RetentionNotOver, NotYetEnded: an application must be kept longer.
            StillUsed: applications need the firm or person.
        """

    # Keys and blobs

    def wrapped_key(self, owner: str) -> bytes | None:
        """The wrapped key of an application or a person, or None."""

    def blobs_in_use(self) -> frozenset[str]:
        """Every blob that a record names: what else lies in the folder may be swept."""

    def faults(self) -> int:
        """How much of it is not what was written (reads everything)."""

    def close(self) -> None:
        """Give it free."""
