"""Keys from keys: sub-keys by HKDF-SHA256 (RFC 5869), wrapping by AES-256-GCM (SP 800-38D)."""

from __future__ import annotations

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
_NONCE_BYTES, _TAG_BYTES = 12, 16
WRAPPED_BYTES = _NONCE_BYTES + KEY_BYTES + _TAG_BYTES
_DOMAIN = b"cardprep/1/"


def new_key() -> bytes:
    """A random 256-bit key from the system's generator."""
    return secrets.token_bytes(KEY_BYTES)


def sub_key(key: bytes | bytearray, purpose: str, salt: bytes = b"") -> bytes:
    """The 256-bit key of `key` for one purpose; those of other purposes cannot be told from it."""
    info = _DOMAIN + purpose.encode("ascii")
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt or None, info=info).derive(key)


def wrap(key: bytes | bytearray, wrapping_key: bytes, binding: str) -> bytes:
    """`key` sealed under `wrapping_key`, to be opened for the same `binding` (whose, what for) alone."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + AESGCM(wrapping_key).encrypt(nonce, bytes(key), _DOMAIN + binding.encode("utf-8"))


def unwrap(wrapped: bytes, wrapping_key: bytes, binding: str) -> bytes | None:
    """The wrapped key, or None where wrapping key, binding or a bit of it is another one."""
    if len(wrapped) != WRAPPED_BYTES:
        return None
    nonce, sealed = wrapped[:_NONCE_BYTES], wrapped[_NONCE_BYTES:]
    try:
        return AESGCM(wrapping_key).decrypt(nonce, sealed, _DOMAIN + binding.encode("utf-8"))
    except InvalidTag:
        return None
