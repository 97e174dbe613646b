"""Four-sided shapes that might be the paper: made of long straight lines, and of bright areas."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Pixels: TypeAlias = "npt.NDArray[np.uint8]"
    Numbers: TypeAlias = "npt.NDArray[np.float64]"

_MOST_LINES = 26
_LEAST_SEGMENT = 0.04  # of the longer side
_SAME_ANGLE, _SAME_PLACE = 2.5, 4.0  # degrees, pixels
_PARALLEL, _UPRIGHT = 32.0, 50.0  # degrees: perspective leaves sides nearly parallel, corners nearly right
_APART = 0.18  # of the shorter side
_LEAST_AREA, _OUTSIDE = 0.06, 0.03


def candidates(pixels: Pixels) -> Numbers:
    """Quadrilaterals (N, 4, 2), their corners clockwise, each a paper's possible outline."""
    import numpy as np

    height, width = pixels.shape[:2]
    found = [*_of_lines(_lines(pixels), (width, height)), *_of_areas(pixels)]
    if not found:
        return np.zeros((0, 4, 2))
    quads = _clockwise(np.asarray(found, np.float64))
    return quads[_plausible(quads, (width, height))]


def _lines(pixels: Pixels) -> Numbers:
    """The longest straight lines: angle in degrees [0, 180), a point on it (x, y), total length."""
    import cv2
    import numpy as np

    detector = cv2.createLineSegmentDetector(cv2.LSD_REFINE_STD)
    segments = []
    for plane in _planes(pixels):
        found = detector.detect(plane)[0]
        if found is not None:
            segments.append(found.reshape(-1, 4))
    if not segments:
        return np.zeros((0, 4))
    ends = np.concatenate(segments).astype(np.float64)
    lengths = np.hypot(ends[:, 2] - ends[:, 0], ends[:, 3] - ends[:, 1])
    ends = ends[lengths > _LEAST_SEGMENT * max(pixels.shape[:2])]
    return _joined(ends)


def _planes(pixels: Pixels) -> list[Pixels]:
    """Grey pictures in which a paper's edge may be seen: lightness, saturation, the two colours."""
    import cv2

    smooth = cv2.medianBlur(pixels, 5)
    lab = cv2.cvtColor(smooth, cv2.COLOR_RGB2LAB)
    hsv = cv2.cvtColor(smooth, cv2.COLOR_RGB2HSV)
    planes: list[Pixels] = [lab[..., 0], hsv[..., 1]]
    planes += [cv2.convertScaleAbs(lab[..., at], alpha=2.0, beta=-128.0) for at in (1, 2)]
    return planes


def _joined(ends: Numbers) -> Numbers:
    """Segments of one line put together; the longest lines only."""
    import numpy as np

    lengths = np.hypot(ends[:, 2] - ends[:, 0], ends[:, 3] - ends[:, 1])
    angles = np.degrees(np.arctan2(ends[:, 3] - ends[:, 1], ends[:, 2] - ends[:, 0])) % 180
    middles = (ends[:, :2] + ends[:, 2:]) / 2
    lines: list[list[float]] = []
    for at in np.argsort(-lengths):
        home = next((line for line in lines if _same(line, angles[at], middles[at])), None)
        if home is None:
            lines.append([angles[at], middles[at][0], middles[at][1], lengths[at]])
        else:
            home[3] += lengths[at]
    lines.sort(key=lambda line: -line[3])
    return np.asarray(lines[:_MOST_LINES], np.float64).reshape(-1, 4)


def _same(line: list[float], angle: float, middle: Numbers) -> bool:
    import math

    if _angle_between(line[0], angle) > _SAME_ANGLE:
        return False
    direction = math.radians(line[0])
    off = (middle[0] - line[1]) * math.sin(direction) - (middle[1] - line[2]) * math.cos(direction)
    return bool(abs(off) < _SAME_PLACE)


def _angle_between(first: float, second: float) -> float:
    off = abs(first - second) % 180
    return min(off, 180 - off)


def _of_lines(lines: Numbers, size: tuple[int, int]) -> list[Numbers]:
    """Every two pairs of opposite sides that could be a paper's."""
    import numpy as np

    opposites = [
        (first, second)
        for first, second in combinations(range(len(lines)), 2)
        if _angle_between(lines[first][0], lines[second][0]) < _PARALLEL
        and _distance(lines[first], lines[second]) > _APART * min(size)
    ]
    crossings = _crossings(lines)
    found = []
    for (a, b), (c, d) in combinations(opposites, 2):
        if len({a, b, c, d}) == 4 and all(
            _angle_between(lines[i][0], lines[j][0]) > _UPRIGHT for i in (a, b) for j in (c, d)
        ):
            found.append(np.stack([crossings[a, c], crossings[a, d], crossings[b, d], crossings[b, c]]))
    return found


