"""The library's keys: made, opened by one of its ways, given out by purpose, locked again.

One random data key is never changed; holders wrap it, so that a new passphrase re-wraps 32 bytes and
nothing else. What a copy of the former header (a backup) is worth, it stays worth.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Self

from cardprep.host.atomic import PRIVATE_FOLDER, make_private_folder, sync_folder
from cardprep.host.secrets import Keyring
from cardprep.host.system_errors import reason_code
from cardprep.library.errors import (
    HeaderDamaged,
    KeyDamaged,
    LibraryExists,
    LibraryLocked,
    LibraryNotWritten,
    PassphraseNeeded,
    WayError,
)
from cardprep.library.header import Header, Holder, new_library_id
from cardprep.library.header_file import HeaderFile
from cardprep.library.keyring_holder import forget_key, keep_new_key
from cardprep.library.passphrase import Cost, checked, tuned
from cardprep.library.recovery import RecoveryKey
from cardprep.library.steps import Step, no_step
from cardprep.library.ways import (
    ByKeyring,
    ByRecoveryKey,
    Way,
    unlocked,
    wrapped_by_keyring,
    wrapped_by_passphrase,
    wrapped_by_recovery_key,
)
from cardprep.library.wrapping import KEY_BYTES, new_key, sub_key, unwrap, wrap


@dataclass(frozen=True, slots=True)
class ApplicationKey:
    """A key of its own for an application: without `wrapped` nobody can make it again.

    Attributes:
        key: for sealing; kept in memory alone.
        wrapped: to be stored; deleting every copy of it erases what `key` sealed.
    """

    key: bytes = field(repr=False)
    wrapped: bytes


class Vault:
    """An open library's keys. The caller holds the folder's lock.

    Attributes:
        folder: the library's folder.
    """

    def __init__(self, file: HeaderFile, header: Header, data_key: bytes) -> None:
        self.folder = file.folder
        self._file = file
        self._header = header
        self._data_key: bytearray | None = bytearray(data_key)

    @classmethod
    def create(
        cls,
        folder: Path,
        passphrase: str | None,
        keyring: Keyring | None = None,
        *,
        cost: Cost | None = None,
        at: Step = no_step,
    ) -> tuple[Self, RecoveryKey]:
        """Make a library's folder and header; the recovery key is to be printed now, it is kept nowhere.

        The cost of the passphrase is tuned to this machine (some 2 s) unless it is given.

        Raises:
            PassphraseNeeded: neither a passphrase nor a keyring.
            PassphraseTooShort: as it says.
            KeyringError: the keyring does not work; nothing is left behind.
            LibraryExists: the folder holds files that are not hidden.
            LibraryNotWritten: as the system says.
        """
        if passphrase is None and keyring is None:
            raise PassphraseNeeded("passphrase")
        if passphrase is not None:
            checked(passphrase)
        _make_folder(folder)
        data_key, recovery_key, library = new_key(), RecoveryKey.new(), new_library_id()
        header = Header(library, wrapped_by_recovery_key(library, data_key, recovery_key))
        if passphrase is not None:
            own = wrapped_by_passphrase(header, data_key, passphrase, cost or tuned())
            header = replace(header, passphrase=own)
        file = HeaderFile(folder, at)
        with _entry_in(keyring, library):
            if keyring is not None:
                key = keep_new_key(keyring, library)
                header = replace(header, keyring=wrapped_by_keyring(header, data_key, key))
            header = header.proven(data_key)
            file.create(header)
        return cls(file, header, data_key), recovery_key

    @classmethod
    def open(cls, folder: Path, way: Way, at: Step = no_step) -> Self:
        """Open the library by one of its ways.

        Raises:
            LibraryNotFound, LibraryUnreadable, LibraryTooNew: as they say.
            HeaderDamaged: the header is not what was written.
            WayError, KeyringError: this way does not lead in; another may.
            NotEnoughMemory: the passphrase's derivation takes more than there is.
        """
        file = HeaderFile(folder, at)
        *former, last = file.candidates()
        for header in former:
            with contextlib.suppress(WayError, HeaderDamaged):
                return cls._opened(file, header, way)
        return cls._opened(file, last, way)

    @classmethod
    def _opened(cls, file: HeaderFile, header: Header, way: Way) -> Self:
        data_key = unlocked(header, way)
        with contextlib.suppress(OSError):  # a library on a read-only disk is opened all the same
            file.choose(header)
        return cls(file, header, data_key)

    @property
    def library(self) -> str:
        """The library's random id."""
        return self._header.library

    @property
    def holders(self) -> frozenset[Holder]:
        """Who can open it."""
        return self._header.holders

    @property
    def database_key(self) -> bytes:
        """The raw key of the database, 256 bits."""
        return self._sub_key("database")

    @property
    def blob_key(self) -> bytes:
        """The key of sealed files that belong to no application."""
        return self._sub_key("blobs")

    def new_application_key(self, application: str) -> ApplicationKey:
        """A random key for an application, and what is to be stored of it."""
        key = new_key()
        return ApplicationKey(key, wrap(key, self._sub_key("applications"), self._binding(application)))

    def application_key(self, application: str, wrapped: bytes) -> bytes:
        """The key that was stored for the application (KeyDamaged where it is not that)."""
        key = unwrap(wrapped, self._sub_key("applications"), self._binding(application))
        if key is None:
            raise KeyDamaged("application")
        return key

    def is_opened_by(self, way: Way) -> bool:
        """Whether the way leads in: to ask for the passphrase before something grave (KeyringError)."""
        try:
            return unlocked(self._header, way) == self._key()
        except (WayError, HeaderDamaged):
            return False

    def change_passphrase(self, passphrase: str, cost: Cost | None = None) -> None:
        """Set another passphrase, or the first; the former opens nothing any more.

        Raises:
            PassphraseTooShort: as it says.
            LibraryNotWritten: as the system says; the former holds.
        """
        checked(passphrase)
        own = wrapped_by_passphrase(self._header, self._key(), passphrase, cost or tuned())
        self._change(replace(self._header, passphrase=own))

    def renew_recovery_key(self) -> RecoveryKey:
        """Another recovery key, to be printed now; the former opens nothing any more.

        Raises:
            LibraryNotWritten: as the system says; the former holds.
        """
        key = RecoveryKey.new()
        wrapped = wrapped_by_recovery_key(self.library, self._key(), key)
        self._change(replace(self._header, recovery=wrapped), ByRecoveryKey(key))
        return key

    def remember_in_keyring(self, keyring: Keyring) -> None:
        """Let the system's keyring open it too; where it does already, its entry is left alone.

        Raises:
            KeyringError: the keyring does not work; nothing changed.
            LibraryNotWritten: as the system says; nothing changed.
        """
        if self.is_opened_by(ByKeyring(keyring)):
            return  # another key in its place would, after a cut, fit neither header
        with _entry_in(keyring, self.library):
            key = keep_new_key(keyring, self.library)
            wrapped = wrapped_by_keyring(self._header, self._key(), key)
            self._change(replace(self._header, keyring=wrapped))

    def forget_keyring(self, keyring: Keyring | None) -> bool:
        """Let the keyring open it no more, whether it works or not.

        Returns:
            Whether the entry, which is of no use any more, could be taken away too.

        Raises:
            PassphraseNeeded: there is no passphrase: set one first.
            LibraryNotWritten: as the system says; nothing changed.
        """
        if Holder.PASSPHRASE not in self.holders:
            raise PassphraseNeeded("passphrase")
        self._change(replace(self._header, keyring=None))
        return keyring is not None and forget_key(keyring, self.library)

    def lock(self) -> None:
        """Overwrite the data key; what was given out is the caller's to drop. Again: nothing."""
        if self._data_key is not None:
            self._data_key[:] = bytes(KEY_BYTES)
            self._data_key = None

    @property
    def is_locked(self) -> bool:
        """Whether the keys are gone."""
        return self._data_key is None

    def _change(self, header: Header, way: Way | None = None) -> None:
        new = header.proven(self._key())

        def opens(written: Header) -> bool:
            return written.is_proven(self._key()) and (way is None or unlocked(written, way) == self._key())

        self._file.change(self._header, new, opens)
        self._header = new

    def _key(self) -> bytearray:
        if self._data_key is None:
            raise LibraryLocked("library")
        return self._data_key

    def _sub_key(self, purpose: str) -> bytes:
        return sub_key(self._key(), purpose, bytes.fromhex(self.library))

    def _binding(self, application: str) -> str:
        return f"{self.library}/application/{application}"


def _make_folder(folder: Path) -> None:
    try:
        make_private_folder(folder)
        if any(not entry.name.startswith(".") for entry in folder.iterdir()):
            raise LibraryExists("library", found=folder.name)
        folder.chmod(PRIVATE_FOLDER)  # it may have been there, open to others
        sync_folder(folder.parent)
    except OSError as error:
        raise LibraryNotWritten("library", found=folder.name, reason=reason_code(error)) from None


@contextlib.contextmanager
def _entry_in(keyring: Keyring | None, library: str) -> Iterator[None]:
    """Take the entry out of the keyring again where the header did not come about."""
    try:
        yield
    except Exception:
        if keyring is not None:
            forget_key(keyring, library)
        raise
