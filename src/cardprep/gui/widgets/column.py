"""The one column in the middle of the window: scrolls, keeps its width readable, follows the focus."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QWidget

from cardprep.gui.theme import Theme, set_role


class PageColumn(QScrollArea):
    """Holds one page. A field that gets the focus is scrolled into view."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def hold(self, page: QWidget) -> None:
        """Show this page, in the middle, not wider than the column."""
        holder = QWidget()
        set_role(holder, "column")
        row = QHBoxLayout(holder)
        em = self._theme.em
        row.setContentsMargins(em(2), em(1.8), em(2), em(2.5))
        page.setMaximumWidth(self._theme.column_width)
        row.addStretch(1)
        row.addWidget(page, 1000)
        row.addStretch(1)
        self.setWidget(holder)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def go_to_top(self) -> None:
        """Scroll back to the heading."""
        self.verticalScrollBar().setValue(0)

    def focus_first(self) -> None:
        """Put the focus on the first thing of the page that the keyboard can use."""
        held = self.widget()
        widget = held.nextInFocusChain() if held is not None else None
        while held is not None and widget is not None and held.isAncestorOf(widget):
            takes_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
            if takes_tab and widget.isEnabled() and widget.isVisibleTo(held):
                widget.setFocus(Qt.FocusReason.TabFocusReason)
                return
            widget = widget.nextInFocusChain()

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        held = self.widget()
        if new is not None and held is not None and held.isAncestorOf(new):
            self.ensureWidgetVisible(new, 0, self._theme.em(4))
