"""The button that prints the mail-delegation letter, before its sealed scan can exist (UNIT-3)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from cardprep.app.printing import write_letter
from cardprep.gui.context import Context
from cardprep.gui.outside import open_file
from cardprep.gui.widgets.message import Line, Message, error_line

if TYPE_CHECKING:
    from cardprep.errors import CardprepError

LETTER_FILE = "邮寄业务委托书.pdf"


class LetterPrinter(QWidget):
    """Writes the letter beside the case and opens it, for the printer or a look; it goes with the case.

    Args:
        name: the place of the button, which is named `print-letter:NAME`.
    """

    def __init__(self, context: Context, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._under_way = False
        self._button = QPushButton(context.theme.icon("print"), self.tr("Print the letter"))
        self._button.setObjectName(f"print-letter:{name}")
        self._button.clicked.connect(self._print)
        self._message = Message(context.theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.em(0.3))
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._message)
        self.refresh()

    def refresh(self) -> None:
        """Show whether there is enough of the collection to write a letter."""
        is_complete = self._context.session.case.collection.is_addressed
        self._button.setEnabled(is_complete and not self._under_way)
        told = self.tr("Fill in recipient, mobile number and delivery address first.")
        self._button.setToolTip("" if is_complete else told)

    @Slot()
    def _print(self) -> None:
        self._under_way = True
        self.refresh()
        self._message.say((Line("info", self.tr("The letter is being written …")),))
        session = self._context.session
        case, rulebook, place = session.case, session.rulebook, self._context.place
        self._context.operations.run(
            self,
            lambda _report, _cancelled: write_letter(case, rulebook, place.paper(LETTER_FILE)),
            self._on_written,
            self._on_failed,
        )

    def _on_written(self, path: Path) -> None:
        self._under_way = False
        self.refresh()
        if open_file(path):
            told = self.tr("The letter is open in another window: print it, have it sealed, scan it.")
            self._message.say((Line("ok", told),))
        else:
            told = self.tr("The letter is written. This computer could not show it; open it yourself: {path}")
            self._message.say((Line("info", told.format(path=path)),))

    def _on_failed(self, error: CardprepError) -> None:
        self._under_way = False
        self.refresh()
        self._message.say((error_line(self._context, error),))
