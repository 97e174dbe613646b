"""What the rules say of the case, as a list in the order of the screens."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from cardprep.app.flow import STEPS, step_of
from cardprep.case.finding import Finding, Severity
from cardprep.case.model import Case
from cardprep.case.paths import operator_index
from cardprep.gui.widgets.asked import Element, element_of
from cardprep.wording.catalog import Catalog

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
# From the top of a screen to its end, as F8 walks it.
_OWNERS = ("unit", "legal_representative", "legal", "operators", "handler", "collection", "remark")
_PARTS = (
    "", "way", "outlet", "recipient", "name", "id_type", "id_number", "uscc", "customs_code",
    "registered_address", "postal_code", "phone", "issuing_office", "mobile", "address", "identity",
    "qualification", "other", "translation",
)  # fmt: skip
_QUESTIONS = tuple(Element)


class FindingRole(IntEnum):
    """What a row can be asked for beyond its text."""

    FINDING = Qt.ItemDataRole.UserRole
    PLACE = Qt.ItemDataRole.UserRole + 1
    MESSAGE = Qt.ItemDataRole.UserRole + 2
    REMEDY = Qt.ItemDataRole.UserRole + 3


@dataclass(frozen=True, slots=True)
class _Row:
    finding: Finding
    place: str
    message: str
    remedy: str


def severity_word(severity: Severity) -> str:
    """How grave it is, in a word."""
    words = {
        Severity.BLOCK: QCoreApplication.translate("Findings", "Must be completed"),
        Severity.WARN: QCoreApplication.translate("Findings", "To be confirmed"),
        Severity.INFO: QCoreApplication.translate("Findings", "Note"),
    }
    return words[severity]


class FindingsModel(QAbstractListModel):
    """The open findings, what blocks and what is to be confirmed, from the first field to the last."""

    def __init__(self, catalog: Catalog, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalog = catalog
        self._rows: tuple[_Row, ...] = ()

    def show_findings(self, findings: tuple[Finding, ...], case: Case) -> None:
        """Take these findings in, in the order of the screens; nothing happens when they are the same."""
        rows = tuple(self._row(f, case) for f in sorted(findings, key=place_in_order) if f.is_open)
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def _row(self, finding: Finding, case: Case) -> _Row:
        told = self._catalog.finding(finding, case)
        return _Row(finding, told.place, told.message, told.remedy)

    def finding_at(self, row: int) -> Finding:
        """The finding of a row."""
        return self._rows[row].finding

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        answers: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: f"{row.place}: {row.message}",
            Qt.ItemDataRole.ToolTipRole: row.remedy,
            Qt.ItemDataRole.AccessibleTextRole: ", ".join(
                (severity_word(row.finding.severity), row.place, row.message, row.remedy)
            ),
            FindingRole.FINDING: row.finding,
            FindingRole.PLACE: row.place,
            FindingRole.MESSAGE: row.message,
            FindingRole.REMEDY: row.remedy,
        }
        return answers.get(role)


def place_in_order(finding: Finding) -> tuple[int, ...]:
    """By screen, owner, operator, field, and question; the engine's own order is kept among equals."""
    owner, _, part = finding.where.partition(".")
    head = owner.partition("[")[0]
    return (
        STEPS.index(step_of(finding.where)),
        _OWNERS.index(head) if head in _OWNERS else len(_OWNERS),
        -1 if (index := operator_index(finding.where)) is None else index,
        _PARTS.index(part) if part in _PARTS else len(_PARTS),
        -1 if (element := element_of(finding.rule, finding.variant)) is None else _QUESTIONS.index(element),
    )
