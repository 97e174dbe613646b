"""Brings a backup back: beside the present library first, then compared, then swapped.

What is ready lies in `restored/` of the library. From the moment that folder has its name the swap is
decided: whoever opens the library next completes it, so that a cut leaves the old or the new state.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cardprep.host.atomic import sync_folder, write_bytes
from cardprep.host.system_errors import reason_code
from cardprep.library.backup import BLOBS, Backups
from cardprep.library.backup_errors import BackupDamaged, RestoreFailed
from cardprep.library.blobs import Blobs
from cardprep.library.connection import open_connection
from cardprep.library.erased import Entry, Erased, erase_from
from cardprep.library.errors import BlobDamaged, BlobMissing, BlobUnreadable, LibraryError
from cardprep.library.generations import Generation
from cardprep.library.header import read_header
from cardprep.library.header_file import HEADER_FILE
from cardprep.library.sqlite_store import DATABASE
from cardprep.library.steps import Step, no_step
from cardprep.library.store_errors import StoreError
from cardprep.library.survey import named_blobs
from cardprep.library.vault import Vault

RESTORED, REPLACED = "restored", "replaced"
STEPS = (
    "restore.begin",
    "restore.copied",
    "restore.blobs",
    "restore.decided",
    "restore.aside",
    "restore.done",
)
_PART = ".restored.part"
_DROP = "drop"  # beside the database: what it replaces is in a backup
_SIDES = ("-wal", "-shm", "")

_COUNTS = """SELECT (SELECT count(*) FROM application) AS applications, (SELECT count(*) FROM firm) AS firms,
    (SELECT count(*) FROM person) AS people, (SELECT max(changed) FROM application) AS changed"""
_NUMBERS = "SELECT id, number FROM application"


@dataclass(frozen=True, slots=True)
class Counts:
    """What a database holds; `changed` is when an application was last saved, as ISO time, or ""."""

    applications: int
    firms: int
    people: int
    changed: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """The present library beside the backup.

    Attributes:
        present: None where it cannot be read.
        only_present: applications that would be gone after the swap.
        only_backup: applications that would come back.
        older: applications that stand otherwise in the backup.
        lost: sealed files that neither the place nor the library has.
    """

    present: Counts | None
    backup: Counts
    only_present: int
    only_backup: int
    older: int
    lost: tuple[str, ...]


class Restoring:
    """A backup being brought back into the folder of a library that nobody has open.

    The caller holds the folder's lock; the vault is opened by the library's header or by the backup's.
    """

    def __init__(self, folder: Path, vault: Vault, backups: Backups, at: Step = no_step) -> None:
        self._folder = folder
        self._vault = vault
        self._backups = backups
        self._at = at
        self._part = folder / _PART

    def prepare(self, generation: Generation) -> Comparison:
        """Copy the backup beside the library, verify it, and say how the two differ; nothing is swapped.

        Raises:
            BackupDamaged: it is not what was written.
            RestoreFailed: the system does not let it be copied.
        """
        with _told():
            self._at("restore.begin")
            shutil.rmtree(self._part, ignore_errors=True)
            self._part.mkdir(mode=0o700)
            for name in (DATABASE, HEADER_FILE):
                shutil.copyfile(generation.folder / name, self._part / name)
                (self._part / name).chmod(0o600)
            self._verify(generation.name)
            erase_from(self._part / DATABASE, self._vault.database_key, self._purged())
            self._at("restore.copied")
            return self._compared()

    def _purged(self) -> frozenset[Entry]:
        """What the library or, where its list is lost, the place knows to have been purged."""
        known = (Erased(folder, self._vault.blob_key) for folder in (self._folder, self._backups.root))
        return frozenset[Entry]().union(*(entries.read() for entries in known))

    def _verify(self, name: str) -> None:
        try:
            connection = open_connection(self._part / DATABASE, self._vault.database_key)
            try:
                faults = connection.faults()
            finally:
                connection.close()
            header = read_header((self._part / HEADER_FILE).read_bytes())
        except LibraryError:
            raise BackupDamaged("backup", found=name) from None
        if faults or header.library != self._vault.library:
            raise BackupDamaged("backup", found=name)

    def _compared(self) -> Comparison:
        backup, theirs = _content(self._part / DATABASE, self._vault.database_key)
        present: Counts | None = None
        ours: dict[str, int] = {}
        with contextlib.suppress(StoreError):
            present, ours = _content(self._folder / DATABASE, self._vault.database_key)
        return Comparison(
            present=present,
            backup=backup,
            only_present=len(ours.keys() - theirs.keys()),
            only_backup=len(theirs.keys() - ours.keys()),
            older=sum(1 for id in ours.keys() & theirs.keys() if ours[id] != theirs[id]),
            lost=tuple(self._blobs(bring=False)),
        )

    def bring_files(self) -> None:
        """Bring the sealed files that the library lacks; the present records lose nothing by it.

        Raises:
            BlobNotWritten: as the system says.
        """
        for _ in self._blobs(bring=True):
            pass
        self._at("restore.blobs")

    def swap(self, keep_present: bool) -> None:
        """Make what was prepared the library.

        Args:
            keep_present: whether the present database is kept in `replaced/` (no backup holds it).

        Raises:
            RestoreFailed: nothing was swapped, or the swap is decided and the next opening completes it.
        """
        with _told():
            Erased(self._folder, self._vault.blob_key).add(self._purged())
            if not keep_present:
                (self._part / _DROP).touch(mode=0o600)
            for path in self._part.iterdir():
                _sync(path)
            sync_folder(self._part)
            self._part.rename(self._folder / RESTORED)
            sync_folder(self._folder)
            self._at("restore.decided")
        finish_restore(self._folder, self._at)

    def _blobs(self, bring: bool) -> Iterator[str]:
        """The blobs that can be had nowhere; the others are brought where they are to be."""
        connection = open_connection(self._part / DATABASE, self._vault.database_key)
        try:
            named = named_blobs(connection, self._vault)
        finally:
            connection.close()
        own, there = Blobs(self._folder / BLOBS), self._backups.blobs
        for blob in named:
            if blob.key is None:
                yield blob.id
            elif not own.is_whole(blob.id, blob.key):
                try:
                    content = there.get(blob.id, blob.key)
                except (BlobMissing, BlobDamaged, BlobUnreadable):
                    yield blob.id
                    continue
                if bring:
                    own.put(content, blob.key)

    def abandon(self) -> None:
        """Leave the present library as it is."""
        shutil.rmtree(self._part, ignore_errors=True)


def finish_restore(folder: Path, at: Step = no_step) -> None:
    """Complete a swap that was decided, take away one that was not. No key is needed.

    Raises:
        RestoreFailed: the system does not let it; the next opening tries again.
    """
    restored, replaced = folder / RESTORED, folder / REPLACED
    shutil.rmtree(folder / _PART, ignore_errors=True)  # a copy that no purge would reach
    if not restored.is_dir():
        return
    with _told():
        if (restored / DATABASE).exists():
            if not _has_header(folder):
                write_bytes(folder / HEADER_FILE, (restored / HEADER_FILE).read_bytes())
            # The former write-ahead log must never be read into the restored database.
            replaced.mkdir(mode=0o700, exist_ok=True)
            for side in _SIDES:
                former = folder / f"{DATABASE}{side}"
                if former.exists():
                    former.replace(replaced / former.name)
            sync_folder(folder)
            at("restore.aside")
            (restored / DATABASE).rename(folder / DATABASE)
            sync_folder(folder)
        if (restored / _DROP).exists():
            shutil.rmtree(replaced, ignore_errors=True)
        shutil.rmtree(restored)
        sync_folder(folder)
        at("restore.done")


def _has_header(folder: Path) -> bool:
    try:
        read_header((folder / HEADER_FILE).read_bytes())
    except (OSError, LibraryError):
        return False
    return True


def _content(database: Path, key: bytes) -> tuple[Counts, dict[str, int]]:
    connection = open_connection(database, key)
    try:
        with connection.reading() as statements:
            (row,) = statements.all(_COUNTS)
            numbers = {found["id"]: found["number"] for found in statements.all(_NUMBERS)}
    finally:
        connection.close()
    return Counts(row["applications"], row["firms"], row["people"], row["changed"] or ""), numbers


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


@contextlib.contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise RestoreFailed("restore", reason=reason_code(error)) from None
