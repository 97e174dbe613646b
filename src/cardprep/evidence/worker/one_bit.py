"""Black-and-white pages packed as faxes are (ITU-T T.6, in a PDF /CCITTFaxDecode with /K -1)."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from cardprep.evidence.worker.faults import Unreadable

if TYPE_CHECKING:
    from PIL import Image

_HALF_BLACK = 128
_STRIP_OFFSETS, _ROWS_PER_STRIP, _STRIP_COUNTS = 273, 278, 279


def packed(page: Image.Image) -> bytes:
    """The coded data of a page of mode "1", for a PDF with /BlackIs1 true.

    Raises:
        Unreadable: the encoder did not put the page into one strip.
    """
    from PIL import Image, TiffImagePlugin

    target = io.BytesIO()
    tags = TiffImagePlugin.ImageFileDirectory_v2()
    tags[_ROWS_PER_STRIP] = page.height
    page.save(target, "TIFF", compression="group4", tiffinfo=tags)
    data = target.getvalue()
    with Image.open(io.BytesIO(data), formats=("TIFF",)) as written:
        directory = written.tag_v2  # type: ignore[attr-defined]  # every TIFF has it
        starts, counts = directory[_STRIP_OFFSETS], directory[_STRIP_COUNTS]
    if len(starts) != 1:
        raise Unreadable
    return data[starts[0] : starts[0] + counts[0]]


def coarser(page: Image.Image, scale: float) -> Image.Image:
    """The page of mode "1", smaller by the factor: a pixel is black where at least half of it was."""
    from PIL import Image

    sides = (max(1, round(page.width * scale)), max(1, round(page.height * scale)))
    return of_grey(page.convert("L").resize(sides, Image.Resampling.BOX))


def of_grey(page: Image.Image) -> Image.Image:
    """The page of mode "L" in black and white, without any pattern of dots."""
    from PIL import Image

    table = [0 if value < _HALF_BLACK else 255 for value in range(256)]
    return page.point(table).convert("1", dither=Image.Dither.NONE)
