"""Below the lists: how many there are, and what can be done with those that are selected."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from cardprep.gui.models.records import Tab
from cardprep.gui.theme import Theme, set_role
from cardprep.library.records import Shelf


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that can be done: its name, words, icon, and with how many at once (0: any)."""

    name: str
    text: str
    icon: str
    most: int = 0
    role: str = ""


class SelectionBar(QWidget):
    """Offers what can be done.

    Signals:
        asked: the name of a deed.
    """

    asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count = QLabel()
        self._count.setObjectName("record-count")
        set_role(self._count, "muted")
        self._buttons: list[QPushButton] = []
        self._offered: list[Deed] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.em(0.5))
        self._row.addWidget(self._count, 1)

    def show_count(self, text: str) -> None:
        """Say how many there are."""
        self._count.setText(text)

    def offer(self, tab: Tab, shelf: Shelf, selected: int) -> None:
        """Offer what fits the list and the selection."""
        fitting = self._fitting(tab, shelf, selected)
        if fitting == self._offered:
            return
        self._offered = fitting
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(deed) for deed in fitting]
        for button in self._buttons:
            self._row.addWidget(button)

    def open_menu(self, tab: Tab, shelf: Shelf, selected: int, point: QPoint) -> None:
        """The same as a menu."""
        menu = QMenu(self)
        for deed in self._fitting(tab, shelf, selected):
            action = QAction(self._theme.icon(deed.icon), deed.text, menu)
            action.triggered.connect(partial(self.asked.emit, deed.name))
            menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(point)

    def _fitting(self, tab: Tab, shelf: Shelf, selected: int) -> list[Deed]:
        return [
            deed
            for deed in (*self._own(tab, shelf), *self._shelving(shelf))
            if selected and (not deed.most or selected <= deed.most)
        ]

    def _own(self, tab: Tab, shelf: Shelf) -> Iterable[Deed]:
        if shelf is Shelf.TRASH:
            return ()
        hand_over = Deed("hand-over", self.tr("Hand over…"), "lock-closed")
        deeds = {
            Tab.APPLICATIONS: (Deed("open", self.tr("Open"), "open", 1), hand_over),
            Tab.FIRMS: (
                Deed("open", self.tr("Edit"), "edit", 1),
                Deed("new-for-firm", self.tr("New application"), "document-add", 1),
                Deed("show-applications", self.tr("Its applications"), "folder", 1),
                hand_over,
            ),
            Tab.PEOPLE: (
                Deed("open", self.tr("Edit"), "edit", 1),
                Deed("show-applications", self.tr("Applications"), "folder", 1),
            ),
        }
        return deeds[tab]

    def _shelving(self, shelf: Shelf) -> Iterable[Deed]:
        archive = Deed("archive", self.tr("Archive"), "folder")
        back = Deed("activate", self.tr("Put back"), "arrow-undo")
        delete = Deed("delete", self.tr("Delete"), "delete")
        purge = Deed("purge", self.tr("Delete for good…"), "delete", role="danger")
        return {Shelf.ACTIVE: (archive, delete), Shelf.ARCHIVED: (back, delete), Shelf.TRASH: (back, purge)}[
            shelf
        ]

    def _button(self, deed: Deed) -> QPushButton:
        button = QPushButton(self._theme.icon(deed.icon, "block" if deed.role else "text"), deed.text)
        button.setObjectName(f"deed:{deed.name}")
        set_role(button, deed.role or "tool")
        button.clicked.connect(partial(self.asked.emit, deed.name))
        return button
