"""The parts of which a form is built: sections, grids of label and value, tables, rooms to sign in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from reportlab.lib.colors import Color, black
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, Spacer, Table

from cardprep.paper import fonts
from cardprep.paper.frame import BODY_HEIGHT, HAIRLINE, RULE, WIDTH
from cardprep.paper.sheets import Heading, Row, Sign
from cardprep.paper.typeset import Align, Style, Typesetter

BODY = Style(10, 15)
STRONG = Style(10, 15, bold=True)
NOTE = Style(8.5, 12.5, grey=0.25)
LABEL = Style(9, 15, grey=0.2)
HEAD = Style(9, 13, bold=True)
SEVERITY = Style(9, 15, bold=True)
TITLE = Style(18, 27, bold=True, align=Align.CENTRE, before=4, after=2)
SUBTITLE = Style(11.5, 17, align=Align.CENTRE, after=6)
SECTION = Style(11.5, 17, bold=True, before=11, after=3)

SIGNS = {Sign.BLOCK: "■", Sign.WARN: "▲", Sign.INFO: "○", Sign.DONE: "✓"}

_SHADE = Color(0.95, 0.95, 0.95)
LABEL_WIDTH = 31 * mm
_LEAST_PART = 72  # points of a row higher than a page that are worth starting on this one
Command: TypeAlias = tuple[object, ...]
Cell: TypeAlias = Flowable | list[Flowable] | str

SHADED_LABELS: Command = ("BACKGROUND", (0, 0), (0, -1), _SHADE)
_GRID: list[Command] = [
    ("FONTNAME", (0, 0), (-1, -1), fonts.HAN),
    ("INNERGRID", (0, 0), (-1, -1), HAIRLINE, black),
    ("BOX", (0, 0), (-1, -1), RULE, black),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 5),
    ("RIGHTPADDING", (0, 0), (-1, -1), 5),
    ("TOPPADDING", (0, 0), (-1, -1), 3),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
]


class TickBox(Flowable):  # type: ignore[misc]  # reportlab ships no types
    """An empty box to be ticked by hand, at the right of its column."""

    def __init__(self, size: float = 10, leading: float = 15) -> None:
        super().__init__()
        self._size, self._leading = size, leading

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """The size taken, in points."""
        self.width, self.height = width, self._leading
        return self.width, self.height

    def draw(self) -> None:
        """Draw the outline alone: ticking is the reviewer's."""
        self.canv.setLineWidth(0.7)
        self.canv.setStrokeGray(0)
        gap = (self._leading - self._size) / 2
        self.canv.rect(self.width - self._size, gap, self._size, self._size, stroke=1, fill=0)


class RuledTable(Table):  # type: ignore[misc]  # reportlab ships no types
    """A table whose rows stay whole, unless one is higher than a page."""

    def lead_height(self, width: float) -> float:
        """The height of the header and the first row, in points."""
        self.wrap(width, BODY_HEIGHT)
        return float(sum(self._rowHeights[: self.repeatRows + 1]))

    def split(self, width: float, height: float) -> list[Flowable]:
        """The part that fits into `height`, and the rest."""
        parts: list[Flowable] = super().split(width, height)
        if parts or height < _LEAST_PART or self.lead_height(width) <= BODY_HEIGHT:
            return parts
        self.splitInRow = 1
        cut: list[Flowable] = super().split(width, height - _LEAST_PART / 4)
        return cut


class Room(Flowable):  # type: ignore[misc]  # reportlab ships no types
    """A dashed frame that stays empty, for a seal or a signature; only its caption is printed."""

    def __init__(self, typesetter: Typesetter, caption: tuple[str, str], height: float) -> None:
        super().__init__()
        self._title = typesetter.block(caption[0], STRONG)
        self._note = typesetter.block(caption[1], NOTE)
        self.height = height

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """The size taken, in points."""
        self.width = width
        return self.width, self.height

    def draw(self) -> None:
        """Draw frame and caption."""
        self.canv.setLineWidth(HAIRLINE)
        self.canv.setStrokeGray(0.35)
        self.canv.setDash(3, 2)
        self.canv.rect(0, 0, self.width, self.height, stroke=1, fill=0)
        self.canv.setDash()
        top = self.height - 4
        for block in (self._title, self._note):
            top -= block.wrap(self.width - 12, self.height)[1]
            block.drawOn(self.canv, 6, top)


