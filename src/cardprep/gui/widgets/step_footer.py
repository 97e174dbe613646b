"""上一步 and 下一步, under the page."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from cardprep.app.flow import Step
from cardprep.gui.theme import Theme, set_role
from cardprep.gui.widgets.step_list import step_title


class StepFooter(QFrame):
    """The two buttons; past an end there is none.

    Signals:
        back_asked, next_asked: a button was pressed.
    """

    back_asked = Signal()
    next_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "bar")
        self._back = QPushButton(theme.icon("arrow-left"), self.tr("Back"))
        self._next = QPushButton(theme.icon("arrow-right", "on_accent"), self.tr("Next"))
        self._next.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._back.setObjectName("back")
        self._next.setObjectName("next")
        set_role(self._next, "primary")
        self._back.clicked.connect(self.back_asked)
        self._next.clicked.connect(self.next_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.em(2), theme.em(0.8), theme.em(2), theme.em(0.8))
        row.addWidget(self._back)
        row.addStretch(1)
        row.addWidget(self._next)

    def show_step(self, before: Step | None, after: Step | None) -> None:
        """Offer the steps before and after the one that is shown."""
        self._back.setVisible(before is not None)
        self._next.setVisible(after is not None)
        for button, step in ((self._back, before), (self._next, after)):
            if step is not None:
                button.setToolTip(step_title(step))
        if after is Step.PREVIEW:
            self._next.setText(self.tr("Preview"))
        else:
            self._next.setText(self.tr("Next"))
