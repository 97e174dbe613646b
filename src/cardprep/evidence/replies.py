"""What the child answers, turned into the program's own values or refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from cardprep.case.facts import ACCEPTED_FORMATS, Active, Fault, FileFacts, PageFacts
from cardprep.evidence.errors import WorkerSpokeNonsense
from cardprep.evidence.limits import Limits
from cardprep.evidence.protocol import Frame, Note, Refusal

FORMATS = (
    "jpeg", "png", "pdf", "gif", "bmp", "tiff", "webp", "heic", "avif",
    "zip", "docx", "xlsx", "pptx", "ole", "ofd", "html", "text", "unknown",
)  # fmt: skip
TURNS = (0, 90, 180, 270)
MAX_DPI = 100_000
MAX_NAME = 400
MAX_SIZE = 1 << 50

Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Pixels:
    """A picture to show: `width * height * 3` bytes, red, green, blue, rows from the top, no padding."""

    width: int
    height: int
    rgb: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Packed:
    """One entry of an archive as the archive tells of it: nothing of it is checked but its bounds."""

    untrusted_name: str
    size: int
    packed: int
    is_folder: bool
    is_link: bool
    is_encrypted: bool


def integer(header: Mapping[str, object], key: str, low: int, high: int) -> int:
    """A whole number within its bounds."""
    untrusted = header.get(key)
    if type(untrusted) is not int or not low <= untrusted <= high:
        raise WorkerSpokeNonsense(reason=key)
    return untrusted


def _list(header: Mapping[str, object], key: str, longest: int) -> list[object]:
    untrusted = header.get(key)
    if not isinstance(untrusted, list) or len(untrusted) > longest:
        raise WorkerSpokeNonsense(reason=key)
    return untrusted


def _flag(header: Mapping[str, object], key: str) -> bool:
    untrusted = header.get(key)
    if not isinstance(untrusted, bool):
        raise WorkerSpokeNonsense(reason=key)
    return untrusted


def _choice(kind: type[Choice], untrusted: object) -> Choice:
    if not isinstance(untrusted, str) or untrusted not in tuple(kind):
        raise WorkerSpokeNonsense(reason=kind.__name__)
    return kind(untrusted)


def _record(untrusted: object) -> Mapping[str, object]:
    if not isinstance(untrusted, dict):
        raise WorkerSpokeNonsense(reason="record")
    return untrusted


def _format(header: Mapping[str, object]) -> str:
    untrusted = header.get("format")
    if not isinstance(untrusted, str) or untrusted not in FORMATS:
        raise WorkerSpokeNonsense(reason="format")
    return untrusted


def _fault(header: Mapping[str, object]) -> Fault | None:
    untrusted = header.get("fault")
    return None if untrusted is None else _choice(Fault, untrusted)


def refusal(frame: Frame) -> Fault | Refusal | None:
    """Why the child did not do it, or None where it did."""
    if frame.header.get("refusal") is not None:
        return _choice(Refusal, frame.header["refusal"])
    return _fault(frame.header)


def life_sign_format(frame: Frame) -> str:
    """The format that a sign of life tells."""
    return _format(frame.header)


def is_life_sign(frame: Frame) -> bool:
    """Whether this is a sign of life, not the answer."""
    return "at" in frame.header


def _page(untrusted: object, limits: Limits) -> PageFacts:
    page = _record(untrusted)
    turn = integer(page, "turn", 0, 270)
    if turn not in TURNS:
        raise WorkerSpokeNonsense(reason="turn")
    return PageFacts(
        width=integer(page, "width", 1, limits.side),
        height=integer(page, "height", 1, limits.side),
        turn=turn,
        dpi=None if page.get("dpi") is None else integer(page, "dpi", 0, MAX_DPI),
        blank=_flag(page, "blank"),
    )


def file_facts(frame: Frame, sha256: str, size: int, limits: Limits) -> FileFacts:
    """The facts in an answer. `sha256` and `size` are the parent's own."""
    header = frame.header
    active = {_choice(Active, item) for item in _list(header, "active", len(Active))}
    return FileFacts(
        sha256=sha256,
        size=size,
        format=_format(header),
        fault=_fault(header),
        pages=tuple(_page(page, limits) for page in _list(header, "pages", limits.pages)),
        active=tuple(sorted(active)),
        trailing=integer(header, "trailing", 0, size),
    )


def pixels(frame: Frame, longest_side: int) -> Pixels:
    """The picture in an answer, no side of it longer than was asked for."""
    width = integer(frame.header, "width", 1, longest_side)
    height = integer(frame.header, "height", 1, longest_side)
    if len(frame.payload) != width * height * 3:
        raise WorkerSpokeNonsense(reason="pixels")
    return Pixels(width, height, frame.payload)


def notes(frame: Frame) -> tuple[Note, ...]:
    """What the clean copy in an answer differs in."""
    found = {_choice(Note, item) for item in _list(frame.header, "notes", len(Note))}
    if not frame.payload:
        raise WorkerSpokeNonsense(reason="copy")
    return tuple(sorted(found))


def made(frame: Frame) -> str:
    """The format of the file in an answer: one that the online system takes."""
    found = _format(frame.header)
    if found not in ACCEPTED_FORMATS:
        raise WorkerSpokeNonsense(reason="format")
    return found


def _entry(untrusted: object) -> Packed:
    entry = _record(untrusted)
    name = entry.get("name")
    if not isinstance(name, str) or not 0 < len(name) <= MAX_NAME:
        raise WorkerSpokeNonsense(reason="name")
    return Packed(
        name,
        size=integer(entry, "size", 0, MAX_SIZE),
        packed=integer(entry, "packed", 0, MAX_SIZE),
        is_folder=_flag(entry, "folder"),
        is_link=_flag(entry, "link"),
        is_encrypted=_flag(entry, "encrypted"),
    )


def entries(frame: Frame, limits: Limits) -> tuple[Packed, ...]:
    """The table of contents in an answer."""
    return tuple(_entry(entry) for entry in _list(frame.header, "entries", limits.entries))


def contents(frame: Frame, expected: tuple[Packed, ...]) -> tuple[bytes, ...]:
    """The files in an answer: the first few of `expected`, at least one, each of its announced size."""
    count = integer(frame.header, "count", 1, max(1, len(expected)))
    sizes = [entry.size for entry in expected[:count]]
    if len(sizes) != count or sum(sizes) != len(frame.payload):
        raise WorkerSpokeNonsense(reason="contents")
    files, start = [], 0
    for size in sizes:
        files.append(frame.payload[start : start + size])
        start += size
    return tuple(files)
