"""Whether the words are safe: “Saved 14:03:22”, by icon and word."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from cardprep.gui.autosave import Autosave, SaveState
from cardprep.gui.theme import Theme, set_role


class SavedLabel(QWidget):
    """Follows the autosave."""

    def __init__(self, theme: Theme, autosave: Autosave, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._autosave = autosave
        self._icon = QLabel()
        self._text = QLabel()
        self._text.setObjectName("saved")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.em(0.35))
        row.addWidget(self._icon)
        row.addWidget(self._text)
        autosave.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        icon, colour, text = self._told()
        self._icon.setPixmap(self._theme.pixmap(icon, colour, 1.1))
        self._text.setText(text)
        set_role(self._text, "error" if self._autosave.state is SaveState.FAILED else "muted")

    def _told(self) -> tuple[str, str, str]:
        if self._autosave.state is SaveState.FAILED:
            return "error-circle-filled", "block", self.tr("Not saved yet – trying again")
        if self._autosave.state is not SaveState.SAVED:
            return "arrow-sync", "muted", self.tr("Saving…")
        at = self._autosave.saved_at
        if at is None:
            return "checkmark-circle", "ok", self.tr("Everything is saved")
        return "checkmark-circle", "ok", self.tr("Saved {time}").format(time=f"{at:%H:%M:%S}")
