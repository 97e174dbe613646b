"""The first thing the clerk sees: two ways to begin, what was open lately, and a sample to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from cardprep.gui.commands import Commands
from cardprep.gui.messages import Messages
from cardprep.gui.screen import Screen
from cardprep.gui.theme import Theme, set_role
from cardprep.gui.widgets.choice_button import ChoiceButton
from cardprep.gui.widgets.column import PageColumn

if TYPE_CHECKING:
    from cardprep.gui.models.recent import RecentCase

NEW_ENTRANT, ADDITIONAL = "new-entrant", "additional-operators"
SAMPLES = ("complete-new-entrant", "complete-addition", "faulty")


class StartPage(Screen):
    """The start page.

    Signals:
        kind_chosen: the kind of application to begin.
        path_chosen: a folder of the recent list.
        sample_chosen: the name of a sample.
    """

    takes_cases = True
    kind_chosen = Signal(str)
    path_chosen = Signal(object)
    sample_chosen = Signal(str)

    def __init__(
        self, theme: Theme, messages: Messages, commands: Commands, parent: QWidget | None = None
    ) -> None:
        super().__init__(messages, parent)
        self._theme = theme
        self._commands = commands
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, theme.em(3), 0, 0)
        self._column.setSpacing(theme.em(1.4))
        self._add_heading()
        self._column.addWidget(messages)
        self._add_kinds()
        self._add_openers()
        self._column.addStretch(1)
        scroll = PageColumn(theme)
        scroll.hold(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _add_heading(self) -> None:
        picture = QLabel()
        picture.setPixmap(self._theme.pixmap("cardprep", units=3.6))
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
        words.setSpacing(self._theme.em(0.2))
        words.addWidget(title)
        words.addWidget(lead)
        row = QHBoxLayout()
        row.setSpacing(self._theme.em(1.2))
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self._menu_button(), 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(row)

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

    def _add_kinds(self) -> None:
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
        entrant.setObjectName("new-entrant")
        addition.setObjectName("additional-operators")
        entrant.clicked.connect(lambda: self.kind_chosen.emit(NEW_ENTRANT))
        addition.clicked.connect(lambda: self.kind_chosen.emit(ADDITIONAL))
        self._first = entrant
        row = QHBoxLayout()
        row.setSpacing(self._theme.em(1.2))
        row.addWidget(entrant, 1)
        row.addWidget(addition, 1)
        self._column.addLayout(row)

    def _add_openers(self) -> None:
        opener = QPushButton(self._theme.icon("folder-open"), self.tr("Open a case or bundle…"))
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
        row = QHBoxLayout()
        row.setSpacing(self._theme.em(0.6))
        row.addWidget(opener)
        row.addWidget(sample)
        row.addStretch(1)
        self._column.addLayout(row)

    def take_focus(self) -> None:
        self._first.setFocus()

    def show_recent(self, cases: tuple[RecentCase, ...]) -> None:
        """Show what was open lately; the list is only made where there is something."""
        if not cases:
            return
        from cardprep.gui.widgets.recent_list import RecentList

        recent = RecentList(self._theme, cases)
        recent.chosen.connect(self.path_chosen)
        self._column.insertWidget(self._column.count() - 1, recent)
