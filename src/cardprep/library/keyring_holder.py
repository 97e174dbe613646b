"""The system's keyring as a holder: it keeps a key that opens nothing without the library's header."""

from __future__ import annotations

import contextlib

from cardprep.host.secrets import Keyring, KeyringError
from cardprep.library.errors import KeyringEntryMissing, KeyringEntryWrong
from cardprep.library.wrapping import KEY_BYTES, new_key

_PREFIX = "library-"


def entry_name(library: str) -> str:
    """The name of a library's entry; it tells nothing but the random id."""
    return f"{_PREFIX}{library}"


def keep_new_key(keyring: Keyring, library: str) -> bytes:
    """Put a new wrapping key into the keyring and see that it comes back.

    Raises:
        KeyringError: the keyring does not work.
    """
    key = new_key()
    name = entry_name(library)
    keyring.write(name, key.hex())
    if keyring.read(name) != key.hex():
        raise KeyringError("keyring")
    return key


def kept_key(keyring: Keyring, library: str) -> bytes:
    """The wrapping key in the keyring.

    Raises:
        KeyringError: the keyring does not work.
        KeyringEntryMissing: it has no entry of the library.
        KeyringEntryWrong: its entry is no key.
    """
    secret = keyring.read(entry_name(library))
    if secret is None:
        raise KeyringEntryMissing("keyring")
    try:
        key = bytes.fromhex(secret)
    except ValueError:
        raise KeyringEntryWrong("keyring") from None
    if len(key) != KEY_BYTES:
        raise KeyringEntryWrong("keyring")
    return key


def forget_key(keyring: Keyring, library: str) -> bool:
    """Take the entry out of the keyring; whether the keyring did so. Without its holder it is no use."""
    with contextlib.suppress(KeyringError):
        keyring.erase(entry_name(library))
        return True
    return False
