"""One question about a paper: the words, the answers, and what the rules say of the answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from cardprep.gui.theme import Theme, set_role
from cardprep.gui.widgets.message import Line, Message


def _columns(count: int) -> int:
    """How many answers stand side by side: all of a few, else two."""
    return count if count <= 3 else 2


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer to choose: what is saved, and how it is called."""

    value: str
    label: str


class Asking(QWidget):
    """The frame around a question; `body` takes the means to answer."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._quote = QLabel()
        self._quote.setWordWrap(True)
        set_role(self._quote, "quote")
        self._quote.hide()
        self._message = Message(theme)
        self.body = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.em(0.3))
        column.addWidget(self._label)
        column.addWidget(self._quote)
        column.addLayout(self.body)
        column.addWidget(self._message)

    def ask(self, text: str, quote: str = "") -> None:
        """Show the words of the question, and the exact sentence that it is about."""
        self._label.setText(text)
        self._quote.setText(quote)
        self._quote.setVisible(bool(quote))

    def focus(self) -> None:
        """Bring the keyboard to the means to answer."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, lines: Sequence[Line]) -> None:
        """Show what the rules say of the answer."""
        self._message.say(lines)


class Question(Asking):
    """A question with a few answers; `narrow` puts them below each other.

    Signals:
        answered: the value of the reply that the clerk chose.
    """

    answered = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        replies: Sequence[Reply],
        narrow: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QRadioButton] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.em(1.2))
        grid.setVerticalSpacing(theme.em(0.15))
        columns = 1 if narrow else _columns(len(replies))
        for place, reply in enumerate(replies):
            button = QRadioButton(reply.label)
            button.setObjectName(f"{name}:{reply.value}")
            self._group.addButton(button)
            self._buttons[reply.value] = button
            grid.addWidget(button, place // columns, place % columns)
        grid.setColumnStretch(columns, 1)
        self.body.addLayout(grid)
        self._group.buttonClicked.connect(self._on_clicked)

    def ask(self, text: str, quote: str = "") -> None:
        super().ask(text, quote)
        for button in self._buttons.values():
            button.setAccessibleName(f"{text} {quote} {button.text()}")

    def show_answer(self, value: str | None) -> None:
        """Mark the answer that was given, or none."""
        if value in self._buttons:
            self._buttons[value].setChecked(True)
        else:
            self._group.setExclusive(False)
            for button in self._buttons.values():
                button.setChecked(False)
            self._group.setExclusive(True)

    def focus(self) -> None:
        button = self._group.checkedButton() or self._group.buttons()[0]
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_clicked(self, button: QRadioButton) -> None:
        self.answered.emit(next(value for value, known in self._buttons.items() if known is button))
