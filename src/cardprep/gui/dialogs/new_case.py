"""Where an application is to be kept: the clerk chooses the folder, with a sensible proposal."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QRadioButton, QWidget

from cardprep.case.model import Kind
from cardprep.gui.theme import Theme
from cardprep.gui.widgets.dialog_frame import DialogFrame
from cardprep.gui.widgets.folder_field import FolderField
from cardprep.gui.widgets.notice import Notice, Tone


def free_folder(name: str, day: dt.date, within: Path) -> Path:
    """A folder in `within` that is not there yet: `新入网企业-2026-11-23`, else with `-2` … at the end."""
    number, folder = 1, within / f"{name}-{day.isoformat()}"
    while folder.exists():
        number += 1
        folder = within / f"{name}-{day.isoformat()}-{number}"
    return folder


class FolderDialog(DialogFrame):
    """Asks for a new or empty folder.

    Attributes:
        folder: what was chosen, once the dialog is accepted.
    """

    def __init__(self, theme: Theme, title: str, proposal: Path, parent: QWidget | None = None) -> None:
        lead = self.tr(
            "Everything you type and attach is kept in one folder, saved as you go and readable by you alone."
        )
        super().__init__(theme, title, lead, parent)
        self.folder = proposal
        self._field = FolderField(theme, "case-folder", self.tr("Keep it in this folder"), proposal)
        self._taken = Notice(
            theme,
            Tone.WARN,
            self.tr("This folder already holds something. Please choose a new or empty one."),
        )
        self._taken.hide()
        self.body.addWidget(self._field)
        self.body.addWidget(self._taken)
        cancel = self.add_button("cancel", self.tr("Cancel"))
        self._create = self.add_button("create", self.tr("Start"), "primary")
        cancel.clicked.connect(self.reject)
        self._create.clicked.connect(self._on_create)
        self._field.changed.connect(self._on_changed)
        self._create.setFocus()

    def propose(self, folder: Path) -> None:
        """Put another proposal in."""
        self._field.show_path(folder)

    def _on_changed(self) -> None:
        path = self._field.path
        self._create.setEnabled(path is not None)
        self._taken.setVisible(path is not None and _is_taken(path))

    def _on_create(self) -> None:
        path = self._field.path
        if path is None or _is_taken(path):
            self._on_changed()
            return
        self.folder = path
        self.accept()


class NewCaseDialog(FolderDialog):
    """Asks for the kind of application and the folder.

    Attributes:
        kind: what was chosen.
    """

    def __init__(
        self, theme: Theme, kind: Kind, propose: Callable[[Kind], Path], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, self.tr("New application"), propose(kind), parent)
        self.kind = kind
        self._propose_for = propose
        names = {
            Kind.NEW_ENTRANT: self.tr("New entrant"),
            Kind.ADDITIONAL_OPERATORS: self.tr("Additional operators"),
        }
        for position, (choice, name) in enumerate(names.items()):
            button = QRadioButton(name)
            button.setObjectName(f"kind:{choice.value}")
            button.setChecked(choice is kind)
            button.toggled.connect(self._on_kind)
            self.body.insertWidget(position, button)

    def _on_kind(self, checked: bool) -> None:
        if checked:
            self.kind = Kind(self.sender().objectName().removeprefix("kind:"))
            self.propose(self._propose_for(self.kind))


def _is_taken(path: Path) -> bool:
    try:
        return path.exists() and (not path.is_dir() or any(path.iterdir()))
    except OSError:
        return True
