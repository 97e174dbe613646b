"""The encrypted hand-over file (`.cardprep`): content in chunks of AES-256-GCM under a passphrase's key.

Each chunk is bound to the whole head, to its place and to whether it is the last one (the associated
data), so that no byte can be changed, and none cut, moved, doubled or added, without it being noticed.
The key is new for each file (a salt of 32 bytes of chance), hence the chunk's number is its nonce.
"""

from __future__ import annotations

import contextlib
import io
import secrets
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from cardprep.bundle.errors import SealedDamaged, WeakPassphrase
from cardprep.bundle.sealed_header import (
    HEADER_BYTES,
    SALT_BYTES,
    Cost,
    Opened,
    make_header,
    open_header,
    spelled,
)
from cardprep.host.atomic import replacing

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

ENDING = ".cardprep"
LEAST_PASSPHRASE = 8
_TAG_BYTES = 16
_PLACE = struct.Struct(">Q?")
_STRONG = Cost()


def seal(source: Path, target: Path, passphrase: str, cost: Cost = _STRONG) -> None:
    """Write the content of `source`, sealed, to `target`.

    Raises:
        WeakPassphrase: it is too short.
        OSError: `source` cannot be read or `target` not be written.
    """
    with source.open("rb") as content, sealing(target, passphrase, cost) as sealed:
        while part := content.read(cost.chunk):
            sealed.write(part)


@contextlib.contextmanager
def sealing(target: Path, passphrase: str, cost: Cost = _STRONG) -> Iterator[BinaryIO]:
    """A stream whose content becomes the sealed file `target` when the block ends well.

    Nothing of the content is ever on the disk as it is. The stream can only be written to, from
    beginning to end, as `zipfile` does. Raises as `seal`.
    """
    if len(spelled(passphrase)) < LEAST_PASSPHRASE:
        raise WeakPassphrase("passphrase", least=LEAST_PASSPHRASE)
    header = make_header(passphrase, secrets.token_bytes(SALT_BYTES), cost)
    with replacing(target) as beside, beside.open("wb") as file:
        file.write(header.data)
        sealer = _Sealer(file, header)
        yield sealer  # type: ignore[misc]  # a RawIOBase is a BinaryIO in all that is asked of it
        sealer.finish()


def unseal(source: Path, target: Path, passphrase: str) -> None:
    """Write the content of the sealed file `source` to `target`, once all of it has been verified.

    Until then it lies beside `target`, readable by its owner alone, and it is gone after any failure.

    Raises:
        SealedError: one of its kinds.
        OSError: `source` cannot be read or `target` not be written.
    """
    with source.open("rb") as sealed:
        header = open_header(sealed.read(HEADER_BYTES), passphrase, source.name)
        with replacing(target) as beside, beside.open("wb") as file:
            for part in _opened_chunks(sealed, header, source.name):
                file.write(part)


def is_sealed(path: Path) -> bool:
    """Whether the file at `path` begins as a hand-over file does (OSError where it cannot be read)."""
    with path.open("rb") as file:
        return file.read(8) == b"cardprep"


def _opened_chunks(sealed: BinaryIO, header: Opened, name: str) -> Iterator[bytes]:
    """The content chunk by chunk; the one after which nothing follows must say that it is the last."""
    cipher, size = AESGCM(header.key), header.chunk + _TAG_BYTES
    number, chunk = 0, sealed.read(size)
    while True:
        following = sealed.read(size)
        try:
            yield cipher.decrypt(_nonce(number), chunk, _bound_to(header, number, not following))
        except InvalidTag:
            raise SealedDamaged(name, found=name) from None
        if not following:
            return
        number, chunk = number + 1, following


def _nonce(number: int) -> bytes:
    return number.to_bytes(12, "big")


def _bound_to(header: Opened, number: int, is_last: bool) -> bytes:
    return header.data + _PLACE.pack(number, is_last)


class _Sealer(io.RawIOBase):
    """Seals what is written to it, in full chunks and, at the end, what is left."""

    def __init__(self, file: BinaryIO, header: Opened) -> None:
        self._file = file
        self._header = header
        self._cipher = AESGCM(header.key)
        self._kept = bytearray()
        self._number = 0

    def writable(self) -> bool:
        """Yes: it is for nothing else."""
        return True

    def write(self, data: ReadableBuffer, /) -> int:
        """Take in `data`, all of it."""
        self._kept += data
        size = self._header.chunk
        # The last chunk may be full, so one is kept back until more follows.
        while len(self._kept) > size:
            self._put(bytes(self._kept[:size]), is_last=False)
            del self._kept[:size]
        return len(memoryview(data).cast("B"))

    def finish(self) -> None:
        """Seal what is left as the last chunk."""
        self._put(bytes(self._kept), is_last=True)
        self._kept.clear()

    def _put(self, chunk: bytes, is_last: bool) -> None:
        bound = _bound_to(self._header, self._number, is_last)
        self._file.write(self._cipher.encrypt(_nonce(self._number), chunk, bound))
        self._number += 1
