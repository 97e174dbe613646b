"""What can go wrong with backups and with bringing one back."""

from __future__ import annotations

from cardprep.library.errors import LibraryError


class BackupFailed(LibraryError):
    """No backup was made; what was there is untouched; values: reason (a code)."""

    code = "backup-failed"


class BackupDamaged(LibraryError):
    """A backup is not what was written; values: found (its name)."""

    code = "backup-damaged"


class NoBackup(LibraryError):
    """There is no such backup at the place; values: found."""

    code = "backup-not-found"


class RestoreFailed(LibraryError):
    """The backup was not brought back; the present library is untouched; values: reason (a code)."""

    code = "restore-failed"
