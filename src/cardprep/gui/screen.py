"""What fills the main window: the start page, or an open case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from cardprep.gui.messages import Messages


class Screen(QWidget):
    """A screen of the window.

    Attributes:
        messages: the place of its banners.
        takes_cases: whether a case or bundle may be dropped on it.
    """

    takes_cases = False

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.messages = messages

    def take_focus(self) -> None:
        """Put the focus where one begins."""

    def fit_width(self, width: int) -> None:
        """The window is that wide now."""

    def leave(self) -> None:
        """Listen to nothing more: another screen takes over."""
