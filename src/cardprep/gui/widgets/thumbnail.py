"""A small picture of a page that opens the large one."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QWidget

from cardprep.gui.theme import Theme


class Thumbnail(QAbstractButton):
    """Shows the first page; a click or Enter looks at it in full size.

    Signals:
        remove_asked: Delete was pressed.
        turn_asked: R was pressed.
    """

    remove_asked = Signal()
    turn_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture = QPixmap()
        self._placeholder = theme.pixmap("document", "muted", 2.5)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def side(self) -> int:
        """The longest side of the picture to ask for, in the pixels of the screen."""
        return round(self.sizeHint().height() * self.devicePixelRatioF())

    def sizeHint(self) -> QSize:
        return QSize(self._theme.em(10.5), self._theme.em(14))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def show_picture(self, image: QImage | None) -> None:
        """Show the page, or that there is no picture (yet)."""
        self._picture = QPixmap() if image is None else QPixmap.fromImage(image)
        self.update()

    def show_icon(self, name: str, colour: str = "muted") -> None:
        """Show an icon where there is no picture."""
        self._placeholder = self._theme.pixmap(name, colour, 2.5)
        self.show_picture(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_asked.emit()
        elif event.key() == Qt.Key.Key_R and not event.modifiers():
            self.turn_asked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_frame(painter)
        picture = self._placeholder if self._picture.isNull() else self._picture
        painter.drawPixmap(self._place(picture), picture)

    def _paint_frame(self, painter: QPainter) -> None:
        marked = self.hasFocus() or self.underMouse()
        width = 2 if self.hasFocus() else 1
        painter.setPen(QPen(self._theme.colour("accent" if marked else "line"), width))
        painter.setBrush(self._theme.colour("sunken"))
        frame = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(frame, self._theme.em(0.35), self._theme.em(0.35))

    def _place(self, picture: QPixmap) -> QRect:
        room = self.rect().adjusted(*(4 * s for s in (1, 1, -1, -1)))
        size = picture.deviceIndependentSize()
        if not self._picture.isNull():
            size.scale(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(0, 0, round(size.width()), round(size.height()))
        place.moveCenter(room.center())
        return place
