"""The applications that were open lately: firm, kind, day and how far each is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

MOST_RECENT = 10
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class RecentCase:
    """One line of the list: `kind` and `status` as in the case, or ""; `day` is that of the last save."""

    path: Path
    firm: str
    kind: str
    day: dt.date
    status: str
    declared: bool


def read_recent(paths: Iterable[str]) -> tuple[RecentCase, ...]:
    """What the folders hold; what is gone or unreadable is left out. Not for the UI thread."""
    cases = (_read(Path(path)) for path in paths)
    return tuple(case for case in cases if case is not None)


def _read(folder: Path) -> RecentCase | None:
    # Only who has recent cases pays for the reading of cases, and after the first paint.
    from cardprep.app.clock import SHANGHAI
    from cardprep.case.codec import parse_case
    from cardprep.case.errors import CaseError

    document = folder / "case.json"
    try:
        case = parse_case(document.read_text("utf-8"))
        day = dt.datetime.fromtimestamp(document.stat().st_mtime, SHANGHAI).date()
    except (OSError, UnicodeDecodeError, CaseError):
        return None
    status = case.status[-1].state.value if case.status else ""
    kind = case.kind.value if case.kind is not None else ""
    return RecentCase(folder, case.unit.name.strip(), kind, day, status, case.declaration)


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
            "new-entrant": self.tr("New entrant"),
            "additional-operators": self.tr("Additional operators"),
        }
        told = (kinds.get(case.kind, ""), f"{case.day:%Y-%m-%d}", self._state(case))
        return "  ·  ".join(part for part in told if part)

    def _state(self, case: RecentCase) -> str:
        if not case.status:
            return self.tr("Checked and declared") if case.declared else self.tr("In preparation")
        words = {
            "submitted": self.tr("Submitted"),
            "media-needed": self.tr("Media needed"),
            "in-production": self.tr("Cards in production"),
            "done": self.tr("Done"),
            "returned": self.tr("Returned"),
            "withdrawn": self.tr("Withdrawn"),
        }
        return words.get(case.status, "")
