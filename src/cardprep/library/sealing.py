"""A stream sealed in chunks of 1 MiB (the STREAM construction: Hoang et al., CRYPTO 2015).

File: magic, 32 random bytes of salt, then each chunk sealed by AES-256-GCM under a key of this file
alone (HKDF of key and salt). The nonce is the chunk's number and whether it is the last; the header
and the file's name are authenticated with each. So a cut, a chunk that changed its place, came from
another file or was added, a bit that changed, and a whole file under another name all fail.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from cardprep.library.wrapping import sub_key

CHUNK_BYTES = 1 << 20
_MAGIC = b"CPBLOB1\n"
_SALT_BYTES, _TAG_BYTES = 32, 16
HEADER_BYTES = len(_MAGIC) + _SALT_BYTES
_SEALED_BYTES = CHUNK_BYTES + _TAG_BYTES


class NotSealed(Exception):
    """The bytes are not what was sealed under this key; caught by who knows the file's name."""


def chunks_of(file: BinaryIO, size: int = CHUNK_BYTES) -> Iterator[bytes]:
    """The file in pieces of `size` bytes, the last shorter; one empty piece where it is empty."""
    piece = file.read(size)
    yield piece
    while len(piece) == size and (piece := file.read(size)):
        yield piece


def _with_last(pieces: Iterable[bytes]) -> Iterator[tuple[int, bool, bytes]]:
    """Each piece with its number, and whether it is the last."""
    waiting: bytes | None = None
    number = 0
    for piece in pieces:
        if waiting is not None:
            yield number, False, waiting
            number += 1
        waiting = piece
    if waiting is not None:
        yield number, True, waiting


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


def sealed(pieces: Iterable[bytes], key: bytes, name: str) -> Iterator[bytes]:
    """What is to be written under `name` for the pieces (of CHUNK_BYTES each but the last)."""
    header = _MAGIC + secrets.token_bytes(_SALT_BYTES)
    cipher = _cipher(key, header)
    yield header
    for number, last, piece in _with_last(pieces):
        yield cipher.encrypt(_nonce(number, last=last), piece, header + name.encode())


def unsealed(file: BinaryIO, key: bytes, name: str) -> Iterator[bytes]:
    """The pieces again, each one proven before it is given; what came is whole only at the end.

    Raises:
        NotSealed: anything is not as it was sealed under this name.
    """
    header = file.read(HEADER_BYTES)
    if len(header) != HEADER_BYTES or not header.startswith(_MAGIC):
        raise NotSealed
    cipher = _cipher(key, header)
    for number, last, piece in _with_last(chunks_of(file, _SEALED_BYTES)):
        try:
            yield cipher.decrypt(_nonce(number, last=last), piece, header + name.encode())
        except InvalidTag:
            raise NotSealed from None


def _cipher(key: bytes, header: bytes) -> AESGCM:
    return AESGCM(sub_key(key, "blob-content", header[len(_MAGIC) :]))
