"""One line of the confirmation screen: label, value, and what is open about it. It leads to its field."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from cardprep.app.overview import Entry
from cardprep.case.finding import Severity
from cardprep.gui.theme import Theme, set_role
from cardprep.gui.widgets.wide_button import WideButton

_ICONS = {
    Severity.BLOCK: ("error-circle-filled", "block"),
    Severity.WARN: ("warning-filled", "warn"),
}
LABEL_EM = 13.0


class EntryLine(WideButton):
    """A line to click. `severity` is that of the gravest open finding at its place, or None."""

    def __init__(
        self, theme: Theme, entry: Entry, severity: Severity | None, note: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"line:{entry.where}")
        set_role(self, "line")
        shown = entry.value or self.tr("(nothing yet)")
        self.setAccessibleName(", ".join(part for part in (entry.label, shown, note) if part))
        self.setToolTip(note or self.tr("Go to this field"))
        label, value, state = QLabel(entry.label), QLabel(shown), QLabel()
        for text in (label, value):
            text.setWordWrap(True)
            text.setTextFormat(Qt.TextFormat.PlainText)
        label.setFixedWidth(theme.em(LABEL_EM))
        set_role(label, "muted")
        if not entry.value:
            set_role(value, "muted")
        if severity in _ICONS:
            state.setPixmap(theme.pixmap(*_ICONS[severity]))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.em(0.6), theme.em(0.4), theme.em(0.6), theme.em(0.4))
        row.setSpacing(theme.em(1))
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(value, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(state, 0, Qt.AlignmentFlag.AlignTop)
        self.let_through(label, value, state)
