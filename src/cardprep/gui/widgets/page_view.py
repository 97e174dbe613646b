"""A file in full size: pages, zoom, turning, and the questions about it at its side."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cardprep.app.session import Change
from cardprep.case import edits, slots
from cardprep.case.model import Attachment
from cardprep.errors import CardprepError
from cardprep.gui.context import Context
from cardprep.gui.previews import PageKey
from cardprep.gui.theme import set_role
from cardprep.gui.widgets.asked import asked_elements
from cardprep.gui.widgets.attest_panel import AttestPanel
from cardprep.gui.widgets.message import Message, error_line
from cardprep.gui.widgets.page_canvas import PageCanvas
from cardprep.gui.widgets.slot_lines import slot_lines

LONGEST_SIDE = 3600


class PageView(QDialog):
    """Looks at one attachment. Keys: + − 0 1, R turns, Page Up and Down, Esc closes."""

    def __init__(self, context: Context, slot: slots.Slot, file: str, index: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("page-view")
        self.setWindowTitle(self.tr("Full size: {file}").format(file=file.rsplit("/", 1)[-1]))
        self._context = context
        self._slot = slot
        self._file = file
        self._page = 0
        self._key: PageKey | None = None
        self._canvas = PageCanvas(context.theme)
        self._canvas.setAccessibleName(self.tr("Page"))
        self._canvas.zoomed.connect(self._show_zoom)
        self._zoom_label = QLabel()
        self._zoom_label.setMinimumWidth(context.theme.em(3.6))
        self._zoom_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._page_label = QLabel()
        self._message = Message(context.theme)
        asked = asked_elements(context.session, slot)
        self._panel = AttestPanel(context, slot, file, index, asked, narrow=True)
        self._build()
        context.files.previews.ready.connect(self._on_ready)
        context.files.previews.failed.connect(self._on_failed)
        self.destroyed.connect(context.session.subscribe(self._on_change))
        room = parent.window().size()
        self.resize(
            max(room.width() * 9 // 10, context.theme.em(50)),
            max(room.height() * 9 // 10, context.theme.em(36)),
        )
        self._canvas.setFocus()
        self._say()
        self._show_page()

    @property
    def attachment(self) -> Attachment | None:
        """The file looked at, as the case has it now; None when it was taken out."""
        files = self._context.session.case.in_slot(self._slot)
        return next((a for a in files if a.file == self._file), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        actions: dict[int, Callable[[], object]] = {
            Qt.Key.Key_Plus: partial(self._canvas.step, 1),
            Qt.Key.Key_Equal: partial(self._canvas.step, 1),
            Qt.Key.Key_Minus: partial(self._canvas.step, -1),
            Qt.Key.Key_0: self._canvas.fit,
            Qt.Key.Key_1: partial(self._canvas.set_zoom, 1.0),
            Qt.Key.Key_R: self._turn,
            Qt.Key.Key_PageDown: partial(self._go, 1),
            Qt.Key.Key_PageUp: partial(self._go, -1),
        }
        action = actions.get(event.key())
        if action is None:
            super().keyPressEvent(event)
        else:
            action()

    def _build(self) -> None:
        theme = self._context.theme
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.em(1), theme.em(0.8), theme.em(1), theme.em(1))
        outer.setSpacing(theme.em(0.8))
        outer.addLayout(self._bar())
        row = QHBoxLayout()
        row.setSpacing(theme.em(1))
        row.addWidget(self._canvas, 1)
        row.addWidget(self._side())
        outer.addWidget(self._message)
        outer.addLayout(row, 1)

    def _side(self) -> QScrollArea:
        theme = self._context.theme
        card = QFrame()
        set_role(card, "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(theme.em(1.2), theme.em(1), theme.em(1.2), theme.em(1))
        heading = QLabel(self.tr("What do you see on this paper?"))
        heading.setWordWrap(True)
        set_role(heading, "section")
        column.addWidget(heading)
        column.addWidget(self._panel)
        column.addStretch(1)
        side = QScrollArea()
        side.setWidgetResizable(True)
        side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        side.setWidget(card)
        side.setFixedWidth(max(theme.em(24), card.minimumSizeHint().width() + theme.em(1)))
        return side

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setSpacing(self._context.theme.em(0.4))
        self._before = self._tool(
            "page-before", "chevron-left", self.tr("Previous page (Page Up)"), partial(self._go, -1)
        )
        self._after = self._tool(
            "page-after", "chevron-right", self.tr("Next page (Page Down)"), partial(self._go, 1)
        )
        zoom_out = self._tool("zoom-out", "zoom-out", self.tr("Smaller (−)"), partial(self._canvas.step, -1))
        zoom_in = self._tool("zoom-in", "zoom-in", self.tr("Larger (+)"), partial(self._canvas.step, 1))
        fit = self._tool("zoom-fit", "zoom-fit", self.tr("Whole page (0)"), self._canvas.fit)
        full = self._tool("zoom-full", "", self.tr("Full size (1)"), partial(self._canvas.set_zoom, 1.0))
        full.setText("1:1")
        turn = self._tool("turn", "arrow-rotate-clockwise", self.tr("Turn clockwise (R)"), self._turn)
        for widget in (self._before, self._page_label, self._after):
            bar.addWidget(widget)
        bar.addStretch(1)
        for widget in (zoom_out, self._zoom_label, zoom_in, fit, full, turn):
            bar.addWidget(widget)
        bar.addStretch(1)
        bar.addWidget(self._tool("close-view", "dismiss", self.tr("Close (Esc)"), self.close))
        return bar

    def _tool(self, name: str, icon: str, text: str, run: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setAccessibleName(text)
        button.setToolTip(text)
        if icon:
            button.setIcon(self._context.theme.icon(icon))
        set_role(button, "tool")
        button.clicked.connect(run)
        return button

    def _page_count(self) -> int:
        facts = self._context.session.facts.get(self._file)
        return len(facts.pages) if facts is not None else 0

    @Slot()
    def _show_page(self) -> None:
        attachment, count = self.attachment, self._page_count()
        if attachment is None:
            self.close()
            return
        self._page = min(self._page, max(count - 1, 0))
        self._page_label.setText(self.tr("Page {page} of {count}").format(page=self._page + 1, count=count))
        self._before.setEnabled(self._page > 0)
        self._after.setEnabled(self._page + 1 < count)
        found = self._context.files.picture(attachment, self._page, LONGEST_SIDE)
        self._key, image = found if found is not None else (None, None)
        self._show_picture(image)

    def _show_picture(self, image: QImage | None) -> None:
        facts, attachment = self._context.session.facts.get(self._file), self.attachment
        if facts is None or not facts.pages or attachment is None:
            self._canvas.show_picture(None, 0, 0)
            return
        page = facts.pages[self._page]
        turned = attachment.turn % 180 == 90
        width, height = (page.height, page.width) if turned else (page.width, page.height)
        self._canvas.show_picture(image, width, height)

    def _go(self, by: int) -> None:
        if 0 <= self._page + by < self._page_count():
            self._page += by
            self._canvas.fit()
            self._show_page()

    def _turn(self) -> None:
        edit = partial(edits.turn_file, slot=self._slot, file=self._file)
        self._context.session.apply(edit, where=str(self._slot), initiator=self)

    def _on_change(self, change: Change) -> None:
        self._panel.refresh()
        self._say()
        self._show_page()

    def _say(self) -> None:
        lines = slot_lines(self._context, self._slot, is_revealed=False)
        self._panel.say(lines.of_question[self._file])

    @Slot(object, QImage)
    def _on_ready(self, key: PageKey, image: QImage) -> None:
        if key == self._key:
            self._message.say(())
            self._show_picture(image)

    @Slot(object, object)
    def _on_failed(self, key: PageKey, error: CardprepError) -> None:
        if key == self._key:
            self._message.say((error_line(self._context, error),))

    def _show_zoom(self, zoom: float) -> None:
        self._zoom_label.setText(f"{zoom:.0%}")
