"""A list from Excel or the clipboard before it is taken over: read, judged, corrected, chosen from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QProgressBar, QScrollArea, QVBoxLayout, QWidget

from cardprep.app.importing_tables import ListRequest, propose_rows
from cardprep.case.tables.fields import ListKind
from cardprep.case.tables.grid import Table
from cardprep.case.tables.layout import ColumnBy, Layout
from cardprep.case.tables.proposal import Proposal, ProposedRow
from cardprep.gui.models.table_rows import Fixed, TableRowsModel
from cardprep.gui.models.table_words import TableWords
from cardprep.gui.table_source import TableFile, TableSource, copied_text, rows_in, table_file_in
from cardprep.gui.theme import Theme, set_role
from cardprep.gui.widgets.dialog_frame import DialogFrame
from cardprep.gui.widgets.discard import discard
from cardprep.gui.widgets.mapping_header import MappingHeader
from cardprep.gui.widgets.message import Line, Message
from cardprep.gui.widgets.notice import Notice, Tone
from cardprep.gui.widgets.sheet_row import SheetRow
from cardprep.gui.widgets.table_rows_view import TableRowsView

if TYPE_CHECKING:
    from cardprep.errors import CardprepError
    from cardprep.evidence.client import Worker
    from cardprep.gui.operation import Cancelled, Operation, Operations
    from cardprep.rules.rulebook import Rulebook
    from cardprep.wording.catalog import Catalog

_SIZE_EM = (82.0, 48.0)
_DETAILS_EM = 6.0
_DOUBTFUL = (ColumnBy.CONTENT, ColumnBy.SWAPPED)


@dataclass(frozen=True, slots=True)
class ListDesk:
    """What a list is read, judged and shown with."""

    theme: Theme
    catalog: Catalog
    operations: Operations
    worker: Worker
    rulebook: Rulebook
    today: dt.date


class TableDialog(DialogFrame):
    """Shows what would be taken over; what is done with the chosen rows is the subclass's."""

    def __init__(
        self,
        desk: ListDesk,
        kind: ListKind,
        words: tuple[str, str],
        known: Callable[[Cancelled], frozenset[str]],
        room: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`words` are title and lead; `known` finds the keys of what is there, in a thread."""
        super().__init__(desk.theme, *words, parent=parent)
        self.desk = desk
        self._find_known = known
        self._request = ListRequest(kind, desk.rulebook, desk.today)
        self._words = TableWords(kind, desk.rulebook, desk.catalog)
        self._source: TableSource | None = None
        self._table = Table()
        self._proposal: Proposal | None = None
        self._operation: Operation | None = None
        self._failure: Notice | None = None
        self._model = TableRowsModel(desk.theme, self._words, room, self)
        fields = [(field, self._words.heading(field)) for field in self._model.fields]
        self._header = MappingHeader(desk.theme, desk.catalog, fields, len(Fixed))
        self._view = TableRowsView(desk.theme, self._model, self._header)
        self._sheets, self._bar = SheetRow(desk.theme), QProgressBar()
        self._notes, self._details = Message(desk.theme), Message(desk.theme)
        self._scroll, self._filler = QScrollArea(), QWidget()
        self.setAcceptDrops(True)
        self._build()
        self._connect()
        self._refresh()

    def load(self, source: TableSource, sheet: str = "") -> None:
        """Read a list, off the UI thread, and show it in place of the former one."""
        self._stop()
        self._source = source
        self._proposal = None
        self._model.forget_choices()
        self._model.show(None)
        known, worker = self._find_known, self.desk.worker

        def work(_report: object, cancelled: Cancelled) -> tuple[frozenset[str], Table]:
            return known(cancelled), source.read(worker, sheet, cancelled)

        self._operation = self.desk.operations.run(self, work, self._on_read, self._on_failed)
        self._refresh()

    def reject(self) -> None:
        """Close; what is being read is read no further, and nothing was taken over."""
        self._stop()
        super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        source = copied_text() if event.matches(QKeySequence.StandardKey.Paste) else None
        if source is not None:
            self.load(source)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if table_file_in(event.mimeData()) or rows_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        source = table_file_in(event.mimeData()) or rows_in(event.mimeData())
        if source is not None:
            event.acceptProposedAction()
            self.load(source)

    def take(self, rows: tuple[ProposedRow, ...]) -> None:
        """Take these rows over; the subclass does it, and closes the dialog."""
        raise NotImplementedError

    def button_text(self, count: int) -> str:
        """What the button says that takes so many rows over."""
        raise NotImplementedError

    def surplus_text(self, surplus: int) -> str:
        """Why so many rows without faults are more than can be taken over."""
        raise NotImplementedError

    def room(self) -> int | None:
        """How many rows can be taken over at most, None: any number."""
        return None

    def show_failure(self, error: CardprepError | None) -> None:
        """Say what went wrong; None: nothing any more."""
        if self._failure is not None:
            discard(self._failure)
            self._failure = None
        if error is not None:
            told = self.desk.catalog.error(error)
            self._failure = Notice(self.desk.theme, Tone.BLOCK, told.what, told.remedy)
            self.body.insertWidget(self.body.indexOf(self._notes), self._failure)

    def show_busy(self, text: str) -> None:
        """Say what is going on meanwhile; "": nothing any more."""
        self._bar.setVisible(bool(text))
        self._bar.setAccessibleName(text)
        self._doing.setVisible(bool(text))
        self._doing.setText(text)
        self._view.setEnabled(not text)
        self._sheets.setEnabled(not text)
        self.setAcceptDrops(not text)
        self._offer(not text)

    def _build(self) -> None:
        theme = self.desk.theme
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self.body.addWidget(self._sheets)
        self._doing = self.add_label("", "muted")
        for widget in (self._bar, self._notes):
            self.body.addWidget(widget)
        self.body.addWidget(self._view, 1)
        self.body.addWidget(self._scrolled(self._scroll))
        self.body.addWidget(self._filler, 1)
        self._summary = self.add_label("", "label")
        self._summary.setObjectName("table-summary")
        self.add_button("cancel", self.tr("Cancel")).clicked.connect(self.reject)
        self._take = self.add_button("take-rows", "", "primary")
        self._take.clicked.connect(lambda: self.take(self._model.taken()))
        available = self.screen().availableSize()
        self.resize(QSize(*(theme.em(units) for units in _SIZE_EM)).boundedTo(available))
        chain = (self._sheets.box, *self._header.boxes.values(), self._view, self._scroll)
        for first, second in pairwise(chain):
            QWidget.setTabOrder(first, second)

    def _scrolled(self, area: QScrollArea) -> QScrollArea:
        """What there is to say of a row has its place, whether it is much or nothing."""
        holder = QWidget()
        set_role(holder, "column")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._details)
        column.addStretch(1)
        area.setWidget(holder)
        area.setWidgetResizable(True)
        area.setFixedHeight(self.desk.theme.em(_DETAILS_EM))
        area.setAccessibleName(self.tr("About the row"))
        return area

    def _connect(self) -> None:
        self._sheets.chosen.connect(self._on_sheet)
        self._header.mapped.connect(self._on_mapped)
        self._model.edited.connect(self._on_edited)
        self._model.chosen.connect(self._refresh)
        self._view.current_changed.connect(self._show_details)

    def _stop(self) -> None:
        if self._operation is not None:
            self._operation.cancel()
            self._operation = None

    def _on_read(self, found: tuple[frozenset[str], Table]) -> None:
        known, self._table = found
        self._request = replace(self._request, known=known)
        self._propose(None)

    def _propose(self, layout: Layout | None) -> None:
        """Look through the rows anew; a list of thousands takes a second."""
        self._stop()
        table, request = self._table, replace(self._request, layout=layout)
        self._operation = self.desk.operations.run(
            self,
            lambda _report, _cancelled: propose_rows(table, request),
            self._on_proposed,
            self._on_failed,
        )
        self._offer(False)

    def _on_proposed(self, proposal: Proposal) -> None:
        self._operation = None
        is_first, self._proposal = self._proposal is None, proposal
        self._header.offer(proposal.layout)
        self._model.show(proposal)
        self.show_failure(None)
        self._refresh()
        if is_first:
            self._view.setCurrentIndex(self._model.index(0, Fixed.TAKE))
            self._view.setFocus()
        self._show_details(self._view.currentIndex().row())

    def _on_failed(self, error: CardprepError) -> None:
        """Say why; the rows that were there before stay, with all that was typed."""
        self._operation = None
        self._refresh()
        self.show_failure(error)

    def _on_sheet(self, sheet: str) -> None:
        if isinstance(self._source, TableFile):
            self.load(self._source, sheet)

    def _on_mapped(self, field: str, column: int) -> None:
        if self._proposal is not None:
            self._propose(self._proposal.layout.with_source(field, None if column < 0 else column))

    def _on_edited(self, number: int, field: str, text: str) -> None:
        """A cell was corrected: the row is judged by what stands there now."""
        if self._proposal is None:
            return
        layout = self._proposal.layout
        column = layout.column_of(field)
        if column is None:
            column, layout = len(layout.columns), layout.with_column(field)
            self._proposal = replace(self._proposal, layout=layout)
        self._table = self._table.with_text(number - 1, column, text)
        self._propose(layout)

    def _refresh(self) -> None:
        """Show how far it is, and what would be taken over."""
        is_reading = self._operation is not None and self._proposal is None
        self.show_busy(self.tr("The list is being read …") if is_reading else "")
        is_there = self._proposal is not None
        for widget in (self._view, self._scroll, self._summary, self._take):
            widget.setVisible(is_there)
        self._filler.setVisible(not is_there)
        self._sheets.show_table(self._source, self._table)
        self._notes.say(self._said())
        count, whole = len(self._model.taken()), self._model.rowCount()
        # No plural form: with a number, `tr` looks into the context of the subclass only.
        told = self.tr("{count} of {all} rows will be taken over.")
        self._summary.setText(told.format(count=count, all=whole))
        if is_reading:
            self.show_failure(None)

    def _offer(self, offered: bool) -> None:
        count, room = len(self._model.taken()), self.room()
        self._take.setText(self.button_text(count))
        fits = room is None or count <= room
        self._take.setEnabled(offered and self._operation is None and count > 0 and fits)

    def _said(self) -> list[Line]:
        """What there is to say of the whole list."""
        if self._proposal is None:
            return []
        lines = [Line("info", self.desk.catalog.text(f"tables.note.{note}")) for note in self._proposal.notes]
        if any(column.by in _DOUBTFUL for column in self._proposal.layout.columns):
            told = self.tr("Columns in a frame were recognised by their content, not their head: check them.")
            lines.insert(0, Line("warn", told))
        room = self.room()
        fitting = sum(row.is_proposed for row in self._proposal.rows)
        surplus = 0 if room is None else max(fitting, len(self._model.taken())) - room
        if surplus > 0:
            role = "error" if room is not None and len(self._model.taken()) > room else "warn"
            lines.insert(0, Line(role, self.surplus_text(surplus)))
        return lines

    def _show_details(self, row: int) -> None:
        found = row >= 0 and row < self._model.rowCount()
        said = self._words.lines(self._model.row(row)) if found else []
        self._details.say([Line(grade.role, text) for grade, text in said])
