"""The QR code on paper is the QR code of the text."""

from __future__ import annotations

import io

import pypdfium2
import segno
from reportlab.pdfgen.canvas import Canvas

from cardprep.paper.qr import QrCode

SIDE = 120


def _modules(text: str) -> list[list[int]]:
    """The drawn modules, read off a rendered page at each one's centre; 1 is dark."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(SIDE, SIDE))
    QrCode(text, SIDE).drawOn(canvas, 0, 0)
    canvas.save()
    document = pypdfium2.PdfDocument(out.getvalue())
    picture = document[0].render(scale=4, grayscale=True).to_pil()
    document.close()
    count = len(segno.make_qr(text, error="m").matrix)
    module = SIDE * 4 / (count + 8)
    centres = [int((4.5 + index) * module) for index in range(count)]
    return [[int(picture.getpixel((x, y)) < 128) for x in centres] for y in centres]


def test_drawn_modules_are_those_of_the_text():
    text = "cardprep:sha256:" + "0123456789abcdef" * 4
    assert _modules(text) == [list(row) for row in segno.make_qr(text, error="m").matrix]


def test_quiet_zone_is_inside_its_size():
    assert QrCode("x", SIDE).wrap(1000, 1000) == (SIDE, SIDE)
