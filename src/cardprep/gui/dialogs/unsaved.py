"""The case cannot be saved where it is: the one question that keeps the window from closing."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtWidgets import QWidget

from cardprep.errors import CardprepError
from cardprep.gui.theme import Theme
from cardprep.gui.widgets.dialog_frame import DialogFrame
from cardprep.gui.widgets.notice import Notice, Tone
from cardprep.wording.catalog import Catalog


class Way(Enum):
    """What the clerk chose."""

    BACK = auto()
    TRY_AGAIN = auto()
    ELSEWHERE = auto()


class UnsavedDialog(DialogFrame):
    """Offers to try again, another folder, or to go back; there is no way to lose the words.

    Attributes:
        way: what was chosen.
    """

    def __init__(
        self, theme: Theme, catalog: Catalog, error: CardprepError, parent: QWidget | None = None
    ) -> None:
        lead = self.tr(
            "The last changes are not in the folder yet. They stay in the window until they are saved."
        )
        super().__init__(theme, self.tr("Not saved yet"), lead, parent)
        self.way = Way.BACK
        told = catalog.error(error)
        self.body.addWidget(Notice(theme, Tone.BLOCK, told.what, told.remedy))
        self._offer("back-to-case", self.tr("Back to the application"), Way.BACK, "")
        self._offer("try-again", self.tr("Try again"), Way.TRY_AGAIN, "")
        self._offer("save-elsewhere", self.tr("Save in another folder…"), Way.ELSEWHERE, "primary")

    def _offer(self, name: str, text: str, way: Way, role: str) -> None:
        def choose() -> None:
            self.way = way
            self.accept()

        self.add_button(name, text, role).clicked.connect(choose)
