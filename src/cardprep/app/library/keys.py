"""Who may open the library: the passphrase, the system's keyring, the recovery sheet."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from cardprep.app.library.open import OpenLibrary
from cardprep.app.library.recovery_sheet import write_recovery_sheet
from cardprep.library.errors import WrongPassphrase
from cardprep.library.header import Holder
from cardprep.library.passphrase import Cost
from cardprep.library.recovery import RecoveryKey
from cardprep.library.ways import ByPassphrase


def has_passphrase(library: OpenLibrary) -> bool:
    """Whether a passphrase opens it."""
    return Holder.PASSPHRASE in library.vault.holders


def set_passphrase(library: OpenLibrary, present: str, new: str, cost: Cost | None = None) -> None:
    """Set the first passphrase, or another one; takes seconds, and re-wraps the key only.

    Raises:
        WrongPassphrase: `present` is not the one that is to be replaced.
        PassphraseTooShort, NotEnoughMemory, LibraryNotWritten: as they say; the former holds.
    """
    if has_passphrase(library) and not library.vault.is_opened_by(ByPassphrase(present)):
        raise WrongPassphrase("passphrase")
    library.vault.change_passphrase(new, cost)


class RecoverySheets:
    """Makes recovery keys and writes them down.

    A key that could not be written keeps for the next try: the former one opens nothing any more.
    """

    def __init__(self, library: OpenLibrary) -> None:
        self._library = library
        self._unwritten: RecoveryKey | None = None

    def write(self, target: Path, language: str, today: dt.date) -> Path:
        """Make a new recovery key, and write it to the PDF `target`.

        Raises:
            LibraryNotWritten: the former key holds.
            ExportTarget: the sheet cannot be written there; the new key counts, so try another place.
        """
        key = self._unwritten or self._library.vault.renew_recovery_key()
        self._unwritten = key
        written = write_recovery_sheet(self._library, key, target, language, today)
        self._unwritten = None
        return written
