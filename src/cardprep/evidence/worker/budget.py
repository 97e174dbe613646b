"""The best JPEG of a picture within a number of bytes: estimated on a sample, then one to three encodes."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

BEST, WORST = 95, 20
FULL, HALF = "4:4:4", "4:2:0"
"""Colour in every pixel, or in every fourth: the second makes fine red lines paler."""

_TILE, _TILES = 128, 6
_SAFETY, _GOOD_USE = 0.96, 0.88
_MOST_ENCODES = 4
_SMALL_SIDE = 500
_REDDER, _RED_SHARE = 45, 0.0003
_COLOURED, _COLOUR_SHARE = 10, 0.0005


def encoded(picture: Image.Image, quality: int, colour: str) -> bytes:
    """The picture as a JPEG with nothing beside it."""
    target = io.BytesIO()
    bare = picture.copy() if picture.info else picture
    bare.info = {}
    bare.save(target, "JPEG", quality=quality, subsampling=colour)
    return target.getvalue()


def has_red(picture: Image.Image) -> bool:
    """Whether there is red ink on it, such as a seal: reddish pixels that paper and shadow do not have."""
    if picture.mode not in ("RGB", "YCbCr"):
        return False
    from PIL import ImageChops

    small = picture.reduce(max(1, max(picture.size) // _SMALL_SIDE)).convert("RGB")
    red, green, blue = small.split()
    redder = ImageChops.subtract(red, ImageChops.lighter(green, blue)).histogram()
    return sum(redder[_REDDER:]) >= _RED_SHARE * small.width * small.height


def is_grey(picture: Image.Image) -> bool:
    """Whether a picture in colour has no colour but that of its grain."""
    small = picture.reduce(max(1, max(picture.size) // _SMALL_SIDE)).convert("YCbCr")
    coloured = [
        sum(counts[: 128 - _COLOURED]) + sum(counts[128 + _COLOURED :])
        for counts in (small.getchannel("Cb").histogram(), small.getchannel("Cr").histogram())
    ]
    return max(coloured) < _COLOUR_SHARE * small.width * small.height


def grey(picture: Image.Image) -> Image.Image:
    """The light of a picture in colour."""
    return picture.getchannel("Y") if picture.mode == "YCbCr" else picture.convert("L")


def mosaic(picture: Image.Image) -> Image.Image:
    """Tiles from all over the picture, side by side; a small picture whole."""
    from PIL import Image

    across, down = (min(_TILES, max(1, side // _TILE)) for side in picture.size)
    if across * down * _TILE * _TILE * 3 > picture.width * picture.height:
        return picture
    made = Image.new(picture.mode, (across * _TILE, down * _TILE))
    for column in range(across):
        for row in range(down):
            left = column * (picture.width - _TILE) // max(1, across - 1)
            top = row * (picture.height - _TILE) // max(1, down - 1)
            made.paste(picture.crop((left, top, left + _TILE, top + _TILE)), (column * _TILE, row * _TILE))
    return made


@dataclass(slots=True)
class Estimate:
    """How many bytes a picture will take, known from a sample of it.

    Attributes:
        factor: bytes of the whole for one byte of the sample; corrected by each real encode.
    """

    sample: Image.Image
    colour: str
    factor: float
    _known: dict[int, int] = field(default_factory=dict)

    def size(self, quality: int) -> float:
        """The bytes of the whole at this quality."""
        if quality not in self._known:
            self._known[quality] = len(encoded(self.sample, quality, self.colour))
        return self._known[quality] * self.factor

    def learn(self, quality: int, real: int) -> None:
        """Correct the factor by what the whole really took."""
        self.factor *= real / self.size(quality)

    def quality(self, budget: float) -> int:
        """The best quality within the budget; `WORST` where even that is over it."""
        low, high = WORST, BEST
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self.size(middle) <= budget else (low, middle - 1)
        return low


def within(picture: Image.Image, estimate: Estimate, budget: int, least: int) -> tuple[bytes, int] | None:
    """The picture in at most `budget` bytes at a quality of at least `least`, and that quality; or None."""
    best: tuple[bytes, int] | None = None
    tried: set[int] = set()
    quality = estimate.quality(budget * _SAFETY)
    while quality >= least and quality not in tried and len(tried) < _MOST_ENCODES:
        tried.add(quality)
        made = encoded(picture, quality, estimate.colour)
        estimate.learn(quality, len(made))
        if len(made) <= budget:
            best = (made, quality) if best is None or quality > best[1] else best
            if len(made) >= _GOOD_USE * budget or quality == BEST:
                break
        quality = estimate.quality(budget * (_SAFETY if best is None else (1 + _SAFETY) / 2))
        if best is None and quality in tried:
            quality = min(tried) - 1
    return best
