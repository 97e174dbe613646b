"""JPEG and PNG: what is known without decoding, then pixels. Only the cleaned bytes reach the decoder."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cardprep.case.facts import Active, Fault
from cardprep.evidence.limits import Limits
from cardprep.evidence.worker import jpeg_segments, orientation, png_chunks
from cardprep.evidence.worker.blank import is_blank
from cardprep.evidence.worker.faults import Unreadable

if TYPE_CHECKING:
    from PIL import Image

A4_INCHES = (11.69, 8.27)
_SURVEY_SIDE = 1_000
_BAND = 32


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture whose header was checked. `width` and `height` are those of the stored pixels."""

    format: str
    width: int
    height: int
    orientation: int
    trailing: int
    is_animated: bool
    clean: bytes = field(repr=False)

    @property
    def upright(self) -> tuple[int, int]:
        """Width and height as it is shown."""
        sides = (self.width, self.height)
        return sides[::-1] if orientation.swaps_sides(self.orientation) else sides


def check_size(width: int, height: int, limits: Limits) -> None:
    """Refuse what would be too much to decode.

    Raises:
        Unreadable: `TOO_MANY_PIXELS`, or no pixels at all.
    """
    if width < 1 or height < 1:
        raise Unreadable
    if max(width, height) > limits.side or width * height > limits.pixels:
        raise Unreadable(Fault.TOO_MANY_PIXELS)


def dpi_on_a4(width: int, height: int) -> int:
    """How fine a picture of this size is when it fills an A4 page."""
    longer, shorter = max(width, height), min(width, height)
    return round(max(longer / A4_INCHES[0], shorter / A4_INCHES[1]))


def open_picture(data: bytes, picture_format: str, limits: Limits) -> Picture:
    """Walk the file and check its header.

    Raises:
        Unreadable: damaged, or over the limits.
    """
    walked, clean = _walk(data, picture_format)
    found = Picture(
        format=picture_format,
        width=walked.width,
        height=walked.height,
        orientation=walked.orientation,
        trailing=walked.trailing,
        is_animated=isinstance(walked, png_chunks.Png) and walked.is_animated,
        clean=clean,
    )
    check_size(found.width, found.height, limits)
    return found


def _walk(data: bytes, picture_format: str) -> tuple[jpeg_segments.Jpeg | png_chunks.Png, bytes]:
    if picture_format == "jpeg":
        jpeg = jpeg_segments.walk(data)
        return jpeg, jpeg_segments.clean(jpeg)
    png = png_chunks.walk(data)
    return png, png_chunks.clean(png)


def decode(picture: Picture, side: int | None = None) -> Image.Image:
    """The stored pixels; a JPEG may come reduced, but no smaller than `side` on its longer side.

    Raises:
        Unreadable: the coded data does not give the picture that the header announces.
    """
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None  # its own check is coarser than `check_size`
    decoded = Image.open(io.BytesIO(picture.clean), formats=(picture.format.upper(),))
    if decoded.size != (picture.width, picture.height):
        raise Unreadable
    if side is not None:
        decoded.draft("", (side, side))
    decoded.load()
    return decoded


def on_white(decoded: Image.Image) -> Image.Image:
    """As red, green, blue; what is transparent shows white paper."""
    from PIL import Image

    if decoded.mode == "RGB":
        return decoded
    if decoded.mode.startswith("I"):
        return decoded.point(lambda value: value / 256).convert("L").convert("RGB")
    if not decoded.has_transparency_data:
        return decoded.convert("RGB")
    seen = decoded.convert("RGBA")
    paper = Image.new("RGB", seen.size, "white")
    paper.paste(seen, mask=seen.getchannel("A"))
    return paper


def reduced(decoded: Image.Image, side: int) -> Image.Image:
    """On white, by a whole factor smaller but no smaller than `side` on the longer side.

    It goes band by band: a second whole picture beside the decoded one would cost too much memory.
    """
    from PIL import Image

    factor = max(1, max(decoded.size) // side)
    if factor == 1:
        return on_white(decoded)
    width, height = decoded.size
    small = Image.new("RGB", (-(-width // factor), -(-height // factor)))
    rows = factor * _BAND
    for top in range(0, height, rows):
        band = decoded.crop((0, top, width, min(height, top + rows)))
        small.paste(on_white(band).reduce(factor), (0, top // factor))
    return small


def facts(picture: Picture) -> dict[str, object]:
    """The picture's part of an answer about facts; decodes all of it to find out whether it is whole."""
    decoded = reduced(decode(picture, _SURVEY_SIDE), _SURVEY_SIDE)
    width, height = picture.upright
    page = {
        "width": width,
        "height": height,
        "turn": orientation.degrees(picture.orientation),
        "dpi": dpi_on_a4(width, height),
        "blank": is_blank(decoded),
    }
    active = [Active.ANIMATION.value] if picture.is_animated else []
    return {"pages": [page], "active": active, "trailing": picture.trailing}


def preview(picture: Picture, side: int, turn: int) -> Image.Image:
    """The picture upright and turned, no side longer than `side`."""
    small = reduced(decode(picture, side), 2 * side)
    small.thumbnail((side, side), reducing_gap=3.0)
    return shown(small, orientation.turned(picture.orientation, turn))


def shown(decoded: Image.Image, as_orientation: int) -> Image.Image:
    """The pixels in the order in which they are seen under this EXIF orientation."""
    from PIL import Image

    move = Image.Transpose
    moves = {
        2: move.FLIP_LEFT_RIGHT, 3: move.ROTATE_180, 4: move.FLIP_TOP_BOTTOM, 5: move.TRANSPOSE,
        6: move.ROTATE_270, 7: move.TRANSVERSE, 8: move.ROTATE_90,
    }  # fmt: skip
    return decoded.transpose(moves[as_orientation]) if as_orientation in moves else decoded
