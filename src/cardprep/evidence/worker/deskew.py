"""How far a page is from straight, told by its lines of text and its rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Pixels: TypeAlias = "npt.NDArray[np.uint8]"

_SIDE = 900
_MOST, _COARSE, _FINE = 10.0, 0.5, 0.05
_CLEAR = 1.15
_LEAST_INK = 0.002


def angle(pixels: Pixels) -> float:
    """The degrees clockwise that make the lines level, within 10; 0 where nothing tells it.

    At the right angle the rows are either full of ink or empty: the sum of squared row sums is largest
    (Postl 1986).
    """
    import cv2
    import numpy as np

    scale = min(1.0, _SIDE / max(pixels.shape[:2]))
    size = (max(8, round(pixels.shape[1] * scale)), max(8, round(pixels.shape[0] * scale)))
    grey = cv2.cvtColor(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), cv2.COLOR_RGB2GRAY)
    ink = cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 25, 18)
    margin = max(2, round(0.04 * min(size)))
    ink[:margin], ink[-margin:], ink[:, :margin], ink[:, -margin:] = 0, 0, 0, 0
    if ink.mean() / 255 < _LEAST_INK:
        return 0.0
    coarse = np.arange(-_MOST, _MOST + _COARSE / 2, _COARSE)
    weights = [_sharpness(ink, degrees) for degrees in coarse]
    best = int(np.argmax(weights))
    if weights[best] < _CLEAR * float(np.median(weights)) or best in (0, len(coarse) - 1):
        return 0.0
    fine = coarse[best] + np.arange(-_COARSE, _COARSE + _FINE / 2, _FINE)
    return round(float(fine[int(np.argmax([_sharpness(ink, degrees) for degrees in fine]))]), 2)


def _sharpness(ink: Pixels, degrees: float) -> float:
    """How unequal the rows are after turning by `degrees` clockwise."""
    import cv2
    import numpy as np

    height, width = ink.shape
    move = cv2.getRotationMatrix2D((width / 2, height / 2), -degrees, 1.0)
    rows = cv2.warpAffine(ink, move, (width, height), flags=cv2.INTER_LINEAR).sum(axis=1, dtype=np.float64)
    return float((np.diff(rows) ** 2).sum())
