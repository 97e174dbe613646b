"""A PDF whose pages are pictures: from the pages of a TIFF, or from a document rebuilt from its pixels."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cardprep.evidence.protocol import Note, Refusal
from cardprep.evidence.worker import budget, one_bit
from cardprep.evidence.worker.faults import Refused
from cardprep.evidence.worker.fit_image import Floors, Made, best_jpeg
from cardprep.evidence.worker.image import on_white

if TYPE_CHECKING:
    import pikepdf
    from PIL import Image

PAGE = Floors(good=40, with_red=40, least=22)
FAX_SIDE = 2339
"""The longer side of a black-and-white A4 page at 200 dpi; it is not made coarser than that."""

_A4 = (595.276, 841.89)
_OF_A_PAGE, _OF_A_DOCUMENT = 400, 1_500


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page to be: its pixels, and its width and height in points where they are known."""

    picture: Image.Image
    points: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture as it stands in a PDF. `one_bit`: coded as a fax, else a JPEG."""

    data: bytes
    width: int
    height: int
    grey: bool
    one_bit: bool = False


def document(sheets: Iterator[Sheet], count: int, limit: int) -> Made:
    """The sheets as a PDF of at most `limit` bytes; what one page does not use is left to the next ones.

    Raises:
        Refused: `ILLEGIBLE`.
    """
    import pikepdf

    left = limit - _OF_A_DOCUMENT
    with pikepdf.Pdf.new() as made:
        for index, sheet in enumerate(sheets):
            coded = code(sheet.picture, left // (count - index) - _OF_A_PAGE)
            add_page(made, coded, _page_size(sheet))
            left -= len(coded.data) + _OF_A_PAGE
        data = saved(made)
    if len(data) > limit:
        raise Refused(Refusal.ILLEGIBLE)
    return Made("pdf", data, frozenset({Note.REENCODED, Note.CONVERTED}))


def _page_size(sheet: Sheet) -> tuple[float, float]:
    """In points; A4 (lying where the picture lies) for a picture that does not tell."""
    width, height = sheet.picture.size
    if sheet.points is not None:
        return sheet.points
    page = _A4 if height >= width else _A4[::-1]
    scale = min(page[0] / width, page[1] / height)
    return width * scale, height * scale


def code(picture: Image.Image, share: int) -> Drawn:
    """The picture in at most `share` bytes.

    Raises:
        Refused: `ILLEGIBLE`.
    """
    if picture.mode == "1":
        return code_one_bit(picture, share)
    plain = picture if picture.mode == "L" else on_white(picture)
    if plain.mode == "RGB" and budget.is_grey(plain):
        plain = budget.grey(plain)
    best = best_jpeg(plain, share, PAGE)
    if best is None:
        raise Refused(Refusal.ILLEGIBLE)
    return Drawn(best.data, *best.size, grey=plain.mode == "L")


def code_one_bit(page: Image.Image, share: int) -> Drawn:
    """A black-and-white page: as it is, or coarser, but no coarser than 200 dpi of an A4 page.

    Raises:
        Refused: `ILLEGIBLE`.
    """
    least = min(1.0, FAX_SIDE / max(page.size))
    for scale in (1.0, 0.75, 0.5, least):
        if scale < least:
            continue
        smaller = page if scale == 1 else one_bit.coarser(page, scale)
        data = one_bit.packed(smaller)
        if len(data) <= share:
            return Drawn(data, smaller.width, smaller.height, grey=True, one_bit=True)
    raise Refused(Refusal.ILLEGIBLE)


def write(stream: pikepdf.Stream, coded: Drawn) -> None:
    """Put the picture into an image of a document; its colour space stays where it still fits."""
    import pikepdf

    for key in ("/Decode", "/DecodeParms", "/Intent", "/Interpolate"):
        if key in stream:
            del stream[key]
    stream["/Width"], stream["/Height"] = coded.width, coded.height
    if coded.one_bit:
        told = pikepdf.Dictionary(K=-1, Columns=coded.width, Rows=coded.height, BlackIs1=True)
        stream.write(coded.data, filter=pikepdf.Name.CCITTFaxDecode, decode_parms=told)
        stream["/BitsPerComponent"] = 1
    else:
        stream.write(coded.data, filter=pikepdf.Name.DCTDecode)
        stream["/BitsPerComponent"] = 8


def image(document: pikepdf.Pdf, coded: Drawn) -> pikepdf.Stream:
    """The picture as a new image of the document."""
    import pikepdf

    stream = document.make_stream(b"")
    stream["/Type"], stream["/Subtype"] = pikepdf.Name.XObject, pikepdf.Name.Image
    stream["/ColorSpace"] = pikepdf.Name.DeviceGray if coded.grey else pikepdf.Name.DeviceRGB
    write(stream, coded)
    return stream


def add_page(document: pikepdf.Pdf, coded: Drawn, size: tuple[float, float]) -> None:
    """A new page of this size in points, filled by the picture."""
    page = document.add_blank_page(page_size=size)
    fill(document, page, coded, size)


def fill(document: pikepdf.Pdf, page: pikepdf.Page, coded: Drawn, size: tuple[float, float]) -> None:
    """Make the picture all that there is on the page."""
    import pikepdf

    images = pikepdf.Dictionary(I=image(document, coded))
    page.obj["/Resources"] = pikepdf.Dictionary(XObject=images)
    page.obj["/Contents"] = document.make_stream(f"q {size[0]:.3f} 0 0 {size[1]:.3f} 0 0 cm /I Do Q".encode())


def saved(document: pikepdf.Pdf) -> bytes:
    """The document as a file, packed; the same content gives the same bytes."""
    import pikepdf

    target = io.BytesIO()
    packing = pikepdf.ObjectStreamMode.generate
    document.save(target, deterministic_id=True, object_stream_mode=packing, compress_streams=True)
    return target.getvalue()
