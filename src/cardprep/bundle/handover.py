"""What is inside a hand-over file: a zip of whole cases with their originals, and the firm they are of.

handover.json                       format, the firm or null, the folders of the cases
cases/001/case.json                 as docs/CASE_FORMAT.md has it
cases/001/attachments/01-….jpg      its files, exactly as they are
"""

from __future__ import annotations

import json
import stat
import zipfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO

from cardprep.bundle.errors import HandOverTooLarge, NotAHandOver
from cardprep.bundle.names import CASE_FILE
from cardprep.case.codec import MOST_BYTES, case_text
from cardprep.case.errors import CaseError
from cardprep.case.files import case_files, renamed
from cardprep.case.model import Case, Unit
from cardprep.case.reading import Reader
from cardprep.evidence.limits import MAX_PAYLOAD, Limits
from cardprep.host.atomic import PRIVATE_FILE
from cardprep.host.filenames import legal_name

FORMAT = "cardprep-handover/1"
LIST_FILE = "handover.json"
_DAY = (2020, 1, 1, 0, 0, 0)
_UNIX = 3

Report = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class CaseContent:
    """A case to hand over, and how the bytes are had of the file that it calls so."""

    case: Case
    read: Callable[[str], bytes]


@dataclass(frozen=True, slots=True)
class Contents:
    """What was handed over: the firm, and the folders with the cases."""

    firm: Unit | None
    folders: tuple[Path, ...]


class _Writer:
    """The zip while it is written; knows how much may be in it for the other side to take it."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._limits = Limits()
        self._bytes = 0
        self._entries = 0

    def put(self, name: str, data: bytes) -> None:
        self._bytes += len(data)
        self._entries += 1
        if self._bytes > self._limits.unpacked or len(data) > MAX_PAYLOAD:
            raise HandOverTooLarge("export", found=name.rsplit("/", 1)[-1], limit=self._limits.unpacked)
        if self._entries > self._limits.entries:
            raise HandOverTooLarge("export", found=name.rsplit("/", 1)[-1], limit=self._limits.entries)
        entry = zipfile.ZipInfo(name, _DAY)
        entry.create_system = _UNIX
        entry.external_attr = (stat.S_IFREG | PRIVATE_FILE) << 16
        self._archive.writestr(entry, data)


def write_contents(stream: BinaryIO, cases: Sequence[CaseContent], firm: Unit | None, report: Report) -> None:
    """Write the zip to `stream`, which need only be writable.

    Raises:
        HandOverTooLarge: it is more than can be taken in at once.
        CardprepError, OSError: as each case's `read`.
    """
    folders = [f"cases/{number:03}" for number in range(1, len(cases) + 1)]
    told = {"format": FORMAT, "firm": None if firm is None else asdict(firm), "cases": folders}
    with zipfile.ZipFile(stream, "w") as archive:
        writer = _Writer(archive)
        writer.put(LIST_FILE, json.dumps(told, indent=1).encode("ascii"))
        for number, (folder, content) in enumerate(zip(folders, cases, strict=True)):
            report(number, len(cases))
            _write_case(writer, folder, content)


def _write_case(writer: _Writer, folder: str, content: CaseContent) -> None:
    names = {
        file: f"attachments/{number:02}-{legal_name(file.rsplit('/', 1)[-1])}"
        for number, file in enumerate(case_files(content.case), start=1)
    }
    writer.put(f"{folder}/{CASE_FILE}", case_text(renamed(content.case, names)).encode("utf-8"))
    for file, name in names.items():
        writer.put(f"{folder}/{name}", content.read(file))


def read_contents(folder: Path, names: Iterable[str]) -> Contents:
    """What was unpacked into `folder` as the files `names`.

    Raises:
        NotAHandOver: it is not what `write_contents` writes.
    """
    try:
        told = (folder / LIST_FILE).read_bytes()
        if len(told) > MOST_BYTES:
            raise NotAHandOver("handover", found=LIST_FILE)
        firm, listed = _read_list(json.loads(told))
    except (OSError, ValueError, KeyError, RecursionError, CaseError):
        raise NotAHandOver("handover", found=LIST_FILE) from None
    _refuse_strangers(set(names), listed)
    return Contents(firm, tuple(folder / path for path in listed))


def _read_list(told: object) -> tuple[Unit | None, list[str]]:
    """The firm and the folders that the list names, which are numbered without a gap."""
    reader = Reader(told, "", ("format", "firm", "cases"))
    listed = reader.raw("cases")
    if reader.text("format") != FORMAT or not isinstance(listed, list):
        raise NotAHandOver("handover", found=LIST_FILE)
    folders = [f"cases/{number:03}" for number in range(1, len(listed) + 1)]
    if listed != folders:
        raise NotAHandOver("handover", found=LIST_FILE)
    return (None if reader.raw("firm") is None else reader.part("firm", _unit, Unit())), folders


def _unit(value: object, where: str) -> Unit:
    keys = tuple(asdict(Unit()))
    reader = Reader(value, where, keys)
    return Unit(**{key: reader.text(key) for key in keys})


def _refuse_strangers(names: set[str], folders: list[str]) -> None:
    """Each listed folder has a case, each file belongs to one."""
    for name in names - {LIST_FILE}:
        if "/".join(name.split("/")[:2]) not in folders:
            raise NotAHandOver("handover", found=name[:100])
    for folder in folders:
        if f"{folder}/{CASE_FILE}" not in names:
            raise NotAHandOver("handover", found=folder)
