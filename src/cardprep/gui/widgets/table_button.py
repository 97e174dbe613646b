"""“Excel”: the button with the ways that a list comes in and goes out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QWidget

from cardprep.gui.table_source import OFFERED, TableFile, TableSource, copied_text
from cardprep.gui.theme import Theme
from cardprep.host.paths import documents_folder

ENDING = ".xlsx"


@dataclass(frozen=True, slots=True)
class TableButtonText:
    """What stands on the button and in its menu, and the proposed names of files, without their ending."""

    button: str
    export: str
    template_file: str
    export_file: str


class TableButton(QPushButton):
    """Asks for files; what is done with them is its owner's.

    Signals:
        source_chosen: a `TableSource` to take rows from.
        nothing_copied: there is no text on the clipboard.
        template_asked, export_asked: the path to write to.
        files_asked: the file dialog was opened (told for tests).
    """

    source_chosen = Signal(object)
    nothing_copied = Signal()
    template_asked = Signal(object)
    export_asked = Signal(object)
    files_asked = Signal(QFileDialog)

    def __init__(self, theme: Theme, name: str, text: TableButtonText, parent: QWidget | None = None) -> None:
        super().__init__(theme.icon("attach"), text.button, parent)
        self.setObjectName(name)
        self._name = name
        self._text = text
        self._folder = documents_folder()
        menu = QMenu(self)
        entries: tuple[tuple[str, str, str, Callable[[], None]], ...] = (
            ("choose", "folder-open", self.tr("Choose a file…"), self.choose),
            ("paste", "clipboard-paste", self.tr("Paste copied rows"), self.paste),
            ("template", "document", self.tr("Save the template to fill in…"), self._ask_for_template),
            ("export", "save", text.export, self._ask_for_export),
        )
        for entry, icon, words, run in entries:
            if entry == "template":
                menu.addSeparator()
            action = menu.addAction(theme.icon(icon), words)
            action.setObjectName(f"{name}:{entry}")
            action.triggered.connect(run)
        self.setMenu(menu)

    def choose(self) -> None:
        """Let the clerk choose a file."""
        kinds, patterns = self.tr("Excel, WPS or CSV"), " ".join(f"*.{ending}" for ending in OFFERED)
        dialog = self._dialog(self.tr("Choose a list"), [f"{kinds} ({patterns})", self.tr("All files (*)")])
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_chosen)
        self._show(dialog)

    def paste(self) -> None:
        """Take what was copied."""
        source: TableSource | None = copied_text()
        if source is None:
            self.nothing_copied.emit()
        else:
            self.source_chosen.emit(source)

    def _on_chosen(self, path: str) -> None:
        self.source_chosen.emit(TableFile(Path(path)))

    def _ask_for_template(self) -> None:
        self._ask_where(self.tr("Save the template"), self._text.template_file, self.template_asked)

    def _ask_for_export(self) -> None:
        self._ask_where(self._text.export, self._text.export_file, self.export_asked)

    def _ask_where(self, title: str, proposed: str, asked: SignalInstance) -> None:
        kind = self.tr("Excel workbook")
        dialog = self._dialog(title, [f"{kind} (*{ENDING})"])
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ENDING)
        dialog.selectFile(f"{proposed}{ENDING}")
        dialog.fileSelected.connect(lambda path: asked.emit(Path(path)))
        self._show(dialog)

    def _dialog(self, title: str, filters: list[str]) -> QFileDialog:
        dialog = QFileDialog(self.window(), title, str(self._folder))
        dialog.setObjectName(f"files:{self._name}")
        dialog.setNameFilters(filters)
        dialog.fileSelected.connect(self._remember_folder)
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _show(self, dialog: QFileDialog) -> None:
        self.files_asked.emit(dialog)
        dialog.open()

    def _remember_folder(self, path: str) -> None:
        self._folder = Path(path).parent
