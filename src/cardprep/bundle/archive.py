"""Writes the zip of a bundle: the same content gives the same bytes."""

from __future__ import annotations

import os
import stat
import zipfile
from collections.abc import Iterable
from pathlib import Path

from cardprep.host.atomic import PRIVATE_FILE

# With this mark every unpacker reads the names as the UTF-8 they are.
_UNIX = 3
_DAY = (2020, 1, 1, 0, 0, 0)
_PACKED_ALREADY = (".jpg", ".png", ".pdf")


def write_archive(target: Path, folder: Path, names: Iterable[str]) -> None:
    """Write the files `names` of `folder` into a new zip at `target`, in that order, durably."""
    descriptor = os.open(
        target, os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_BINARY", 0), PRIVATE_FILE
    )
    with os.fdopen(descriptor, "w+b") as file:
        with zipfile.ZipFile(file, "w") as archive:
            for name in names:
                archive.writestr(_entry(name), (folder / name).read_bytes())
        file.flush()
        os.fsync(file.fileno())


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _DAY)
    entry.create_system = _UNIX
    entry.external_attr = (stat.S_IFREG | PRIVATE_FILE) << 16
    entry.compress_type = zipfile.ZIP_STORED if name.endswith(_PACKED_ALREADY) else zipfile.ZIP_DEFLATED
    return entry
