"""A labelled field for what nobody else should see; it can be looked at while it is typed."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from cardprep.gui.theme import Theme, set_role


class SecretField(QWidget):
    """The label, the line, and a button that shows what is typed.

    Attributes:
        line: the editor.
    """

    def __init__(self, theme: Theme, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = QLabel(label)
        set_role(self._caption, "label")
        self.line = QLineEdit()
        self.line.setObjectName(name)
        self._caption.setBuddy(self.line)
        self._look = QPushButton(theme.icon("eye"), "")
        self._look.setObjectName(f"look:{name}")
        self._look.setCheckable(True)
        self._look.setAutoDefault(False)
        self._look.setAccessibleName(self.tr("Show what is typed"))
        self._look.setToolTip(self.tr("Show what is typed"))
        set_role(self._look, "tool")
        self._look.toggled.connect(self._show)
        row = QHBoxLayout()
        row.setSpacing(theme.em(0.4))
        row.addWidget(self.line, 1)
        row.addWidget(self._look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.em(0.3))
        column.addWidget(self._caption)
        column.addLayout(row)
        self.set_label(label)
        self._show(False)

    @property
    def text(self) -> str:
        """What is typed."""
        return self.line.text()

    def set_label(self, label: str) -> None:
        """Ask for something else."""
        self._caption.setText(label)
        self.line.setAccessibleName(label)

    def show_text(self, shown: bool) -> None:
        """Show what is typed, or hide it."""
        self._look.setChecked(shown)

    def take_focus(self) -> None:
        """Bring the cursor here, what is typed selected."""
        self.line.selectAll()
        self.line.setFocus()

    def _show(self, shown: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
