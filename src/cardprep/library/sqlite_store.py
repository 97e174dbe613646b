"""The store in one encrypted SQLite file of one process (`Store` tells what each call does)."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Collection
from pathlib import Path
from typing import Self

from cardprep.case.model import Case
from cardprep.host.atomic import make_private_folder
from cardprep.host.locks import FolderLock, lock_folder
from cardprep.host.system_errors import reason_code
from cardprep.library import applications, directory, firms, journal, lists, people, purge, schema
from cardprep.library.blobs import BlobId
from cardprep.library.columns import new_id
from cardprep.library.connection import Connection, is_absent, open_connection
from cardprep.library.errors import LibraryError
from cardprep.library.placement import refuse_unsuitable
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
from cardprep.library.schema import Before
from cardprep.library.steps import Step, no_step
from cardprep.library.store import RETENTION_DAYS, BlobStore
from cardprep.library.store_errors import StoreError, StoreExists, StoreInUse, StoreMissing, WriteFailed

DATABASE = "library.db"
PAGE_ROWS = 50


class SqliteStore:
    """The records in `library.db` of a folder that this process has locked."""

    def __init__(self, connection: Connection, lock: FolderLock, step: Step = no_step) -> None:
        self._connection = connection
        self._lock = lock
        self._step = step

    @classmethod
    def create_in(
        cls, folder: Path, key: bytes, step: Step = no_step, lock: FolderLock | None = None
    ) -> Self:
        """Make an empty library in the folder; a `lock` that is held already becomes the store's own.

        Raises:
            StoreExists: there is one.
            UnsuitablePlace: a network drive or a sync folder.
            StoreInUse, WriteFailed: the folder cannot be had.
        """
        refuse_unsuitable(folder)
        try:
            make_private_folder(folder)
        except OSError as error:
            raise WriteFailed(reason=reason_code(error)) from None
        if not is_absent(folder / DATABASE):
            raise StoreExists(found=folder.name)
        return cls._opened(folder, key, lambda version: None, True, step, lock)

    @classmethod
    def open_in(
        cls, folder: Path, key: bytes, before: Before, step: Step = no_step, lock: FolderLock | None = None
    ) -> Self:
        """Open the library in the folder, and bring it to the present form (after `before(version)`).

        A `lock` that is held already becomes the store's own.

        Raises:
            StoreMissing: there is none.
            WrongKey: the key does not open it.
            StoreTooNew: a later program wrote it; it is left alone.
            UnsuitablePlace, StoreInUse, ReadFailed, WriteFailed, StoreDamaged: as they say.
        """
        if not (folder / DATABASE).is_file():
            raise StoreMissing(found=folder.name)
        refuse_unsuitable(folder)
        return cls._opened(folder, key, before, False, step, lock)

    @classmethod
    def _opened(
        cls, folder: Path, key: bytes, before: Before, create: bool, step: Step, held: FolderLock | None
    ) -> Self:
        lock = held or _locked(folder)
        try:
            connection = open_connection(folder / DATABASE, key, create)
            try:
                schema.migrate(connection, before, step=step)
                # What was purged just before a crash may still stand in the log.
                with contextlib.suppress(WriteFailed):
                    connection.empty_log()
            except BaseException:
                connection.close()
                raise
        except BaseException:
            lock.release()
            raise
        return cls(connection, lock, step)

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
        """A new application."""
        with self._connection.writing() as statements:
            key = applications.NewKey(id or new_id(), wrapped_key)
            return applications.create(statements, key, case, stamp, firm, files)

    def open(self, application: str) -> OpenApplication:
        """The application as it was saved last."""
        with self._connection.reading() as statements:
            return applications.opened(statements, application)

    def save(self, application: str, saving: Saving) -> OpenApplication:
        """Save an edit."""
        with self._connection.writing() as statements:
            saved = applications.save(statements, application, saving)
            self._step("save-before-commit")
        self._step("save-done")
        return saved

    def undo(self, application: str, stamp: Stamp) -> OpenApplication | None:
        """Take the last step back."""
        with self._connection.writing() as statements:
            return applications.undo(statements, application, stamp)

    def redo(self, application: str, stamp: Stamp) -> OpenApplication | None:
        """Make the step again."""
        with self._connection.writing() as statements:
            return applications.redo(statements, application, stamp)

    def steps(self, application: str, most: int) -> StepsKept:
        """What undo and redo would lead to."""
        with self._connection.reading() as statements:
            return applications.steps(statements, application, most)

    def history(
        self, application: str, before: int | None = None, limit: int = PAGE_ROWS
    ) -> list[HistoryEntry]:
        """The journal, latest first."""
        with self._connection.reading() as statements:
            applications.require(statements, application)
            return list(journal.history(statements, application, before, limit))

    def case_at(self, application: str, number: int) -> Case:
        """The case as it stood then."""
        with self._connection.reading() as statements:
            return applications.case_at(statements, application, number)

    def return_to(self, application: str, number: int, stamp: Stamp) -> OpenApplication:
        """Make a former state the present one."""
        with self._connection.writing() as statements:
            return applications.return_to(statements, application, number, stamp)

    def set_standing(self, application: str, standing: Standing) -> None:
        """What the rules say of it."""
        with self._connection.writing() as statements:
            applications.set_standing(statements, application, standing)

    def assign(self, application: str, firm: str) -> None:
        """Put it to a firm."""
        with self._connection.writing() as statements:
            applications.assign(statements, application, firm)

    def files(self, application: str) -> dict[str, StoredFile]:
        """Every file that it ever named."""
        with self._connection.reading() as statements:
            return applications.files(statements, application)

    # Firms and people

    def put_firm(self, firm: Firm) -> Firm:
        """Store a firm."""
        with self._connection.writing() as statements:
            return firms.put(statements, firm)

    def firm(self, id: str) -> Firm:
        """One firm."""
        with self._connection.reading() as statements:
            return firms.get(statements, id)

    def find_firm(self, uscc: str) -> Firm | None:
        """The firm with that credit code."""
        with self._connection.reading() as statements:
            return firms.find(statements, uscc)

    def put_person(self, person: Person) -> Person:
        """Store a person."""
        with self._connection.writing() as statements:
            return people.put(statements, person)

    def person(self, id: str) -> Person:
        """One person."""
        with self._connection.reading() as statements:
            return people.get(statements, id)

    def find_person(self, id_number: str) -> Person | None:
        """The person with that document."""
        with self._connection.reading() as statements:
            return people.find(statements, id_number)

    def duplicates(self, kind: RecordKind) -> list[tuple[str, ...]]:
        """Records that are one and the same."""
        with self._connection.reading() as statements:
            return directory.duplicates(statements, kind)

    def merge(self, kind: RecordKind, keep: str, gone: str, stamp: Stamp) -> None:
        """Make two records one."""
        with self._connection.writing() as statements:
            module = firms if kind is RecordKind.FIRM else people
            module.merge(statements, keep, gone, stamp)

    def appearances(self, person_key: str) -> list[Appearance]:
        """Where a person appears."""
        with self._connection.reading() as statements:
            return people.appearances(statements, person_key)

    def add_material(self, material: Material, wrapped_key: bytes) -> Material:
        """Remember an identity paper."""
        with self._connection.writing() as statements:
            return people.add_material(statements, material, wrapped_key)

    def materials(self, person: str) -> list[Material]:
        """A person's identity papers."""
        with self._connection.reading() as statements:
            return people.materials(statements, person)

    # Lists

    def fetch_applications(
        self, query: ApplicationQuery, after: Cursor | None = None, limit: int = PAGE_ROWS
    ) -> Page[ApplicationRow]:
        """A page of applications."""
        with self._connection.reading() as statements:
            return lists.fetch_applications(statements, query, after, limit)

    def fetch_firms(
        self, query: DirectoryQuery, after: Cursor | None = None, limit: int = PAGE_ROWS
    ) -> Page[FirmRow]:
        """A page of firms."""
        with self._connection.reading() as statements:
            return lists.fetch_firms(statements, query, after, limit)

    def fetch_people(
        self, query: DirectoryQuery, after: Cursor | None = None, limit: int = PAGE_ROWS
    ) -> Page[PersonRow]:
        """A page of people."""
        with self._connection.reading() as statements:
            return lists.fetch_people(statements, query, after, limit)

    def count(self, query: ApplicationQuery) -> int:
        """How many applications the query finds."""
        with self._connection.reading() as statements:
            return lists.count_applications(statements, query)

    # Shelves and the end of things

    def move(self, kind: RecordKind, ids: Collection[str], shelf: Shelf, stamp: Stamp) -> None:
        """Archive, throw away, or take back."""
        with self._connection.writing() as statements:
            directory.move(statements, kind, ids, shelf, stamp)
            self._step("move-before-commit")
        self._step("move-done")

    def due_for_purge(self, today: dt.date, retention_days: int = RETENTION_DAYS) -> list[ApplicationRow]:
        """The applications whose time is over."""
        with self._connection.reading() as statements:
            return purge.due(statements, today, retention_days)

    def purge(
        self,
        kind: RecordKind,
        ids: Collection[str],
        blobs: BlobStore,
        today: dt.date,
        retention_days: int = RETENTION_DAYS,
    ) -> None:
        """Leave no readable byte of the records."""
        with self._connection.writing() as statements:
            unused = purge.purge(statements, kind, ids, today, retention_days)
            self._step("purge-before-commit")
        self._step("purge-committed")
        # Cut off or failing from here on, it is done: the key is gone. The next sweep takes the files away,
        # the next opening empties the log.
        for blob in unused:
            with contextlib.suppress(LibraryError):
                blobs.delete(BlobId(blob))
        self._step("purge-blobs-gone")
        with contextlib.suppress(StoreError):
            self._connection.empty_log()

    # Keys and blobs

    def wrapped_key(self, owner: str) -> bytes | None:
        """The wrapped key of an application or a person."""
        with self._connection.reading() as statements:
            wrapped = statements.value("SELECT wrapped FROM sealing_key WHERE owner = ?", owner)
            return None if wrapped is None else bytes(wrapped)

    def blobs_in_use(self) -> frozenset[str]:
        """Every blob that a record names."""
        with self._connection.reading() as statements:
            rows = statements.all("SELECT blob FROM stored_file UNION SELECT blob FROM material")
            return frozenset(row["blob"] for row in rows)

    def faults(self) -> int:
        """How much of it is not what was written."""
        return self._connection.faults()

    def close(self) -> None:
        """Give the folder free; again: nothing."""
        self._connection.close()
        self._lock.release()


def _locked(folder: Path) -> FolderLock:
    try:
        lock = lock_folder(folder)
    except OSError as error:
        raise WriteFailed(reason=reason_code(error)) from None
    if lock is None:
        raise StoreInUse(found=folder.name)
    return lock
