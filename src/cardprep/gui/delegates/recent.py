"""Draws one recent application: the firm, and beneath it kind, day and state."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cardprep.gui.models.recent import RecentRole
from cardprep.gui.theme import Theme


class RecentDelegate(QStyledItemDelegate):
    """Two lines a row; what is too long ends in an ellipsis."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._line = QFontMetrics(theme.font).height()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self._theme.em(10), self._line * 2 + self._theme.em(1.1))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        em = self._theme.em
        painter.save()
        self._paint_ground(painter, rect, state)
        painter.drawPixmap(
            rect.left() + em(0.7), rect.center().y() - em(0.75), self._theme.pixmap("folder", "accent", 1.5)
        )
        left = rect.left() + em(2.9)
        line = QRect(left, rect.top() + em(0.5), rect.right() - left - em(0.7), self._line)
        for role, token in ((Qt.ItemDataRole.DisplayRole, "text"), (RecentRole.DETAIL, "muted")):
            painter.setPen(self._theme.colour(token))
            text = painter.fontMetrics().elidedText(
                index.data(role), Qt.TextElideMode.ElideRight, line.width()
            )
            painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), text)
            line.translate(0, self._line + em(0.1))
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        if not (focused or state & QStyle.StateFlag.State_MouseOver):
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.colour("accent") if focused else Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent_soft" if focused else "hover"))
        painter.drawRoundedRect(rect.adjusted(1, 1, -2, -2), self._theme.em(0.4), self._theme.em(0.4))
