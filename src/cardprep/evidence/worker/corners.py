"""Find the paper's four corners on a photograph: propose outlines, weigh them, and place the best exactly.

Lines are weighed rather than areas, so that a shadow across the paper or a grained desk does not move
the outline; a line that runs on beyond the corners belongs to the desk.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from cardprep.case.preparation import Corners, is_convex
from cardprep.evidence.worker.edge_field import EdgeField, edge_field
from cardprep.evidence.worker.quads import candidates

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Pixels: TypeAlias = "npt.NDArray[np.uint8]"
    Numbers: TypeAlias = "npt.NDArray[np.float64]"

_SIDE = 640
_COARSE, _FINE = 12, 48
_BEST = 300
_NEAR = (-2.0, -1.0, 0.0, 1.0, 2.0)
_STEP = 7.0
_BEYOND = (0.03, 0.12)
_LEAST_SCORE = 0.85
_SURE_SCORE = 1.35
_RIVAL, _DOUBTED = 0.3, 0.4
_SEARCH, _PLACES, _ROUNDS = 0.012, 90, 8


@dataclass(frozen=True, slots=True)
class Found:
    """Corners as fractions of the picture, and how sure that is (0–1)."""

    corners: Corners
    confidence: float


def find(pixels: Pixels) -> Found | None:
    """The corners of the paper on the picture, or None where no outline is convincing."""
    import cv2
    import numpy as np

    scale = min(1.0, _SIDE / max(pixels.shape[:2]))
    size = (max(8, round(pixels.shape[1] * scale)), max(8, round(pixels.shape[0] * scale)))
    small = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
    quads = candidates(small)
    if not len(quads):
        return None
    field = edge_field(small, 1.2)
    support = _support(field, quads, _COARSE, (0.0,)).mean(axis=1)
    best = quads[np.argsort(-support, kind="stable")[:_BEST]]
    scores = _score(field, best)
    at = int(np.argmax(scores))
    if scores[at] < _LEAST_SCORE:
        return None
    stretch = np.asarray([pixels.shape[1] / size[0], pixels.shape[0] / size[1]])
    placed = _placed(edge_field(pixels, 1.5), best[at] * stretch)
    found = _as_fractions(placed, pixels, float(scores[at]))
    if found is not None and _has_rival(best, scores, at):
        return replace(found, confidence=min(found.confidence, _DOUBTED))
    return found


def _has_rival(quads: Numbers, scores: Numbers, at: int) -> bool:
    """Whether another sheet beside the chosen one is nearly as good: which is meant, a person says."""
    import numpy as np

    start, sides = quads[at], np.roll(quads[at], -1, axis=0) - quads[at]
    away = quads.mean(axis=1)[:, None, :] - start[None, :, :]
    within = (sides[None, :, 0] * away[..., 1] - sides[None, :, 1] * away[..., 0] > 0).all(axis=1)
    return bool((scores[~within] > scores[at] - _RIVAL).any())


def _as_fractions(quad: Numbers, pixels: Pixels, score: float) -> Found | None:
    shares = quad / (pixels.shape[1], pixels.shape[0])
    first, second, third, fourth = (
        (min(1.0, max(0.0, float(x))), min(1.0, max(0.0, float(y)))) for x, y in shares
    )
    corners = (first, second, third, fourth)
    sure = min(1.0, max(0.0, (score - _LEAST_SCORE) / (_SURE_SCORE - _LEAST_SCORE)))
    return Found(corners, round(sure, 3)) if is_convex(corners) else None


def _points(quads: Numbers, shares: Numbers) -> tuple[Numbers, Numbers]:
    """Points along each side at these shares of it (N, 4, S, 2), and their inward normals (N, 4, 1, 2)."""
    import numpy as np

    sides = np.roll(quads, -1, axis=1) - quads
    points = quads[:, :, None, :] + sides[:, :, None, :] * shares[None, None, :, None]
    lengths = np.maximum(np.hypot(sides[..., 0], sides[..., 1]), 1e-6)
    normals = np.stack([-sides[..., 1], sides[..., 0]], axis=-1) / lengths[..., None]
    return points, normals[:, :, None, :]


def _support(field: EdgeField, quads: Numbers, samples: int, near: tuple[float, ...]) -> Numbers:
    """How much of each side lies on an edge of that direction (N, 4), 0–1."""
    import numpy as np

    points, normals = _points(quads, np.linspace(0.04, 0.96, samples))
    found = np.zeros(points.shape[:3], np.float32)
    for off in near:
        here = field.change((points + off * normals).astype(np.float32), normals.astype(np.float32))
        found = np.maximum(found, here)
    shares: Numbers = np.minimum(1.0, found / field.full).mean(axis=2).astype(np.float64)
    return shares


def _score(field: EdgeField, quads: Numbers) -> Numbers:
    """How well each outline is a paper's: edges on all four sides, paper within, and no more beyond."""
    import numpy as np

    support = _support(field, quads, _FINE, _NEAR)
    step, lightness = _steps(field, quads)
    x, y = quads[..., 0], quads[..., 1]
    area = 0.5 * np.abs((x * np.roll(y, -1, 1) - np.roll(x, -1, 1) * y).sum(axis=1))
    share = np.sqrt(area / (field.size[0] * field.size[1]))
    score: Numbers = (
        0.45 * support.mean(axis=1)
        + 0.35 * support.min(axis=1)
        + 0.30 * step.mean(axis=1)
        + 0.15 * step.min(axis=1)
        + 0.10 * lightness
        + 0.30 * share
        - 0.35 * _beyond(field, quads)
    )
    return score


