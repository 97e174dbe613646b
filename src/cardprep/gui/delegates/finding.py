"""Draws one finding: icon and place in the first line, the sentence beneath, as many lines as it takes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cardprep.case.finding import Severity
from cardprep.gui.models.findings import FindingRole
from cardprep.gui.theme import Theme

ICONS = {
    Severity.BLOCK: ("error-circle-filled", "block"),
    Severity.WARN: ("warning-filled", "warn"),
    Severity.INFO: ("info-filled", "info"),
}
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class _Parts:
    icon: QRect
    place: QRect
    message: QRect
    height: int


class FindingDelegate(QStyledItemDelegate):
    """For a list of findings that is as wide as its view."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._bold = QFont(theme.font)
        self._bold.setBold(True)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = self._view.viewport().width()
        return QSize(width, self._parts(QRect(0, 0, width, 0), index).height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        parts = self._parts(rect, index)
        painter.save()
        self._paint_ground(painter, rect, state)
        icon, colour = ICONS[index.data(FindingRole.FINDING).severity]
        painter.drawPixmap(parts.icon.topLeft(), self._theme.pixmap(icon, colour))
        painter.setPen(self._theme.colour("text"))
        painter.setFont(self._bold)
        painter.drawText(parts.place, _WRAP, index.data(FindingRole.PLACE))
        painter.setFont(self._theme.font)
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(parts.message, _WRAP, index.data(FindingRole.MESSAGE))
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        if not (selected or hovered):
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if selected and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._theme.colour("accent"))
        painter.setBrush(self._theme.colour("accent_soft" if selected else "hover"))
        painter.drawRoundedRect(rect.adjusted(1, 1, -2, -2), self._theme.em(0.4), self._theme.em(0.4))

    def _parts(self, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> _Parts:
        em = self._theme.em
        side, pad = em(1.25), em(0.6)
        left = rect.left() + pad + side + em(0.5)
        width = max(em(4), rect.right() - left - pad)
        top = rect.top() + pad
        place = _wrapped(self._bold, index.data(FindingRole.PLACE), left, top, width)
        below = place.bottom() + 1 + em(0.1)
        message = _wrapped(self._theme.font, index.data(FindingRole.MESSAGE), left, below, width)
        height = message.bottom() + 1 + pad - rect.top()
        return _Parts(QRect(rect.left() + pad, top + em(0.1), side, side), place, message, height)


def _wrapped(font: QFont, text: str, left: int, top: int, width: int) -> QRect:
    """The room that `text` takes when it is broken at `width`."""
    taken = QFontMetrics(font).boundingRect(QRect(0, 0, width, 10_000), int(_WRAP), text)
    return QRect(left, top, width, taken.height())
