"""The confirmation screen's lines: a card for each screen and each operator (VIEW-1)."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cardprep.app.overview import Group, overview
from cardprep.case.finding import Finding, Severity
from cardprep.gui.context import Context
from cardprep.gui.layouts import take_all_out
from cardprep.gui.widgets.entry_line import EntryLine
from cardprep.gui.widgets.section import Section

Notes = Mapping[str, tuple[Severity, str]]


class EntryList(QWidget):
    """All lines; made anew only when one of them reads differently.

    Signals:
        chosen: the place of the line that was pressed.
    """

    chosen = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shown: tuple[tuple[Group, ...], Notes] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(context.theme.em(1.2))

    def refresh(self) -> None:
        """Show the case as it is."""
        session = self._context.session
        groups = overview(session.case, session.rulebook, self._context.catalog)
        shown = groups, self._notes(session.findings)
        if shown == self._shown:
            return
        self._shown = shown
        take_all_out(self._column)
        for group in groups:
            self._column.addWidget(self._card(group, shown[1]))

    def _notes(self, findings: tuple[Finding, ...]) -> Notes:
        notes: dict[str, tuple[Severity, str]] = {}
        for finding in findings:
            former = notes.get(finding.where)
            if finding.is_open and (former is None or former[0] is Severity.WARN):
                told = self._context.catalog.finding(finding, self._context.session.case)
                notes[finding.where] = finding.severity, told.message
        return notes

    def _card(self, group: Group, notes: Notes) -> Section:
        card = Section(self._context.theme, group.title)
        card.body.setSpacing(self._context.theme.em(0.1))
        for entry in group.entries:
            severity, note = notes.get(entry.where, (None, ""))
            line = EntryLine(self._context.theme, entry, severity, note)
            line.clicked.connect(self._on_clicked)
            card.body.addWidget(line)
        return card

    def _on_clicked(self) -> None:
        self.chosen.emit(self.sender().objectName().removeprefix("line:"))
