"""The applications that were open lately: firm, kind, day and how far each is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cardprep.case.codec import parse_case
from cardprep.case.errors import CaseError
from cardprep.case.model import Kind, StatusState

MOST_RECENT = 10
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class RecentCase:
    """One line of the list. `day` is that of the last save."""

    path: Path
    firm: str
    kind: Kind | None
    day: dt.date
    status: StatusState | None
    declared: bool


def read_recent(paths: Iterable[str]) -> tuple[RecentCase, ...]:
    """What the folders hold; what is gone or unreadable is left out. Not for the UI thread."""
    cases = (_read(Path(path)) for path in paths)
    return tuple(case for case in cases if case is not None)


def _read(folder: Path) -> RecentCase | None:
    document = folder / "case.json"
    try:
        case = parse_case(document.read_text("utf-8"))
        day = dt.datetime.fromtimestamp(document.stat().st_mtime).astimezone().date()
    except (OSError, UnicodeDecodeError, CaseError):
        return None
    status = case.status[-1].state if case.status else None
    return RecentCase(folder, case.unit.name.strip(), case.kind, day, status, case.declaration)


class RecentRole(IntEnum):
    """What a row can be asked for beyond its text."""

    CASE = Qt.ItemDataRole.UserRole
    DETAIL = Qt.ItemDataRole.UserRole + 1


class RecentModel(QAbstractListModel):
    """The list on the start page."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cases: tuple[RecentCase, ...] = ()

    def show_cases(self, cases: tuple[RecentCase, ...]) -> None:
        """Take these in."""
        self.beginResetModel()
        self._cases = cases
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._cases)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._cases):
            return None
        case = self._cases[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return case.firm or self.tr("Firm without a name yet")
        if role == RecentRole.DETAIL:
            return self._detail(case)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{case.firm}, {self._detail(case)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return str(case.path)
        return case if role == RecentRole.CASE else None

    def _detail(self, case: RecentCase) -> str:
        kinds = {
            Kind.NEW_ENTRANT: self.tr("New entrant"),
            Kind.ADDITIONAL_OPERATORS: self.tr("Additional operators"),
            None: "",
        }
        told = (kinds[case.kind], f"{case.day:%Y-%m-%d}", self._state(case))
        return "  ·  ".join(part for part in told if part)

    def _state(self, case: RecentCase) -> str:
        if case.status is None:
            return self.tr("Checked and declared") if case.declared else self.tr("In preparation")
        words = {
            StatusState.SUBMITTED: self.tr("Submitted"),
            StatusState.MEDIA_NEEDED: self.tr("Media needed"),
            StatusState.IN_PRODUCTION: self.tr("Cards in production"),
            StatusState.DONE: self.tr("Done"),
            StatusState.RETURNED: self.tr("Returned"),
            StatusState.WITHDRAWN: self.tr("Withdrawn"),
        }
        return words[case.status]
