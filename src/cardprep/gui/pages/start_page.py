"""The home page: two ways to begin, what can be taken in, and the library's lists once it is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from cardprep.gui.commands import Commands
from cardprep.gui.messages import Messages
from cardprep.gui.screen import Screen
from cardprep.gui.theme import Theme, set_role
from cardprep.gui.widgets.choice_button import ChoiceButton

if TYPE_CHECKING:
    from cardprep.gui.widgets.library_view import LibraryView

NEW_ENTRANT, ADDITIONAL = "new-entrant", "additional-operators"
SAMPLES = ("complete-new-entrant", "complete-addition", "faulty")
WIDEST_EM = 100.0


class StartPage(Screen):
    """The home page.

    Signals:
        kind_chosen: the kind of application to begin.
        sample_chosen: the name of a sample.
    """

    takes_cases = True
    kind_chosen = Signal(str)
    sample_chosen = Signal(str)

    def __init__(
        self, theme: Theme, messages: Messages, commands: Commands, parent: QWidget | None = None
    ) -> None:
        super().__init__(messages, parent)
        self._theme = theme
        self._commands = commands
        self._library: LibraryView | None = None
        page = QWidget()
        page.setMaximumWidth(theme.em(WIDEST_EM))
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.em(1))
        self._column.addLayout(self._heading())
        self._column.addWidget(messages)
        self._column.addWidget(self._kinds())
        self._column.addWidget(self._openers())
        self._opening = QLabel(self.tr("The library is being opened …"))
        set_role(self._opening, "muted")
        self._column.addWidget(self._opening)
        self._column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.em(2), theme.em(1.5), theme.em(2), theme.em(1.2))
        row.addStretch(1)
        row.addWidget(page, 1000)
        row.addStretch(1)
        self._enable(False)

    def show_library(self, view: LibraryView) -> None:
        """The library is open: everything can be used, and its lists stand below."""
        self._library = view
        self._opening.hide()
        self._enable(True)
        self._column.takeAt(self._column.count() - 1)
        self._column.addWidget(view, 1)
        view.counted.connect(self._on_counted)
        view.show()

    def take_focus(self) -> None:
        if self._library is not None:
            self._library.filter.take_focus()
        else:
            self._first.setFocus()

    def _on_counted(self, count: int) -> None:
        """Where there is nothing yet, beginning is what one comes for."""
        for button in self._choices:
            button.show_detail(not count)
        if not count and self._library is not None and self._library.filter.search.hasFocus():
            self._first.setFocus()

    def _heading(self) -> QHBoxLayout:
        picture = QLabel()
        picture.setPixmap(self._theme.pixmap("cardprep", units=3.0))
        title = QLabel(self.tr("Prepare an E-Port card application"))
        lead = QLabel(
            self.tr(
                "Fill in, attach, check – and file online what is complete. Works offline; nothing is sent."
            )
        )
        lead.setWordWrap(True)
        set_role(title, "title")
        set_role(lead, "subtitle")
        words = QVBoxLayout()
        words.setSpacing(self._theme.em(0.1))
        words.addWidget(title)
        words.addWidget(lead)
        row = QHBoxLayout()
        row.setSpacing(self._theme.em(1.2))
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self._menu_button(), 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _menu_button(self) -> QPushButton:
        button = QPushButton(self._theme.icon("more-horizontal"), "")
        button.setObjectName("menu")
        button.setAccessibleName(self.tr("Menu"))
        button.setToolTip(self.tr("Menu"))
        set_role(button, "tool")
        menu = QMenu(button)
        self._commands.fill_menu(menu, with_case=False)
        button.setMenu(menu)
        return button

    def _kinds(self) -> QWidget:
        entrant = ChoiceButton(
            self._theme,
            "building",
            self.tr("New entrant"),
            self.tr("First cards of a firm: 1 legal-person card and 1 operator card are free."),
        )
        addition = ChoiceButton(
            self._theme,
            "people-add",
            self.tr("Additional operators"),
            self.tr("Up to 10 more operator cards at once; you buy the cards yourself."),
        )
        entrant.setObjectName(NEW_ENTRANT)
        addition.setObjectName(ADDITIONAL)
        entrant.clicked.connect(lambda: self.kind_chosen.emit(NEW_ENTRANT))
        addition.clicked.connect(lambda: self.kind_chosen.emit(ADDITIONAL))
        self._first, self._choices = entrant, (entrant, addition)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.em(1.2))
        row.addWidget(entrant, 1)
        row.addWidget(addition, 1)
        return holder

    def _openers(self) -> QWidget:
        opener = QPushButton(self._theme.icon("folder-open"), self.tr("Take in a case or bundle…"))
        opener.setObjectName("open")
        opener.clicked.connect(self._commands.open_asked)
        sample = QPushButton(self._theme.icon("play-circle"), self.tr("Look at a sample"))
        sample.setObjectName("sample")
        menu = QMenu(sample)
        titles = (
            self.tr("Complete: new entrant"),
            self.tr("Complete: additional operators"),
            self.tr("With faults: see what is found"),
        )
        for name, title in zip(SAMPLES, titles, strict=True):
            action = menu.addAction(title)
            action.setObjectName(f"sample:{name}")
            action.triggered.connect(lambda _checked=False, name=name: self.sample_chosen.emit(name))
        sample.setMenu(menu)
        self._usable = (*self._choices, opener, sample)
        holder = QWidget()
        self.openers = QHBoxLayout(holder)
        self.openers.setContentsMargins(0, 0, 0, 0)
        self.openers.setSpacing(self._theme.em(0.6))
        self.openers.addWidget(opener)
        self.openers.addWidget(sample)
        self.openers.addStretch(1)
        return holder

    def _enable(self, usable: bool) -> None:
        for button in self._usable:
            button.setEnabled(usable)
