"""`backup` and `restore`: to a place and back, and whether all of it is whole."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cardprep.app.clock import now
from cardprep.app.library.open import BACKUPS, OpenLibrary, locked
from cardprep.app.library.purging import strike_unpurged
from cardprep.errors import CardprepError
from cardprep.host.atomic import make_private_folder
from cardprep.host.system_errors import reason_code
from cardprep.library.backup import Backups, Made, place_of
from cardprep.library.backup_errors import NoBackup, RestoreFailed
from cardprep.library.errors import HeaderDamaged, LibraryError, LibraryNotFound, LibraryUnreadable
from cardprep.library.generations import Generation, generations_in
from cardprep.library.restoring import Comparison, Restoring, finish_restore
from cardprep.library.sqlite_store import DATABASE
from cardprep.library.steps import Step, no_step
from cardprep.library.survey import Survey, survey
from cardprep.library.vault import Vault
from cardprep.library.ways import Way

Clock = Callable[[], dt.datetime]
_FOLDERS = place_of(Path(), "*").name


def back_up(library: OpenLibrary, place: Path | None = None, clock: Clock = now) -> Made:
    """Make a verified backup, by default in the library's own folder.

    Raises:
        BackupFailed, BackupDamaged, StoreError: there is no new backup; the former ones are untouched.
    """
    strike_unpurged(library)
    return library.backups(place).make(clock())


@dataclass(frozen=True, slots=True)
class BackedUp:
    """What a round of backups gave.

    Attributes:
        failed: why a place has no new backup, by the place; a second place that is not there is none.
    """

    made: tuple[Made, ...]
    failed: tuple[tuple[Path, CardprepError], ...]


def back_up_everywhere(library: OpenLibrary, second: Path | None, clock: Clock = now) -> BackedUp:
    """A backup in the library's own folder and, where it is there (a USB disk), at the second place."""
    made: list[Made] = []
    failed: list[tuple[Path, CardprepError]] = []
    places = (library.folder / BACKUPS, *((second,) if second is not None and second.is_dir() else ()))
    for place in places:
        try:
            made.append(back_up(library, place, clock))
        except CardprepError as error:
            failed.append((place, error))
    return BackedUp(tuple(made), tuple(failed))


def verify_library(library: OpenLibrary) -> Survey:
    """Read all of it: every page, every sealed file."""
    return survey(library.folder / DATABASE, library.blobs, library.vault)


@dataclass(frozen=True, slots=True)
class Restore:
    """A restore that is ready: what it would bring and change, and the step that does it.

    Attributes:
        generation: the backup.
        comparison: the present library beside it.
        swap: makes the backup the library; without it nothing changes.
    """

    generation: Generation
    comparison: Comparison
    swap: Callable[[], None]


@contextlib.contextmanager
def restoring(
    folder: Path,
    way: Way,
    place: Path | None = None,
    name: str = "",
    clock: Clock = now,
    at: Step = no_step,
) -> Iterator[Restore]:
    """The latest backup (or that of the name), beside the library in `folder`, which nobody has open.

    The library may be damaged or without its header; with none at all, `folder` is a new or empty one.
    Before the swap the present library is itself backed up where it can be read; where it cannot, its
    database is kept in `replaced/`.

    Raises:
        NoBackup, BackupDamaged, RestoreFailed: the library is as it was.
        WayError, KeyringError: the way leads neither into the library nor into the backup.
    """
    folder, place = folder.absolute(), place or folder.absolute() / BACKUPS
    try:
        make_private_folder(folder)
    except OSError as error:
        raise RestoreFailed("restore", reason=reason_code(error)) from None
    lock = locked(folder)
    try:
        finish_restore(folder, at)
        vault = _vault(folder, way, place, name)
        backups = Backups(place, vault, at)
        prepared = Restoring(folder, vault, backups, at)
        generation = backups.generation(name)

        def swap() -> None:
            prepared.bring_files()  # before the next backup lets an old one and its files go
            prepared.swap(keep_present=not _backed_up(folder, vault, clock))

        try:
            yield Restore(generation, prepared.prepare(generation), swap)
        finally:
            prepared.abandon()
            vault.lock()
    finally:
        lock.release()


def _vault(folder: Path, way: Way, place: Path, name: str) -> Vault:
    """The keys, by the library's own header, or by a backup's where that is not to be had."""
    try:
        return Vault.open(folder, way)
    except (LibraryNotFound, LibraryUnreadable, HeaderDamaged):
        generation = _any_generation(place, name)
        return Vault.open(generation.folder, way)


def _any_generation(place: Path, name: str) -> Generation:
    """The latest backup of whichever library at the place, or that of the name."""
    try:
        found = [g for root in place.glob(_FOLDERS) for g in generations_in(root) if name in ("", g.name)]
    except OSError:
        found = []
    if not found:
        raise NoBackup("backup", found=name or place.name)
    return max(found)


def _backed_up(folder: Path, vault: Vault, clock: Clock) -> bool:
    """Whether the present library could be backed up as it is."""
    if vault.folder != folder:  # its header is lost, and with it the proof that the database is its own
        return False
    try:
        Backups(folder / BACKUPS, vault).make(clock())
    except LibraryError:
        return False
    return True
