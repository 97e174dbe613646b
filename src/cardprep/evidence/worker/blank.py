"""Tell an empty page from a written one, in spite of noise, dust, shadows at the edge and uneven light."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

_LONGEST = 300
_MARGIN = 0.03
_LIGHT_RADIUS = 10
_CONTRAST = 20
_LEAST_SHARE = 0.0004


def is_blank(picture: Image.Image) -> bool:
    """Whether fewer than 0.04 % of the page's cells stand out from the paper around them.

    A cell is a 300th of the longer side: fine noise averages out in it, a stroke of a pen does not.
    `picture` is grey or RGB.
    """
    from PIL import ImageChops, ImageFilter

    factor = max(1, max(picture.size) // _LONGEST)
    grey = picture.reduce(factor).convert("L")
    inner = grey.crop(_inner_box(*grey.size))
    paper = inner.filter(ImageFilter.GaussianBlur(_LIGHT_RADIUS))
    standing_out = sum(ImageChops.difference(inner, paper).histogram()[_CONTRAST:])
    return standing_out < _LEAST_SHARE * inner.width * inner.height


def _inner_box(width: int, height: int) -> tuple[int, int, int, int]:
    across, down = int(width * _MARGIN), int(height * _MARGIN)
    return across, down, width - across, height - down
