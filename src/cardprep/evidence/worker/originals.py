"""The originals of a recipe in the child: opened when a page of theirs is wanted."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from cardprep.case.facts import ACCEPTED_FORMATS
from cardprep.case.preparation import PreparedPage
from cardprep.evidence.limits import Limits
from cardprep.evidence.protocol import Refusal
from cardprep.evidence.worker import image, pdf
from cardprep.evidence.worker.faults import Refused, Unreadable
from cardprep.evidence.worker.page_pixels import worked
from cardprep.evidence.worker.sniff import sniff

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Pixels: TypeAlias = "npt.NDArray[np.uint8]"

BEST_SIDE = 3_508
"""The longer side of A4 at 300 dpi: no page is rebuilt finer than this."""
_MOST_SIDE = 8_000


@dataclass(frozen=True, slots=True)
class Original:
    """One file: its true format and its bytes."""

    format: str
    data: bytes = field(repr=False)


def original(data: bytes) -> Original:
    """The file in `data`.

    Raises:
        Refused: it is of no format that is prepared.
    """
    found = sniff(data)
    if found not in ACCEPTED_FORMATS:
        raise Refused(Refusal.FORMAT)
    return Original(found, data)


def turned(source: Original, page: PreparedPage, side: int, limits: Limits) -> Pixels:
    """The page upright and turned, no side longer than `side`, nothing else done to it."""
    import numpy as np

    if source.format == "pdf":
        shown = pdf.preview(source.data, page.page, side, page.turn, limits)
    elif page.page:
        raise Refused(Refusal.NO_SUCH_PAGE)
    else:
        shown = image.preview(image.open_picture(source.data, source.format, limits), side, page.turn)
    return np.asarray(shown)


def made(
    source: Original, page: PreparedPage, side: int, limits: Limits, aspect: float | None = None
) -> Pixels:
    """The page after every step of its recipe, no side longer than `side` and not finer than its file."""
    import cv2

    wanted = math.ceil(side / _extent(page))
    if source.format == "pdf":
        wanted = min(wanted, pdf.own_side(source.data, page.page, limits))
    pixels = worked(turned(source, page, min(_MOST_SIDE, wanted), limits), page, aspect)
    height, width = pixels.shape[:2]
    if not width or not height:
        raise Unreadable
    scale = side / max(width, height)
    if scale >= 1:
        return pixels
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    smaller: Pixels = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
    return smaller


def _extent(page: PreparedPage) -> float:
    """About how much of the picture's longer side is left in the end, so that it is read fine enough."""
    across = down = 1.0
    if page.corners is not None:
        xs, ys = zip(*page.corners, strict=True)
        across, down = max(xs) - min(xs), max(ys) - min(ys)
    if page.crop is not None:
        across, down = across * (page.crop[2] - page.crop[0]), down * (page.crop[3] - page.crop[1])
    return max(0.05, min(1.0, max(across, down)))
