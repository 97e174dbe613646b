"""Write the files of an untrusted archive: the child reads it, this side judges and writes."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from cardprep.case.facts import Fault
from cardprep.evidence import replies
from cardprep.evidence.archive_names import ArchiveFlaw, flaw
from cardprep.evidence.errors import NotAnArchive
from cardprep.evidence.limits import Limits
from cardprep.evidence.protocol import Ask, Frame, Refusal
from cardprep.evidence.replies import Packed
from cardprep.host.atomic import make_private_folder

AskArchive = Callable[[Ask, Mapping[str, object]], Frame | Refusal | Fault]


@dataclass(frozen=True, slots=True)
class Entry:
    """One file that was unpacked; `name` is relative, with forward slashes."""

    name: str
    size: int
    sha256: str


_FLAWS = {
    Refusal.FORMAT: ArchiveFlaw.NOT_A_ZIP,
    Refusal.UNREADABLE: ArchiveFlaw.NOT_A_ZIP,
    Refusal.TOO_LARGE: ArchiveFlaw.TOO_MANY_ENTRIES,
    Fault.TIMED_OUT: ArchiveFlaw.TIMED_OUT,
    Fault.OUT_OF_MEMORY: ArchiveFlaw.OUT_OF_MEMORY,
    Fault.CRASHED: ArchiveFlaw.CRASHED,
}


def unpack(ask: AskArchive, archive: Path, into: Path, limits: Limits) -> tuple[Entry, ...]:
    """Unpack `archive` into the empty or absent folder `into`, wholly or not at all.

    Raises:
        FileExistsError: there is something in `into`.
        NotAnArchive: it may not be unpacked.
    """
    told = {"path": str(archive.absolute())}
    make_private_folder(into)
    if any(into.iterdir()):
        raise FileExistsError(into)
    listed = replies.entries(_answer(ask(Ask.LIST_ARCHIVE, told), archive), limits)
    found = flaw(listed, limits)
    if found is not None:
        raise NotAnArchive(file=archive.name, reason=found)
    try:
        return tuple(
            _write(into, entry, data)
            for entry, data in _read_all(ask, archive, listed)
            if not entry.is_folder
        )
    except BaseException:
        _empty(into)
        raise


def _answer(answer: Frame | Refusal | Fault, archive: Path) -> Frame:
    if isinstance(answer, Frame):
        return answer
    raise NotAnArchive(file=archive.name, reason=_FLAWS.get(answer, ArchiveFlaw.DAMAGED))


def _read_all(ask: AskArchive, archive: Path, listed: tuple[Packed, ...]) -> Iterator[tuple[Packed, bytes]]:
    """Every entry with its content, as many at a time as fit into one answer."""
    done = 0
    while done < len(listed):
        request = {"path": str(archive.absolute()), "first": done}
        frame = _answer(ask(Ask.READ_ARCHIVE, request), archive)
        files = replies.contents(frame, listed[done:])
        yield from zip(listed[done:], files, strict=False)
        done += len(files)


def _write(into: Path, entry: Packed, data: bytes) -> Entry:
    name = entry.untrusted_name
    target = into.joinpath(*name.split("/"))
    make_private_folder(target.parent)
    with target.open("xb") as file:
        file.write(data)
    return Entry(name, len(data), hashlib.sha256(data).hexdigest())


def _empty(folder: Path) -> None:
    for item in folder.iterdir():
        if item.is_dir():
            shutil.rmtree(item, ignore_errors=True)
        else:
            item.unlink(missing_ok=True)
