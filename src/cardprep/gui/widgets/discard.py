"""Taking a widget away for good."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget


def discard(widget: QWidget) -> None:
    """Take the widget out of the window now, so that nothing finds it there; it is destroyed soon.

    Without a parent it belongs to Python, which would destroy it at once, even in the midst of a click
    inside it. The connection keeps it until Qt has destroyed it.
    """
    widget.hide()
    widget.destroyed.connect(partial(_let_go, widget))
    widget.setParent(None)
    widget.deleteLater()


def _let_go(_widget: QWidget) -> None:
    """The widget is gone; nothing is left to do."""
