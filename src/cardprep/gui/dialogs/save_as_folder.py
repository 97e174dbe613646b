"""An application as a plain case folder, for another program or for the first version of this one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from cardprep.app.copying import copy_case
from cardprep.gui.widgets.folder_field import FolderField
from cardprep.gui.widgets.notice import Notice, Tone
from cardprep.gui.widgets.working_dialog import WorkingDialog

if TYPE_CHECKING:
    from cardprep.gui.context import Context


class SaveAsFolderDialog(WorkingDialog):
    """Asks for a new folder, says that what lies there is not encrypted, and copies.

    Attributes:
        saved: the folder that was written, once the dialog is accepted.
    """

    def __init__(self, context: Context, proposal: Path, parent: QWidget | None = None) -> None:
        lead = self.tr("A copy of the application with all its files. The library keeps its own.")
        super().__init__(
            context.theme, context.catalog, context.operations, self.tr("Save as case folder"), lead, parent
        )
        self.saved: Path | None = None
        self._context = context
        self._field = FolderField(context.theme, "case-folder", self.tr("New folder"), proposal)
        self.body.addWidget(self._field)
        self.body.addWidget(
            Notice(
                context.theme,
                Tone.WARN,
                self.tr("The folder is not encrypted: whoever gets at it can read the identity papers."),
                self.tr("Delete it when it has served. To hand an application over, use a sealed bundle."),
            )
        )
        cancel = self.add_button("cancel", self.tr("Cancel"))
        save = self.add_button("save-as-folder", self.tr("Save"), "primary")
        cancel.clicked.connect(self.reject)
        save.clicked.connect(self._save)
        self._field.changed.connect(lambda: save.setEnabled(self._field.path is not None))
        self.hold(self._field, cancel, save)

    def _save(self) -> None:
        target = self._field.path
        if target is None:
            return
        case, place = self._context.session.case, self._context.place

        def done(_nothing: None) -> None:
            self.saved = target
            self.accept()

        self.work(lambda: copy_case(case, place, target), done)
