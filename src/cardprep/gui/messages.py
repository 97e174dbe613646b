"""Errors and news, shown inside the window as banners, one for each subject."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cardprep.gui.theme import Theme
from cardprep.gui.widgets.notice import Action, Notice, Tone

if TYPE_CHECKING:
    from cardprep.errors import CardprepError
    from cardprep.wording.catalog import ErrorText

MOST_AT_ONCE = 3


class Messages(QWidget):
    """The place of banners above the page; a newer one takes the place of one with the same subject."""

    def __init__(
        self, theme: Theme, words: Callable[[CardprepError], ErrorText], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self._notices: dict[str, Notice] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.em(0.5))
        self.hide()

    def show_error(self, error: CardprepError, subject: str = "", actions: tuple[Action, ...] = ()) -> None:
        """Say what happened, to which file or field, and what to do now."""
        told = self._words(error)
        self.show_message(subject or error.code, Tone.BLOCK, told.what, told.remedy, actions)

    def show_message(
        self, subject: str, tone: Tone, text: str, detail: str = "", actions: tuple[Action, ...] = ()
    ) -> None:
        """Show a banner; the oldest goes when there are too many."""
        self.withdraw(subject)
        while len(self._notices) >= MOST_AT_ONCE:
            self.withdraw(next(iter(self._notices)))
        notice = Notice(self._theme, tone, text, detail, actions, closable=True)
        notice.dismissed.connect(self._on_dismissed)
        self._notices[subject] = notice
        self._column.addWidget(notice)
        self.show()

    def withdraw(self, subject: str) -> None:
        """Take the banner of that subject away, if it is there."""
        notice = self._notices.pop(subject, None)
        if notice is not None:
            self._column.removeWidget(notice)
            notice.hide()
            notice.deleteLater()
        self.setVisible(bool(self._notices))

    def _on_dismissed(self) -> None:
        sender: QObject = self.sender()
        for subject, notice in tuple(self._notices.items()):
            if notice is sender:
                self.withdraw(subject)
