"""`library.json`: who the library is, and its data key once for each holder, wrapped.

The text is canonical (sorted keys, ASCII) and holds two proofs. `check` (SHA-256) tells accidental
damage from a wrong passphrase before any key is known; `mac` (HMAC-SHA256 under a sub-key of the data
key) proves to who can open it that nobody else wrote any part. Nothing in it tells whose library it is.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Self

from cardprep.library.errors import HeaderDamaged, LibraryTooNew
from cardprep.library.passphrase import SALT_BYTES, Cost
from cardprep.library.wrapping import WRAPPED_BYTES, sub_key

FORMAT, VERSION = "cardprep-library", 1
MOST_BYTES = 16_384
_ID_BYTES, _PROOF_BYTES = 16, 32
_KDF = "argon2id"


class Holder(StrEnum):
    """Who can open the library."""

    PASSPHRASE = "passphrase"  # noqa: S105 -- a name of one
    RECOVERY = "recovery"
    KEYRING = "keyring"


@dataclass(frozen=True, slots=True)
class PassphraseHolder:
    """The data key wrapped by a passphrase, and how its key is derived."""

    cost: Cost
    salt: bytes
    wrapped: bytes


@dataclass(frozen=True, slots=True)
class Header:
    """A header.

    Attributes:
        library: the library's random id, in hexadecimal.
        recovery: the data key wrapped by the recovery key.
        passphrase: the same by a passphrase, None where there is none.
        keyring: the same by the key in the system's keyring, None where there is none.
        mac: the proof; `proven` makes and `is_proven` tests it.
    """

    library: str
    recovery: bytes
    passphrase: PassphraseHolder | None = None
    keyring: bytes | None = None
    mac: bytes = b""

    @property
    def holders(self) -> frozenset[Holder]:
        """Who can open it."""
        absent = {Holder.PASSPHRASE: self.passphrase is None, Holder.KEYRING: self.keyring is None}
        return frozenset(holder for holder in Holder if not absent.get(holder))

    def binding(self, holder: Holder) -> str:
        """What a wrapped data key is bound to."""
        return f"{self.library}/{holder}"

    def proven(self, data_key: bytes | bytearray) -> Self:
        """The header with its proof."""
        return replace(self, mac=self._mac(data_key))

    def is_proven(self, data_key: bytes | bytearray) -> bool:
        """Whether every part of it was written by one who had the data key."""
        return hmac.compare_digest(self.mac, self._mac(data_key))

    def _mac(self, data_key: bytes | bytearray) -> bytes:
        key = sub_key(data_key, "header", bytes.fromhex(self.library))
        return hmac.digest(key, _canonical(_document(replace(self, mac=b""))), "sha256")


def new_library_id() -> str:
    """A random id."""
    return secrets.token_hex(_ID_BYTES)


def header_bytes(header: Header) -> bytes:
    """The header as it stands in the file."""
    document = _document(header)
    return _canonical({**document, "check": hashlib.sha256(_canonical(document)).hexdigest()})


def _canonical(document: Mapping[str, Any]) -> bytes:
    return (json.dumps(document, indent=1, sort_keys=True) + "\n").encode("ascii")


def _document(header: Header) -> dict[str, Any]:
    holders: dict[str, Any] = {Holder.RECOVERY: {"wrapped": header.recovery.hex()}}
    if header.keyring is not None:
        holders[Holder.KEYRING] = {"wrapped": header.keyring.hex()}
    if (own := header.passphrase) is not None:
        holders[Holder.PASSPHRASE] = {
            "kdf": _KDF,
            "memory": own.cost.memory,
            "iterations": own.cost.iterations,
            "lanes": own.cost.lanes,
            "salt": own.salt.hex(),
            "wrapped": own.wrapped.hex(),
        }
    return {
        "format": FORMAT,
        "version": VERSION,
        "id": header.library,
        "holders": holders,
        "mac": header.mac.hex(),
    }


def read_header(data: bytes) -> Header:
    """The header in the file's bytes; its proof is tested by who has the data key.

    Raises:
        HeaderDamaged: it is not what was written, or asks for a derivation that no machine bears.
        LibraryTooNew: a later version of the program made it.
    """
    document = _whole(data)
    version = document.get("version")
    if document.get("format") == FORMAT and type(version) is int and version > VERSION:
        raise LibraryTooNew("library", found=version, expected=VERSION)
    try:
        header = _header(document)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise HeaderDamaged("library") from None
    if header_bytes(header) != data:  # a key too much, a value written in another way
        raise HeaderDamaged("library")
    return header


def _whole(data: bytes) -> dict[str, Any]:
    """The document, if it is canonical and fits its `check`; every version keeps to both."""
    try:
        document = json.loads(data.decode("ascii")) if len(data) <= MOST_BYTES else None
        if isinstance(document, dict) and _canonical(document) == data:
            check = document.pop("check", None)
            if check == hashlib.sha256(_canonical(document)).hexdigest():
                return document
    except (ValueError, RecursionError, TypeError):
        pass
    raise HeaderDamaged("library")


def _header(document: Mapping[str, Any]) -> Header:
    holders = document["holders"]
    keyring, passphrase = holders.get(Holder.KEYRING), holders.get(Holder.PASSPHRASE)
    return Header(
        library=_bytes(document["id"], _ID_BYTES).hex(),
        recovery=_bytes(holders[Holder.RECOVERY]["wrapped"], WRAPPED_BYTES),
        passphrase=None if passphrase is None else _passphrase(passphrase),
        keyring=None if keyring is None else _bytes(keyring["wrapped"], WRAPPED_BYTES),
        mac=_bytes(document["mac"], _PROOF_BYTES),
    )


def _passphrase(entry: Mapping[str, Any]) -> PassphraseHolder:
    numbers = [entry[name] for name in ("memory", "iterations", "lanes")]
    if any(type(number) is not int for number in numbers):
        raise TypeError("cost")
    salt, wrapped = _bytes(entry["salt"], SALT_BYTES), _bytes(entry["wrapped"], WRAPPED_BYTES)
    return PassphraseHolder(Cost(*numbers), salt, wrapped)


def _bytes(text: str, length: int) -> bytes:
    data = bytes.fromhex(text)
    if len(data) != length:
        raise ValueError("length")
    return data
