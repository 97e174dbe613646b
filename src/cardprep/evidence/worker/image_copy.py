"""The clean copy of a picture: no metadata, no second picture, the same pixels, turned when asked."""

from __future__ import annotations

import io

from cardprep.evidence.limits import Limits
from cardprep.evidence.protocol import Note
from cardprep.evidence.worker import jpeg_segments, orientation, png_chunks
from cardprep.evidence.worker.image import Picture, decode, open_picture, shown


def copy(data: bytes, picture_format: str, turn: int, limits: Limits) -> tuple[bytes, set[Note]]:
    """The clean copy, and what it differs in.

    A JPEG is never coded anew: a turn is written as its EXIF orientation. A PNG has no orientation
    that viewers heed, so a turned one is coded anew, without loss.

    Raises:
        Unreadable: the picture is damaged or over the limits.
    """
    picture = open_picture(data, picture_format, limits)
    seen_as = orientation.turned(picture.orientation, turn)
    notes: set[Note] = set()
    if picture.format == "jpeg":
        made = jpeg_segments.clean(jpeg_segments.walk(data), seen_as)
    else:
        made = _png(data, picture, seen_as, notes)
    if turn:
        notes.add(Note.TURNED)
    if picture.trailing:
        notes.add(Note.TRAILING_REMOVED)
    if picture.clean != data[: len(data) - picture.trailing]:
        notes.add(Note.METADATA_REMOVED)
    return made, notes


def _png(data: bytes, picture: Picture, seen_as: int, notes: set[Note]) -> bytes:
    if seen_as == 1:
        return picture.clean
    original = png_chunks.walk(data)
    target = io.BytesIO()
    shown(decode(picture), seen_as).save(target, "PNG", optimize=False)
    notes.add(Note.REENCODED)
    if original.has_deep_colour:
        notes.add(Note.DEPTH_REDUCED)
    return png_chunks.with_chunks_of(target.getvalue(), original)
