"""A page with four points on it that the clerk moves: a paper's corners, or the frame of what is kept.

Tab goes from point to point, arrows move the chosen one by a hundredth of the page, with Shift by a
thousandth; Enter takes the points as they are.
"""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from cardprep.case.preparation import Box, Corners, Point, has_room, is_convex
from cardprep.gui.theme import Theme
from cardprep.gui.widgets.page_canvas import PageCanvas

STEP, FINE_STEP = 0.01, 0.001
WHOLE: Corners = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
POINTS = 4
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Shape(Enum):
    """What the points are: nothing, any four corners, or an upright frame."""

    NONE = "none"
    CORNERS = "corners"
    FRAME = "frame"


def box_of(points: Corners) -> Box:
    """The frame that upright points make."""
    return (*points[0], *points[2])


def points_of(box: Box) -> Corners:
    """The corners of a frame, clockwise from the upper left one."""
    left, top, right, bottom = box
    return (left, top), (right, top), (right, bottom), (left, bottom)


def with_point(shape: Shape, points: Corners, at: int, to: Point) -> Corners:
    """The points with one moved, as far as they still go round a paper; a frame stays upright."""
    to = (min(1.0, max(0.0, to[0])), min(1.0, max(0.0, to[1])))
    if shape is Shape.FRAME:
        left, top, right, bottom = box_of(points)
        box = (
            to[0] if at in (0, 3) else left,
            to[1] if at in (0, 1) else top,
            to[0] if at in (1, 2) else right,
            to[1] if at in (2, 3) else bottom,
        )
        return points_of(box) if has_room(box) else points
    first, second, third, fourth = (to if number == at else point for number, point in enumerate(points))
    after = (first, second, third, fourth)
    return after if is_convex(after) else points


