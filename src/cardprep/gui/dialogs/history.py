"""The history of an application: who changed which field when, and the way back to any of these states."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from cardprep.app.library.telling import Teller
from cardprep.gui.autosave import SaveState
from cardprep.gui.models.records import Column, Fetched, RecordsModel
from cardprep.gui.widgets.moment import moment
from cardprep.gui.widgets.records_table import RecordsTable
from cardprep.gui.widgets.working_dialog import WorkingDialog
from cardprep.library.records import Cursor, EditKind, Page

if TYPE_CHECKING:
    from cardprep.app.library.place import ApplicationPlace
    from cardprep.case.model import Case
    from cardprep.gui.autosave import Autosave
    from cardprep.gui.context import Context
    from cardprep.library.records import HistoryEntry

PAGE = 50
DETAIL_EM = 7.0
_WIDTHS = {"when": 11.0, "who": 7.0, "kind": 10.0, "place": 16.0}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the journal as the list shows it; `change` is former → new value, and all of it in `lines`."""

    id: str
    number: int
    when: str
    who: str
    kind: EditKind
    place: str
    change: str
    lines: tuple[str, ...]


class HistoryDialog(WorkingDialog):
    """Lists the journal, the latest first, and returns to a state: a step that undo takes back."""

    def __init__(
        self, context: Context, place: ApplicationPlace, autosave: Autosave, parent: QWidget | None = None
    ) -> None:
        super().__init__(context.theme, context.catalog, context.operations, *self._words(), parent)
        self._session = context.session
        self._place = place
        self._autosave = autosave
        self._teller = Teller(context.catalog, context.session.rulebook, context.session.case)
        self._model = RecordsModel(self._columns(), context.operations, self)
        self._table = RecordsTable(context.theme, "history", self._model, _WIDTHS)
        self._table.setAccessibleName(self.tr("History of the application"))
        self._table.setMinimumHeight(context.theme.em(20))
        self._table.chosen.connect(self._on_chosen)
        self._detail = QPlainTextEdit()
        self._detail.setObjectName("history-detail")
        self._detail.setAccessibleName(self.tr("The whole of this change"))
        self._detail.setReadOnly(True)
        self._detail.setTabChangesFocus(True)
        self._detail.setFixedHeight(context.theme.em(DETAIL_EM))
        self.body.addWidget(self._table, 1)
        self.body.addWidget(self._detail)
        close = self.add_button("close", self.tr("Close"))
        self._return = self.add_button("return-to", self.tr("Return to this state"), "primary")
        close.clicked.connect(self.reject)
        self._return.clicked.connect(self._on_return)
        self._return.setEnabled(False)
        self.hold(close, self._return)
        self.resize(context.theme.em(72), context.theme.em(40))
        autosave.changed.connect(self._on_saving)
        autosave.flush()
        self._model.ask(self._fetch)
        self._table.setFocus()

    def _words(self) -> tuple[str, str]:
        return self.tr("History"), self.tr(
            "Every change that was saved. You can return to any state; “Undo” takes that back."
        )

    def _columns(self) -> tuple[Column[Row], ...]:
        kinds = {
            EditKind.CREATED: self.tr("Begun"),
            EditKind.EDIT: self.tr("Changed"),
            EditKind.UNDO: self.tr("Undone"),
            EditKind.REDO: self.tr("Redone"),
            EditKind.RETURN: self.tr("Returned"),
        }
        return (
            Column("when", self.tr("When"), lambda row: row.when),
            Column("who", self.tr("Who"), lambda row: row.who),
            Column("kind", self.tr("What happened"), lambda row: kinds[row.kind]),
            Column("place", self.tr("Field"), lambda row: row.place),
            Column("change", self.tr("Before → after"), lambda row: row.change),
        )

    def _fetch(self, after: Cursor | None) -> Fetched[Row]:
        """A page; asked in a thread."""
        library, id = self._place.library, self._place.application.id
        entries = library.store.history(id, None if after is None else after.row, PAGE)
        last = Cursor(entries[-1].number, entries[-1].number) if len(entries) == PAGE else None
        return Fetched(Page([self._row(entry) for entry in entries], last))

    def _row(self, entry: HistoryEntry) -> Row:
        told = self._teller.told(entry)
        changes = [f"{one.old} → {one.new}" for one in told]
        return Row(
            id=str(entry.number),
            number=entry.number,
            when=moment(entry.stamp.at),
            who=entry.stamp.who,
            kind=entry.kind,
            place=told[0].place if told else "",
            change="  |  ".join(changes),
            lines=tuple(f"{one.place}  {one.old} → {one.new}" for one in told),
        )

    def _on_saving(self) -> None:
        if self._autosave.state is SaveState.SAVED:
            self._model.ask_again()

    def _on_chosen(self) -> None:
        rows = self._table.selected()
        self._return.setEnabled(len(rows) == 1 and not self.is_working)
        self._detail.setPlainText("\n".join(rows[0].lines) if len(rows) == 1 else "")

    def _on_return(self) -> None:
        rows: list[Row] = self._table.selected()
        if len(rows) != 1:
            return
        store, id, number = self._place.library.store, self._place.application.id, rows[0].number
        self.work(lambda: store.case_at(id, number), lambda case: self._go(case, number))

    def _go(self, case: Case, number: int) -> None:
        self._session.seal()
        self._session.return_to(case, number)
        self.accept()
