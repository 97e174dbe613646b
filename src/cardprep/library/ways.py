"""The ways into a library, and how each of them gets at the data key."""

from __future__ import annotations

from dataclasses import dataclass, field

from cardprep.host.secrets import Keyring
from cardprep.library.errors import (
    HeaderDamaged,
    KeyringEntryWrong,
    NoPassphrase,
    NotInKeyring,
    WrongPassphrase,
    WrongRecoveryKey,
)
from cardprep.library.header import Header, Holder, PassphraseHolder
from cardprep.library.keyring_holder import kept_key
from cardprep.library.passphrase import Cost, derive, new_salt
from cardprep.library.recovery import RecoveryKey
from cardprep.library.wrapping import unwrap, wrap


@dataclass(frozen=True, slots=True)
class ByPassphrase:
    """What the person typed."""

    text: str = field(repr=False)

    def data_key(self, header: Header) -> bytes:
        """The header's data key (WrongPassphrase, NoPassphrase, NotEnoughMemory)."""
        own = header.passphrase
        if own is None:
            raise NoPassphrase("passphrase")
        key = derive(self.text, own.salt, own.cost)
        data_key = unwrap(own.wrapped, key, header.binding(Holder.PASSPHRASE))
        if data_key is None:
            raise WrongPassphrase("passphrase")
        return data_key


@dataclass(frozen=True, slots=True)
class ByRecoveryKey:
    """The printed key."""

    key: RecoveryKey

    def data_key(self, header: Header) -> bytes:
        """The header's data key (WrongRecoveryKey)."""
        key = self.key.wrapping_key(header.library)
        data_key = unwrap(header.recovery, key, header.binding(Holder.RECOVERY))
        if data_key is None:
            raise WrongRecoveryKey("recovery_key")
        return data_key


@dataclass(frozen=True, slots=True)
class ByKeyring:
    """The system's keyring."""

    keyring: Keyring

    def data_key(self, header: Header) -> bytes:
        """The header's data key (NotInKeyring, KeyringError and the errors of its entry)."""
        if header.keyring is None:
            raise NotInKeyring("keyring")
        key = kept_key(self.keyring, header.library)
        data_key = unwrap(header.keyring, key, header.binding(Holder.KEYRING))
        if data_key is None:
            raise KeyringEntryWrong("keyring")
        return data_key


Way = ByPassphrase | ByRecoveryKey | ByKeyring


def unlocked(header: Header, way: Way) -> bytes:
    """The data key of a header whose every part is proven (HeaderDamaged; else as the way raises)."""
    data_key = way.data_key(header)
    if not header.is_proven(data_key):
        raise HeaderDamaged("library")
    return data_key


def wrapped_by_passphrase(
    header: Header, data_key: bytes | bytearray, passphrase: str, cost: Cost
) -> PassphraseHolder:
    """The data key for a new passphrase, under a new salt."""
    salt = new_salt()
    key = derive(passphrase, salt, cost)
    return PassphraseHolder(cost, salt, wrap(data_key, key, header.binding(Holder.PASSPHRASE)))


def wrapped_by_recovery_key(library: str, data_key: bytes | bytearray, key: RecoveryKey) -> bytes:
    """The data key for a recovery key."""
    return wrap(data_key, key.wrapping_key(library), f"{library}/{Holder.RECOVERY}")


def wrapped_by_keyring(header: Header, data_key: bytes | bytearray, key: bytes) -> bytes:
    """The data key for the key that the keyring keeps."""
    return wrap(data_key, key, header.binding(Holder.KEYRING))
