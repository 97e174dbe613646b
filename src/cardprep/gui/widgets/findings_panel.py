"""What is still open, beside the page: a click, Enter, F8 or Shift+F8 leads to the field."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QLabel, QListView, QVBoxLayout, QWidget

from cardprep.app.session import Session
from cardprep.case.finding import Finding, Severity
from cardprep.gui.delegates.finding import FindingDelegate
from cardprep.gui.models.findings import FindingsModel, place_in_order
from cardprep.gui.theme import Theme, set_role
from cardprep.wording.catalog import Catalog


class FindingList(QListView):
    """A list whose rows are broken anew when it becomes wider."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("findings")
        set_role(self, "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class FindingsPanel(QFrame):
    """The open findings of the session.

    Signals:
        chosen: the `Finding` that the clerk wants to be led to.
    """

    chosen = Signal(object)

    def __init__(
        self, theme: Theme, catalog: Catalog, session: Session, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._session = session
        self._model = FindingsModel(catalog, self)
        self._list = FindingList()
        self._list.setModel(self._model)
        self._last: Finding | None = None
        self._list.setItemDelegate(FindingDelegate(theme, self._list))
        self._list.clicked.connect(self._on_chosen)
        self._list.activated.connect(self._on_chosen)
        self._blocks, self._warns, self._none = QLabel(), QLabel(), QLabel()
        self._lay_out()
        self.refresh()

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("Still open"))
        set_role(heading, "section")
        heading.setBuddy(self._list)
        self._list.setAccessibleName(self.tr("Still open"))
        set_role(self._blocks, "error")
        set_role(self._warns, "warn")
        set_role(self._none, "ok")
        self._none.setWordWrap(True)
        hint = QLabel(self.tr("F8 goes to the next one"))
        set_role(hint, "hint")
        counts = QHBoxLayout()
        counts.setSpacing(self._theme.em(1))
        counts.addWidget(self._blocks)
        counts.addWidget(self._warns)
        counts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(
            self._theme.em(1), self._theme.em(1.2), self._theme.em(0.6), self._theme.em(0.8)
        )
        column.setSpacing(self._theme.em(0.5))
        column.addWidget(heading)
        column.addLayout(counts)
        column.addWidget(self._none)
        column.addWidget(self._list, 1)
        column.addStretch(0)
        column.addWidget(hint)

    def refresh(self) -> None:
        """Show what is open now, and keep the chosen one chosen while it lasts."""
        self._last = self._chosen_finding()
        self._model.show_findings(self._session.findings, self._session.case)
        self._choose_again()
        open_now = [finding.severity for finding in self._session.findings if finding.is_open]
        blocks, warns = open_now.count(Severity.BLOCK), open_now.count(Severity.WARN)
        self._blocks.setText(self.tr("%n to complete", "", blocks))
        self._warns.setText(self.tr("%n to confirm", "", warns))
        self._none.setText(self.tr("Nothing is open. You can export now."))
        self._blocks.setVisible(bool(blocks))
        self._warns.setVisible(bool(warns))
        self._none.setVisible(not open_now)
        self._list.setVisible(bool(open_now))

    def step(self, by: int) -> None:
        """Go to the next open finding (1) or the one before (-1); after the last comes the first."""
        count = self._model.rowCount()
        if not count:
            return
        row = self._selected_row()
        row = self._row_beside_last(by) if row is None else row + by
        index = self._model.index(row % count)
        self._list.setCurrentIndex(index)
        self._on_chosen(index)

    def _row_beside_last(self, by: int) -> int:
        """From a finding that has left the list: the first row at or after its place, or the one before."""
        if self._last is None:
            return min(by, 0)
        place = place_in_order(self._last)
        rows = range(self._model.rowCount())
        earlier = sum(place_in_order(self._model.finding_at(row)) < place for row in rows)
        return earlier if by > 0 else earlier - 1

    def _chosen_finding(self) -> Finding | None:
        row = self._selected_row()
        return self._last if row is None else self._model.finding_at(row)

    def _selected_row(self) -> int | None:
        """The row of the clerk's choice; Qt makes the first one current as soon as the list has the focus."""
        return next((index.row() for index in self._list.selectedIndexes()), None)

    def _choose_again(self) -> None:
        if self._last is None:
            return
        for row in range(self._model.rowCount()):
            if _identity(self._model.finding_at(row)) == _identity(self._last):
                self._list.setCurrentIndex(self._model.index(row))
                return

    def _on_chosen(self, index: QModelIndex) -> None:
        if index.isValid():
            self._last = self._model.finding_at(index.row())
            self.chosen.emit(self._last)


def _identity(finding: Finding) -> tuple[str, str, str, str]:
    """What makes it the same finding, whatever it names by now."""
    return finding.rule, finding.where, finding.file, finding.variant
