"""A page with a panel at its right: beside it where there is room, over it where there is not."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from cardprep.gui.theme import Theme, set_role

PANEL_EM = (20.0, 26.0)
PAGE_SHARE, PANEL_SHARE = 3, 1


class Beside(QWidget):
    """Holds both. The page never becomes narrower than it is without a panel that lies over it.

    Attributes:
        is_over: whether the panel lies over the page.
    """

    def __init__(self, theme: Theme, page: QWidget, panel: QFrame, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_over = False
        self._theme = theme
        self._panel = panel
        self._rule = QFrame()
        set_role(self._rule, "rule-upright")
        set_role(panel, "bar")
        panel.setMinimumWidth(theme.em(PANEL_EM[0]))
        panel.setMaximumWidth(theme.em(PANEL_EM[1]))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(page, PAGE_SHARE)
        self._row.addWidget(self._rule)
        self._row.addWidget(panel, PANEL_SHARE)

    def show_panel(self, shown: bool) -> None:
        """Show or hide the panel."""
        self._panel.setVisible(shown)
        self._rule.setVisible(shown and not self.is_over)
        self._lay_over()

    def set_over(self, over: bool) -> None:
        """Have the panel lie over the page, or stand beside it."""
        if over == self.is_over:
            return
        self.is_over = over
        set_role(self._panel, "over" if over else "bar")
        if over:
            self._row.removeWidget(self._panel)
        else:
            self._row.addWidget(self._panel, PANEL_SHARE)
        self.show_panel(not self._panel.isHidden())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_over()

    def _lay_over(self) -> None:
        if self.is_over:
            width = min(self._theme.em(PANEL_EM[1]), self.width())
            self._panel.setGeometry(self.width() - width, 0, width, self.height())
            self._panel.raise_()
