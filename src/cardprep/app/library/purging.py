"""`purge`: no readable byte of records is left, neither in the library nor in its backups.

The order: the ids are noted, the records, their keys and their files go, then the backups follow. An id
that was noted and whose record is still there was not purged: the next opening for a purge or a backup
strikes it out again.
"""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Collection
from pathlib import Path

from cardprep.app.library.open import OpenLibrary
from cardprep.library.backup_errors import BackupFailed
from cardprep.library.erased import Entry
from cardprep.library.errors import LibraryNotWritten
from cardprep.library.records import RecordKind
from cardprep.library.store import RETENTION_DAYS
from cardprep.library.store_errors import NoSuchRecord

STEPS = ("purge.noted", "purge-before-commit", "purge-committed", "purge-blobs-gone", "purge.followed")


def purge(
    library: OpenLibrary,
    kind: RecordKind,
    ids: Collection[str],
    today: dt.date,
    retention_days: int = RETENTION_DAYS,
    places: Collection[Path] = (),
) -> tuple[str, ...]:
    """Purge records, all or none; gives the backups that could not be reached yet.

    `places` are further places of backups; one that is not there follows at its next backup.

    Raises:
        RetentionNotOver, NotYetEnded, StillUsed, NoSuchRecord: nothing was purged.
        WriteFailed, BlobNotWritten: the purge did not come about, or its files are still to be swept.
    """
    strike_unpurged(library)
    entries = frozenset(Entry(kind, id) for id in ids)
    former = library.erased.read()
    library.erased.write(former | entries)
    library.at("purge.noted")
    try:
        library.store.purge(kind, ids, library.blobs, today, retention_days)
    finally:
        strike_unpurged(library)
    left = [name for place in (None, *places) for name in _followed(library, place)]
    library.at("purge.followed")
    return tuple(left)


def strike_unpurged(library: OpenLibrary) -> None:
    """Strike out what was noted and is still there (LibraryNotWritten as the system says)."""
    noted = library.erased.read()
    still = frozenset(entry for entry in noted if _is_there(library, entry))
    if still:
        library.erased.write(noted - still)


def _is_there(library: OpenLibrary, entry: Entry) -> bool:
    store = library.store
    find = {RecordKind.APPLICATION: store.open, RecordKind.FIRM: store.firm, RecordKind.PERSON: store.person}
    with contextlib.suppress(NoSuchRecord):
        find[entry.kind](entry.id)
        return True
    return False


def _followed(library: OpenLibrary, place: Path | None) -> tuple[str, ...]:
    backups = library.backups(place)
    try:
        return backups.follow_purges() if backups.root.is_dir() else ()
    except (BackupFailed, LibraryNotWritten):
        return (backups.root.parent.name,)
