"""A defect of the program: said plainly, with a trace that holds no personal data. Nothing is sent."""

from __future__ import annotations

import sys
from pathlib import PurePath
from traceback import FrameSummary, extract_tb
from types import TracebackType

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from cardprep.gui.theme import Theme
from cardprep.gui.widgets.dialog_frame import DialogFrame


def redacted_trace(kind: type[BaseException], trace: TracebackType | None, version: str) -> str:
    """Where it happened: modules, functions and lines; no values, no message, no folder names."""
    places = [_place(frame) for frame in extract_tb(trace)]
    python = ".".join(str(part) for part in sys.version_info[:3])
    return "\n".join((f"cardprep {version}, Python {python}, {sys.platform}", kind.__name__, *places))


def _place(frame: FrameSummary) -> str:
    parts = PurePath(frame.filename).parts
    start = len(parts) - parts[::-1].index("cardprep") if "cardprep" in parts else len(parts) - 1
    return f"  {'/'.join(parts[start:])}:{frame.lineno} {frame.name}"


class ProblemDialog(DialogFrame):
    """Tells of a defect, says that nothing typed is lost, and offers the trace for copying."""

    def __init__(self, theme: Theme, trace: str, parent: QWidget | None = None) -> None:
        super().__init__(
            theme,
            self.tr("Something in the program went wrong"),
            self.tr(
                "What you typed is kept, and you can go on. If it happens again, please send the text below "
                "to whoever looks after the program. It holds no names, numbers or folders."
            ),
            parent,
        )
        self._text = QPlainTextEdit(trace)
        self._text.setObjectName("trace")
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self.body.addWidget(self._text)
        copy = self.add_button("copy", self.tr("Copy the text"))
        copy.clicked.connect(self._copy)
        self.add_button("close", self.tr("Go on"), "primary").clicked.connect(self.accept)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text.toPlainText())
