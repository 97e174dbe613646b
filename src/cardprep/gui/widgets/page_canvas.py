"""A page that can be zoomed and moved, from a picture that the worker made."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from cardprep.gui.theme import Theme

STEP = 1.25
LEAST, MOST = 0.05, 8.0


class PageCanvas(QAbstractScrollArea):
    """Shows one picture, fitted to the room until the clerk zooms.

    Signals:
        zoomed: pixels of the screen for one pixel of the page.
    """

    zoomed = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pixmap = QPixmap()
        self._page = QSizeF()
        self._zoom = 1.0
        self._fits = True
        self._margin = 0
        self._grabbed: QPoint | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        self.setMinimumSize(theme.em(16), theme.em(16))

    @property
    def zoom(self) -> float:
        """Pixels of the screen for one pixel of the page."""
        return self._zoom

    @property
    def fits(self) -> bool:
        """Whether the page is fitted to the room, as it is until the clerk zooms."""
        return self._fits

    def keep_free(self, margin: int) -> None:
        """Leave that much room around a page that is fitted, for what stands on its edges."""
        self._margin = margin

    def show_picture(self, image: QImage | None, width: int, height: int) -> None:
        """Show a picture of a page that is `width` × `height` pixels (the picture may be smaller)."""
        self._pixmap = QPixmap() if image is None else QPixmap.fromImage(image)
        ratio = self.devicePixelRatioF()
        self._page = QSizeF(width, height) / ratio
        self._lay_out()

    def fit(self) -> None:
        """Show the whole page."""
        self._fits = True
        self._lay_out()

    def set_zoom(self, zoom: float, around: QPointF | None = None) -> None:
        """Zoom so that the point `around` (the middle, if not given) stays where it is."""
        centre = QPointF(self.viewport().rect().center()) if around is None else around
        before = self._zoom
        offset = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        self._fits = False
        self._zoom = min(max(zoom, LEAST), MOST)
        self._lay_out()
        moved = (offset + centre) * (self._zoom / before) - centre
        self.horizontalScrollBar().setValue(round(moved.x()))
        self.verticalScrollBar().setValue(round(moved.y()))

    def step(self, by: int) -> None:
        """Zoom in (+1) or out (-1) by a step."""
        self.set_zoom(self._zoom * STEP**by)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turns = event.angleDelta().y() / 120
        if turns:
            self.set_zoom(self._zoom * STEP**turns, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._grabbed = event.position().toPoint()
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is not None:
            moved = event.position().toPoint() - self._grabbed
            self._grabbed = event.position().toPoint()
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - moved.x())
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - moved.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grabbed = None
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._theme.colour("sunken"))
        if self._pixmap.isNull():
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(self._place(), self._pixmap, QRectF(self._pixmap.rect()))

    def _place(self) -> QRectF:
        shown, room = self._page * self._zoom, self.viewport().size()
        left = max((room.width() - shown.width()) / 2, 0.0) - self.horizontalScrollBar().value()
        top = max((room.height() - shown.height()) / 2, 0.0) - self.verticalScrollBar().value()
        return QRectF(QPointF(left, top), shown)

    def _lay_out(self) -> None:
        room = self.viewport().size()
        if self._fits and not self._page.isEmpty():
            width, height = (max(1, side - 2 * self._margin) for side in room.toTuple())
            self._zoom = min(width / self._page.width(), height / self._page.height(), 1.0)
        shown = self._page * self._zoom
        for bar, length, seen in (
            (self.horizontalScrollBar(), shown.width(), room.width()),
            (self.verticalScrollBar(), shown.height(), room.height()),
        ):
            bar.setRange(0, max(0, round(length) - seen))
            bar.setPageStep(seen)
            bar.setSingleStep(self._theme.em(2))
        self.zoomed.emit(self._zoom)
        self.viewport().update()
