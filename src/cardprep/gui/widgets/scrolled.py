"""A column that scrolls when the screen is too low for it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from cardprep.gui.theme import Theme


def scrolled(theme: Theme, *widgets: QWidget) -> QScrollArea:
    """The widgets below each other, as wide as there is room."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, theme.em(0.4), 0)
    column.setSpacing(theme.em(1))
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(page)
    return area
