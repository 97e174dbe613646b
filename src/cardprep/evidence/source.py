"""Read an untrusted file's bytes, once: what is hashed is what the child is given."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from cardprep.evidence.errors import Cancelled, FileNotOpened
from cardprep.evidence.limits import MAX_PAYLOAD, MIB
from cardprep.host.system_errors import reason_code

IsCancelled = Callable[[], bool]
"""Asked now and then from the waiting thread; True makes the work stop with `Cancelled`."""


def never() -> bool:
    """Nobody cancels."""
    return False


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of a file; of one over `MAX_PAYLOAD` only its beginning."""

    name: str
    sha256: str
    size: int
    data: bytes = field(repr=False)

    @property
    def is_whole(self) -> bool:
        """Whether `data` is the whole file."""
        return self.size == len(self.data)


@dataclass(frozen=True, slots=True)
class InMemory:
    """A file that lies nowhere in plain: `read` gives its bytes (and raises what keeps it from that)."""

    name: str
    read: Callable[[], bytes] = field(repr=False)


FileSource = Path | InMemory


def read_whole(source: FileSource) -> bytes:
    """Every byte of a file, to be copied (FileNotOpened, and as an `InMemory` raises)."""
    if isinstance(source, InMemory):
        return source.read()
    try:
        return source.read_bytes()
    except OSError as error:
        raise FileNotOpened(file=source.name, reason=reason_code(error)) from None


def read_source(path: FileSource, cancelled: IsCancelled = never) -> Source:
    """Read and hash the file at `path`.

    Raises:
        Cancelled: while reading.
        FileNotOpened: it is not there, is no file, or may not be read.
        CardprepError: as an `InMemory` raises.
    """
    if isinstance(path, InMemory):
        data = path.read()
        return Source(path.name, hashlib.sha256(data).hexdigest(), len(data), data[:MAX_PAYLOAD])
    digest, size, kept = hashlib.sha256(), 0, bytearray()
    if path.exists() and not path.is_file():
        raise FileNotOpened(file=path.name, reason="is-folder" if path.is_dir() else "other")
    try:
        with path.open("rb") as file:
            while part := file.read(MIB):
                if cancelled():
                    raise Cancelled
                digest.update(part)
                size += len(part)
                kept += part[: MAX_PAYLOAD - len(kept)]
    except OSError as error:
        raise FileNotOpened(file=path.name, reason=reason_code(error)) from error
    return Source(path.name, digest.hexdigest(), size, bytes(kept))
