"""The EXIF orientation: read it, turn it, write it (EXIF 2.32, tag 0x0112; 1 upright … 8)."""

from __future__ import annotations

import struct

_TAG, _SHORT, _ENTRY = 0x0112, 3, 12
_MOST_ENTRIES = 512
_CIRCLES = ((1, 6, 3, 8), (2, 7, 4, 5))
"""Each is the one before it, turned by 90 degrees clockwise; the second circle is mirrored."""


def read(tiff: bytes) -> int:
    """The orientation in an EXIF block that begins with its TIFF header; 1 where there is none."""
    order = {b"II*\x00": "<", b"MM\x00*": ">"}.get(tiff[:4])
    if order is None:
        return 1
    try:
        (start,) = struct.unpack_from(order + "I", tiff, 4)
        (count,) = struct.unpack_from(order + "H", tiff, start)
        for at in range(start + 2, start + 2 + _ENTRY * min(count, _MOST_ENTRIES), _ENTRY):
            tag, kind, number, value = struct.unpack_from(order + "HHIH", tiff, at)
            if tag == _TAG:
                return value if (kind, number) == (_SHORT, 1) and 1 <= value <= 8 else 1
    except struct.error:
        return 1
    return 1


def turned(orientation: int, degrees: int) -> int:
    """The orientation of the same picture turned clockwise by 0, 90, 180 or 270 more degrees."""
    circle = next(circle for circle in _CIRCLES if orientation in circle)
    return circle[(circle.index(orientation) + degrees // 90) % 4]


def degrees(orientation: int) -> int:
    """By how many degrees clockwise it turns the stored picture, mirroring left aside."""
    circle = next(circle for circle in _CIRCLES if orientation in circle)
    return circle.index(orientation) * 90


def swaps_sides(orientation: int) -> bool:
    """Whether width and height change places."""
    return orientation >= 5


def block(orientation: int) -> bytes:
    """The least EXIF block, from its TIFF header, that says this and nothing else."""
    return struct.pack(">4sIHHHIHHI", b"MM\x00*", 8, 1, _TAG, _SHORT, 1, orientation, 0, 0)
