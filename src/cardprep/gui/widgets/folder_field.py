"""A folder to choose: its path, to be typed or browsed for."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from cardprep.gui.theme import Theme, set_role


class FolderField(QWidget):
    """A labelled path with a browse button.

    Signals:
        changed: the path is another one.
    """

    changed = Signal()

    def __init__(
        self, theme: Theme, name: str, label: str, path: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._label = label
        caption = QLabel(label)
        set_role(caption, "label")
        self._field = QLineEdit(str(path))
        self._field.setObjectName(name)
        self._field.setAccessibleName(label)
        caption.setBuddy(self._field)
        browse = QPushButton(theme.icon("folder-open"), self.tr("Browse…"))
        browse.setObjectName(f"browse:{name}")
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        self._field.textChanged.connect(self.changed)
        row = QHBoxLayout()
        row.setSpacing(theme.em(0.5))
        row.addWidget(self._field, 1)
        row.addWidget(browse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.em(0.3))
        column.addWidget(caption)
        column.addLayout(row)

    @property
    def path(self) -> Path | None:
        """The folder, or None while nothing sensible is typed."""
        text = self._field.text().strip()
        path = Path(text)
        return path if text and path.is_absolute() else None

    def _browse(self) -> None:
        start = self.path or Path.home()
        while not start.is_dir() and start != start.parent:
            start = start.parent
        chosen = QFileDialog.getExistingDirectory(self, self._label, str(start))
        if chosen:
            self._field.setText(chosen)
