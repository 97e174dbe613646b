"""The end of the way: export, and afterwards folder, checklist, or another application."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from cardprep.app.exporting import Exported
from cardprep.app.session import Session
from cardprep.gui.theme import Theme, set_role
from cardprep.gui.widgets.notice import Action, Notice, Tone
from cardprep.gui.widgets.section import Section


class ExportPanel(Section):
    """What can be exported now, and what was.

    Signals:
        export_asked: whether as a draft.
        another_asked: the clerk wants to begin another application.
        open_asked: the clerk wants to see the first thing that is open.
        opening_failed: a file could not be opened, which is said at the result's end.
    """

    export_asked = Signal(bool)
    another_asked = Signal()
    open_asked = Signal()
    opening_failed = Signal()

    def __init__(
        self, theme: Theme, open_file: Callable[[Path], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent=parent)
        self._theme = theme
        self._open_file = open_file
        self._result: Notice | None = None
        title = QLabel(self.tr("Export"))
        set_role(title, "section")
        self._state = QLabel()
        self._state.setObjectName("export-state")
        self._state.setWordWrap(True)
        self._export = self._button(
            "export", self.tr("Export…"), "primary", lambda: self.export_asked.emit(False)
        )
        self._draft = self._button(
            "export-draft", self.tr("Export as a draft…"), "", lambda: self.export_asked.emit(True)
        )
        self._first = self._button("show-open", self.tr("Show what is open"), "link", self.open_asked.emit)
        row = QHBoxLayout()
        row.setSpacing(theme.em(0.6))
        for button in (self._export, self._draft, self._first):
            row.addWidget(button)
        row.addStretch(1)
        self.body.addWidget(title)
        self.body.addWidget(self._state)
        self.body.addLayout(row)

    def _button(self, name: str, text: str, role: str, run: object) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        if role:
            set_role(button, role)
        button.clicked.connect(run)
        return button

    def take_focus(self) -> None:
        """Put the focus on the button that exports."""
        self._possible().setFocus(Qt.FocusReason.OtherFocusReason)

    def start(self) -> None:
        """Press it."""
        self._possible().click()

    def _possible(self) -> QPushButton:
        return self._draft if self._export.isHidden() else self._export

    def refresh(self, session: Session) -> None:
        """Offer what is possible now."""
        open_count = sum(finding.is_open for finding in session.findings)
        unread = len(session.unread_files)
        ready = session.is_ready
        if ready:
            text = self.tr("Everything is complete. The exported folder holds what is to be filed online.")
        elif open_count:
            text = self.tr(
                "%n item(s) still open. Until then it can be exported as a draft only.", "", open_count
            )
        else:
            text = self.tr("%n file(s) are still being looked at.", "", unread)
        self._state.setText(text)
        set_role(self._state, "ok" if ready else "muted")
        self._export.setVisible(ready)
        self._draft.setVisible(not ready)
        self._first.setVisible(bool(open_count))

    def forget_result(self) -> None:
        """Take the result away: the case has changed since."""
        if self._result is not None:
            self._result.hide()
            self._result.deleteLater()
            self._result = None

    def show_result(self, exported: Exported, draft: bool) -> None:
        """Say where it is and what can be done now."""
        self.forget_result()
        text = (
            self.tr("The draft is exported. It must not be filed.")
            if draft
            else self.tr("Exported and verified.")
        )
        folder = exported.bundle.parent
        tone = Tone.WARN if draft or exported.missing_characters else Tone.OK
        notice = Notice(self._theme, tone, text, self._details(exported))
        self.body.addWidget(notice)
        row = QHBoxLayout()
        row.setSpacing(self._theme.em(0.6))
        actions = [
            Action("open-folder", self.tr("Open folder"), partial(self._open, folder)),
            Action("print-checklist", self.tr("Print checklist"), partial(self._open, exported.checklist)),
        ]
        if exported.letter is not None:
            opened = partial(self._open, exported.letter)
            actions.append(Action("print-letter", self.tr("Print letter"), opened))
        actions.append(Action("start-another", self.tr("Start another"), self.another_asked.emit))
        for action in actions:
            row.addWidget(self._button(action.name, action.text, "", action.run))
        row.addStretch(1)
        notice.words.addLayout(row)
        self._unopened = QLabel()
        self._unopened.setObjectName("unopened")
        self._unopened.setWordWrap(True)
        self._unopened.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._unopened.hide()
        notice.words.addWidget(self._unopened)
        self._result = notice
        notice.show()
        button = notice.findChild(QPushButton, "open-folder")
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, path: Path) -> None:
        """Show a file or folder in the system's own program, or say where it is."""
        if self._open_file(path):
            self._unopened.hide()
            return
        told = (
            self.tr(
                "This system has no program to open a folder. Open it yourself in the file manager: {path}"
            )
            if path.is_dir()
            else self.tr("This system has no program to open the file. Open and print it yourself: {path}")
        )
        self._unopened.setText(told.format(path=path))
        set_role(self._unopened, "error")
        self._unopened.show()
        self.opening_failed.emit()

    def _details(self, exported: Exported) -> str:
        """Where it is, and what is printed as codes because no font has it."""
        if not exported.missing_characters:
            return str(exported.bundle)
        codes = " ".join(f"U+{ord(char):04X}" for char in sorted(exported.missing_characters))
        told = self.tr("No font has these characters; on paper they stand as codes: {codes}")
        return f"{exported.bundle}\n{told.format(codes=codes)}"
