"""Tab goes through a screen as it is seen: from top to bottom, whatever was made first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QLayoutItem, QScrollArea, QWidget


def order_tabs(root: QWidget) -> None:
    """Put what the keyboard can reach under `root` into the order of its layouts.

    Qt orders by the time of making; what is made later (the questions about a new file) would come last.
    """
    for first, second in pairwise(reachable(root)):
        if first.nextInFocusChain() is not second:
            QWidget.setTabOrder(first, second)


def reachable(widget: QWidget) -> Iterator[QWidget]:
    """What takes the Tab key in `widget`, itself included, in the order of the layouts; hidden ones too."""
    takes_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    if takes_tab and widget.focusProxy() is None:
        yield widget
    if isinstance(widget, QScrollArea):
        held = widget.widget()
        if held is not None:
            yield from reachable(held)
        return
    layout = widget.layout()
    if layout is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for item in _items(layout):
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield from reachable(widget)
        elif inner is not None:
            yield from _in_layout(inner)


def _items(layout: QLayout) -> list[QLayoutItem]:
    """The items as they follow each other; those of a grid row by row."""
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        rows = {place: cast("tuple[int, int, int, int]", layout.getItemPosition(place)) for place in places}
        places.sort(key=lambda place: rows[place])
    items = (layout.itemAt(place) for place in places)
    return [item for item in items if item is not None]