def masthead(typesetter: Typesetter, heading: Heading) -> list[Flowable]:
    """The title on the first page, with the firm below it."""
    title = typesetter.block(heading.title, TITLE)
    return [title, typesetter.block(heading.firm, SUBTITLE)] if heading.firm else [title]


def section(typesetter: Typesetter, title: str, body: Flowable) -> list[Flowable]:
    """A section under its heading, which never stands alone at a page's foot."""
    heading = typesetter.block(title, SECTION)
    lead = body.lead_height(WIDTH) if isinstance(body, RuledTable) else BODY.leading
    room = SECTION.before + SECTION.leading + SECTION.after + lead
    return [CondPageBreak(min(room, BODY_HEIGHT / 2)), heading, body]


def gap(height: float) -> Flowable:
    """Empty space of `height` points."""
    return Spacer(1, height)


def table(
    rows: Sequence[Sequence[Cell]],
    widths: Sequence[float],
    commands: Iterable[Command] = (),
    *,
    header: bool = False,
) -> RuledTable:
    """A ruled table; a `header` row is shaded and comes again on every page."""
    shade: list[Command] = [("BACKGROUND", (0, 0), (-1, 0), _SHADE)] if header else []
    style = [*_GRID, *shade, *commands]
    return RuledTable(
        [list(row) for row in rows], colWidths=list(widths), style=style, repeatRows=int(header)
    )


def bare_table(rows: Sequence[Sequence[Cell]], widths: Sequence[float], gutter: float = 0) -> Table:
    """Columns without rules; `gutter` is the room at the right of each cell."""
    style: list[Command] = [
        ("FONTNAME", (0, 0), (-1, -1), fonts.HAN),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), gutter),
        ("TOPPADDING", (0, 0), (-1, -1), 0),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
    ]
    return Table([list(row) for row in rows], colWidths=list(widths), style=style)


def header_row(typesetter: Typesetter, titles: Iterable[str]) -> list[Cell]:
    """The titles of a table's columns."""
    return [typesetter.block(title, HEAD) for title in titles]


def _paired(rows: Iterable[Row]) -> Iterator[tuple[Row, ...]]:
    waiting: Row | None = None
    for row in rows:
        if waiting is not None:
            yield (waiting,) if row.wide else (waiting, row)
            waiting = None
            if not row.wide:
                continue
        if row.wide:
            yield (row,)
        else:
            waiting = row
    if waiting is not None:
        yield (waiting,)


def grid(typesetter: Typesetter, rows: Sequence[Row], empty: str) -> Flowable:
    """Labels and values, two pairs a line; `empty` stands where there is no value, or no row."""
    if not rows:
        return typesetter.block(empty, BODY)
    lines: list[list[Cell]] = []
    commands: list[Command] = [SHADED_LABELS]
    for number, pair in enumerate(_paired(rows)):
        cells: list[Cell] = []
        for row in pair:
            value = row.value if row.value.strip() else empty
            cells += [typesetter.block(row.label, LABEL), typesetter.block(value, BODY)]
        if len(pair) == 1:
            cells += ["", ""]
            commands.append(("SPAN", (1, number), (3, number)))
        else:
            commands.append(("BACKGROUND", (2, number), (2, number), _SHADE))
        lines.append(cells)
    value_width = WIDTH / 2 - LABEL_WIDTH
    return table(lines, (LABEL_WIDTH, value_width) * 2, commands)
