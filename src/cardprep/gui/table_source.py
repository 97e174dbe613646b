"""Where a list comes from: a file, or what was copied from Excel or WPS."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from cardprep.app.importing_tables import read_pasted, read_table

if TYPE_CHECKING:
    from cardprep.case.tables.grid import Table
    from cardprep.evidence.client import Worker
    from cardprep.gui.operation import Cancelled

OFFERED = ("xlsx", "xlsm", "csv", "txt")
"""What the file dialog shows."""
_DROPPED = (*OFFERED, "tsv", "xls", "xlsb", "et", "ods")
"""Old formats too: why they are refused, and what to do, is said where the list would stand."""


@dataclass(frozen=True, slots=True)
class TableFile:
    """A workbook or a CSV file."""

    path: Path

    def read(self, worker: Worker, sheet: str, cancelled: Cancelled) -> Table:
        """The table (raises as `read_table`); for a thread."""
        return read_table(self.path, worker, sheet, cancelled)


@dataclass(frozen=True, slots=True)
class TablePaste:
    """Rows from the clipboard."""

    text: str

    def read(self, _worker: Worker, _sheet: str, _cancelled: Cancelled) -> Table:
        """The table (raises as `read_pasted`); for a thread."""
        return read_pasted(self.text)


TableSource = TableFile | TablePaste


def table_file_in(mime: QMimeData | None) -> TableFile | None:
    """The file with a list that is dragged or was copied, or None."""
    urls = () if mime is None else mime.urls()
    paths = (Path(url.toLocalFile()) for url in urls if url.isLocalFile())
    return next((TableFile(path) for path in paths if path.suffix.lower().lstrip(".") in _DROPPED), None)


def rows_in(mime: QMimeData | None) -> TablePaste | None:
    """The rows that were copied from a table, cells between tabs, or None where it is other text."""
    text = mime.text() if mime is not None and mime.hasText() else ""
    return TablePaste(text) if "\t" in text.strip("\r\n") else None


def copied_table() -> TableSource | None:
    """What is on the clipboard, as far as it is surely a list: a file or rows."""
    mime = QGuiApplication.clipboard().mimeData()
    return table_file_in(mime) or rows_in(mime)


def copied_text() -> TableSource | None:
    """What is on the clipboard, whatever it is: somebody said that it is a list."""
    text = QGuiApplication.clipboard().text()
    return copied_table() or (TablePaste(text) if text.strip() else None)
