"""What is done to layouts in more than one place."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout


def take_all_out(column: QBoxLayout) -> None:
    """Take every widget out of the column and destroy it; it is invisible at once."""
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
