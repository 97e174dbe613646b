"""Walk a JPEG's segments without decoding it, and cut out all that is not picture (ITU-T T.81, annex B)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from cardprep.evidence.worker import orientation
from cardprep.evidence.worker.faults import Unreadable

SOI, EOI, SOS, COM = 0xD8, 0xD9, 0xDA, 0xFE
APP0, APP1, APP2, APP14 = 0xE0, 0xE1, 0xE2, 0xEE
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_TABLES = frozenset({0xC4, 0xCC, 0xDB, 0xDC, 0xDD, SOS}) | _FRAMES
_LONE = frozenset({0x01, *range(0xD0, 0xD9)})
_NEXT_MARKER = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")
_JFIF, _JFIF_SIZE = b"JFIF\x00", 14
_ADOBE, _ADOBE_SIZE = b"Adobe", 12
_EXIF = b"Exif\x00\x00"
_ICC = b"ICC_PROFILE\x00"
_CMYK = 4
_MOST_SEGMENTS = 100_000


@dataclass(frozen=True, slots=True)
class Segment:
    """One marker with its content; a scan's coded data follows it as `coded`."""

    marker: int
    content: bytes = field(repr=False)
    coded: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Jpeg:
    """A walked JPEG: its size in pixels as stored, and the bytes after its end."""

    segments: tuple[Segment, ...]
    width: int
    height: int
    components: int
    trailing: int

    @property
    def orientation(self) -> int:
        """What its EXIF says, 1 where it says nothing."""
        for segment in self.segments:
            if segment.marker == APP1 and segment.content.startswith(_EXIF):
                return orientation.read(segment.content[len(_EXIF) :])
        return 1


def walk(data: bytes) -> Jpeg:
    """The segments of the first picture in `data`.

    Raises:
        Unreadable: it is cut short or no JPEG.
    """
    if not data.startswith(b"\xff\xd8"):
        raise Unreadable
    segments: list[Segment] = []
    at = 2
    while True:
        marker, at = _marker(data, at)
        if marker == EOI:
            break
        if marker in _LONE:
            continue
        segment, at = _segment(data, marker, at)
        segments.append(segment)
        if len(segments) > _MOST_SEGMENTS:
            raise Unreadable
    width, height, components = _frame(segments)
    return Jpeg(tuple(segments), width, height, components, len(data) - at)


def _marker(data: bytes, at: int) -> tuple[int, int]:
    """The next marker at or after `at`, what stands before it skipped as libjpeg does, and where it ends."""
    found = _NEXT_MARKER.search(data, at)
    if found is None:
        raise Unreadable
    return data[found.end() - 1], found.end()


def _segment(data: bytes, marker: int, at: int) -> tuple[Segment, int]:
    length = int.from_bytes(data[at : at + 2], "big")
    end = at + length
    if length < 2 or end > len(data):
        raise Unreadable
    content = data[at + 2 : end]
    if marker != SOS:
        return Segment(marker, content), end
    following = _NEXT_MARKER.search(data, end)
    if following is None:
        raise Unreadable
    return Segment(marker, content, data[end : following.start()]), following.start()


def _frame(segments: list[Segment]) -> tuple[int, int, int]:
    frames = [segment.content for segment in segments if segment.marker in _FRAMES]
    if not frames or not any(segment.marker == SOS for segment in segments):
        raise Unreadable
    first = frames[0]
    height, width = int.from_bytes(first[1:3], "big"), int.from_bytes(first[3:5], "big")
    if len(first) < 6 or not width or not height or any(frame[:6] != first[:6] for frame in frames):
        raise Unreadable
    return width, height, first[5]


def clean(jpeg: Jpeg, shown_as: int = 1, with_profile: bool = True) -> bytes:
    """The same picture, its coded data bit for bit, without metadata, thumbnails and second pictures.

    A CMYK picture keeps its colour profile unless `with_profile` is false: without it, it would look
    different. An orientation other than 1 is written as the only tag of a new EXIF block.
    """
    kept = [_kept(segment, with_profile and jpeg.components == _CMYK) for segment in jpeg.segments]
    parts = [b"\xff\xd8"]
    jfif = next((part for part in kept if part[1:2] == bytes([APP0])), b"")
    parts.append(jfif)
    if shown_as != 1:
        parts.append(_written(APP1, _EXIF + orientation.block(shown_as)))
    parts += [part for part in kept if part[1:2] != bytes([APP0])]
    return b"".join([*parts, b"\xff\xd9"])


def _written(marker: int, content: bytes) -> bytes:
    return bytes([0xFF, marker]) + (len(content) + 2).to_bytes(2, "big") + content


def _kept(segment: Segment, with_profile: bool) -> bytes:
    """What of a segment goes into the clean copy."""
    marker, content = segment.marker, segment.content
    if marker in _TABLES:
        return _written(marker, content) + segment.coded
    if marker == APP0 and content.startswith(_JFIF) and len(content) >= _JFIF_SIZE:
        return _written(marker, content[: _JFIF_SIZE - 2] + b"\x00\x00")
    if marker == APP14 and content.startswith(_ADOBE) and len(content) >= _ADOBE_SIZE:
        return _written(marker, content[:_ADOBE_SIZE])
    if marker == APP2 and with_profile and content.startswith(_ICC):
        return _written(marker, content)
    return b""
