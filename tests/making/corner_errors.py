"""How far the corner finder is off, and what brightening changes, on one generated photograph."""

from __future__ import annotations

import time
from dataclasses import dataclass

import cv2
import numpy as np

from cardprep.evidence.worker import brighten, corners, page_pixels
from making import desk_photos


@dataclass(frozen=True, slots=True)
class Result:
    """`error`: of the worst corner, in shares of the photograph's longer side; None: no proposal."""

    error: float | None
    confidence: float
    seconds: float
    desk: str
    paper: str


def result(seed: int, width: int = 1600, height: int = 1200) -> Result:
    photo = desk_photos.photo(seed, width, height)
    began = time.perf_counter()
    found = corners.find(photo.pixels)
    seconds = time.perf_counter() - began
    if found is None:
        return Result(None, 0.0, seconds, photo.desk, photo.paper)
    size = np.asarray((photo.pixels.shape[1], photo.pixels.shape[0]))
    # Which corner is called the first does not matter: a turn mends that.
    offs = [
        np.linalg.norm(
            (np.roll(np.asarray(found.corners), turn, axis=0) - photo.corners) * size, axis=1
        ).max()
        for turn in range(4)
    ]
    return Result(min(offs) / size.max(), found.confidence, seconds, photo.desk, photo.paper)


@dataclass(frozen=True, slots=True)
class Brightening:
    """Of a sealed page that was photographed, flattened at its true corners, and brightened.

    `hue` in degrees, `red_kept` the share of the seal's pixels that are still red; contrasts are those of
    text strokes to the paper beside them; `uneven` the spread of the bare paper's lightness.
    """

    hue: float
    red_kept: float
    contrast_true: float
    contrast_before: float
    contrast_after: float
    uneven_before: float
    uneven_after: float


def brightening(seed: int, width: int = 1600, height: int = 1200) -> Brightening | None:
    """None for a paper without a seal."""
    photo = desk_photos.photo(seed, width, height)
    if photo.paper == "card":
        return None
    points = tuple((float(x), float(y)) for x, y in photo.corners)
    before = page_pixels.flattened(photo.pixels, points)
    after = brighten.brightened(before)
    size = (before.shape[1], before.shape[0])
    flat = desk_photos.photo(seed, width, height, lit=False)
    true = page_pixels.flattened(flat.pixels, points)
    page = cv2.resize(photo.page, size, interpolation=cv2.INTER_AREA)
    red, text, paper = _masks(page)
    if red.sum() < 50 or text.sum() < 50:
        return None
    return Brightening(
        hue=abs(_hue(after, red) - _hue(true, red)),
        red_kept=float(_is_red(after)[red].mean()),
        contrast_true=_contrast(true, text, paper),
        contrast_before=_contrast(before, text, paper),
        contrast_after=_contrast(after, text, paper),
        uneven_before=_spread(before, paper),
        uneven_after=_spread(after, paper),
    )


def _masks(page):
    wide = page.astype(np.int32)
    red = (wide[..., 0] - wide[..., 1] > 90) & (wide[..., 0] > 120)
    text = wide.max(axis=2) < 90
    paper = wide.min(axis=2) > 225
    kernel = np.ones((5, 5), np.uint8)
    core = np.ones((3, 3), np.uint8)
    red = cv2.erode(red.astype(np.uint8), core) > 0
    paper = cv2.erode(paper.astype(np.uint8), kernel) > 0
    return red, text, paper


def _hue(pixels, mask) -> float:
    red, green, blue = pixels[mask].astype(np.float64).mean(axis=0)
    return float(np.degrees(np.arctan2(np.sqrt(3) * (green - blue), 2 * red - green - blue)))


def _is_red(pixels):
    wide = pixels.astype(np.int32)
    return (wide[..., 0] > wide[..., 1] * 1.25) & (wide[..., 0] > wide[..., 2] * 1.25)


def _contrast(pixels, text, paper) -> float:
    """Michelson's, of the strokes against the paper around each of them, light and shadow alike."""
    grey = pixels.astype(np.float32).mean(axis=2)
    weight = cv2.blur(paper.astype(np.float32), (41, 41))
    around = cv2.blur(grey * paper, (41, 41)) / np.maximum(weight, 1e-6)
    seen = text & (weight > 0.05)
    return float(((around[seen] - grey[seen]) / (around[seen] + grey[seen])).mean())


def _spread(pixels, paper) -> float:
    low, high = np.percentile(pixels.astype(np.float32).mean(axis=2)[paper], (5, 95))
    return float(high - low)
