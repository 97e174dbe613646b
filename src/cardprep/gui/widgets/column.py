"""The one column in the middle of the window: scrolls, keeps its width readable, follows the focus."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QHBoxLayout, QScrollArea, QWidget

from cardprep.gui.theme import Theme, set_role
from cardprep.gui.widgets.tab_order import reachable


class PageColumn(QScrollArea):
    """Holds one page. A field that gets the focus is scrolled into view."""

    _messages_change = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._anchor: QWidget | None = None
        self._anchored_at = 0
        self._messages_change.connect(self._restore_anchor, Qt.ConnectionType.QueuedConnection)
        self._to_reveal: QWidget | None = None
        # Not at once: what has just been added has no place yet.
        self._settled = QTimer(self, singleShot=True, interval=0)
        self._settled.timeout.connect(self._on_settled)

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

    def hold_still(self) -> None:
        """Messages are about to change: what has the focus is to stay where it is on the screen."""
        held, focused = self.widget(), QApplication.focusWidget()
        if self._anchor is None and held is not None and focused is not None and held.isAncestorOf(focused):
            _lay_out()
            self._anchor, self._anchored_at = focused, focused.mapTo(held, QPoint()).y()
            self._messages_change.emit()

    @Slot()
    def _restore_anchor(self) -> None:
        held, anchor, self._anchor = self.widget(), self._anchor, None
        if held is None or anchor is None or anchor is not QApplication.focusWidget():
            return
        _lay_out()
        if held.isAncestorOf(anchor):
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + anchor.mapTo(held, QPoint()).y() - self._anchored_at)

    def go_to_top(self) -> None:
        """Scroll back to the heading."""
        self.verticalScrollBar().setValue(0)

    @property
    def has_focus(self) -> bool:
        """Whether the keyboard is on the page."""
        held, focused = self.widget(), QApplication.focusWidget()
        return held is not None and focused is not None and held.isAncestorOf(focused)

    def reveal(self, widget: QWidget) -> None:
        """Scroll to the widget of the page as soon as it has its place."""
        self._to_reveal = widget
        self._settled.start()

    def focus_first(self) -> None:
        """Put the focus on the first thing of the page that the keyboard can use."""
        held = self.widget()
        if held is None:
            return
        for widget in reachable(held):
            if widget.isEnabled() and widget.isVisibleTo(held):
                _checked_of(widget).setFocus(Qt.FocusReason.TabFocusReason)
                return

    def _on_settled(self) -> None:
        held, widget = self.widget(), self._to_reveal
        self._to_reveal = None
        if held is not None and widget is not None and held.isAncestorOf(widget):
            self.ensureWidgetVisible(widget, 0, self._theme.em(1))

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        held = self.widget()
        if new is not None and held is not None and held.isAncestorOf(new):
            self.ensureWidgetVisible(new, 0, self._theme.em(4))


def hold_still_around(widget: QWidget) -> None:
    """What is around `widget` is about to become longer or shorter: the focus stays in its place."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, PageColumn):
        above = above.parentWidget()
    if above is not None:
        above.hold_still()


def _lay_out() -> None:
    """Bring every layout up to date now."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


def _checked_of(widget: QWidget) -> QWidget:
    """Among several choices the one that is made, as the Tab key has it."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    checked = group.checkedButton() if group is not None and group.exclusive() else None
    return checked or widget
