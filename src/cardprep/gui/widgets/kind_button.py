"""The kind of the application in the bar, and a way to change it (APP-1)."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from cardprep.case.model import Kind
from cardprep.gui.theme import Theme, set_role


class KindButton(QToolButton):
    """Shows the kind; its menu offers both.

    Signals:
        chosen: a `Kind`.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("kind")
        self.setIcon(theme.icon("chevron-down", "muted"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(self.tr("Kind of application"))
        set_role(self, "tool")
        self._names = {
            Kind.NEW_ENTRANT: self.tr("New entrant"),
            Kind.ADDITIONAL_OPERATORS: self.tr("Additional operators"),
        }
        menu = QMenu(self)
        menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        for kind, name in self._names.items():
            action = menu.addAction(name)
            action.setObjectName(f"kind:{kind.value}")
            action.triggered.connect(partial(self.chosen.emit, kind))
        self.setMenu(menu)

    def show_kind(self, kind: Kind | None) -> None:
        """Show what is chosen."""
        name = self._names[kind] if kind is not None else self.tr("Choose the kind of application")
        self.setText(name)
        self.setAccessibleName(name)
