"""What is said about a field, under it: icon, word and colour tell how serious it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cardprep.case.finding import Finding, Severity
from cardprep.errors import CardprepError
from cardprep.gui.context import Context
from cardprep.gui.theme import Theme, set_role
from cardprep.gui.widgets.column import hold_still_around
from cardprep.gui.widgets.discard import discard

_ICONS = {
    "error": "error-circle",
    "warn": "warning",
    "info": "info",
    "ok": "checkmark-circle",
    "settled": "checkmark-circle",
}
_COLOURS = {"error": "block", "warn": "warn", "info": "info", "ok": "ok", "settled": "muted"}
_ROLES = {Severity.BLOCK: "error", Severity.WARN: "warn", Severity.INFO: "info"}


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence and how serious it is: `error`, `warn`, `info`, `ok`, or `settled` (acknowledged)."""

    role: str
    text: str


def finding_line(context: Context, finding: Finding) -> Line:
    """The sentence for a finding: what is wrong and what to do; an acknowledged one is at rest."""
    told = context.catalog.finding(finding, context.session.case)
    role = "settled" if finding.acknowledged else _ROLES[finding.severity]
    return Line(role, _joined(context, told.message, told.remedy))


def finding_lines(context: Context, findings: Iterable[Finding]) -> tuple[Line, ...]:
    """The sentences for several findings, each once, in their order."""
    return tuple(dict.fromkeys(finding_line(context, finding) for finding in findings))


def error_line(context: Context, error: CardprepError) -> Line:
    """The sentence for an error."""
    told = context.catalog.error(error)
    return Line("error", _joined(context, told.what, told.remedy))


def _joined(context: Context, *sentences: str) -> str:
    """Chinese sentences follow each other without a space."""
    return ("" if context.catalog.language == "zh_CN" else " ").join(filter(None, sentences))


class Message(QWidget):
    """A few lines; takes no room while there is nothing to say."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: tuple[Line, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.em(0.3))
        self.hide()

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is said now."""
        return self._lines

    @property
    def text(self) -> str:
        """The same as one text, for reading aloud."""
        return "\n".join(f"{self._word(line.role)}: {line.text}" for line in self._lines)

    @property
    def worst(self) -> str:
        """The most serious role among the lines, or ""."""
        return next((role for role in _ICONS if any(line.role == role for line in self._lines)), "")

    def say(self, lines: Sequence[Line]) -> None:
        """Show these lines instead of the former ones."""
        if tuple(lines) == self._lines:
            return
        hold_still_around(self)
        self._lines = tuple(lines)
        while (item := self._column.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                discard(row)
        for line in self._lines:
            self._column.addWidget(self._row(line))
        self.setVisible(bool(self._lines))

    def _row(self, line: Line) -> QWidget:
        row = QWidget(self)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self._theme.em(0.4))
        icon = QLabel()
        icon.setPixmap(self._theme.pixmap(_ICONS[line.role], _COLOURS[line.role], 1.15))
        layout.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        text = QLabel(f"<b>{escape(self._word(line.role))}</b>&ensp;{escape(line.text)}")
        text.setTextFormat(Qt.TextFormat.RichText)
        text.setWordWrap(True)
        set_role(text, "muted" if line.role == "settled" else line.role)
        layout.addWidget(text, 1)
        return row

    def _word(self, role: str) -> str:
        words = {
            "error": self.tr("To correct"),
            "warn": self.tr("Please check"),
            "info": self.tr("Note"),
            "ok": self.tr("Done"),
            "settled": self.tr("Confirmed as correct"),
        }
        return words[role]
