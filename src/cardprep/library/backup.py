"""Verified backups of a library at a place: the encrypted database, the header, the sealed files.

A place holds, below `cardprep-backup-<id>`, a folder a backup and the sealed files of all of them, each
once. Everything in it is encrypted as it is in the library, and opens by the same passphrase or recovery
key. What was purged is erased from every backup at the place (`erased`).
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cardprep.host.atomic import make_private_folder, sync_folder, write_bytes
from cardprep.host.system_errors import reason_code
from cardprep.library.backup_errors import BackupDamaged, BackupFailed, NoBackup
from cardprep.library.blobs import Blobs
from cardprep.library.connection import open_connection
from cardprep.library.erased import Entry, Erased, erase_from
from cardprep.library.errors import BlobDamaged, BlobMissing, BlobNotWritten, BlobUnreadable, LibraryError
from cardprep.library.generations import Generation, generations_in, kept
from cardprep.library.header import read_header
from cardprep.library.header_file import HEADER_FILE
from cardprep.library.sqlite_store import DATABASE
from cardprep.library.steps import Step, no_step
from cardprep.library.store_errors import StoreError
from cardprep.library.survey import NamedBlob, Survey, named_blobs, survey
from cardprep.library.vault import Vault

BLOBS = "blobs"
STEPS = (
    "backup.begin",
    "backup.database",
    "backup.header",
    "backup.blobs",
    "backup.verified",
    "backup.kept",
    "backup.erased",
    "backup.pruned",
)
_FOLDER = "cardprep-backup-"
_PART = ".part-"


def place_of(place: Path, library: str) -> Path:
    """Where at a place the backups of the library with that id lie."""
    return place / f"{_FOLDER}{library}"


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was made.

    Attributes:
        lost: named blobs that neither the library nor the place has whole.
        unread: former backups that would not open, so that purged records may still stand in them.
    """

    generation: Generation
    lost: tuple[str, ...]
    unread: tuple[str, ...]


class Backups:
    """The backups of an open library at a place. The caller holds the library's lock.

    Attributes:
        root: the folder at the place that is this library's.
        blobs: the sealed files there.
    """

    def __init__(self, place: Path, vault: Vault, at: Step = no_step) -> None:
        self.root = place_of(place, vault.library)
        self.blobs = Blobs(self.root / BLOBS)
        self._vault = vault
        self._at = at

    def generations(self) -> list[Generation]:
        """The backups, the latest first (BackupFailed where the place cannot be read)."""
        with _told():
            return generations_in(self.root)

    def generation(self, name: str = "") -> Generation:
        """The backup of that name, or the latest (NoBackup)."""
        found = [g for g in self.generations() if name in ("", g.name)]
        if not found:
            raise NoBackup("backup", found=name or self.root.parent.name)
        return found[0]

    def make(self, now: dt.datetime) -> Made:
        """Make a backup, verify it by opening it, and only then count it and let old ones go.

        Raises:
            BackupFailed: the place cannot be written to.
            BackupDamaged: the disk gave back something else.
            StoreError: the library itself cannot be read.
        """
        with _told():
            self._at("backup.begin")
            make_private_folder(self.root)
            self._sweep_parts()
            made = Generation.new(self.root, now)
            part = Generation(made.at, self.root / f"{_PART}{made.name}")
            lost = self._write(part)
            self._at("backup.verified")
            part.folder.rename(made.folder)
            sync_folder(self.root)
            self._at("backup.kept")
            unread = self.follow_purges()
            self._at("backup.erased")
            self._prune()
            self._at("backup.pruned")
        return Made(made, lost, unread)

    def _write(self, part: Generation) -> tuple[str, ...]:
        part.folder.mkdir(mode=0o700)
        source = open_connection(self._vault.folder / DATABASE, self._vault.database_key)
        try:
            source.copy_to(part.database, self._vault.database_key)
        finally:
            source.close()
        _sync(part.database)
        self._at("backup.database")
        write_bytes(part.folder / HEADER_FILE, (self._vault.folder / HEADER_FILE).read_bytes())
        self._at("backup.header")
        return self._verified(part)

    def _verified(self, part: Generation) -> tuple[str, ...]:
        """Open what was written, bring the blobs that it names; gives those that nobody has."""
        copy = open_connection(part.database, self._vault.database_key)
        try:
            header = read_header((part.folder / HEADER_FILE).read_bytes())
            if copy.faults() or header.library != self._vault.library:
                raise BackupDamaged("backup", found=part.name)
            lost = tuple(self._bring(named_blobs(copy, self._vault)))
        finally:
            copy.close()
        self._at("backup.blobs")
        return lost

    def _bring(self, named: tuple[NamedBlob, ...]) -> Iterator[str]:
        there, own = set(self.blobs.blobs()), Blobs(self._vault.folder / BLOBS)
        for blob in named:
            if blob.id in there:
                continue
            try:
                if blob.key is None:
                    raise BlobMissing("blob", found=blob.id)
                self.blobs.put(own.get(blob.id, blob.key), blob.key)
                self.blobs.verify(blob.id, blob.key)
            except (BlobMissing, BlobDamaged, BlobUnreadable):
                yield blob.id

    def survey(self, generation: Generation) -> Survey:
        """Read the whole of a backup, every sealed file of it too (StoreError where it does not open)."""
        return survey(generation.database, self.blobs, self._vault)

    def follow_purges(self) -> tuple[str, ...]:
        """Erase from every backup what was purged from the library, unless that was done already.

        Gives the names of the backups that would not open; they are tried again at each backup.

        Raises:
            LibraryNotWritten, BackupFailed: the place cannot be written to.
        """
        purged = Erased(self._vault.folder, self._vault.blob_key).read()
        done = Erased(self.root, self._vault.blob_key)
        left = purged - done.read()
        if not left:
            return ()
        self._sweep_parts()
        unread = tuple(g.name for g in self.generations() if not self._erase(g, left))
        self._sweep_blobs()
        if not unread:
            done.add(purged)
        return unread

    def _erase(self, generation: Generation, purged: frozenset[Entry]) -> bool:
        try:
            erase_from(generation.database, self._vault.database_key, purged)
        except StoreError:
            return False
        with _told():
            _sync(generation.database)
        return True

    def _prune(self) -> None:
        keep = kept(self.generations())
        gone = [generation for generation in self.generations() if generation not in keep]
        for generation in gone:
            # Away from the list at once: what is cut off in the midst of it is no backup.
            part = self.root / f"{_PART}{generation.name}"
            generation.folder.rename(part)
            shutil.rmtree(part, ignore_errors=True)
        if gone:
            self._sweep_blobs()

    def _sweep_blobs(self) -> None:
        """Take away the blobs that no backup names; none where a backup cannot be asked."""
        named: set[str] = set()
        for generation in self.generations():
            try:
                named |= self._named(generation)
            except StoreError:
                return
        self.blobs.sweep({blob for blob in self.blobs.blobs() if blob in named})

    def _named(self, generation: Generation) -> set[str]:
        connection = open_connection(generation.database, self._vault.database_key)
        try:
            return {blob.id for blob in named_blobs(connection, self._vault)}
        finally:
            connection.close()

    def _sweep_parts(self) -> None:
        for path in self.root.glob(f"{_PART}*"):
            shutil.rmtree(path, ignore_errors=True)


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
    sync_folder(path.parent)


@contextlib.contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except BlobNotWritten as error:
        raise BackupFailed("backup", reason=error.values["reason"]) from None
    except LibraryError:
        raise
    except OSError as error:
        raise BackupFailed("backup", reason=reason_code(error)) from None
