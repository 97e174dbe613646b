"""Icons from `resources/icons/*.svg` in the colours of the look, drawn when they are needed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from cardprep.host.resources import read_text

# WORKAROUND (PySide 6.11): where an icon and its engine are garbage of one cycle, the collector may take the
# engine apart first, and the icon then frees it once more: a crash. What is reachable is left alone.
_REACHABLE: Final[list[QIconEngine]] = []


class SvgIconEngine(QIconEngine):
    """Draws one icon in one colour, or in the faint one where its button is disabled."""

    def __init__(self, name: str, colour: str, faint: str) -> None:
        super().__init__()
        _REACHABLE.append(self)
        self._name = name
        self._colour = colour
        self._faint = faint

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        colour = self._faint if mode is QIcon.Mode.Disabled else self._colour
        side = min(rect.width(), rect.height())
        square = QRectF(0, 0, side, side)
        square.moveCenter(QRectF(rect).center())
        QSvgRenderer(QByteArray(_recoloured(self._name, colour))).render(painter, square)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return SvgIconEngine(self._name, self._colour, self._faint)


def _recoloured(name: str, colour: str) -> bytes:
    """Fluent's icons name no colour and take that of the root; the program's own icon keeps its own."""
    return read_text(f"icons/{name}.svg").replace("<svg ", f'<svg fill="{colour}" ', 1).encode()
