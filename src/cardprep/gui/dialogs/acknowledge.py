"""确认无误: a warning is taken upon oneself, with a reason and a name."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from cardprep.case.reading import MOST_TEXT
from cardprep.gui.theme import Theme, set_role
from cardprep.gui.widgets.dialog_frame import DialogFrame
from cardprep.gui.widgets.notice import Notice, Tone

REASON_LINES = 3


class AcknowledgeDialog(DialogFrame):
    """Asks why a warning may stand, and who says so. Both are needed, and go into the bundle."""

    def __init__(
        self, theme: Theme, place: str, message: str, preparer: str, parent: QWidget | None = None
    ) -> None:
        lead = self.tr(
            "Your reason, your name and the time go into the exported bundle and onto the checklist."
        )
        super().__init__(theme, self.tr("Confirm that this is correct"), lead, parent)
        self.body.addWidget(Notice(theme, Tone.WARN, place, message))
        self._reason = QPlainTextEdit()
        self._reason.setObjectName("reason")
        self._reason.setTabChangesFocus(True)
        self._reason.setPlaceholderText(
            self.tr("For example: checked against the original, the name is written like this")
        )
        lines = self._reason.fontMetrics().lineSpacing() * REASON_LINES
        self._reason.setFixedHeight(lines + theme.em(1.6))
        self._by = QLineEdit(preparer)
        self._by.setObjectName("preparer")
        self._add_field(self.tr("Why is it correct?"), self._reason)
        self._add_field(self.tr("Your name"), self._by)
        cancel = self.add_button("cancel", self.tr("Cancel"))
        self._confirm = self.add_button("acknowledge", self.tr("Confirm as correct"), "primary")
        cancel.clicked.connect(self.reject)
        self._confirm.clicked.connect(self.accept)
        self._reason.textChanged.connect(self._on_changed)
        self._by.textChanged.connect(self._on_changed)
        self._on_changed()
        self._reason.setFocus()

    @property
    def reason(self) -> str:
        """Why, as typed."""
        return self._reason.toPlainText().strip()[:MOST_TEXT]

    @property
    def preparer(self) -> str:
        """Who."""
        return self._by.text().strip()

    def _add_field(self, text: str, field: QWidget) -> None:
        label = QLabel(text)
        set_role(label, "label")
        label.setBuddy(field)
        field.setAccessibleName(text)
        pair = QVBoxLayout()
        pair.setSpacing(self._theme.em(0.3))
        pair.addWidget(label)
        pair.addWidget(field)
        self.body.addLayout(pair)

    def _on_changed(self) -> None:
        self._confirm.setEnabled(bool(self.reason and self.preparer))
