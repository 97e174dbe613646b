"""A library that this program holds open: keys, records, sealed files, and room kept back on the disk."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Self, TypeVar

from cardprep.app.clock import now
from cardprep.app.errors import SaveFailed
from cardprep.host.atomic import make_private_folder, sync_folder
from cardprep.host.locks import FolderLock, lock_folder
from cardprep.host.secrets import Keyring
from cardprep.host.system_errors import reason_code
from cardprep.library.backup import BLOBS, Backups
from cardprep.library.ballast import Ballast
from cardprep.library.blobs import BlobId, Blobs
from cardprep.library.erased import Erased
from cardprep.library.errors import (
    BlobNotWritten,
    BlobUnreadable,
    KeyDamaged,
    LibraryExists,
    LibraryNotFound,
    LibraryNotWritten,
    LibraryUnreadable,
)
from cardprep.library.keyring_holder import forget_key
from cardprep.library.passphrase import Cost
from cardprep.library.placement import refuse_unsuitable
from cardprep.library.recovery import RecoveryKey
from cardprep.library.restoring import finish_restore
from cardprep.library.sqlite_store import SqliteStore
from cardprep.library.steps import Step, no_step
from cardprep.library.store import Store
from cardprep.library.store_errors import StoreError, StoreInUse, WriteFailed
from cardprep.library.vault import Vault
from cardprep.library.ways import ByRecoveryKey, Way

BACKUPS = "backups"
STEPS = ("library.made", "library.placed")
_BALLAST, _WORK = "ballast", "work"
_DISK_FULL = "disk-full"

Result = TypeVar("Result")


class OpenLibrary:
    """An open library. One process has it; any thread may use it, a write at a time.

    Attributes:
        folder: where it lies.
        vault: its keys.
        store: its records.
        blobs: its sealed files.
        erased: the list of what was purged.
        at: where a test may cut it off.
        changes: how many writes there were since it was opened.
    """

    def __init__(self, vault: Vault, store: Store, at: Step = no_step) -> None:
        self.folder = vault.folder
        self.vault = vault
        self.store = store
        self.blobs = Blobs(self.folder / BLOBS, at)
        self.erased = Erased(self.folder, vault.blob_key)
        self.at = at
        self.changes = 0
        self._ballast = Ballast(self.folder / _BALLAST)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def application_key(self, application: str) -> bytes:
        """The key of an application's sealed files (KeyDamaged)."""
        wrapped = self.store.wrapped_key(application)
        if wrapped is None:
            raise KeyDamaged("application")
        return self.vault.application_key(application, wrapped)

    def backups(self, place: Path | None = None) -> Backups:
        """The backups at a place; by default those in the library's own folder."""
        return Backups(place or self.folder / BACKUPS, self.vault, self.at)

    def written(self, write: Callable[[], Result]) -> Result:
        """What `write` gives; where the disk is full, the room kept back is given up for one more try."""
        self.changes += 1
        try:
            return write()
        except (WriteFailed, BlobNotWritten) as error:
            if error.values.get("reason") != _DISK_FULL or not self._ballast.release():
                raise
        return write()

    def keep_room(self) -> bool:
        """Keep room back again, where there is some; whether it is kept."""
        return self._ballast.keep()

    @contextlib.contextmanager
    def working_folder(self) -> Iterator[Path]:
        """A private folder for what has to lie in plain for a while; gone afterwards.

        It lies in the library, so that what a crash leaves is taken away at the next opening.

        Raises:
            SaveFailed: the system does not let it be made.
        """
        try:
            make_private_folder(self.folder / _WORK)
            made = Path(tempfile.mkdtemp(prefix="case-", dir=self.folder / _WORK))
        except OSError as error:
            raise SaveFailed("library", reason=reason_code(error)) from None
        try:
            yield made
        finally:
            shutil.rmtree(made, ignore_errors=True)

    def tidy(self) -> int:
        """Take away sealed files that no record names (a cut-off import or purge); gives how many.

        Only where no file is being stored, nor waits for the save that names it: at the end.
        """
        return self.blobs.sweep(frozenset(BlobId(name) for name in self.store.blobs_in_use()))

    def close(self) -> None:
        """Take away what lies about unused, give the folder free and drop the keys; again: nothing."""
        if self.vault.is_locked:
            return
        shutil.rmtree(self.folder / _WORK, ignore_errors=True)
        with contextlib.suppress(StoreError, BlobUnreadable):
            self.tidy()
        self.store.close()
        self.vault.lock()


