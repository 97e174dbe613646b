"""A disk made anew from the record of what was done to it, as it may be after the power went at any moment.

Only what was synced is certain. Of a file's later writes and cuts any part may have come to the disk: none,
all, the first ones, or some, each whole or up to a sector's border. Names (new, renamed, removed) are certain
once their folder was synced; of later ones the first so many may have come, as journalling file systems do.
"""

from __future__ import annotations

import random
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

_HEAD = struct.Struct("<cQqII")
_SECTOR = 512


@dataclass(frozen=True, slots=True)
class Record:
    """One line of the log: what was done, to which inode or paths, where, with what."""

    what: str
    inode: int
    at: int
    first: bytes
    second: bytes


def records(log: Path) -> Iterator[Record]:
    """Every record in its order."""
    data, place = log.read_bytes(), 0
    while place < len(data):
        what, inode, at, first, second = _HEAD.unpack_from(data, place)
        place += _HEAD.size
        yield Record(
            what.decode(),
            inode,
            at,
            data[place : place + first],
            data[place + first : place + first + second],
        )
        place += first + second


@dataclass(eq=False)
class _File:
    """What is certain of a file, and what was done to it since: a place with bytes, or a length."""

    certain: bytearray = field(default_factory=bytearray)
    later: list[tuple[int, bytes | None]] = field(default_factory=list)


_Name = tuple[str, _File | None, str]
"""A change of a folder: the path, the file it names now (None: nothing), the path that is gone instead."""


class Disk:
    """The disk while its record is read."""

    def __init__(self, root: Path) -> None:
        self._root = str(root)
        self._inodes: dict[int, _File] = {}
        self._names: dict[str, _File] = {}
        self._certain: dict[str, _File] = {}
        self._later: dict[str, list[_Name]] = {}
        self._folders: dict[str, bool] = {self._root: True}

    def take(self, record: Record) -> None:
        """Do what the record says."""
        if record.what in "WT":
            self._change(record, record.first if record.what == "W" else None)
        elif record.what == "S":
            self._sync(self._inodes.get(record.inode, _File()))
        else:
            self._take_name(record.what, record.inode, record.first.decode(), record.second.decode())

    def _take_name(self, what: str, inode: int, first: str, second: str) -> None:
        match what:
            case "C":
                self._inodes[inode] = self._names[first] = _File()
                self._name(first, self._names[first])
            case "D":
                self._sync_folder(first)
            case "R":
                self._names[second] = self._names.pop(first)
                self._name(second, self._names[second], first)
            case "U":
                self._names.pop(first, None)
                self._name(first, None)
            case "M":
                self._folders[first] = False

    def _change(self, record: Record, data: bytes | None) -> None:
        if record.inode in self._inodes:
            self._inodes[record.inode].later.append((record.at, data))

    def _name(self, path: str, file: _File | None, gone: str = "") -> None:
        self._later.setdefault(str(Path(path).parent), []).append((path, file, gone))

    def _sync(self, file: _File) -> None:
        for at, data in file.later:
            _put(file.certain, at, data)
        file.later.clear()

    def _sync_folder(self, folder: str) -> None:
        for change in self._later.pop(folder, []):
            _rename(self._certain, change)
        for made in self._folders:
            if str(Path(made).parent) == folder:
                self._folders[made] = True

    def after_power_loss(self, chance: random.Random, target: Path) -> None:
        """Write to `target` what may be found when the power is back."""
        names = dict(self._certain)
        for changes in self._later.values():
            for change in changes[: chance.randint(0, len(changes))]:
                _rename(names, change)
        folders = {path for path, certain in self._folders.items() if certain or chance.random() < 0.5}
        target.mkdir()
        for folder in sorted(folders, key=len):
            if str(Path(folder).parent) in folders:
                (target / Path(folder).relative_to(self._root)).mkdir()
        for path, file in names.items():
            where = target / Path(path).relative_to(self._root)
            if where.parent.is_dir():
                where.write_bytes(_found(file, chance, path))


def _rename(names: dict[str, _File], change: _Name) -> None:
    path, file, gone = change
    names.pop(gone, None)
    if file is None:
        names.pop(path, None)
    else:
        names[path] = file


def _put(content: bytearray, at: int, data: bytes | None) -> None:
    end = at if data is None else at + len(data)
    if end > len(content):
        content.extend(bytes(end - len(content)))
    if data is None:
        del content[at:]
    else:
        content[at:end] = data


def _found(file: _File, chance: random.Random, path: str) -> bytes:
    """The bytes that a file may have then; of the index that lies in shared memory, anything."""
    if path.endswith("-shm"):
        return chance.randbytes(len(file.certain) or 32_768)
    content = bytearray(file.certain)
    for at, data in _some(file.later, chance):
        _put(content, at, data)
    return bytes(content)


def _some(later: list[tuple[int, bytes | None]], chance: random.Random) -> Iterator[tuple[int, bytes | None]]:
    match chance.choice(("none", "all", "first", "some", "some")):
        case "all":
            yield from later
        case "first":
            yield from later[: chance.randint(0, len(later))]
        case "some":
            for at, data in later:
                if chance.random() < 0.5:
                    yield at, data if data is None or chance.random() < 0.5 else _torn(data, chance)


def _torn(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randint(0, len(data) // _SECTOR) * _SECTOR]