class MarkCanvas(PageCanvas):
    """A page canvas with the points on it.

    Signals:
        moved: the points; while the mouse holds one, only when it is let go.
        taken: Enter was pressed.

    Attributes:
        points: where they are, as fractions of the page.
        chosen: the point that the keys move.
    """

    moved = Signal(object)
    taken = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.points: Corners = WHOLE
        self.chosen = 0
        self._shape = Shape.NONE
        self._held: int | None = None
        self._begun: Point | None = None
        self._held_from: Corners = WHOLE
        self.viewport().setMouseTracking(True)

    def mark(self, shape: Shape, points: Corners | None = None) -> None:
        """Show points of this kind, around the whole page where none are given."""
        if shape is not self._shape:
            self.chosen = 0
        self._shape, self.points = shape, points or WHOLE
        self._held = self._begun = None
        self._describe()
        self.viewport().setCursor(
            Qt.CursorShape.OpenHandCursor if shape is Shape.NONE else Qt.CursorShape.CrossCursor
        )
        self.viewport().update()

    @property
    def shape(self) -> Shape:
        """What the points are now."""
        return self._shape

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes through the points first, then on."""
        after = self.chosen + (1 if forward else -1)
        if self._shape is Shape.NONE or not 0 <= after < POINTS:
            return super().focusNextPrevChild(forward)
        self._choose(after)
        return True

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and self._shape is not Shape.NONE:
            self.viewport().update()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        arrow = _ARROWS.get(Qt.Key(event.key()))
        if self._shape is Shape.NONE:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        elif arrow is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
        else:
            fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            step = FINE_STEP if fine else STEP
            x, y = self.points[self.chosen]
            self._move(self.chosen, (x + arrow[0] * step, y + arrow[1] * step))
            self.moved.emit(self.points)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._shape is Shape.NONE or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._held_from = self.points
        self._held = self._near(event.position())
        if self._held is not None:
            self._choose(self._held)
        elif self._shape is Shape.FRAME:
            self._begun = self._fraction(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            self._move(self._held, self._fraction(event.position()))
        elif self._begun is not None:
            self._draw_frame(self._begun, self._fraction(event.position()))
        elif self._shape is Shape.NONE:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._shape is Shape.NONE:
            super().mouseReleaseEvent(event)
            return
        self._held = self._begun = None
        self.viewport().update()
        if self.points != self._held_from:
            self.moved.emit(self.points)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._paint_focus()
        if self._shape is Shape.NONE or self._pixmap.isNull():
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPolygonF([self._on_screen(point) for point in self.points])
        self._paint_outside(painter, outline)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour("accent"), self._theme.em(0.14)))
        painter.drawPolygon(outline)
        for number in range(POINTS):
            self._paint_point(painter, number)
        if self._held is not None and self._shape is Shape.CORNERS:
            self._paint_lens(painter, self._held)

    def _paint_focus(self) -> None:
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def _paint_outside(self, painter: QPainter, outline: QPolygonF) -> None:
        outside, inside = QPainterPath(), QPainterPath()
        outside.addRect(self._place())
        inside.addPolygon(outline)
        inside.closeSubpath()
        shade = self._theme.colour("#000000")
        shade.setAlphaF(0.38)
        painter.fillPath(outside.subtracted(inside), shade)

    def _paint_point(self, painter: QPainter, number: int) -> None:
        is_chosen = number == self.chosen and self.hasFocus()
        radius = self._theme.em(0.75 if is_chosen else 0.55)
        painter.setPen(QPen(self._theme.colour("accent"), self._theme.em(0.16)))
        painter.setBrush(self._theme.colour("accent" if is_chosen else "raised"))
        painter.drawEllipse(self._on_screen(self.points[number]), radius, radius)

    def _paint_lens(self, painter: QPainter, number: int) -> None:
        """What lies under the held point, three times as large, in the corner that is farthest from it."""
        point, side = self._on_screen(self.points[number]), self._theme.em(9)
        room = self.viewport().rect()
        gap = self._theme.em(0.5)
        left = gap if point.x() > room.width() / 2 else room.width() - side - gap
        lens = QRectF(left, gap, side, side)
        place = self._place()
        scale = self._pixmap.width() / place.width()
        seen = side * scale / 3
        centre = (point - place.topLeft()) * scale
        painter.fillRect(lens, self._theme.colour("sunken"))
        corner = centre - QPointF(seen / 2, seen / 2)
        painter.drawPixmap(lens, self._pixmap, QRectF(corner, QSizeF(seen, seen)))
        painter.setPen(QPen(self._theme.colour("accent"), self._theme.em(0.14)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(lens)
        middle, arm = lens.center(), QPointF(side / 2, 0)
        painter.setPen(QPen(self._theme.colour("accent"), 1))
        painter.drawLine(middle - arm, middle + arm)
        painter.drawLine(middle - arm.transposed(), middle + arm.transposed())

    def _choose(self, number: int) -> None:
        self.chosen = number
        self._describe()

    def _describe(self) -> None:
        """Say for reading aloud which point the keys move, and where it is."""
        names = (
            self.tr("Upper left corner"),
            self.tr("Upper right corner"),
            self.tr("Lower right corner"),
            self.tr("Lower left corner"),
        )
        x, y = self.points[self.chosen]
        place = self.tr("{corner}: {across} from the left, {down} from the top")
        text = place.format(corner=names[self.chosen], across=f"{x:.1%}", down=f"{y:.1%}")
        self.setAccessibleDescription("" if self._shape is Shape.NONE else text)
        self.viewport().update()

    def _move(self, number: int, to: Point) -> None:
        self.points = with_point(self._shape, self.points, number, to)
        self._describe()

    def _draw_frame(self, begun: Point, to: Point) -> None:
        box = (min(begun[0], to[0]), min(begun[1], to[1]), max(begun[0], to[0]), max(begun[1], to[1]))
        if has_room(box):
            self.points = points_of(box)
            self.viewport().update()

    def _near(self, position: QPointF) -> int | None:
        """The point under the mouse, the nearest one where there are several."""
        ways = [(position - self._on_screen(point)).manhattanLength() for point in self.points]
        distance, number = min((way, number) for number, way in enumerate(ways))
        return number if distance <= self._theme.em(1.8) else None

    def _on_screen(self, point: Point) -> QPointF:
        place = self._place()
        return QPointF(place.left() + point[0] * place.width(), place.top() + point[1] * place.height())

    def _fraction(self, position: QPointF) -> Point:
        place = self._place()
        if place.isEmpty():
            return 0.0, 0.0
        x = (position.x() - place.left()) / place.width()
        y = (position.y() - place.top()) / place.height()
        return min(1.0, max(0.0, x)), min(1.0, max(0.0, y))
