"""Text editors that leave undo and redo to the window, whose history covers every edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QWidget

from cardprep.case.reading import MOST_TEXT

_EXPORT = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_E)


def _is_of_window(event: QEvent) -> bool:
    """Undo and redo, and Ctrl+E: on X11 an editor takes it for the end of the line, and not to export."""
    return isinstance(event, QKeyEvent) and (
        event.matches(QKeySequence.StandardKey.Undo)
        or event.matches(QKeySequence.StandardKey.Redo)
        or event.keyCombination() == _EXPORT
    )


def _without_history(menu: QMenu, owner: QWidget) -> QMenu:
    """The editor's own menu without its undo and redo and the line below them."""
    for action in menu.actions():
        if action.objectName() in ("edit-undo", "edit-redo"):
            menu.removeAction(action)
    first = menu.actions()[0] if menu.actions() else None
    if first is not None and first.isSeparator():
        menu.removeAction(first)
    menu.setParent(owner, menu.windowFlags())
    return menu


def _open_menu(menu: QMenu, event: QContextMenuEvent) -> None:
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(event.globalPos())


if TYPE_CHECKING:
    _Editor = QWidget
else:
    _Editor = object


class _LeavesToWindow(_Editor):
    """What both editors leave to the window; stands before Qt's class in theirs.

    Signals:
        left: the focus went elsewhere (not into the editor's own menu).
    """

    if TYPE_CHECKING:
        left: SignalInstance
        createStandardContextMenu: Any  # each editor's own, with its own overloads

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and _is_of_window(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_of_window(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        _open_menu(self.context_menu(), event)

    def context_menu(self) -> QMenu:
        """Cut, copy, paste …, but not the editor's own undo."""
        return _without_history(self.createStandardContextMenu(), self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class LineEdit(_LeavesToWindow, QLineEdit):
    """One line.

    Signals:
        left: the focus went elsewhere (not into the editor's own menu).
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(MOST_TEXT)

    def show_text(self, text: str) -> None:
        """Show another text; the cursor stays where it is when nothing changes."""
        if self.text() != text:
            self.setText(text)


class TextEdit(_LeavesToWindow, QPlainTextEdit):
    """Several lines; Tab goes on to the next field.

    Signals:
        left: the focus went elsewhere (not into the editor's own menu).
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.textChanged.connect(self._keep_within)

    @Slot()
    def _keep_within(self) -> None:
        """Refuse what is longer than a case can hold, as a line does."""
        text = self.toPlainText()
        if len(text) > MOST_TEXT:
            place = min(self.textCursor().position(), MOST_TEXT)
            self.setPlainText(text[:MOST_TEXT])
            cursor = self.textCursor()
            cursor.setPosition(place)
            self.setTextCursor(cursor)

    def show_text(self, text: str) -> None:
        """Show another text; the cursor stays where it is when nothing changes."""
        if self.toPlainText() != text:
            self.setPlainText(text)