def _distance(first: Numbers, second: Numbers) -> float:
    """How far the middles of two nearly parallel lines are apart, across them."""
    import math

    direction = math.radians(first[0])
    across = (second[1] - first[1]) * math.sin(direction) - (second[2] - first[2]) * math.cos(direction)
    return abs(float(across))


def _crossings(lines: Numbers) -> Numbers:
    """Where each two lines cross (N, N, 2); far away where they are parallel."""
    import numpy as np

    angles = np.radians(lines[:, 0])
    normals = np.stack([np.sin(angles), -np.cos(angles)], axis=1)
    offsets = (normals * lines[:, 1:3]).sum(axis=1)
    a, b = normals[:, None, :], normals[None, :, :]
    bend = a[..., 0] * b[..., 1] - a[..., 1] * b[..., 0]
    bend = np.where(np.abs(bend) < 1e-6, 1e-6, bend)
    x = (offsets[:, None] * b[..., 1] - offsets[None, :] * a[..., 1]) / bend
    y = (a[..., 0] * offsets[None, :] - b[..., 0] * offsets[:, None]) / bend
    found: Numbers = np.stack([x, y], axis=-1)
    return found


def _of_areas(pixels: Pixels) -> list[Numbers]:
    """The outlines of large bright and of large colourless areas."""
    import cv2
    import numpy as np

    smooth = cv2.GaussianBlur(pixels, (0, 0), 3)
    light, dull = smooth.min(axis=2), 255 - (smooth.max(axis=2) - smooth.min(axis=2))
    kernel = np.ones((7, 7), np.uint8)
    found = []
    for plane in (light, dull):
        level, _ = cv2.threshold(plane, 0, 255, cv2.THRESH_OTSU)
        for shift in (-25, 0, 25):
            mask = ((plane > level + shift) * 255).astype(np.uint8)
            mask = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, kernel)
            outlines, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
            found += [quad for outline in outlines if (quad := _four_sided(outline, plane.size)) is not None]
    return found


def _four_sided(outline: npt.NDArray[np.int32], area: int) -> Numbers | None:
    import cv2
    import numpy as np

    hull = cv2.convexHull(outline)
    if cv2.contourArea(hull) < _LEAST_AREA * area:
        return None
    for part in (0.02, 0.04, 0.07):
        simple = cv2.approxPolyDP(hull, part * cv2.arcLength(hull, True), True)
        if len(simple) == 4:
            return np.asarray(simple.reshape(4, 2), np.float64)
    return None


def _clockwise(quads: Numbers) -> Numbers:
    """Corners in their order round the middle, clockwise as seen, the upper left one first."""
    import numpy as np

    middle = quads.mean(axis=1, keepdims=True)
    angles = np.arctan2(quads[..., 1] - middle[..., 1], quads[..., 0] - middle[..., 0])
    order = np.argsort(angles, axis=1)
    quads = np.take_along_axis(quads, order[..., None], axis=1)
    first = np.argmin(quads.sum(axis=2), axis=1)
    turn = (first[:, None] + np.arange(4)) % 4
    sorted_: Numbers = np.take_along_axis(quads, turn[..., None], axis=1)
    return sorted_


def _plausible(quads: Numbers, size: tuple[int, int]) -> npt.NDArray[np.bool_]:
    """Which are convex, large enough and (nearly) inside the picture."""
    import numpy as np

    sides = np.roll(quads, -1, axis=1) - quads
    following = np.roll(sides, -1, axis=1)
    bends = sides[..., 0] * following[..., 1] - sides[..., 1] * following[..., 0]
    x, y = quads[..., 0], quads[..., 1]
    area = 0.5 * np.abs((x * np.roll(y, -1, 1) - np.roll(x, -1, 1) * y).sum(axis=1))
    slack = _OUTSIDE * max(size)
    inside = (x > -slack) & (y > -slack) & (x < size[0] + slack) & (y < size[1] + slack)
    fine: npt.NDArray[np.bool_] = (
        (bends > 0).all(axis=1) & (area > _LEAST_AREA * size[0] * size[1]) & inside.all(axis=1)
    )
    return fine
