"""A JPEG on a page exactly as the worker coded it: this process never decodes it."""

from __future__ import annotations

import hashlib

from reportlab.pdfbase.pdfdoc import PDFImageXObject
from reportlab.platypus import Flowable


class JpegPicture(Flowable):  # type: ignore[misc]  # reportlab ships no types
    """The JPEG (red, green, blue) of `pixels` size, `size` points large in the middle of its column."""

    def __init__(self, jpeg: bytes, pixels: tuple[int, int], size: tuple[float, float]) -> None:
        super().__init__()
        self._jpeg, self._pixels, self._size = jpeg, pixels, size

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """The size taken, in points."""
        self.width, self.height = width, self._size[1]
        return self.width, self.height

    def draw(self) -> None:
        """Put the coded data into the document and show it here."""
        name = f"jpeg{hashlib.sha256(self._jpeg).hexdigest()[:24]}"
        canvas, document = self.canv, self.canv._doc  # noqa: SLF001 - as reportlab's own drawImage does
        if not document.hasForm(name):
            stream = PDFImageXObject(name)
            stream.width, stream.height = self._pixels
            stream.bitsPerComponent, stream.colorSpace = 8, "DeviceRGB"
            stream._filters = ("DCTDecode",)  # noqa: SLF001 - there is no public way but to decode it
            stream.streamContent = self._jpeg
            document.Reference(stream, document.getXObjectName(name))
            document.addForm(name, stream)
        across, down = self._size
        canvas.saveState()
        canvas.translate((self.width - across) / 2, 0)
        canvas.scale(across, down)
        canvas.doForm(name)
        canvas.restoreState()
