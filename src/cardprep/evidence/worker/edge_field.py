"""The edges of a photograph as a field: how strongly colour or light changes at a place, and which way."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Pixels: TypeAlias = "npt.NDArray[np.uint8]"
    Numbers: TypeAlias = "npt.NDArray[np.float32]"

_COLOUR_WEIGHT = 1.6
_LEAST_FULL = 6.0


@dataclass(frozen=True, slots=True)
class EdgeField:
    """Gradients of lightness and of two colours, and the blurred picture itself (CIE L*a*b*).

    `full` is the change a pixel that counts as a whole edge.
    """

    across: Numbers = field(repr=False)
    down: Numbers = field(repr=False)
    lab: Numbers = field(repr=False)
    full: float

    @property
    def size(self) -> tuple[int, int]:
        """Width and height."""
        return self.lab.shape[1], self.lab.shape[0]

    def change(self, points: Numbers, normals: Numbers) -> Numbers:
        """The strongest change along the normal at each point, of any channel; 0 beyond the picture."""
        import numpy as np

        width, height = self.size
        x, y = np.rint(points[..., 0]).astype(np.int32), np.rint(points[..., 1]).astype(np.int32)
        inside = (x >= 0) & (y >= 0) & (x < width) & (y < height)
        at = (np.clip(y, 0, height - 1), np.clip(x, 0, width - 1))
        along = self.across[at] * normals[..., :1] + self.down[at] * normals[..., 1:]
        strongest: Numbers = np.abs(along).max(axis=-1) * inside
        return strongest

    def colour(self, points: Numbers) -> Numbers:
        """The blurred colour at each point; at the edge's where it lies beyond."""
        import numpy as np

        width, height = self.size
        x = np.clip(np.rint(points[..., 0]), 0, width - 1).astype(np.int32)
        y = np.clip(np.rint(points[..., 1]), 0, height - 1).astype(np.int32)
        found: Numbers = self.lab[y, x]
        return found


def edge_field(pixels: Pixels, blur: float) -> EdgeField:
    """The field of a picture, smoothed by `blur` pixels first."""
    import cv2
    import numpy as np

    lab = cv2.cvtColor(pixels.astype(np.float32) / 255, cv2.COLOR_RGB2LAB)
    lab = cv2.GaussianBlur(lab, (0, 0), blur)
    lab[..., 1:] *= _COLOUR_WEIGHT
    across = cv2.Scharr(lab, cv2.CV_32F, 1, 0) / 32
    down = cv2.Scharr(lab, cv2.CV_32F, 0, 1) / 32
    strength = np.abs(across).max(axis=2) + np.abs(down).max(axis=2)
    full = max(_LEAST_FULL / blur / 2, float(np.percentile(strength, 96)) / 2)
    return EdgeField(across, down, lab, full)
