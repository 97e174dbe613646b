"""Scanned PDFs for the benchmark of `fit`: grey, colour and black-and-white pages of 300 dpi, 8–40 MB."""

from __future__ import annotations

import io
from collections.abc import Iterable

import fit_pictures
import pikepdf
from fit_pictures import Sheet, as_jpeg, grain
from PIL import Image, ImageChops, ImageFilter

A4_POINTS = (595.276, 841.89)
A4_300 = (2480, 3508)


def scanned(seed: int, coloured: bool, deviation: float = 6.0) -> Sheet:
    """A page as a flat scanner of 300 dpi sees it: no shadow, some grain."""
    page = fit_pictures.sheet(*A4_300, seed, coloured)
    seen = ImageChops.add(page.picture, grain(A4_300, deviation, seed), 1.0, -128)
    seen = seen.filter(ImageFilter.GaussianBlur(0.5))
    return Sheet(seen if coloured else seen.convert("L"), page.small_text, page.block, page.seal)


def document(pages: Iterable[tuple[Image.Image, bytes]]) -> bytes:
    """A4 pages, each filled by a picture: of a JPEG's bytes, or b"" for one packed without loss."""
    pdf = pikepdf.Pdf.new()
    for picture, jpeg in pages:
        page = pdf.add_blank_page(page_size=A4_POINTS)
        image = pdf.make_stream(b"")
        image.Type, image.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        image.Width, image.Height = picture.size
        image.BitsPerComponent = 1 if picture.mode == "1" else 8
        image.ColorSpace = pikepdf.Name.DeviceRGB if picture.mode == "RGB" else pikepdf.Name.DeviceGray
        if jpeg:
            image.write(jpeg, filter=pikepdf.Name.DCTDecode)
        else:
            image.write(picture.tobytes())
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(I=image))
        page.Contents = pdf.make_stream(f"q {A4_POINTS[0]} 0 0 {A4_POINTS[1]} 0 0 cm /I Do Q".encode())
    target = io.BytesIO()
    pdf.save(target, compress_streams=True)
    return target.getvalue()


def scan(pages: int, coloured: bool, quality: int, seed: int = 3) -> tuple[Sheet, bytes]:
    """A document of `pages` JPEG pages, and its first page."""
    sheets = [scanned(seed + index, coloured) for index in range(pages)]
    return sheets[0], document((s.picture, as_jpeg(s.picture, quality, "4:2:0")) for s in sheets)
