"""The recovery sheet: a new recovery key as a PDF to be printed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cardprep.app.library.keys import RecoverySheets
from cardprep.gui.outside import open_file
from cardprep.gui.widgets.folder_field import FolderField
from cardprep.gui.widgets.notice import Tone
from cardprep.gui.widgets.working_dialog import WorkingDialog
from cardprep.host.paths import documents_folder

if TYPE_CHECKING:
    from cardprep.gui.library_desk import LibraryDesk
    from cardprep.gui.theme import Theme
    from cardprep.wording.catalog import Catalog


class RecoverySheetDialog(WorkingDialog):
    """Makes the key, writes the sheet, and says what to do with it.

    Signals:
        written: the sheet is there.
    """

    written = Signal()

    def __init__(
        self, theme: Theme, catalog: Catalog, desk: LibraryDesk, today: dt.date, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, catalog, desk.operations, *self._words(), parent)
        self._sheets = RecoverySheets(desk.library)
        self._today = today
        self._sheet: Path | None = None
        self._field = FolderField(
            theme, "sheet-folder", self.tr("Put the PDF into this folder"), documents_folder()
        )
        self.body.addWidget(self._field)
        self.add_label(
            self.tr(
                "A sheet that was saved before no longer opens the library; backups made before still open "
                "by it, so destroy it."
            ),
            "muted",
        )
        self._close = self.add_button("cancel", self.tr("Cancel"))
        self._open = self.add_button("open-sheet", self.tr("Open it to print"), "primary")
        self._save = self.add_button("write-sheet", self.tr("Save the sheet"), "primary")
        self._open.hide()
        self._close.clicked.connect(self.reject)
        self._save.clicked.connect(self._write)
        self._open.clicked.connect(self._show_sheet)
        self._field.changed.connect(lambda: self._save.setEnabled(self._field.path is not None))
        self.hold(self._field, self._close, self._save)

    def _words(self) -> tuple[str, str]:
        return self.tr("Save a recovery sheet"), self.tr(
            "The recovery key on it opens the library when the passphrase is forgotten or this computer is "
            "lost. It is made now and kept nowhere else: print it, and put it with your valuables."
        )

    def _write(self) -> None:
        folder = self._field.path
        if folder is None:
            return
        target = folder / f"cardprep-recovery-{self._today.isoformat()}.pdf"
        sheets, language, today = self._sheets, self.catalog.language, self._today
        self.work(lambda: sheets.write(target, language, today), self._on_written)

    def _on_written(self, sheet: Path) -> None:
        self._sheet = sheet
        self._save.hide()
        self._open.show()
        self._open.setDefault(True)
        self._open.setFocus()
        self._field.setEnabled(False)
        self._close.setText(self.tr("Close"))
        self.tell(
            Tone.OK,
            self.tr("Saved: {file}").format(file=sheet),
            self.tr("Print it now, then delete the file: whoever has it can open the library."),
        )
        self.written.emit()

    def _show_sheet(self) -> None:
        if self._sheet is not None:
            open_file(self._sheet)
