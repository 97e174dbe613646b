"""What a recipe does to one page's pixels: flatten, straighten, crop. Nothing here can add ink."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, TypeAlias

from cardprep.case.preparation import Box, Corners, PreparedPage
from cardprep.evidence.worker.brighten import brightened

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Pixels: TypeAlias = "npt.NDArray[np.uint8]"
    Numbers: TypeAlias = "npt.NDArray[np.float64]"

A4_ASPECT = 297 / 210
CARD_ASPECT = 85.6 / 54
_KNOWN = (A4_ASPECT, CARD_ASPECT, 125 / 88)  # a sheet, a card, a passport's page
_NEAR = 0.06
_MOST_ASPECT = 6.0
_WHITE = (255, 255, 255)


def worked(pixels: Pixels, page: PreparedPage, aspect: float | None = None) -> Pixels:
    """The turned page after every further step of its recipe.

    `aspect` (longer by shorter side) is that of the flattened paper where it is known.
    """
    if page.corners is not None:
        pixels = flattened(pixels, page.corners, aspect)
    if page.straighten:
        pixels = straightened(pixels, page.straighten)
    if page.crop is not None:
        pixels = cropped(pixels, page.crop)
    return brightened(pixels) if page.brighten else pixels


def flattened(pixels: Pixels, corners: Corners, aspect: float | None = None) -> Pixels:
    """The paper between the corners as a rectangle, no larger than it is on the picture."""
    import cv2
    import numpy as np

    height, width = pixels.shape[:2]
    quad = np.asarray(corners, np.float64) * (width, height)
    across, down = _sides(quad, (width, height), aspect)
    target = np.asarray([(0, 0), (across, 0), (across, down), (0, down)], np.float32)
    move = cv2.getPerspectiveTransform(quad.astype(np.float32), target)
    made: Pixels = cv2.warpPerspective(pixels, move, (across, down), flags=cv2.INTER_AREA, borderValue=_WHITE)
    return made


def _sides(quad: Numbers, size: tuple[int, int], aspect: float | None) -> tuple[int, int]:
    """Width and height of the flattened paper in pixels."""
    tops = math.dist(quad[0], quad[1]), math.dist(quad[3], quad[2])
    sides = math.dist(quad[0], quad[3]), math.dist(quad[1], quad[2])
    across, down = max(tops), max(sides)
    ratio = across / max(down, 1.0)
    true = _true_ratio(quad, size) or ratio
    longer = aspect or _known(max(true, 1 / true))
    wanted = longer if true >= 1 else 1 / longer
    if wanted > ratio:
        down = across / wanted
    else:
        across = down * wanted
    return max(1, round(across)), max(1, round(down))


def _known(longer: float) -> float:
    """The exact proportion of a paper that is nearly one of the usual ones."""
    near = min(_KNOWN, key=lambda known: abs(known / longer - 1))
    return near if abs(near / longer - 1) <= _NEAR else longer


def _true_ratio(quad: Numbers, size: tuple[int, int]) -> float | None:
    """Width by height of the rectangle that is seen as `quad`, the camera's axis through the middle.

    Zhang and He, Whiteboard scanning and image enhancement (2007), equations 11, 12, 20. None where
    the picture is too nearly parallel to the paper to tell the focal length.
    """
    import numpy as np

    middle = np.asarray(size, np.float64) / 2
    m1, m2, m4, m3 = (np.append(point - middle, 1.0) for point in quad)
    k2 = np.dot(np.cross(m1, m4), m3) / np.dot(np.cross(m2, m4), m3)
    k3 = np.dot(np.cross(m1, m4), m2) / np.dot(np.cross(m3, m4), m2)
    n2, n3 = k2 * m2 - m1, k3 * m3 - m1
    if abs(n2[2] * n3[2]) < 1e-4:
        return None
    squared = -(n2[0] * n3[0] + n2[1] * n3[1]) / (n2[2] * n3[2])
    longest = max(size)
    if not (0.3 * longest) ** 2 < squared < (6 * longest) ** 2:
        return None
    scale = np.asarray([1 / squared, 1 / squared, 1.0])
    ratio = math.sqrt(float(np.dot(n2 * scale, n2) / np.dot(n3 * scale, n3)))
    return ratio if 1 / _MOST_ASPECT < ratio < _MOST_ASPECT else None


def straightened(pixels: Pixels, degrees: float) -> Pixels:
    """Turned clockwise by a few degrees; the sheet grows so that nothing is cut off."""
    import cv2

    height, width = pixels.shape[:2]
    move = cv2.getRotationMatrix2D((width / 2, height / 2), -degrees, 1.0)
    cosine, sine = abs(move[0, 0]), abs(move[0, 1])
    across, down = round(width * cosine + height * sine), round(width * sine + height * cosine)
    move[:, 2] += (across - width) / 2, (down - height) / 2
    made: Pixels = cv2.warpAffine(
        pixels,
        move,
        (across, down),
        flags=cv2.INTER_CUBIC,
        borderMode=cv2.BORDER_CONSTANT,
        borderValue=_WHITE,
    )
    return made


def cropped(pixels: Pixels, crop: Box) -> Pixels:
    """What is inside the box, at least one pixel."""
    height, width = pixels.shape[:2]
    left, top = min(width - 1, round(crop[0] * width)), min(height - 1, round(crop[1] * height))
    right, bottom = max(left + 1, round(crop[2] * width)), max(top + 1, round(crop[3] * height))
    return pixels[top:bottom, left:right]
