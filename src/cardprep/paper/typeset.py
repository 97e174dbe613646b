"""Text of any kind as a block that flows: no markup, so that no character of it has a meaning."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from cardprep.paper import fonts
from cardprep.paper.lines import Line, Unit, break_lines, width_of

_ASCENT, _DESCENT = 0.88, 0.12  # of the em box, as CJK fonts have it
_TOLERANCE = 0.01
_FILL, _FILL_AND_STROKE = 0, 2  # text rendering modes of PDF
_STROKE = 0.035  # of the size: makes a bold of the rare ideographs, which have none


class Align(StrEnum):
    """Where a line stands in its column."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Style:
    """How a block looks. Lengths are points; `grey` is 0 for black; `indent` is of the first line."""

    size: float = 10
    leading: float = 15
    bold: bool = False
    grey: float = 0
    align: Align = Align.LEFT
    indent: float = 0
    before: float = 0
    after: float = 0


def _clusters(text: str) -> Iterator[str]:
    cluster = ""
    for character in text:
        if cluster and not unicodedata.combining(character):
            yield cluster
            cluster = ""
        cluster += character
    if cluster:
        yield cluster


def _units(runs: Iterable[fonts.Run], size: float) -> Iterator[Unit]:
    for run in runs:
        for cluster in _clusters(run.text):
            yield Unit(run.font, cluster, 0 if cluster == "\n" else stringWidth(cluster, run.font, size))


class TextBlock(Flowable):  # type: ignore[misc]  # reportlab ships no types
    """A paragraph: broken to whatever width it gets, split between lines at a page's end."""

    def __init__(self, units: Sequence[Unit], style: Style) -> None:
        super().__init__()
        self.width = 0.0
        self._units = tuple(units)
        self._style = style
        self._lines: tuple[Line, ...] = ()

    @property
    def natural_width(self) -> float:
        """The width that it takes on one line, in points."""
        return width_of(self._units)

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Break into lines; gives the size taken."""
        lead = (Unit("", "\u2060", self._style.indent),) if self._style.indent else ()
        self._lines = tuple(break_lines((*lead, *self._units), width + _TOLERANCE))
        self.width, self.height = width, len(self._lines) * self._style.leading
        return self.width, self.height

    def split(self, width: float, height: float) -> list[TextBlock]:
        """This block in two, the first no higher than `height`.

        The width is that of the last `wrap`: a table that splits a row asks with its padding added.
        """
        self.wrap(self.width or width, height)
        fitting = int((height + _TOLERANCE) // self._style.leading)
        if fitting <= 0:
            return []
        if fitting >= len(self._lines):
            return [self]
        first = [unit for line in self._lines[:fitting] for unit in line if unit.font]
        rest = self._units[len(first) :]
        if first[-1].text == "\n":
            first.pop()
        return [TextBlock(first, self._style), TextBlock(rest, replace(self._style, indent=0, before=0))]

    def draw(self) -> None:
        """Draw line by line, from the top."""
        self.canv.setFillGray(self._style.grey)
        self.canv.setStrokeGray(self._style.grey)
        self.canv.setLineWidth(self._style.size * _STROKE)
        lead = (self._style.leading - self._style.size) / 2 + self._style.size * _ASCENT
        for number, line in enumerate(self._lines):
            self._draw_line(line, self.height - number * self._style.leading - lead)

    def _draw_line(self, line: Line, baseline: float) -> None:
        shown = [unit for unit in line if unit.font and unit.text != "\n"]
        spare = self.width - width_of(line)
        share = {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}[self._style.align]
        text = self.canv.beginText(spare * share + sum(u.width for u in line if not u.font), baseline)
        for font, units in groupby(shown, key=lambda unit: unit.font):
            text.setFont(font, self._style.size)
            text.setTextRenderMode(_FILL_AND_STROKE if font == fonts.RARE and self._style.bold else _FILL)
            text.textOut("".join(unit.text for unit in units))
        self.canv.drawText(text)

    def getSpaceBefore(self) -> float:  # reportlab's name
        """The gap above, in points."""
        return self._style.before

    def getSpaceAfter(self) -> float:  # reportlab's name
        """The gap below, in points."""
        return self._style.after


class Typesetter:
    """Sets one document's text, and remembers which characters no font has."""

    def __init__(self, language: str) -> None:
        fonts.register()
        self._latin_first = not language.startswith("zh")
        self._missing: set[str] = set()

    @property
    def missing(self) -> frozenset[str]:
        """The characters that were printed as their code points so far."""
        return frozenset(self._missing)

    def block(self, text: str, style: Style) -> TextBlock:
        """A paragraph of `text`, exactly as it is."""
        legible = fonts.legible(text)
        self._missing |= legible.missing
        pieces = fonts.runs(legible.text, bold=style.bold, latin_first=self._latin_first)
        return TextBlock(tuple(_units(pieces, style.size)), style)

    def draw(self, canvas: Canvas, text: str, style: Style, place: tuple[float, float, float]) -> float:
        """Draw a block with its top left corner at `place` (x, y, width); gives its height."""
        left, top, width = place
        block = self.block(text, style)
        height = float(block.wrap(width, 0)[1])
        block.drawOn(canvas, left, top - height)
        return height