def create_library(
    folder: Path,
    passphrase: str | None,
    keyring: Keyring | None = None,
    *,
    cost: Cost | None = None,
    at: Step = no_step,
) -> tuple[OpenLibrary, RecoveryKey]:
    """Make a library in a new or empty folder and open it; the recovery key is to be printed now.

    It comes about whole or not at all: it is made beside and renamed.

    Raises:
        UnsuitablePlace: a network drive or a sync folder.
        LibraryExists: the folder holds something.
        LibraryNotWritten, PassphraseNeeded, PassphraseTooShort, KeyringError: as they say.
    """
    folder = folder.absolute()
    refuse_unsuitable(folder)
    _refuse_taken(folder)
    beside = folder.with_name(f".{folder.name[:60]}.{os.urandom(4).hex()}.part")
    vault: Vault | None = None
    try:
        vault, recovery_key = Vault.create(beside, passphrase, keyring, cost=cost, at=at)
        SqliteStore.create_in(beside, vault.database_key, at).close()
        at("library.made")
        _place(beside, folder)
    except BaseException as error:
        if isinstance(error, Exception):  # a cut leaves all as it is; so does the end of the program
            shutil.rmtree(beside, ignore_errors=True)
            if vault is not None and keyring is not None:
                forget_key(keyring, vault.library)
        raise
    at("library.placed")
    vault.lock()
    return open_library(folder, ByRecoveryKey(recovery_key), at=at), recovery_key


def _refuse_taken(folder: Path) -> None:
    try:
        taken = any(folder.iterdir()) if folder.exists() else False
    except NotADirectoryError:
        taken = True
    except OSError as error:
        raise LibraryUnreadable("library", found=folder.name, reason=reason_code(error)) from None
    if taken:
        raise LibraryExists("library", found=folder.name)


def _place(beside: Path, folder: Path) -> None:
    try:
        if folder.exists():
            folder.rmdir()  # Windows does not rename onto an empty folder
        beside.rename(folder)
        sync_folder(folder.parent)
    except OSError as error:
        raise LibraryNotWritten("library", found=folder.name, reason=reason_code(error)) from None


def locked(folder: Path) -> FolderLock:
    """The folder's lock.

    Raises:
        LibraryNotFound: there is no such folder.
        StoreInUse: another process has it.
        LibraryNotWritten: the system does not let it be locked.
    """
    if not folder.is_dir():
        raise LibraryNotFound("library", found=folder.name)
    refuse_unsuitable(folder)
    try:
        lock = lock_folder(folder)
    except OSError as error:
        raise LibraryNotWritten("library", found=folder.name, reason=reason_code(error)) from None
    if lock is None:
        raise StoreInUse(found=folder.name)
    return lock


def open_library(
    folder: Path, way: Way, clock: Callable[[], dt.datetime] = now, at: Step = no_step
) -> OpenLibrary:
    """Open the library by one of its ways, complete what was cut off, and bring it to the present form.

    Before a migration a verified backup is made in the library's own folder.

    Raises:
        UnsuitablePlace, LibraryNotFound, StoreInUse: as they say.
        WayError, KeyringError, HeaderDamaged, LibraryTooNew: as `Vault.open`.
        StoreError: as `SqliteStore.open_in`; StoreDamaged: restore a backup.
    """
    folder = folder.absolute()
    lock = locked(folder)
    try:
        finish_restore(folder, at)
        vault = Vault.open(folder, way, at)

        def before(_version: int) -> None:
            Backups(folder / BACKUPS, vault, at).make(clock())

        store = SqliteStore.open_in(folder, vault.database_key, before, at, lock)
    except BaseException:
        lock.release()
        raise
    library = OpenLibrary(vault, store, at)
    shutil.rmtree(folder / _WORK, ignore_errors=True)
    library.keep_room()
    return library
