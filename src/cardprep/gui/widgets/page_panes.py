"""Before and after, side by side: one zoom for both, and both look at the same place."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollBar, QToolButton, QVBoxLayout, QWidget

from cardprep.gui.theme import Theme, set_role
from cardprep.gui.widgets.mark_canvas import MarkCanvas
from cardprep.gui.widgets.page_canvas import PageCanvas

BEFORE, AFTER = "before", "after"


class PagePanes(QWidget):
    """Shows a page before and after its steps; the points to move are on the left one.

    Attributes:
        before: the canvas that can be marked.
        after: the canvas with the result.
    """

    zoom_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._following = False
        self.before = MarkCanvas(theme)
        self.after = PageCanvas(theme)
        self._zoom = QLabel()
        self._headings = {BEFORE: QLabel(), AFTER: QLabel(self.tr("After"))}
        self._waits = {BEFORE: QLabel(self.tr("sharpening …")), AFTER: QLabel(self.tr("sharpening …"))}
        self._build()
        for bar in ("horizontalScrollBar", "verticalScrollBar"):
            one, other = getattr(self.before, bar)(), getattr(self.after, bar)()
            one.valueChanged.connect(partial(self._follow, one, other))
            other.valueChanged.connect(partial(self._follow, other, one))
        self.before.zoomed.connect(self._on_before_zoomed)
        self.after.zoomed.connect(self._on_after_zoomed)

    @property
    def canvases(self) -> dict[str, PageCanvas]:
        """Both canvases by their names."""
        return {BEFORE: self.before, AFTER: self.after}

    def name_before(self, text: str) -> None:
        """Say what the left picture is."""
        self._headings[BEFORE].setText(text)
        self.before.setAccessibleName(text)

    def show_picture(self, pane: str, image: QImage | None, page: tuple[int, int], is_sharp: bool) -> None:
        """Show a picture of a page of that many pixels, and whether a finer one is coming."""
        self.canvases[pane].show_picture(image, *page)
        self._waits[pane].setVisible(not is_sharp)

    @Slot()
    def fit(self) -> None:
        """Show both pages whole."""
        for canvas in self.canvases.values():
            canvas.fit()
        self.zoom_changed.emit()

    def set_zoom(self, zoom: float) -> None:
        """Show both at this many screen pixels for one of the page."""
        self.after.set_zoom(zoom)
        self.zoom_changed.emit()

    def step(self, by: int) -> None:
        """Zoom both in or out by a step."""
        self.after.step(by)
        self.zoom_changed.emit()

    def _build(self) -> None:
        theme = self._theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.em(0.4))
        column.addLayout(self._bar())
        row = QHBoxLayout()
        row.setSpacing(theme.em(0.6))
        for pane, canvas in self.canvases.items():
            canvas.setObjectName(f"pane:{pane}")
            canvas.keep_free(theme.em(0.9))
            row.addLayout(self._pane(pane, canvas), 1)
        column.addLayout(row, 1)
        self.after.setAccessibleName(self.tr("After"))
        self.after.setMinimumSize(theme.em(12), theme.em(12))
        self.before.setMinimumSize(theme.em(12), theme.em(12))

    def _pane(self, pane: str, canvas: PageCanvas) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self._theme.em(0.3))
        heading = QHBoxLayout()
        set_role(self._headings[pane], "label")
        self._headings[pane].setWordWrap(True)
        set_role(self._waits[pane], "hint")
        heading.addWidget(self._headings[pane], 1)
        heading.addWidget(self._waits[pane], 0, Qt.AlignmentFlag.AlignBottom)
        self._headings[pane].setMinimumHeight(self._headings[pane].fontMetrics().lineSpacing())
        column.addLayout(heading)
        column.addWidget(canvas, 1)
        return column

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setSpacing(self._theme.em(0.3))
        self._zoom.setMinimumWidth(self._theme.em(3.6))
        self._zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        bar.addStretch(1)
        bar.addWidget(self._tool("zoom-out", "zoom-out", self.tr("Smaller (−)")))
        bar.addWidget(self._zoom)
        bar.addWidget(self._tool("zoom-in", "zoom-in", self.tr("Larger (+)")))
        bar.addWidget(self._tool("zoom-fit", "zoom-fit", self.tr("Whole page (0)")))
        bar.addWidget(self._tool("zoom-full", "", self.tr("Full size (1)")))
        bar.addStretch(1)
        return bar

    def _tool(self, name: str, icon: str, text: str) -> QToolButton:
        runs = {
            "zoom-out": partial(self.step, -1),
            "zoom-in": partial(self.step, 1),
            "zoom-fit": self.fit,
            "zoom-full": partial(self.set_zoom, 1.0),
        }
        button = QToolButton()
        button.setObjectName(name)
        button.setAccessibleName(text)
        button.setToolTip(text)
        if icon:
            button.setIcon(self._theme.icon(icon))
        else:
            button.setText("1:1")
        set_role(button, "tool")
        button.clicked.connect(runs[name])
        return button

    def _follow(self, bar: QScrollBar, other: QScrollBar, value: int) -> None:
        if self._following or not bar.maximum():
            return
        self._following = True
        other.setValue(round(value / bar.maximum() * other.maximum()))
        self._following = False

    @Slot(float)
    def _on_before_zoomed(self, zoom: float) -> None:
        self._share(self.before, self.after, zoom)

    @Slot(float)
    def _on_after_zoomed(self, zoom: float) -> None:
        self._zoom.setText(f"{zoom:.0%}")
        self._share(self.after, self.before, zoom)

    def _share(self, canvas: PageCanvas, other: PageCanvas, zoom: float) -> None:
        """A zoom that the clerk chose holds for both; a page that fits its room fits it by itself."""
        if self._following or canvas.fits:
            return
        self._following = True
        other.set_zoom(zoom)
        self._following = False
