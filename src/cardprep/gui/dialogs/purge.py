"""Erasing for good: what goes, from where, and only after somebody said so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QWidget

from cardprep.app.library.looking_up import Named
from cardprep.app.library.purging import purge
from cardprep.gui.widgets.working_dialog import WorkingDialog
from cardprep.library.records import RecordKind

if TYPE_CHECKING:
    from cardprep.gui.library_desk import LibraryDesk
    from cardprep.gui.memory import Memory
    from cardprep.gui.theme import Theme
    from cardprep.wording.catalog import Catalog

RETENTIONS = (0, 30, 60, 90, 180, 365)
LEAST_LINES = 4


class PurgeDialog(WorkingDialog):
    """Erases what is ticked, all or none; a refusal is told and nothing is erased.

    Signals:
        purged: how many records, and the places of backups that will follow later.
    """

    purged = Signal(int, object)

    def __init__(
        self,
        theme: Theme,
        catalog: Catalog,
        desk: LibraryDesk,
        memory: Memory,
        kind: RecordKind,
        records: Sequence[Named],
        today: Callable[[], dt.date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, catalog, desk.operations, *self._words(kind), parent)
        self._desk = desk
        self._memory = memory
        self._kind = kind
        self._today = today
        self.setMinimumWidth(theme.em(42))
        self._list = QListWidget()
        self._days = QComboBox()
        self._sure = QCheckBox(self.tr("I understand that nobody can bring this back"))
        self._build(records)

    def _words(self, kind: RecordKind) -> tuple[str, str]:
        leads = {
            RecordKind.APPLICATION: self.tr(
                "Everything of these applications is erased: what was typed, every file, the history, and "
                "their keys."
            ),
            RecordKind.FIRM: self.tr("These firms are erased. Applications are not touched."),
            RecordKind.PERSON: self.tr(
                "These people are erased, with the identity papers that were kept of them."
            ),
        }
        return self.tr("Delete for good"), leads[kind]

    def _build(self, records: Sequence[Named]) -> None:
        self._list.setObjectName("purge-list")
        self._list.setAccessibleName(self.tr("What is erased"))
        height = self._list.fontMetrics().lineSpacing() + self._theme.em(0.7)
        self._list.setMinimumHeight(height * LEAST_LINES)
        for record in records:
            item = QListWidgetItem(record.name.strip() or self.tr("Without a name yet"))
            item.setData(Qt.ItemDataRole.UserRole, record.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            self._list.addItem(item)
        self.body.addWidget(self._list)
        self.add_label(
            self.tr(
                "It is erased from the backups as well. A place of backups that is not connected now follows "
                "at its next backup; until then its copies could still be opened there."
            ),
            "muted",
        )
        if self._kind is RecordKind.APPLICATION:
            self._add_days()
        self._sure.setObjectName("purge-sure")
        self.body.addWidget(self._sure)
        cancel = self.add_button("cancel", self.tr("Cancel"), "primary")
        self._erase = self.add_button("purge", self.tr("Delete for good"), "danger")
        cancel.clicked.connect(self.reject)
        self._erase.clicked.connect(self._purge)
        self._sure.toggled.connect(self._offer)
        self._list.itemChanged.connect(self._offer)
        self.hold(self._list, self._days, self._sure, cancel, self._erase)
        self._offer()

    def _add_days(self) -> None:
        label = QLabel(self.tr("Days to keep an application after it was done (已处理) or withdrawn"))
        label.setWordWrap(True)
        label.setBuddy(self._days)
        self._days.setObjectName("retention")
        self._days.setAccessibleName(label.text())
        now = self._memory.read().retention
        for days in sorted({*RETENTIONS, now}):
            self._days.addItem(self.tr("%n day(s)", "", days), days)
        self._days.setCurrentIndex(self._days.findData(now))
        row = QHBoxLayout()
        row.addWidget(label, 1)
        row.addWidget(self._days)
        self.body.addLayout(row)

    def _chosen(self) -> list[str]:
        items = (self._list.item(row) for row in range(self._list.count()))
        ticked = (item for item in items if item.checkState() is Qt.CheckState.Checked)
        return [str(item.data(Qt.ItemDataRole.UserRole)) for item in ticked]

    def _offer(self) -> None:
        self._erase.setEnabled(self._sure.isChecked() and bool(self._chosen()) and not self.is_working)

    def _purge(self) -> None:
        ids, library, kind = self._chosen(), self._desk.library, self._kind
        days = (
            int(self._days.currentData()) if kind is RecordKind.APPLICATION else self._memory.read().retention
        )
        self._memory.remember(retention_days=str(days))
        today, second = self._today(), self._memory.second_place
        places: tuple[Path, ...] = () if second is None else (second,)
        missing = tuple(place for place in places if not place.is_dir())

        def done(left: tuple[str, ...]) -> None:
            self._desk.changed.emit()
            self.purged.emit(len(ids), (*left, *(place.name for place in missing)))
            self.accept()

        self.work(lambda: purge(library, kind, ids, today, days, places), done)
