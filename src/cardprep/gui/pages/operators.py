"""Screen 3, 操作员: the table, and below it the form of the one who is being entered (OPER-1 to OPER-6)."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton

from cardprep.app.library.beginning import adding_people
from cardprep.app.session import Change
from cardprep.case import edits
from cardprep.case.finding import Finding
from cardprep.case.model import Case, Kind
from cardprep.case.paths import operator_index
from cardprep.errors import CardprepError
from cardprep.gui.context import Context
from cardprep.gui.dialogs.known_people import Room
from cardprep.gui.forms.operator_form import OperatorForm
from cardprep.gui.models.operators import OperatorsModel
from cardprep.gui.operator_tables import OperatorTables
from cardprep.gui.pages.page import Page
from cardprep.gui.table_source import copied_table, table_file_in
from cardprep.gui.theme import set_role
from cardprep.gui.widgets.discard import discard
from cardprep.gui.widgets.known_people_button import KnownPeopleButton, keys_of_operators
from cardprep.gui.widgets.message import Line, Message, finding_lines
from cardprep.gui.widgets.operators_table import OperatorsTable
from cardprep.gui.widgets.section import Section
from cardprep.gui.widgets.undo_bar import UndoBar


class OperatorsPage(Page):
    """All operators, one of them open for editing."""

    def __init__(self, context: Context) -> None:
        title = QCoreApplication.translate("OperatorsPage", "Operators")
        lead = QCoreApplication.translate(
            "OperatorsPage",
            "Each operator gets one operator card. Drafts cannot be submitted: confirm each entry.",
        )
        super().__init__(context, title, lead)
        self._form: OperatorForm | None = None
        self._revealed = False
        self._model = OperatorsModel(context.session, context.theme, context.catalog.language, self)
        self._table = OperatorsTable(context.theme, self._model)
        self._table.edit_asked.connect(self.edit)
        self._table.delete_asked.connect(self.delete)
        self._empty = QLabel(self.tr("Nobody has been entered yet."))
        set_role(self._empty, "muted")
        self._message = Message(context.theme)
        self._done: tuple[Line, ...] = ()
        self._undo = UndoBar(context.theme, context.session, "operators")
        self._tables = OperatorTables(context, self)
        self._tables.said.connect(self._on_said)
        self._tables.added.connect(self._on_added)
        self.setAcceptDrops(True)
        self._build()
        self._show()

    def refresh(self, change: Change) -> None:
        self._model.refresh()
        if self._form is not None:
            if self._form.index < len(self.context.session.case.operators):
                self._form.refresh(change)
            else:
                self._close_form()
        self._undo.refresh()
        if change.case_changed and change.initiator is not self._form:
            self._done = ()
        self._show()

    def focus_on(self, where: str, finding: Finding | None = None) -> bool:
        index = operator_index(where)
        if index is None:
            return self._focus_list(where)
        if index >= len(self.context.session.case.operators):
            return False
        if self._form is None or self._form.index != index:
            self.edit(index)
        return self._form is not None and self._form.focus_on(where, finding)

    def show_all(self) -> None:
        self._revealed = True
        if self._form is not None:
            self._form.reveal()
        self._show()

    @Slot()
    def add(self) -> None:
        """Open the form for a new operator, who is a draft from the first letter on (OPER-1)."""
        index = len(self.context.session.case.operators)
        self.context.session.apply(edits.add_operator, where=f"operators[{index}]", initiator=self)
        self._open_form(index, None)
        if self._form is not None:
            self._form.begin()

    @Slot(int)
    def edit(self, index: int) -> None:
        """Open the form for an operator who is there (OPER-4)."""
        self._open_form(index, self.context.session.case)
        if self._form is not None:
            self._form.focus_on(f"operators[{index}].name")

    @Slot(int)
    def delete(self, index: int) -> None:
        """Take an operator out, which can be taken back (OPER-4)."""
        name = self.context.session.case.operators[index].name.strip()
        open_index = None if self._form is None else self._form.index
        if open_index is not None and open_index >= index:
            self._close_form()
        edit = partial(edits.remove_operator, index=index)
        self.context.session.apply(edit, where="operators", initiator=self)
        if open_index is not None and open_index > index:
            self._open_form(open_index - 1, self.context.session.case)
        who = name or self.tr("Operator {number}").format(number=index + 1)
        self._undo.offer(self.tr("{who} was deleted.").format(who=who))
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        source = copied_table() if event.matches(QKeySequence.StandardKey.Paste) else None
        if source is not None:
            self._tables.open(source)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if table_file_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        source = table_file_in(event.mimeData())
        if source is not None:
            event.acceptProposedAction()
            self._tables.open(source)

    def _on_said(self, line: Line) -> None:
        self._done = (line,)
        self._show()

    def _on_added(self, count: int) -> None:
        self._undo.offer(self.tr("%n operator(s) were added as drafts.", "", count))

    def _build(self) -> None:
        theme = self.context.theme
        section = Section(theme, self.tr("Operators of this application"))
        self._add = QPushButton(theme.icon("add", "on_accent"), self.tr("New entry"))
        self._add.setObjectName("add-operator")
        set_role(self._add, "primary")
        self._add.clicked.connect(self.add)
        self._known = KnownPeopleButton(
            self.context, self.tr("Known people…"), self._room, adding_people, _after_operators
        )
        self._known.brought.connect(self._on_brought)
        self._known.failed.connect(self._on_not_brought)
        self._hint = QLabel()
        self._hint.setWordWrap(True)
        set_role(self._hint, "hint")
        row = QHBoxLayout()
        row.setSpacing(theme.em(1))
        row.addWidget(self._add)
        row.addWidget(self._known)
        row.addWidget(self._tables.button)
        row.addWidget(self._hint, 1)
        for widget in (self._empty, self._table, self._undo, self._message):
            section.body.addWidget(widget)
        section.body.addLayout(row)
        self.column.addWidget(section)

    def _room(self, case: Case) -> Room:
        most = self.context.session.rulebook.limits.most_operators - len(case.operators)
        return Room(most, keys_of_operators(case))

    def _on_brought(self, count: int) -> None:
        self._undo.offer(self.tr("%n known person(s) were taken over as drafts.", "", count))

    def _on_not_brought(self, error: CardprepError) -> None:
        told = self.context.catalog.error(error)
        self._done = (Line("error", f"{told.what} {told.remedy}"),)
        self._show()

    def _open_form(self, index: int, before: Case | None) -> None:
        self._close_form()
        self._done = ()
        form = OperatorForm(self.context, index, before)
        form.confirmed.connect(partial(self._on_confirmed, index))
        form.saved.connect(partial(self._on_saved, index))
        form.cancelled.connect(self._on_cancelled)
        self._form = form
        self.column.addWidget(form)
        self._table.selectRow(index)
        self._show()

    def _close_form(self) -> None:
        if self._form is not None:
            discard(self._form)
            self._form = None
            self._table.clearSelection()

    def _leave_form(self, done: str) -> None:
        self._close_form()
        self._done = (Line("ok", done),) if done else ()
        self._show()
        (self._add if self._add.isEnabled() else self._table).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_confirmed(self, index: int) -> None:
        self._leave_form(self.tr("{who} is confirmed.").format(who=self._who(index)))

    def _on_saved(self, index: int) -> None:
        self._leave_form(self.tr("{who} is saved as a draft.").format(who=self._who(index)))

    @Slot()
    def _on_cancelled(self) -> None:
        is_new = self._form is not None and self._form.is_new
        self._leave_form("")
        told = self.tr("The new entry was discarded.") if is_new else self.tr("The changes were discarded.")
        self._undo.offer(told)

    def _who(self, index: int) -> str:
        name = self.context.session.case.operators[index].name.strip()
        return name or self.tr("Operator {number}").format(number=index + 1)

    def _focus_list(self, where: str) -> bool:
        if where != "operators":
            return False
        self._revealed = True
        self._show()
        (self._add if self._add.isEnabled() else self._table).setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _show(self) -> None:
        session = self.context.session
        count, most = len(session.case.operators), session.rulebook.limits.most_operators
        self._table.setVisible(count > 0)
        self._empty.setVisible(count == 0)
        self._add.setEnabled(count < most)
        self._known.setEnabled(count < most)
        self._hint.setText(self._full(most) if count >= most else self._cards())
        findings = session.findings_at("operators") if self._revealed or count else ()
        self._message.say((*self._done, *finding_lines(self.context, findings)))

    def _full(self, most: int) -> str:
        return self.tr(
            "One application takes at most %n operator(s). File a further application for more.", "", most
        )

    def _cards(self) -> str:
        session = self.context.session
        if session.case.kind is Kind.NEW_ENTRANT:
            return self.tr("A new entrant gets one operator card free; further cards have to be bought.")
        return self.tr("Every operator card of this kind of application has to be bought.")


def _after_operators(case: Case) -> str:
    """The place of the operator who comes next."""
    return f"operators[{len(case.operators)}]"
