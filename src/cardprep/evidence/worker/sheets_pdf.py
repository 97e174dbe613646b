"""Put pages together to a PDF: pages of PDFs as they are, pictures as streams, a card's sides on A4."""

from __future__ import annotations

import io
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cardprep.case.facts import Active
from cardprep.evidence.protocol import Refusal
from cardprep.evidence.worker import pdf_survey
from cardprep.evidence.worker.faults import Refused
from cardprep.evidence.worker.pdf import opened
from cardprep.evidence.worker.pdf_copy import strip

if TYPE_CHECKING:
    import pikepdf

A4 = (595.276, 841.89)
_MM = 72 / 25.4
CARD = (85.6 * _MM, 54 * _MM)
_FIRST_TOP, _GAP = 30 * _MM, 12 * _MM
_GREY_CHANNELS = 1


@dataclass(frozen=True, slots=True)
class Picture:
    """Pixels as a PDF takes them: a JPEG, or raw ones packed by deflate; `turn` is shown by the page."""

    width: int
    height: int
    channels: int
    data: bytes = field(repr=False)
    is_jpeg: bool = True
    bits: int = 8
    turn: int = 0


class Binder:
    """The document while it is put together."""

    def __init__(self) -> None:
        import pikepdf

        self._pdf = pikepdf.Pdf.new()

    def copy_page(self, data: bytes, page: int, turn: int, break_signature: bool) -> None:
        """A page of another PDF, as it is; what was filled in becomes part of it.

        Raises:
            Refused: there is no such page, or the document is signed and that may not be lost.
            Unreadable: it cannot be opened.
        """
        with opened(data) as source:
            if not break_signature and Active.SIGNED in pdf_survey.survey(source).active:
                raise Refused(Refusal.SIGNED)
            if not 0 <= page < len(source.pages):
                raise Refused(Refusal.NO_SUCH_PAGE)
            if "/AcroForm" in source.Root:
                source.flatten_annotations("print")
            self._pdf.pages.append(source.pages[page])
        added = self._pdf.pages[-1]
        if "/AA" in added.obj:
            del added.obj["/AA"]
        if turn:
            added.rotate(turn, relative=True)

    def add_picture(self, picture: Picture) -> None:
        """A page with the picture on all of it, as large as fits on A4."""
        width, height = picture.width, picture.height
        scale = min(A4[1] / max(width, height), A4[0] / min(width, height))
        box = (width * scale, height * scale)
        page = self._pdf.add_blank_page(page_size=box)
        self._draw(page, [(picture, (0, 0, *box))])
        if picture.turn:
            page.rotate(picture.turn, relative=False)

    def add_card(self, sides: list[Picture]) -> None:
        """Front and back at true size, one below the other, on one A4 page; the lower half stays free."""
        page = self._pdf.add_blank_page(page_size=A4)
        top, placed = A4[1] - _FIRST_TOP, []
        for side in sides:
            across, down = CARD if side.width >= side.height else CARD[::-1]
            top -= down
            placed.append((side, ((A4[0] - across) / 2, top, across, down)))
            top -= _GAP
        self._draw(page, placed)

    def _draw(
        self, page: pikepdf.Page, placed: list[tuple[Picture, tuple[float, float, float, float]]]
    ) -> None:
        import pikepdf

        names, content = pikepdf.Dictionary(), b""
        for number, (picture, (left, bottom, across, down)) in enumerate(placed):
            names[f"/Im{number}"] = self._stream(picture)
            content += f"q {across:.3f} 0 0 {down:.3f} {left:.3f} {bottom:.3f} cm /Im{number} Do Q\n".encode()
        page.obj["/Resources"] = pikepdf.Dictionary(XObject=names)
        page.obj["/Contents"] = self._pdf.make_stream(content)

    def _stream(self, picture: Picture) -> pikepdf.Stream:
        import pikepdf

        stream = self._pdf.make_stream(picture.data if picture.is_jpeg else b"")
        stream["/Type"], stream["/Subtype"] = pikepdf.Name.XObject, pikepdf.Name.Image
        stream["/Width"], stream["/Height"] = picture.width, picture.height
        stream["/BitsPerComponent"] = picture.bits
        is_grey = picture.channels == _GREY_CHANNELS
        stream["/ColorSpace"] = pikepdf.Name.DeviceGray if is_grey else pikepdf.Name.DeviceRGB
        if picture.is_jpeg:
            stream["/Filter"] = pikepdf.Name.DCTDecode
        else:
            stream.write(zlib.compress(picture.data, 6), filter=pikepdf.Name.FlateDecode)
        return stream

    @property
    def pages(self) -> int:
        """How many there are so far."""
        return len(self._pdf.pages)

    def written(self) -> bytes:
        """The document, telling nothing of its makers."""
        self._pdf.remove_unreferenced_resources()
        strip(self._pdf)
        target = io.BytesIO()
        self._pdf.save(target, deterministic_id=True)
        return target.getvalue()
