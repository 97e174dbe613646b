"""Copies to be printed and written on by hand: the document at true size, and a blank part below it.

The sentence to be written is never on this sheet (it stands on the signing guide): whoever writes it must
write all of it. The blank part is marked at its edges alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak

from cardprep.paper import forms
from cardprep.paper.frame import HAIRLINE, RULE, WIDTH, compose
from cardprep.paper.handwriting import CopyLabels, CopySheet, SheetPicture
from cardprep.paper.picture import JpegPicture
from cardprep.paper.qr import QrCode
from cardprep.paper.sheets import Heading, Paper
from cardprep.paper.typeset import Style, Typesetter

CARD = (85.6 * mm, 54 * mm)
MOST = (WIDTH, 132 * mm)
_QR = 18 * mm
_GAP = 6 * mm
_LEAST_BLANK = 78 * mm
_BRACKET = 7 * mm
_CAPTION = Style(10.5, 16, bold=True)
_EDGE = Style(8, 11, grey=0.35)
_INSET = 1.6 * mm


def printed_size(picture: SheetPicture) -> tuple[float, float]:
    """How large a picture is printed, in points."""
    if picture.is_card:
        return CARD if picture.width >= picture.height else CARD[::-1]
    scale = min(MOST[0] / picture.width, MOST[1] / picture.height)
    return picture.width * scale, picture.height * scale


class BlankPart(Flowable):  # type: ignore[misc]  # reportlab ships no types
    """All that is left of the page, empty, with brackets at its corners and small words at its edges."""

    def __init__(self, typesetter: Typesetter, labels: CopyLabels) -> None:
        super().__init__()
        self._left = [typesetter.block(text, _EDGE) for text in (labels.write, labels.sign, labels.date)]
        self._seal = typesetter.block(labels.seal, _EDGE)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The size taken, in points; never less than a sentence, a name, a date and a seal need."""
        self.width, self.height = width, max(_LEAST_BLANK, height - 1)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the brackets and the words."""
        self.canv.setLineWidth(RULE)
        self.canv.setStrokeGray(0.3)
        for x, inward in ((0.0, 1), (self.width, -1)):
            for y, up in ((0.0, 1), (self.height, -1)):
                self.canv.line(x, y, x + inward * _BRACKET, y)
                self.canv.line(x, y, x, y + up * _BRACKET)
        self.canv.setLineWidth(HAIRLINE)
        for number, block in enumerate(self._left):
            self._label(block, 0, self.height * (1 - (0.1, 0.52, 0.8)[number]))
        across = self._seal.natural_width
        self._label(self._seal, self.width - across - 2 * _INSET, self.height * 0.48)

    def _label(self, block: Flowable, x: float, y: float) -> None:
        block.wrap(block.natural_width + 1, 0)
        block.drawOn(self.canv, x + _INSET, y)


class _Copies:
    """Sets the sheets of one document."""

    def __init__(self, heading: Heading, labels: CopyLabels) -> None:
        self._labels = labels
        self.typesetter = Typesetter(heading.language)

    def story(self, sheets: Sequence[CopySheet]) -> Iterator[Flowable]:
        """Page after page."""
        for number, sheet in enumerate(sheets):
            if number:
                yield PageBreak()
            yield self._head(sheet)
            yield forms.gap(_GAP / 2)
            for picture in sheet.pictures:
                yield JpegPicture(picture.jpeg, (picture.width, picture.height), printed_size(picture))
                yield forms.gap(_GAP)
            yield BlankPart(self.typesetter, self._labels)

    def _head(self, sheet: CopySheet) -> Flowable:
        told = [
            self.typesetter.block(sheet.caption, _CAPTION),
            self.typesetter.block(self._labels.note, forms.NOTE),
        ]
        return forms.bare_table([[told, QrCode(sheet.qr, _QR)]], (WIDTH - _QR, _QR))


def draw(heading: Heading, labels: CopyLabels, sheets: Sequence[CopySheet]) -> Paper:
    """All sheets as one PDF, in the order given."""
    copies = _Copies(heading, labels)
    return compose(heading, copies.typesetter, list(copies.story(sheets)))
