"""What can go wrong with a library's keys, its header and its sealed files."""

from __future__ import annotations

from cardprep.errors import CardprepError


class LibraryError(CardprepError):
    """Something about the library as a whole."""

    code = "library-fault"


class LibraryNotFound(LibraryError):
    """There is no library in the folder; values: found."""

    code = "library-not-found"


class LibraryExists(LibraryError):
    """The folder holds a library, or anything else, already; values: found."""

    code = "library-exists"


class LibraryUnreadable(LibraryError):
    """The system does not let it be read; values: found, reason (a code)."""

    code = "library-unreadable"


class LibraryNotWritten(LibraryError):
    """The system does not let it be written; nothing changed; values: found, reason (a code)."""

    code = "library-not-written"


class LibraryTooNew(LibraryError):
    """A later version of the program made it; values: found, expected (versions)."""

    code = "library-too-new"


class LibraryLocked(LibraryError):
    """It was locked meanwhile and has to be opened again."""

    code = "library-locked"


class HeaderDamaged(LibraryError):
    """`library.json` is not what was written, by accident or by intent."""

    code = "library-header-damaged"


class WayError(LibraryError):
    """A way into the library that does not lead in; the other ways are untouched."""

    code = "library-way-fault"


class WrongPassphrase(WayError):
    """The passphrase is not that of the library."""

    code = "library-wrong-passphrase"


class WrongRecoveryKey(WayError):
    """The recovery key is well typed, but not (or no longer) that of the library."""

    code = "library-wrong-recovery-key"


class NoPassphrase(WayError):
    """The library has no passphrase."""

    code = "library-no-passphrase"


class NotInKeyring(WayError):
    """The library is not remembered in a keyring."""

    code = "library-not-in-keyring"


class KeyringEntryMissing(WayError):
    """The keyring has no entry of the library (another computer, another user, cleared)."""

    code = "keyring-entry-missing"


class KeyringEntryWrong(WayError):
    """The keyring's entry does not open the library."""

    code = "keyring-entry-wrong"


class PassphraseNeeded(LibraryError):
    """Without a passphrase nothing but the recovery key would be left to open it with."""

    code = "library-passphrase-needed"


class PassphraseTooShort(LibraryError):
    """The passphrase is too short; values: limit (characters)."""

    code = "passphrase-too-short"


class RecoveryKeyLength(LibraryError):
    """What was typed is not as long as a recovery key; values: found, expected (characters)."""

    code = "recovery-key-length"


class RecoveryKeyMistyped(LibraryError):
    """A group of the recovery key does not fit its check character; values: group (from 1)."""

    code = "recovery-key-mistyped"


class NotEnoughMemory(LibraryError):
    """The machine lacks the memory that the passphrase's derivation takes; values: needed (MiB)."""

    code = "library-not-enough-memory"


class KeyDamaged(LibraryError):
    """An application's wrapped key is not what was stored."""

    code = "library-key-damaged"


class BlobMissing(LibraryError):
    """A sealed file is not there; values: found (its name, which tells nothing)."""

    code = "blob-missing"


class BlobDamaged(LibraryError):
    """A sealed file is not what was stored, or belongs to another key; values: found."""

    code = "blob-damaged"


class BlobUnreadable(LibraryError):
    """The system does not let a sealed file be read; values: found, reason (a code)."""

    code = "blob-unreadable"


class BlobNotWritten(LibraryError):
    """The system does not let a file be stored or taken away; values: reason (a code)."""

    code = "blob-not-written"


class SourceUnreadable(LibraryError):
    """A file that was to be stored cannot be read; values: found, reason (a code)."""

    code = "library-source-unreadable"


class TargetNotWritten(LibraryError):
    """A file cannot be written out of the library; values: found, reason (a code)."""

    code = "library-target-not-written"
