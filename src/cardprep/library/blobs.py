"""The library's files, sealed and named by what is in them; nobody can tell content from a name.

A name is HMAC-SHA256 of the content's SHA-256 under a sub-key of the sealing key: the same content
under the same key is stored once, under another key (another application) apart, so that erasing one
key leaves the other's file readable.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import hmac
import io
import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, NewType

from cardprep.host.atomic import make_private_folder, replacing, sync_folder
from cardprep.host.system_errors import reason_code
from cardprep.library.errors import (
    BlobDamaged,
    BlobMissing,
    BlobNotWritten,
    BlobUnreadable,
    SourceUnreadable,
    TargetNotWritten,
)
from cardprep.library.sealing import NotSealed, chunks_of, sealed, unsealed
from cardprep.library.steps import Step, no_step
from cardprep.library.wrapping import sub_key

BlobId = NewType("BlobId", str)

STEPS = ("blob.begin", "blob.sealed", "blob.stored", "blob.deleted")
_NAME = re.compile(r"[0-9a-f]{64}")
_ENDING = ".blob"
_SMALL_BYTES = 16 << 20  # what may stand in memory as a whole


class Blobs:
    """The sealed files in a folder, made at the first use. One writer at a time."""

    def __init__(self, folder: Path, at: Step = no_step) -> None:
        self._folder = folder
        self._at = at

    def put(self, source: bytes | Path, key: bytes) -> BlobId:
        """Store content durably; what is there and whole is not written again, what is damaged is.

        A file larger than a scan is read twice, piece by piece: for its name, and to be sealed.

        Raises:
            SourceUnreadable: the file cannot be read, or changes meanwhile.
            BlobNotWritten: as the system says; nothing is left behind.
        """
        content = source if isinstance(source, bytes) else _read_if_small(source)
        found = "" if isinstance(source, bytes) else source.name
        blob = _name_of(_pieces_of(content, found), key)
        if not self.is_whole(blob, key):
            try:
                self._write(blob, key, content, found)
            except OSError as error:
                raise BlobNotWritten("blob", reason=reason_code(error)) from None
        return blob

    def _write(self, blob: BlobId, key: bytes, content: bytes | Path, found: str) -> None:
        self._at("blob.begin")
        path = self._path(blob)
        self._make_folder(self._folder)
        self._make_folder(path.parent)
        with replacing(path) as beside:
            pieces = _pieces_of(content, found)
            if isinstance(content, Path):
                pieces = _unchanged(pieces, key, blob, found)
            with beside.open("wb") as out:
                out.writelines(sealed(pieces, key, blob))
            self._at("blob.sealed")
        self._at("blob.stored")

    def _make_folder(self, folder: Path) -> None:
        if not folder.is_dir():
            make_private_folder(folder)
            sync_folder(folder.parent)

    def get(self, blob: BlobId, key: bytes) -> bytes:
        """The content, in memory.

        Raises:
            BlobMissing, BlobDamaged, BlobUnreadable: as they say.
        """
        return b"".join(self._pieces(blob, key))

    def open_to(self, blob: BlobId, key: bytes, target: Path) -> None:
        """Write the content, in plain, to `target`, which comes about whole or not at all.

        Raises:
            BlobMissing, BlobDamaged, BlobUnreadable: as they say.
            TargetNotWritten: as the system says.
        """
        try:
            with replacing(target) as beside, beside.open("wb") as out:
                out.writelines(self._pieces(blob, key))
        except OSError as error:
            reason = reason_code(error)
            raise TargetNotWritten("blob", found=target.name, reason=reason) from None

    def verify(self, blob: BlobId, key: bytes) -> None:
        """Read it all and keep nothing (BlobMissing, BlobDamaged, BlobUnreadable)."""
        for _ in self._pieces(blob, key):
            pass

    def is_whole(self, blob: BlobId, key: bytes) -> bool:
        """Whether it is there and nothing of it changed."""
        try:
            self.verify(blob, key)
        except (BlobMissing, BlobDamaged, BlobUnreadable):
            return False
        return True

    def _pieces(self, blob: BlobId, key: bytes) -> Iterator[bytes]:
        """The proven pieces; that nothing is missing is known at the end alone."""
        try:
            with _regular(self._path(blob)) as file:
                yield from unsealed(file, key, blob)
        except (FileNotFoundError, NotADirectoryError):
            raise BlobMissing("blob", found=blob) from None
        except OSError as error:
            raise BlobUnreadable("blob", found=blob, reason=reason_code(error)) from None
        except NotSealed:
            raise BlobDamaged("blob", found=blob) from None

    def delete(self, blob: BlobId) -> None:
        """Take it away, durably; one that is not there is gone (BlobNotWritten as the system says)."""
        path = self._path(blob)
        try:
            path.unlink(missing_ok=True)
            if path.parent.is_dir():
                sync_folder(path.parent)
        except OSError as error:
            raise BlobNotWritten("blob", reason=reason_code(error)) from None
        self._at("blob.deleted")

    def blobs(self) -> Iterator[BlobId]:
        """The names of all that are there (BlobUnreadable as the system says)."""
        for path in self._entries():
            if path.suffix == _ENDING and _NAME.fullmatch(path.stem):
                yield BlobId(path.stem)

    def sweep(self, keep: Collection[BlobId]) -> int:
        """Take away what is not to be kept and what a cut left unfinished; gives how many files.

        What the system does not let go stays for the next time.
        """
        swept = 0
        for path in tuple(self._entries()):
            if path.suffix == _ENDING and path.stem in keep:
                continue
            with contextlib.suppress(OSError):
                path.unlink()
                swept += 1
        return swept

    def _entries(self) -> Iterator[Path]:
        try:
            for part in sorted(self._folder.iterdir()) if self._folder.is_dir() else ():
                if part.is_dir():
                    yield from (path for path in part.iterdir() if path.is_file())
        except OSError as error:
            raise BlobUnreadable("blob", found="", reason=reason_code(error)) from None

    def _path(self, blob: BlobId) -> Path:
        if not _NAME.fullmatch(blob):  # a name from a spoiled record must not lead out of the folder
            raise BlobMissing("blob", found="")
        return self._folder / blob[:2] / f"{blob}{_ENDING}"


def _name_of(pieces: Iterable[bytes], key: bytes) -> BlobId:
    digest = hashlib.sha256()
    for piece in pieces:
        digest.update(piece)
    return _named(digest.digest(), key)


def _named(digest: bytes, key: bytes) -> BlobId:
    return BlobId(hmac.digest(sub_key(key, "blob-name"), digest, "sha256").hex())


def _unchanged(pieces: Iterable[bytes], key: bytes, blob: BlobId, found: str) -> Iterator[bytes]:
    """The same pieces; SourceUnreadable at the end if they are not those that gave the name."""
    digest = hashlib.sha256()
    for piece in pieces:
        digest.update(piece)
        yield piece
    if _named(digest.digest(), key) != blob:
        raise SourceUnreadable("blob", found=found, reason="changed")


def _regular(path: Path) -> BinaryIO:
    """The file at `path`, opened; OSError for a folder, a pipe or a device, which may never end."""
    if path.exists() and not path.is_file():
        raise IsADirectoryError(errno.EISDIR, "not a file")
    return path.open("rb")


def _read_if_small(source: Path) -> bytes | Path:
    """The file's content where it may stand in memory, else the path."""
    try:
        with _regular(source) as file:
            content = file.read(_SMALL_BYTES + 1)
    except OSError as error:
        raise SourceUnreadable("blob", found=source.name, reason=reason_code(error)) from None
    return source if len(content) > _SMALL_BYTES else content


def _pieces_of(content: bytes | Path, found: str) -> Iterator[bytes]:
    try:
        with io.BytesIO(content) if isinstance(content, bytes) else _regular(content) as file:
            yield from chunks_of(file)
    except OSError as error:
        raise SourceUnreadable("blob", found=found, reason=reason_code(error)) from None
