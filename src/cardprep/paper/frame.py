"""The A4 page that every paper shares: header, footer, page numbers, the mark of a draft."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from cardprep.paper import fonts
from cardprep.paper.sheets import Heading, Paper
from cardprep.paper.typeset import Align, Style, TextBlock, Typesetter

PAGE_WIDTH, PAGE_HEIGHT = A4
MARGIN = 17 * mm
WIDTH = PAGE_WIDTH - 2 * MARGIN
EDGE = 11 * mm  # nothing at all is drawn nearer to the paper's edge
HAIRLINE, RULE = 0.4, 0.7

HEADER, FOOTER = 24 * mm, 20 * mm
BODY_HEIGHT = PAGE_HEIGHT - HEADER - FOOTER
_SMALL, _LEADING, _LEAST_SIZE = 8.0, 10.5, 5.0
_GREY = 0.25
_DRAFT_GREY, _DRAFT_ANGLE, _DRAFT_WIDTH = 0.88, 38, 440.0


def _fitted(typesetter: Typesetter, text: str, style: Style, width: float, lines: int) -> TextBlock:
    """A block of at most `lines` lines: set smaller until it fits, in the end shortened."""
    flat = " ".join(text.split())
    size = style.size
    while True:
        leading = style.leading * size / style.size
        block = typesetter.block(flat, Style(size, leading, style.bold, style.grey, style.align))
        if block.wrap(width, 0)[1] <= lines * leading + 0.1:
            return block
        if size > _LEAST_SIZE:
            size -= 0.5
        else:
            flat = flat[: len(flat) * 9 // 10].rstrip("…") + "…"


class _Furniture:
    """Draws what stands around the text."""

    def __init__(self, heading: Heading, typesetter: Typesetter) -> None:
        self._heading = heading
        self._typesetter = typesetter

    def behind(self, canvas: Canvas) -> None:
        """The draft mark twice across the page, before the text is drawn over it."""
        if not self._heading.draft:
            return
        widest = self._typesetter.block(self._heading.draft, Style(bold=True))
        size = min(46.0, 10 * _DRAFT_WIDTH / widest.natural_width)
        style = Style(size, size * 1.2, bold=True, grey=_DRAFT_GREY, align=Align.CENTRE)
        for share in (0.28, 0.7):
            canvas.saveState()
            canvas.translate(PAGE_WIDTH / 2, PAGE_HEIGHT * share)
            canvas.rotate(_DRAFT_ANGLE)
            place = (-_DRAFT_WIDTH / 2, size * 0.6, _DRAFT_WIDTH)
            self._typesetter.draw(canvas, self._heading.draft, style, place)
            canvas.restoreState()

    def around(self, canvas: Canvas, page: int, pages: int) -> None:
        """Header and footer, once the number of pages is known."""
        canvas.saveState()
        self._header(canvas)
        self._footer(canvas, self._heading.page.format(page=page, pages=pages))
        canvas.restoreState()

    def _line(self, canvas: Canvas, height: float) -> None:
        canvas.setLineWidth(HAIRLINE)
        canvas.setStrokeGray(0)
        canvas.line(MARGIN, height, PAGE_WIDTH - MARGIN, height)

    def _header(self, canvas: Canvas) -> None:
        base = PAGE_HEIGHT - HEADER + 3 * mm
        plain = Style(_SMALL, _LEADING, grey=_GREY)
        mark = Style(_SMALL + 1, _LEADING, bold=True, align=Align.CENTRE)
        right = Style(_SMALL, _LEADING, grey=_GREY, align=Align.RIGHT)
        draft = self._heading.draft
        sides = ((0.0, 0.33), (0.34, 0.32), (0.67, 0.33)) if draft else ((0.0, 0.4), (0, 0), (0.42, 0.58))
        texts = ((self._heading.title, plain), (draft, mark), (self._heading.firm, right))
        for (text, style), (left, share) in zip(texts, sides, strict=True):
            if text:
                block = _fitted(self._typesetter, text, style, WIDTH * share, 2)
                block.drawOn(canvas, MARGIN + WIDTH * left, base + 1.5 * mm)
        self._line(canvas, base)

    def _footer(self, canvas: Canvas, page: str) -> None:
        base = FOOTER - 4 * mm
        self._line(canvas, base)
        style = Style(_SMALL - 0.5, _LEADING - 0.5, grey=_GREY)
        centre = Style(style.size, style.leading, grey=_GREY, align=Align.CENTRE)
        right = Style(style.size, style.leading, grey=_GREY, align=Align.RIGHT)
        parts = ((self._heading.origin, style, 0.0, 0.46), (self._heading.digest, centre, 0.47, 0.33))
        for text, look, left, share in (*parts, (page, right, 0.81, 0.19)):
            block = _fitted(self._typesetter, text, look, WIDTH * share, 1)
            block.drawOn(canvas, MARGIN + WIDTH * left, base - 1 * mm - block.height)


class _NumberedCanvas(Canvas):  # type: ignore[misc]  # reportlab ships no types
    """Holds the pages back until their number is known."""

    def __init__(self, furniture: _Furniture, *args: Any, **options: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **options)
        self._furniture = furniture
        self._held: list[dict[str, Any]] = []

    def showPage(self) -> None:  # reportlab's name
        """Keep the page for later."""
        self._held.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        """Number and write the pages."""
        held = self._held
        for number, state in enumerate(held, start=1):
            self.__dict__.update(state)
            self._furniture.around(self, number, len(held))
            super().showPage()
        super().save()


def compose(heading: Heading, typesetter: Typesetter, story: Sequence[Flowable]) -> Paper:
    """Let the story flow over as many pages as it takes."""
    furniture = _Furniture(heading, typesetter)
    out = io.BytesIO()
    document = BaseDocTemplate(
        out,
        pagesize=A4,
        title=heading.title,
        author="",
        creator="cardprep",
        producer="cardprep",
        lang=heading.language,
        initialFontName=fonts.HAN,
        invariant=1,
        pageCompression=1,
    )
    body = Frame(MARGIN, FOOTER, WIDTH, BODY_HEIGHT, 0, 0, 0, 0)
    template = PageTemplate(frames=[body], onPage=lambda canvas, _: furniture.behind(canvas))
    document.addPageTemplates([template])
    document.build(
        list(story),
        canvasmaker=lambda *args, **options: _NumberedCanvas(furniture, *args, **options),
    )
    return Paper(out.getvalue(), document.page, typesetter.missing)
