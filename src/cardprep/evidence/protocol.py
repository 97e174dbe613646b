"""How the program and its child talk: frames of a bounded JSON header and a bounded payload.

Both directions use the same frame: four bytes of magic, the two lengths, a JSON object, raw bytes.
A request gets any number of signs of life (`{"at": 3}`) and then one answer. Nothing that the child
says is believed: this module bounds the frame, `cardprep.evidence.replies` what is in it.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import BinaryIO, Never

from cardprep.evidence.errors import WorkerSpokeNonsense
from cardprep.evidence.limits import MAX_HEADER, MAX_PAYLOAD, MIB

WORKER_VERSION = 1
"""Part of the key under which facts are cached: to be raised whenever the same bytes give other facts."""

_MAGIC = b"cpw1"
_LENGTHS = struct.Struct(">4sIQ")


class Ask(StrEnum):
    """What the child can be asked."""

    FACTS = "facts"
    PREVIEW = "preview"
    PREPARE = "prepare"
    LIST_ARCHIVE = "list-archive"
    READ_ARCHIVE = "read-archive"
    TABLE = "table"
    RENDER = "render"
    PAGE_PICTURE = "page-picture"
    PREVIEW_PAGE = "preview-page"
    PROPOSE = "propose"
    FIT = "fit"
    FLATTEN = "flatten"
    CONVERT = "convert"


class Refusal(StrEnum):
    """Why the child did not do it, beside the faults of a file."""

    FORMAT = "format"
    NO_SUCH_PAGE = "no-such-page"
    TOO_LARGE = "too-large"
    UNREADABLE = "unreadable"
    ILLEGIBLE = "illegible"
    SIGNED = "signed"


class Note(StrEnum):
    """What a clean copy differs in from its original."""

    METADATA_REMOVED = "metadata-removed"
    TRAILING_REMOVED = "trailing-removed"
    EMBEDDED_FILES_REMOVED = "embedded-files-removed"
    TURNED = "turned"
    REENCODED = "reencoded"
    DEPTH_REDUCED = "depth-reduced"
    SIGNED_KEPT = "signed-kept"
    REDUCED = "reduced"
    CONVERTED = "converted"
    FLATTENED = "flattened"
    FIRST_OF_SEVERAL = "first-of-several"


@dataclass(frozen=True, slots=True)
class Frame:
    """One message. `header` is any JSON object: check each value before use."""

    header: Mapping[str, object]
    payload: bytes = field(default=b"", repr=False)


def write_frame(stream: BinaryIO, frame: Frame) -> None:
    """Send one frame and flush it."""
    header = json.dumps(dict(frame.header), separators=(",", ":")).encode("ascii")
    stream.write(_LENGTHS.pack(_MAGIC, len(header), len(frame.payload)) + header)
    stream.write(frame.payload)
    stream.flush()


def read_frame(stream: BinaryIO, max_payload: int = MAX_PAYLOAD) -> Frame:
    """Receive one frame.

    Raises:
        EOFError: the other side is gone.
        WorkerSpokeNonsense: it is no frame, or one over the bounds.
    """
    untrusted_magic, untrusted_header, untrusted_payload = _LENGTHS.unpack(_exactly(stream, _LENGTHS.size))
    if untrusted_magic != _MAGIC:
        raise WorkerSpokeNonsense(reason="magic")
    if untrusted_header > MAX_HEADER or untrusted_payload > min(max_payload, MAX_PAYLOAD):
        raise WorkerSpokeNonsense(reason="length")
    header = _object(_exactly(stream, untrusted_header))
    return Frame(header, _exactly(stream, untrusted_payload))


def _exactly(stream: BinaryIO, size: int) -> bytes:
    """`size` bytes; memory grows with what arrives, not with what was announced."""
    parts = bytearray()
    while len(parts) < size:
        part = stream.read(min(size - len(parts), MIB))
        if not part:
            raise EOFError
        parts += part
    return bytes(parts)


def _refuse_constant(text: str) -> Never:
    raise ValueError(text)


def _object(untrusted_text: bytes) -> Mapping[str, object]:
    try:
        untrusted = json.loads(untrusted_text, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise WorkerSpokeNonsense(reason="json") from error
    if not isinstance(untrusted, dict):
        raise WorkerSpokeNonsense(reason="object")
    return untrusted
