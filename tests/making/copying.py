"""What another program puts on the clipboard or drags over: rows, files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget


def as_copied(*rows: Sequence[str]) -> str:
    """Rows as Excel and WPS copy them."""
    return "\n".join("\t".join(row) for row in rows) + "\n"


def copy(text: str) -> None:
    """Put a text on the clipboard."""
    QGuiApplication.clipboard().setText(text)


def drop(target: QWidget, path: Path) -> bool:
    """Drag a file onto the widget and let go; whether the widget, or one around it, takes it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    receiver: QWidget | None = target
    while receiver is not None and not receiver.acceptDrops():
        receiver = receiver.parentWidget()
    if receiver is None:
        return False
    middle, action = QPointF(receiver.rect().center()), Qt.DropAction.CopyAction
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enters = QDragEnterEvent(middle.toPoint(), action, data, button, keys)
    enters.ignore()
    QApplication.sendEvent(receiver, enters)
    if enters.isAccepted():
        QApplication.sendEvent(receiver, QDropEvent(middle, action, data, button, keys, QEvent.Type.Drop))
    return enters.isAccepted()
