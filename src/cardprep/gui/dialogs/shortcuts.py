"""The keys of the program on one page."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from cardprep.gui.theme import Theme, set_role
from cardprep.gui.widgets.dialog_frame import DialogFrame


class ShortcutsDialog(DialogFrame):
    """A table of keys and what they do."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(
            theme, self.tr("Keyboard"), self.tr("Everything can be done without the mouse."), parent
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.em(2))
        grid.setVerticalSpacing(theme.em(0.5))
        for row, (keys, meaning) in enumerate(self._keys()):
            chip = QLabel(keys)
            set_role(chip, "chip")
            grid.addWidget(chip, row, 0)
            grid.addWidget(QLabel(meaning), row, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)
        self.add_button("close", self.tr("Close"), "primary").clicked.connect(self.accept)

    def _keys(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Tab   Shift+Tab", self.tr("next field, field before")),
            ("Alt+1 … Alt+5", self.tr("go to a step")),
            ("Ctrl+Tab   Ctrl+Shift+Tab", self.tr("next step, step before")),
            ("F8   Shift+F8", self.tr("next open item, item before")),
            ("F9", self.tr("show or hide what is open")),
            ("Ctrl+Z   Ctrl+Y", self.tr("undo, redo")),
            ("Ctrl+E", self.tr("preview and export")),
            ("Ctrl+N   Ctrl+O", self.tr("new application, open")),
            ("Ctrl+V", self.tr("paste a picture into the chosen slot, or a list from Excel")),
            ("Alt+Home", self.tr("start page")),
            ("F1", self.tr("this page")),
            ("Ctrl+Q", self.tr("quit")),
        )
