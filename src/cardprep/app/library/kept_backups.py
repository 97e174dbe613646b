"""Which backups lie at a place: can be looked at without any key."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cardprep.host.system_errors import reason_code
from cardprep.library.backup import BLOBS, place_of
from cardprep.library.backup_errors import BackupFailed
from cardprep.library.generations import generations_in


@dataclass(frozen=True, slots=True)
class Kept:
    """One backup: its name, when it was made, and the bytes that are its own."""

    name: str
    at: dt.datetime
    size: int


@dataclass(frozen=True, slots=True)
class Shelf:
    """The backups at a place, the latest first; `files` are the bytes of the papers that they share."""

    kept: tuple[Kept, ...]
    files: int


def backups_at(place: Path, library: str = "*") -> Shelf:
    """The backups of the library with that id, by default of every library.

    Raises:
        BackupFailed: the place cannot be read.
    """
    pattern = place_of(Path(), library).name
    try:
        roots = [root for root in place.glob(pattern) if root.is_dir()]
        found = [generation for root in roots for generation in generations_in(root)]
        kept = tuple(Kept(g.name, g.at, _size(g.folder)) for g in sorted(found, reverse=True))
        return Shelf(kept, sum(_size(root / BLOBS) for root in roots))
    except OSError as error:
        raise BackupFailed("backup", reason=reason_code(error)) from None


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in _files(folder))


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())
