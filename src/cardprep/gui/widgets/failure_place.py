"""Where a dialog says what went wrong, with the words that were typed left as they are."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cardprep.errors import CardprepError
from cardprep.gui.theme import Theme
from cardprep.gui.widgets.discard import discard
from cardprep.gui.widgets.notice import Notice, Tone
from cardprep.wording.catalog import Catalog


class FailurePlace(QWidget):
    """Empty, or one banner.

    Signals:
        shown: there is more to be read now.
    """

    shown = Signal()

    def __init__(self, theme: Theme, catalog: Catalog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._catalog = catalog
        self._notice: Notice | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_error(self, error: CardprepError) -> None:
        """Say what happened and what to do now."""
        told = self._catalog.error(error)
        self.show_words(Tone.BLOCK, told.what, told.remedy)

    def show_words(self, tone: Tone, text: str, detail: str = "") -> None:
        """Say something else."""
        self.clear()
        self._notice = Notice(self._theme, tone, text, detail)
        self._column.addWidget(self._notice)
        self.show()
        self.shown.emit()

    def clear(self) -> None:
        """Say nothing."""
        if self._notice is not None:
            discard(self._notice)
            self._notice = None
        self.hide()
