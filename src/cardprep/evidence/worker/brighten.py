"""Take the shadows off a photographed paper: paper becomes white, red ink stays red, dark ink dark.

The paper's own brightness is estimated for each colour from what looks like paper around a place, and
each pixel is divided by it. Nothing is thresholded, so no stroke comes or goes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Pixels: TypeAlias = "npt.NDArray[np.uint8]"
    Numbers: TypeAlias = "npt.NDArray[np.float32]"

_SIDE = 480  # the light changes slowly: a small picture tells it
_CLOSE = 13  # wider than any stroke on the small picture
_FLAT = 0.93  # of the brightest around: still paper
_DARKEST = 0.22  # of the page's brightest paper: darker is ink or a photograph, no shadow
_MOST_COLOUR = 0.16
_LEAST_PAPER = 0.02  # of the page
_SCALES = (6.0, 18.0, 60.0)
_ENOUGH = 0.08
_WHITE = 246.0
_DEEPEN = 1.18
_BAND = 512


def brightened(pixels: Pixels) -> Pixels:
    """The same picture in even light."""
    import cv2
    import numpy as np

    height, width = pixels.shape[:2]
    light = _light(pixels)
    whole = np.empty_like(pixels)
    for top in range(0, height, _BAND):  # in bands: floats of a whole page would cost 100 MB each
        rows = slice(top, min(height, top + _BAND))
        under = _stretched(light, (width, height), rows)
        share = cv2.divide(pixels[rows].astype(np.float32), under)
        whole[rows] = _deepened(share)
    return whole


def _stretched(light: Numbers, size: tuple[int, int], rows: slice) -> Numbers:
    """The small picture of the light, made as large as these rows of the page."""
    import cv2
    import numpy as np

    width, height = size
    small_height, small_width = light.shape[:2]
    x = (np.arange(width, dtype=np.float32) + 0.5) * small_width / width - 0.5
    y = (np.arange(rows.start, rows.stop, dtype=np.float32) + 0.5) * small_height / height - 0.5
    map_x, map_y = np.meshgrid(x, y)
    made: Numbers = cv2.remap(light, map_x, map_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return made


def _deepened(share: Numbers) -> Pixels:
    """Shares of the paper's light as pixels: all three colours scaled alike, so that hues stay."""
    import numpy as np

    brightest = np.maximum(share.max(axis=2, keepdims=True), 1e-3)
    dark = np.minimum(brightest, 1.0) ** _DEEPEN
    made: Pixels = np.clip(share * (dark / brightest) * _WHITE + 0.5, 0, 255).astype(np.uint8)
    return made


def _light(pixels: Pixels) -> Numbers:
    """The light on the paper, as a small picture of floats, each colour by itself."""
    import cv2
    import numpy as np

    scale = min(1.0, _SIDE / max(pixels.shape[:2]))
    size = (max(1, round(pixels.shape[1] * scale)), max(1, round(pixels.shape[0] * scale)))
    small = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA).astype(np.float32) + 1.0
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (_CLOSE, _CLOSE))
    closed = cv2.morphologyEx(small, cv2.MORPH_CLOSE, kernel)
    paper = _paper(small, closed)
    light: Numbers = cv2.GaussianBlur(_spread(small, paper), (0, 0), 1.5)
    return light


def _paper(small: Numbers, closed: Numbers) -> Numbers:
    """1 where a place looks like bare paper, in light or in shadow, else 0."""
    import numpy as np

    grey, around = small.mean(axis=2), closed.mean(axis=2)
    bright = np.percentile(around, 90)
    cast = np.median(small[around > 0.8 * bright], axis=0)
    even = small / cast
    colour = (even.max(axis=2) - even.min(axis=2)) / even.max(axis=2)
    is_paper = (grey > _FLAT * around) & (grey > _DARKEST * bright) & (colour < _MOST_COLOUR)
    return _large(is_paper)


def _large(mask: npt.NDArray[np.bool_]) -> Numbers:
    """The mask without its small areas: where two colours of a portrait meet, a rim looks like paper."""
    import cv2
    import numpy as np

    count, labels, told, _ = cv2.connectedComponentsWithStats(mask.astype(np.uint8), connectivity=4)
    sizes = told[:, cv2.CC_STAT_AREA]
    kept = [at for at in range(1, count) if sizes[at] >= _LEAST_PAPER * mask.size]
    made: Numbers = np.isin(labels, kept).astype(np.float32)
    return made


def _spread(small: Numbers, paper: Numbers) -> Numbers:
    """The paper's light carried over what is no paper: from near where there is enough, else from afar."""
    import cv2
    import numpy as np

    seen = small * paper[:, :, None]
    total = max(float(paper.sum()), 1.0)
    light = np.broadcast_to(seen.sum(axis=(0, 1)) / total, small.shape).astype(np.float32)
    if paper.sum() < 1:
        light = np.full_like(small, 255.0)
    for sigma in reversed(_SCALES):
        weight = cv2.GaussianBlur(paper, (0, 0), sigma)[:, :, None]
        near = cv2.GaussianBlur(seen, (0, 0), sigma) / np.maximum(weight, 1e-4)
        trust = np.clip(weight / _ENOUGH, 0, 1)
        light = near * trust + light * (1 - trust)
    made: Numbers = np.maximum(light, 1.0)
    return made
