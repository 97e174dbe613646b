"""The one main window: it holds the screen that is shown, and asks before it closes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRect, QSize, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QStyle, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from cardprep.gui.screen import Screen
    from cardprep.gui.theme import Theme

LEAST_EM = (72.0, 46.0)
FIRST_EM = (100.0, 62.0)
EM_OF_HEIGHT = 0.85


class MainWindow(QWidget):
    """The frame on the desktop.

    Signals:
        path_dropped: a folder or file was dropped where no slot takes it.
        painted: the window stands on the screen for the first time.

    Attributes:
        screen_shown: the screen that is shown.
        may_close: asked when the window is to close; False keeps it open.
    """

    path_dropped = Signal(object)
    painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setAcceptDrops(True)
        self.may_close: Callable[[], bool] = lambda: True
        self.screen_shown: Screen | None = None
        self._stage: QWidget | None = None
        self._was_painted = False
        self._least = QSize(0, 0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_screen(self, stage: QWidget, screen: Screen, theme: Theme) -> None:
        """Show `screen` on its `stage`, which owns its commands, in place of the former one."""
        former, self._stage = self._stage, stage
        if self.screen_shown is not None:
            self.screen_shown.leave()
        self.screen_shown = screen
        column = QVBoxLayout(stage)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(screen)
        if former is not None:
            self._column.removeWidget(former)
            former.hide()
            former.deleteLater()
        self._column.addWidget(stage)
        self.setWindowTitle(self.tr("cardprep – E-Port card applications"))
        self._least = QSize(*(theme.em(units) for units in LEAST_EM))
        self._bound()
        self._fit()

    def restore(self, remembered: str, ground: str) -> None:
        """Take the place and size of the last time, else a sensible one, on ground of that colour."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, ground)
        self.setPalette(palette)
        if not (
            remembered and self.restoreGeometry(QByteArray.fromBase64(remembered.encode("ascii", "ignore")))
        ):
            em = self.fontMetrics().height() * EM_OF_HEIGHT
            wide, high = (round(units * em) for units in FIRST_EM)
            self.resize(QSize(wide, high).boundedTo(self._room().size()))
        self._bound()

    def remembered(self) -> str:
        """Place and size, in letters."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.may_close():
            event.accept()
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        shown = self.screen_shown
        if shown is not None and shown.takes_cases and event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        local = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if local:
            event.acceptProposedAction()
            self.path_dropped.emit(Path(local[0]))

    def _room(self) -> QRect:
        """What of the screen the window may take, its frame left out."""
        return room_within(self.screen().availableGeometry(), self._title_height())

    def _title_height(self) -> int:
        frame = self.geometry().top() - self.frameGeometry().top()
        return frame or self.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)

    def _bound(self) -> None:
        """Keep every edge of the window on the screen, whatever it asks for or was the last time."""
        room = self._room()
        self.setMinimumSize(self._least.boundedTo(room.size()))
        if not self.isMaximized() and not self.isFullScreen():
            self.setGeometry(moved_into(self.geometry(), room))

    def _fit(self) -> None:
        if self.screen_shown is not None:
            self.screen_shown.fit_width(self.width())


def room_within(available: QRect, title: int) -> QRect:
    """The part of a screen that is left for a window beneath its title of that height."""
    return available.adjusted(0, title, 0, 0)


def moved_into(frame: QRect, room: QRect) -> QRect:
    """The frame, made smaller and moved as far as it must be to lie within `room`."""
    size = frame.size().boundedTo(room.size())
    left = min(max(frame.left(), room.left()), room.right() + 1 - size.width())
    top = min(max(frame.top(), room.top()), room.bottom() + 1 - size.height())
    return QRect(left, top, size.width(), size.height())
