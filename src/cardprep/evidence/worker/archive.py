"""Zip files: tell what is in them and read it. The other side judges the names and writes the files."""

from __future__ import annotations

import stat
import zipfile
from pathlib import Path

from cardprep.evidence.limits import MAX_PAYLOAD, MIB, Limits
from cardprep.evidence.protocol import Frame, Refusal
from cardprep.evidence.replies import MAX_NAME
from cardprep.evidence.worker.faults import Refused, Unreadable

_BATCH = 32 * MIB
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1 | 0x40 | 0x2000


def _opened(path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except OSError as error:
        raise Refused(Refusal.UNREADABLE) from error
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise Refused(Refusal.FORMAT) from error


def list_entries(path: Path, limits: Limits) -> Frame:
    """The table of contents.

    Raises:
        Refused: no zip file, or over the limit of entries.
        Unreadable: packed in a way that is not read here.
    """
    with _opened(path) as archive:
        listed = archive.infolist()
    if len(listed) > limits.entries:
        raise Refused(Refusal.TOO_LARGE)
    return Frame({"entries": [_entry(info) for info in listed]})


def _entry(info: zipfile.ZipInfo) -> dict[str, object]:
    kind = stat.S_IFMT(info.external_attr >> 16)
    if info.compress_type not in _METHODS or not 0 < len(info.orig_filename) <= MAX_NAME:
        raise Unreadable
    return {
        "name": info.orig_filename,
        "size": info.file_size,
        "packed": info.compress_size,
        "folder": info.orig_filename.endswith("/"),
        "link": kind not in (0, stat.S_IFREG, stat.S_IFDIR),
        "encrypted": bool(info.flag_bits & _ENCRYPTED),
    }


def read_entries(path: Path, first: int) -> Frame:
    """The contents of entry `first` and as many after it as go into one batch; checksums are checked.

    Raises:
        Unreadable: an entry is damaged or not of the size that it announces.
    """
    read: list[bytes] = []
    size = 0
    with _opened(path) as archive:
        for info in archive.infolist()[first:]:
            size += info.file_size
            if read and size > _BATCH:
                break
            read.append(_content(archive, info))
    return Frame({"count": len(read)}, b"".join(read))


def _content(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    if info.file_size > MAX_PAYLOAD:
        raise Unreadable
    with archive.open(info) as entry:
        content = entry.read(info.file_size + 1)
    if len(content) != info.file_size:
        raise Unreadable
    return content
