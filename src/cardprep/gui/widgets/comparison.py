"""The present library beside a backup: what is in either, what would be gained and what lost."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from cardprep.gui.theme import Theme, set_role
from cardprep.gui.widgets.discard import discard
from cardprep.gui.widgets.message import Line, Message
from cardprep.gui.widgets.moment import moment

if TYPE_CHECKING:
    from cardprep.library.restoring import Comparison, Counts


class ComparisonTable(QFrame):
    """A small table, and the differences as sentences."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self.setObjectName("comparison")
        self._theme = theme
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.em(1.5))
        self._grid.setColumnStretch(0, 1)
        self._message = Message(theme)
        column = QVBoxLayout(self)
        column.setSpacing(theme.em(0.8))
        column.addLayout(self._grid)
        column.addWidget(self._message)

    @property
    def text(self) -> str:
        """The differences as one text."""
        return self._message.text

    def show_comparison(self, comparison: Comparison) -> None:
        """Show this one."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                discard(widget)
        for row, cells in enumerate(self._rows(comparison)):
            for column, text in enumerate(cells):
                label = QLabel(text)
                set_role(label, "label" if not row else "")
                side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
                self._grid.addWidget(label, row, column, side)
        self._message.say(self._lines(comparison))
        self.setAccessibleName(self.text)

    def _rows(self, comparison: Comparison) -> list[tuple[str, str, str]]:
        ours, theirs = comparison.present, comparison.backup

        def row(text: str, name: str) -> tuple[str, str, str]:
            return text, "–" if ours is None else str(getattr(ours, name)), str(getattr(theirs, name))

        return [
            ("", self.tr("Present library"), self.tr("Backup")),
            row(self.tr("Applications"), "applications"),
            row(self.tr("Firms"), "firms"),
            row(self.tr("People"), "people"),
            (self.tr("Last saved"), _when(ours), _when(theirs)),
        ]

    def _lines(self, comparison: Comparison) -> list[Line]:
        lines = []
        if comparison.present is None:
            lines.append(Line("warn", self.tr("The present library cannot be read; its file is kept aside.")))
        if comparison.only_present:
            lines.append(
                Line(
                    "warn",
                    self.tr("%n application(s) would be gone from the library.", "", comparison.only_present),
                )
            )
        if comparison.older:
            lines.append(
                Line(
                    "warn",
                    self.tr(
                        "%n application(s) would stand as they stood at the time of the backup.",
                        "",
                        comparison.older,
                    ),
                )
            )
        if comparison.only_backup:
            lines.append(
                Line("info", self.tr("%n application(s) would come back.", "", comparison.only_backup))
            )
        if comparison.lost:
            lines.append(
                Line("warn", self.tr("%n stored file(s) are in neither place.", "", len(comparison.lost)))
            )
        if not lines:
            lines.append(Line("ok", self.tr("The two hold the same applications.")))
        elif comparison.present is not None:
            lines.append(
                Line("info", self.tr("The present library is backed up first, so this can be taken back."))
            )
        return lines


def _when(counts: Counts | None) -> str:
    if counts is None or not counts.changed:
        return "–"
    return moment(dt.datetime.fromisoformat(counts.changed))
