"""The bar over an open case: whose it is, whether it is saved, undo and redo, and the menu."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from cardprep.gui.theme import Theme, set_role
from cardprep.gui.widgets.kind_button import KindButton


class TopBar(QFrame):
    """A row: home, title and kind on the left; what was put in by `add_*` on the right, in that order."""

    def __init__(self, theme: Theme, home: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        set_role(self, "bar")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.em(0.8), theme.em(0.5), theme.em(0.8), theme.em(0.5))
        self._row.setSpacing(theme.em(0.4))
        self.title, self.kind = _Elided(), KindButton(theme)
        self.title.setObjectName("case-title")
        set_role(self.title, "section")
        self.add_action(home)
        self._row.addWidget(self.title, 1)
        self._row.addWidget(self.kind)
        self._row.addSpacing(theme.em(0.5))

    def add_widget(self, widget: QWidget) -> None:
        """Put a widget at the end."""
        self._row.addWidget(widget)

    def add_action(self, action: QAction, with_text: bool = False) -> QToolButton:
        """Put a button for the action at the end; its name is the action's."""
        button = QToolButton()
        button.setObjectName(action.objectName())
        button.setDefaultAction(action)
        button.setAccessibleName(action.text())
        style = Qt.ToolButtonStyle
        button.setToolButtonStyle(style.ToolButtonTextBesideIcon if with_text else style.ToolButtonIconOnly)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_role(button, "tool")
        self._row.addWidget(button)
        return button

    def add_menu(self, name: str, text: str, icon: str, menu: QMenu) -> None:
        """Put a button that opens the menu at the end."""
        button = QToolButton()
        button.setObjectName(name)
        button.setIcon(self._theme.icon(icon))
        button.setAccessibleName(text)
        button.setToolTip(text)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setMenu(menu)
        set_role(button, "tool")
        self._row.addWidget(button)


class _Elided(QLabel):
    """A title that gives way: what does not fit is shown as … and in the tool tip."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        self._whole = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self._elide()

    def resizeEvent(self, event: object) -> None:
        self._elide()

    def _elide(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        if shown != self.text():
            super().setText(shown)
