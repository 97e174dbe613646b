"""An inline banner: what happened, what to do, and at most two buttons. Nothing pops up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from cardprep.gui.theme import Theme, set_role


class Tone(Enum):
    """How grave it is: the icon, the colour token and the role of the frame."""

    BLOCK = ("error-circle-filled", "block", "notice-block")
    WARN = ("warning-filled", "warn", "notice-warn")
    OK = ("checkmark-circle-filled", "ok", "notice-ok")
    INFO = ("info-filled", "info", "notice-info")

    @property
    def icon(self) -> str:
        """The name of the icon."""
        return self.value[0]

    @property
    def colour(self) -> str:
        """The token of its colour."""
        return self.value[1]

    @property
    def role(self) -> str:
        """The role of the frame."""
        return self.value[2]


@dataclass(frozen=True, slots=True)
class Action:
    """A button of a notice."""

    name: str
    text: str
    run: Callable[[], None]


class Notice(QFrame):
    """A banner in the page.

    Signals:
        dismissed: the clerk closed it.

    Attributes:
        words: the column of text, for what belongs beneath it.
    """

    dismissed = Signal()

    def __init__(
        self,
        theme: Theme,
        tone: Tone,
        text: str,
        detail: str = "",
        actions: tuple[Action, ...] = (),
        closable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setAccessibleName(text)
        set_role(self, tone.role)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.em(0.9), theme.em(0.7), theme.em(0.7), theme.em(0.7))
        row.setSpacing(theme.em(0.7))
        picture = QLabel()
        picture.setPixmap(theme.pixmap(tone.icon, tone.colour))
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        self.words = _words(theme, text, detail)
        row.addLayout(self.words, 1)
        for action in actions:
            row.addWidget(_button(action), 0, Qt.AlignmentFlag.AlignTop)
        if closable:
            row.addWidget(self._closer(theme), 0, Qt.AlignmentFlag.AlignTop)

    def _closer(self, theme: Theme) -> QToolButton:
        button = QToolButton()
        button.setObjectName("dismiss")
        button.setIcon(theme.icon("dismiss"))
        button.setAccessibleName(self.tr("Close this message"))
        button.setToolTip(self.tr("Close this message"))
        set_role(button, "tool")
        button.clicked.connect(self.dismissed)
        return button


def _words(theme: Theme, text: str, detail: str) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(theme.em(0.2))
    for line, role in ((text, "label"), (detail, "muted")):
        if line:
            label = QLabel(line)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            set_role(label, role)
            column.addWidget(label)
    return column


def _button(action: Action) -> QPushButton:
    button = QPushButton(action.text)
    button.setObjectName(action.name)
    button.clicked.connect(action.run)
    return button