def _steps(field: EdgeField, quads: Numbers) -> tuple[Numbers, Numbers]:
    """How evenly the colour steps from desk to paper along each side (N, 4); how much lighter within."""
    import numpy as np

    points, normals = _points(quads, np.linspace(0.06, 0.94, _FINE // 2))
    within = field.colour((points + _STEP * normals).astype(np.float32))
    without = field.colour((points - _STEP * normals).astype(np.float32))
    change = within - without
    middle = np.median(change, axis=2)
    size = np.linalg.norm(middle, axis=-1)
    # A step is one when most of the side goes the same way: print and grain go both ways.
    agree = ((change * middle[:, :, None, :]).sum(axis=-1) > 0).mean(axis=2)
    step: Numbers = np.minimum(1.0, size / 14.0) * np.clip(2 * agree - 1, 0, 1)
    lightness: Numbers = np.clip(middle[..., 0] / 10.0, -1, 1).mean(axis=1)
    return step, lightness


def _beyond(field: EdgeField, quads: Numbers) -> Numbers:
    """How strongly the sides run on beyond the corners, as lines of a desk do."""
    import numpy as np

    low, high = _BEYOND
    shares = np.concatenate([np.linspace(-high, -low, 6), np.linspace(1 + low, 1 + high, 6)])
    points, normals = _points(quads, shares)
    found = np.zeros(points.shape[:3], np.float32)
    for off in (-1.0, 0.0, 1.0):
        here = field.change((points + off * normals).astype(np.float32), normals.astype(np.float32))
        found = np.maximum(found, here)
    strong: Numbers = np.minimum(1.0, found / field.full).mean(axis=(1, 2)).astype(np.float64)
    return strong


def _placed(field: EdgeField, quad: Numbers) -> Numbers:
    """The same outline, each side moved onto the edge that it follows."""
    import numpy as np

    reach = max(4.0, _SEARCH * max(field.size))
    for width in (reach, reach / 3):
        lines = [_fitted(field, quad[at], quad[(at + 1) % 4], width) for at in range(4)]
        moved = np.stack([_crossing(lines[at - 1], lines[at]) for at in range(4)])
        if np.abs(moved - quad).max() > 3 * reach or not np.isfinite(moved).all():
            return quad
        quad = moved
    return quad


def _fitted(field: EdgeField, start: Numbers, end: Numbers, reach: float) -> tuple[Numbers, Numbers]:
    """A point and a direction of the line through the strongest changes near the side from start to end."""
    import numpy as np

    side = end - start
    normal = np.asarray([-side[1], side[0]]) / max(1e-6, math.hypot(*side))
    shares = np.linspace(0.04, 0.96, _PLACES)
    offsets = np.arange(-reach, reach + 0.5, 0.5)
    points = start + side * shares[:, None]
    grid = points[:, None, :] + normal * offsets[None, :, None]
    normals = np.broadcast_to(normal, grid.shape)
    change = field.change(grid.astype(np.float32), normals.astype(np.float32))
    # Nearer changes are preferred a little, so that print along the edge does not draw the line away.
    change = change * (1 - 0.4 * (np.abs(offsets) / reach) ** 2)
    best = np.argmax(change, axis=1)
    weights = np.minimum(1.0, change[np.arange(len(best)), best] / field.full)
    return _robust_line(points + normal * offsets[best][:, None], weights, side)


def _robust_line(points: Numbers, weights: Numbers, side: Numbers) -> tuple[Numbers, Numbers]:
    """The line through most of the points (weights after Tukey, the scale from the median)."""
    import numpy as np

    direction = side / max(1e-6, math.hypot(*side))
    trust = weights + 1e-6
    middle = np.average(points, axis=0, weights=trust)
    for _ in range(_ROUNDS):
        normal = np.asarray([-direction[1], direction[0]])
        off = (points - middle) @ normal
        scale = max(0.5, 1.5 * float(np.median(np.abs(off))))
        trust = weights * np.clip(1 - (off / (3 * scale)) ** 2, 0, 1) ** 2 + 1e-6
        middle = np.average(points, axis=0, weights=trust)
        spread = (points - middle) * np.sqrt(trust)[:, None]
        direction = np.linalg.svd(spread, full_matrices=False)[2][0]
    return middle, direction


def _crossing(first: tuple[Numbers, Numbers], second: tuple[Numbers, Numbers]) -> Numbers:
    import numpy as np

    (a, along), (b, across) = first, second
    bend = along[0] * across[1] - along[1] * across[0]
    if abs(bend) < 1e-6:
        return np.asarray([np.inf, np.inf])
    off = b - a
    found: Numbers = a + along * ((off[0] * across[1] - off[1] * across[0]) / bend)
    return found
