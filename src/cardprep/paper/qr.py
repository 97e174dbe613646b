"""A QR code drawn as vectors: one rectangle for each run of dark modules."""

from __future__ import annotations

from itertools import groupby

import segno
from reportlab.platypus import Flowable

_QUIET = 4  # modules of white around it (ISO/IEC 18004)


class QrCode(Flowable):  # type: ignore[misc]  # reportlab ships no types
    """The QR code of `text`, a square with sides of `size` points, its quiet zone included."""

    def __init__(self, text: str, size: float) -> None:
        super().__init__()
        code = segno.make_qr(text, error="m")
        self._rows = [bytes(row) for row in code.matrix]
        self.width = self.height = size

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The size taken, in points."""
        return self.width, self.height

    def draw(self) -> None:
        """Fill the dark modules."""
        module = self.width / (len(self._rows) + 2 * _QUIET)
        self.canv.setFillGray(0)
        for number, row in enumerate(self._rows):
            top = self.height - (number + _QUIET + 1) * module
            column = _QUIET
            for dark, run in groupby(row):
                length = len(list(run))
                if dark:
                    self.canv.rect(column * module, top, length * module, module, stroke=0, fill=1)
                column += length
