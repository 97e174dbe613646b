"""Above the lists of the home page: what to list, the search, and which of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cardprep.case.model import StatusState
from cardprep.gui.library_desk import Wanted
from cardprep.gui.models.record_columns import state_name
from cardprep.gui.models.records import Tab
from cardprep.gui.theme import Theme, set_role
from cardprep.library.records import ApplicationOrder, Shelf

DUE_WITHIN_DAYS = 7
ASK_AFTER_MS = 0
"""At once, but letters that came together are one question."""


class SearchField(QLineEdit):
    """The field of the instant search.

    Signals:
        left_downwards: Down or Enter was pressed: on to the list.
    """

    left_downwards = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left_downwards.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


@dataclass(frozen=True, slots=True)
class _Choice:
    """An entry of the box of states."""

    text: str
    states: frozenset[StatusState | None] = frozenset()
    with_gaps: bool = False
    due: bool = False


class FilterBar(QWidget):
    """Tells what is wanted.

    Signals:
        changed: something else is wanted now.

    Attributes:
        wanted: what is wanted.
        search: the search field.
    """

    changed = Signal()

    def __init__(self, theme: Theme, today: Callable[[], dt.date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._today = today
        self.wanted = Wanted()
        self.search = SearchField()
        self._tabs = QButtonGroup(self)
        self._shelf, self._state = QComboBox(), QComboBox()
        self._narrowed = QPushButton(theme.icon("dismiss"), "")
        self._typed = QTimer(self, singleShot=True, interval=ASK_AFTER_MS)
        self._typed.timeout.connect(self._on_typed)
        self._build()

    def show_only(self, wanted: Wanted, told: str) -> None:
        """Narrow to one firm or person, which `told` names, until the clerk ends it."""
        self.wanted = wanted
        self._tabs.button(int(wanted.tab)).setChecked(True)
        self._narrowed.setText(told)
        self._narrowed.setVisible(bool(told))
        self.search.blockSignals(True)
        self.search.setText(wanted.search)
        self.search.blockSignals(False)
        self._tell(wanted)

    def sort_by(self, order: str) -> None:
        """Sort by that column."""
        self._tell(self.wanted.with_order(order))

    def take_focus(self) -> None:
        """Put the focus into the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _build(self) -> None:
        em = self._theme.em
        first, second = QHBoxLayout(), QHBoxLayout()
        names = {
            Tab.APPLICATIONS: self.tr("Applications"),
            Tab.FIRMS: self.tr("Firms"),
            Tab.PEOPLE: self.tr("People"),
        }
        for tab, name in names.items():
            first.addWidget(self._tab(tab, name))
        first.addStretch(1)
        self._build_boxes()
        self._narrowed.setObjectName("narrowed")
        self._narrowed.setToolTip(self.tr("Show all again"))
        self._narrowed.clicked.connect(lambda: self.show_only(Wanted(self.wanted.tab), ""))
        self._narrowed.hide()
        self.search.setObjectName("library-search")
        self.search.setAccessibleName(self.tr("Search"))
        self.search.setPlaceholderText(self.tr("Search: name, pinyin initials, code, last digits  (Ctrl+F)"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _text: self._typed.start())
        second.addWidget(self.search, 1)
        for widget in (self._narrowed, self._state, self._shelf):
            second.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for row in (first, second):
            row.setSpacing(em(0.5))
            column.addLayout(row)
        column.setSpacing(em(0.6))

    def _tab(self, tab: Tab, name: str) -> QPushButton:
        button = QPushButton(name)
        button.setObjectName(f"tab:{tab.name.lower()}")
        button.setCheckable(True)
        button.setChecked(tab is Tab.APPLICATIONS)
        set_role(button, "quiet")
        self._tabs.addButton(button, int(tab))
        button.clicked.connect(lambda: self.show_only(Wanted(tab, self.search.text()), ""))
        return button

    def _build_boxes(self) -> None:
        shelves = {
            Shelf.ACTIVE: self.tr("Current"),
            Shelf.ARCHIVED: self.tr("Archive"),
            Shelf.TRASH: self.tr("Deleted"),
        }
        self._shelf.setObjectName("shelf")
        self._shelf.setAccessibleName(self.tr("Shelf"))
        for shelf, name in shelves.items():
            self._shelf.addItem(name, shelf)
        self._state.setObjectName("state-filter")
        self._state.setAccessibleName(self.tr("State"))
        for choice in self._choices():
            self._state.addItem(choice.text, choice)
        self._shelf.activated.connect(lambda _row: self._on_boxes())
        self._state.activated.connect(lambda _row: self._on_boxes())

    def _choices(self) -> list[_Choice]:
        states: list[StatusState | None] = [None, *StatusState]
        return [
            _Choice(self.tr("Any state")),
            _Choice(self.tr("Something open"), with_gaps=True),
            _Choice(self.tr("Due within %n day(s)", "", DUE_WITHIN_DAYS), due=True),
            *(_Choice(state_name(state), frozenset((state,))) for state in states),
        ]

    def _on_typed(self) -> None:
        self._tell(replace(self.wanted, search=self.search.text()))

    def _on_boxes(self) -> None:
        choice: _Choice = self._state.currentData()
        due = self._today() + dt.timedelta(days=DUE_WITHIN_DAYS) if choice.due else None
        order = ApplicationOrder.DEADLINE if choice.due else self.wanted.order
        self._tell(
            replace(
                self.wanted,
                shelf=Shelf(self._shelf.currentData()),  # Qt keeps the letters alone
                states=choice.states,
                with_gaps=choice.with_gaps,
                due_by=due,
                order=order,
            )
        )

    def _tell(self, wanted: Wanted) -> None:
        self.wanted = wanted
        is_applications = wanted.tab is Tab.APPLICATIONS
        self._state.setVisible(is_applications)
        self._shelf.setCurrentIndex(self._shelf.findData(wanted.shelf))
        if not (wanted.states or wanted.with_gaps or wanted.due_by):
            self._state.setCurrentIndex(0)
        self.changed.emit()
