"""What can go wrong with the library's records. No exception of the database itself ever leaves `library`."""

from __future__ import annotations

from cardprep.library.errors import LibraryError


class StoreError(LibraryError):
    """The library could not do what was asked of it."""

    code = "store-failed"


class WriteFailed(StoreError):
    """Nothing was changed; values: reason (a code under `reasons`). Trying again may help."""

    code = "store-write-failed"


class ReadFailed(StoreError):
    """The system did not let the library be read; values: reason (a code under `reasons`)."""

    code = "store-read-failed"


class StoreDamaged(StoreError):
    """Bytes of the library are not what was written: a backup is needed."""

    code = "store-damaged"


class WrongKey(StoreError):
    """The key does not open the library (or its very first page is damaged: that looks the same)."""

    code = "store-wrong-key"


class StoreMissing(StoreError):
    """There is no library at the place; values: found."""

    code = "store-missing"


class StoreExists(StoreError):
    """A new library was to go where one is; values: found."""

    code = "store-exists"


class StoreInUse(StoreError):
    """Another process holds the library; values: found."""

    code = "store-in-use"


class StoreTooNew(StoreError):
    """A later version of the program wrote it; values: found, known."""

    code = "store-too-new"


class UnsuitablePlace(StoreError):
    """A database does not belong there; values: found, reason (`network-drive` or `sync-folder`), service."""

    code = "library-unsuitable-place"


class NoSuchRecord(StoreError):
    """The record is not there (any more); values: kind."""

    code = "store-no-such-record"


class EditedMeanwhile(StoreError):
    """The application was saved by someone else since it was read."""

    code = "store-edited-meanwhile"


class StillUsed(StoreError):
    """A firm or a person that applications still need cannot be purged; values: kind, count."""

    code = "store-still-used"


class RetentionNotOver(StoreError):
    """The time an application must be kept is not over; values: until (an ISO date)."""

    code = "store-retention-not-over"


class NotYetEnded(StoreError):
    """The application is under way, or a draft that is not in the trash."""

    code = "store-not-yet-ended"


class FileNameTaken(StoreError):
    """The application knows another file by that name; values: found."""

    code = "store-file-name-taken"
